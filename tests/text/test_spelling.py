"""text: which words are looked up, and which are pinyin of the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.spelling import is_pinyin, spelt_words, tokens

READINGS = [{"zhong", "chong"}, {"guo"}, {"xi"}, {"an"}, set[str](), {"lv", "lü"}, {"shi"}]


@given(st.text(st.sampled_from("aZé '’-./@5⟨⟩[^]京 \n\u0301")))
def test_a_word_is_what_stands_between_its_offsets(text: str) -> None:
    last = 0
    for word in spelt_words(text):
        assert last <= word.start < word.end <= len(text)
        assert text[word.start : word.end].replace("’", "'") == word.text
        assert word.text in word.whole
        last = word.end


@given(st.text(st.sampled_from("aZé '’-./@5⟨⟩[^]京 \n\u0301")))
def test_every_word_of_a_text_is_a_word_of_one_of_its_tokens(text: str) -> None:
    alone = {(word.text, word.whole) for token in tokens(text) for word in spelt_words(token)}
    assert {(word.text, word.whole) for word in spelt_words(text)} <= alone


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("China’s governance of rivers", ["China's", "governance", "of", "rivers"]),
        ("a well-known fact", ["well", "known", "fact"]),
        ("5G, COVID-19 and the 21st century", ["and", "the", "century"]),
        ("GDP of SOEs on WeChat", ["of", "on"]),
        ("U.S. firms, R&D and i.e. more", ["firms", "and", "more"]),
        ("see www.example.cn/doc or a.b@c.org, report.pdf", ["see", "or"]),
        ("⟨1⟩bold⟨/1⟩ text[^3]", ["bold", "text"]),
        ("*hukou* 户口 system", ["hukou", "system"]),
    ],
)
def test_what_no_dictionary_can_know_is_left_out(text: str, words: list[str]) -> None:
    assert [word.text for word in spelt_words(text)] == words


@pytest.mark.parametrize("word", ["Zhongguo", "zhongguo's", "Xi'an", "Chongguo", "Guoxi", "lüshi", "shi"])
def test_a_name_read_off_the_source_is_pinyin(word: str) -> None:
    assert is_pinyin(word, READINGS)


@pytest.mark.parametrize("word", ["guozhong", "Zhonguo", "xia", "zhon", "", "anshi"])
def test_what_the_source_does_not_read_is_not(word: str) -> None:
    assert not is_pinyin(word, READINGS)


def test_a_common_syllable_needs_more_than_one_hanzi_where_asked() -> None:
    assert is_pinyin("guoxi", READINGS, least=2)
    assert not is_pinyin("an", READINGS, least=2)


@given(st.lists(st.sampled_from(["a", "an", "ang", "gan", "n", "nan"]), min_size=1, max_size=6))
def test_readings_written_together_are_always_found(syllables: list[str]) -> None:
    readings = [{"zhuang"}, *({syllable, "e"} for syllable in syllables), {"e"}]
    assert is_pinyin("".join(syllables), readings, least=len(syllables))
