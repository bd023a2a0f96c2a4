from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.align.tokens import chinese_tokens, english_tokens
from workbench.lexicon.lexicon import Lexicon

WORDS = {
    "人民": ["the people"],
    "百姓": ["common people"],
    "万众一心": ["united as one"],
    "一带一路": ["the Belt and Road"],
    "四川": ["Sichuan"],
    "十分": ["very"],
    "上半年": ["first half"],
    "三次": ["three times"],
    "二十": ["twenty"],
    "一个": ["a"],
    "统一": ["to unify"],
    "AA制": ["to split the bill"],
    "红楼梦": ["A Dream of Red Mansions"],
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    empty = Lexicon(
        rows={},
        tokens=[],
        starts=np.zeros(1, np.int32),
        columns=np.zeros(0, np.int32),
        weights=np.zeros(0, np.float32),
        longest=1,
    )
    return empty.with_terms(WORDS.items())


def test_a_numeral_in_a_longer_word_is_no_number(lexicon: Lexicon) -> None:
    text = "百姓万众一心，四川十分热"
    assert chinese_tokens(text, lexicon) == ["百姓", "万众一心", ",", "四川", "十分", "热"]


def test_a_word_that_means_its_number_keeps_it(lexicon: Lexicon) -> None:
    assert chinese_tokens("上半年", lexicon) == ["上半年", "#1/2"]
    assert chinese_tokens("三次", lexicon) == ["三次", "#3"]


def test_a_number_goes_before_the_words_it_is_longer_than(lexicon: Lexicon) -> None:
    assert chinese_tokens("二十一个", lexicon) == ["#21", "个"]
    assert chinese_tokens("等了十分钟", lexicon) == ["等", "了", "#10", "钟"]


def test_a_number_behind_a_word_that_ends_in_a_numeral_is_read_from_there(lexicon: Lexicon) -> None:
    assert chinese_tokens("统一三百个", lexicon) == ["统一", "#300", "个"]


def test_marks_are_the_same_in_both_languages(lexicon: Lexicon) -> None:
    chinese = chinese_tokens("他说：“好！（真的）……是吗？”——嗯，；。", lexicon)
    english = english_tokens("He said: “Good! (Really)... Is it?” — Hm, ; .")
    assert [token for token in chinese if not token.isalnum()] == [
        token for token in english if not token.isalnum()
    ]


def test_book_titles_have_marks_of_their_own(lexicon: Lexicon) -> None:
    assert chinese_tokens("《红楼梦》", lexicon) == ["<", "红楼梦", ">"]


def test_traditional_text_has_the_tokens_of_simplified(lexicon: Lexicon) -> None:
    assert chinese_tokens("《紅樓夢》二十萬", lexicon) == chinese_tokens("《红楼梦》二十万", lexicon)


def test_a_headword_may_begin_with_latin_letters(lexicon: Lexicon) -> None:
    assert chinese_tokens("人民AA制", lexicon) == ["人民", "AA制"]


def test_latin_words_are_stems_in_chinese_too(lexicon: Lexicon) -> None:
    assert chinese_tokens("人民Developments与G20", lexicon) == ["人民", "develop", "与", "g20"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The people's well-being", ["the", "peopl", "well", "be"]),
        ("the students’ books", ["the", "student", "book"]),
        ("I don't, can't and won’t", ["i", "do", "not", ",", "can", "not", "and", "will", "not"]),
        ("they'll, we've", ["they", "will", ",", "we", "have"]),
        ("‘Yes,’ he nodded", ['"', "yes", ",", '"', "he", "nod"]),
        ("naïve Müller", ["naiv", "muller"]),
        ("in the U.S. at 8 a.m.", ["in", "the", "us", "at", "#8", "am"]),
        ("No. 5, Mr. Li", ["no", "#5", ",", "mr", "li"]),
        ("$3.5bn for R&D", ["dollar", "#3500000000", "for", "r", "and", "d"]),
        ("a 14-year-old", ["a", "#14", "year", "old"]),
        ("2½ years", ["#2.5", "year"]),
        ("", []),
    ],
)
def test_english_words_and_marks(text: str, tokens: list[str]) -> None:
    assert english_tokens(text) == tokens


@given(st.text(max_size=60) | st.text(alphabet="一二两三十百万统个年月%—“”，。aB1 ", max_size=40))
def test_no_token_is_empty(lexicon: Lexicon, text: str) -> None:
    assert all(chinese_tokens(text, lexicon))
    assert all(english_tokens(text))
