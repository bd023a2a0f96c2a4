"""tests: the dictionary of phrases, held small, gives what pypinyin gives."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.annotate.phrases import PhraseReadings, phrase_readings

PIECES = (
    "银行",
    "行长",
    "长大",
    "中华",
    "中华人民共和国",
    "中",
    "了",
    "得",
    "一",
    "不",
    "重",
    "重庆",
    "还",
    "㐀",
    "朝阳",
)
LIST: Any = list


@cache
def theirs(clause: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin

    found: list[str] = lazy_pinyin(clause, style=Style.TONE, errors=LIST)
    return found


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join))
def test_a_clause_is_read_as_pypinyin_reads_it(clause: str) -> None:
    assert phrase_readings().of(clause) == theirs(clause)


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=12))
def test_any_hanzi_are_read_as_pypinyin_reads_them(clause: str) -> None:
    assert phrase_readings().of(clause) == theirs(clause)


def test_every_phrase_of_the_dictionary_is_found() -> None:
    from pypinyin.phrases_dict import phrases_dict

    readings = phrase_readings()
    wrong = [
        phrase
        for phrase, syllables in list(phrases_dict.items())[::23]
        if len(syllables) == len(phrase) and readings.of(phrase) != [syllable[0] for syllable in syllables]
    ]
    assert wrong == []


def test_what_is_not_known_has_no_reading() -> None:
    assert phrase_readings().of("\U0003134a中") == ["", "zhōng"]


@pytest.mark.parametrize("clause", ["ab", "abd", "abcd", "abce", "b", "abcab"])
def test_the_longest_phrase_wins_among_those_that_begin_alike(clause: str) -> None:
    phrases = '{"ab": [["x"], ["y"]], "abc": [["p"], ["q"], ["r"]], "abcd": [["1"], ["2"], ["3"], ["4"]]}'
    hanzi = '{"97": "a", "98": "b", "99": "c", "100": "d", "101": "e"}'
    known = {
        "ab": "x y",
        "abd": "x y d",
        "abcd": "1 2 3 4",
        "abce": "p q r e",
        "b": "b",
        "abcab": "p q r x y",
    }
    assert PhraseReadings(phrases, hanzi).of(clause) == known[clause].split()
