"""text: what counts as a hanzi, a mark, a width in print."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.characters import PAIRS, em_width, is_cjk_mark, is_hanzi


def test_hanzi_are_both_scripts_rare_ones_radicals_and_the_round_zero() -> None:
    assert all(map(is_hanzi, "国國㐀𠀋𰀀⼈⻓〇豈"))
    assert not any(map(is_hanzi, "aé1，。、あア々ㄅ①\u2e9a"))


@given(st.characters())
def test_what_unicode_calls_an_ideograph_is_a_hanzi(ch: str) -> None:
    name = unicodedata.name(ch, "")
    if name.startswith(
        ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH", "KANGXI RADICAL", "CJK RADICAL")
    ):
        assert is_hanzi(ch)


def test_marks_of_chinese_print() -> None:
    assert all(map(is_cjk_mark, "，。、；：？！“”‘’（）《》「」…—％～"))
    assert not any(map(is_cjk_mark, "a,.京１〇々\u3000"))


def test_every_opening_mark_has_its_closing_one() -> None:
    assert PAIRS["（"] == "）"
    assert PAIRS["“"] == "”"
    assert PAIRS["「"] == "」"


def test_a_printed_line_is_measured_in_ems() -> None:
    assert em_width("京津冀，“协同”——") == 10
    assert em_width("GDP 2.5") == 3.5
    assert em_width("nǐ hǎo") == 3
