"""text: one key for all ways to write the same Chinese, and the way back to what was written."""

from __future__ import annotations

import re
import unicodedata
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.strategies import texts
from workbench.text import fold_table
from workbench.text.characters import is_hanzi
from workbench.text.fold import FOLD_VERSION, fold, fold_mapped
from workbench.text.generate_fold import VERSION, generate
from workbench.text.radicals import RADICALS

uneven = st.text(
    st.sampled_from(
        "国國京 \u3000\u00a0a1２…½㎡㈱⼈⻓e\u0301\u0323ｶﾞ\uff9f葛\U000e0100\ufe0f\u200bﬁĲ가ᄀ\u1161。，\n豈"
    ),
    max_size=30,
)
anything = st.one_of(texts, uneven)


@pytest.mark.parametrize(
    "written",
    [
        "2014年2月",
        "2014 年 2 月",
        "２０１４年２月",
        "２０１４\u3000年 ２\u00a0月",
        "2014\u200b年2\ufeff月",
        "2014年2⽉",
    ],
)
def test_a_date_is_the_same_however_it_is_written(written: str) -> None:
    assert fold(written) == "2014年2月"


def test_full_width_figures_in_latin_names_are_plain_ones() -> None:
    assert fold("PM２.５ 的") == fold("PM2．5的") == "PM2.5的"


def test_traditional_simplified_variant_and_radical_are_one() -> None:
    assert fold("國務院關於長江的⻓⼈⺠") == "国务院关于长江的长人民"
    assert fold("戶薴乾") == "户苎干"


def test_spaces_between_latin_words_stay_and_beside_hanzi_go() -> None:
    assert fold("使用 Belt  and Road 倡 议") == "使用Belt  and Road倡议"
    assert fold("“the Belt” and — 2 014") == "“the Belt” and — 2 014"


def test_quotation_marks_and_case_are_kept_unless_asked() -> None:
    assert fold("「好」“好”") == "「好」“好”"
    assert fold("ＧＤＰ增长") == "GDP增长"
    assert fold("ＧＤＰ增长", case=True) == "gdp增长"
    assert fold("GDP", case=True) == "gdp"


@given(anything)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_what_is_folded_is_nfkc(text: str) -> None:
    assert unicodedata.is_normalized("NFKC", fold(text))


@given(anything, st.booleans())
def test_the_mapped_text_is_the_folded_text(text: str, case: bool) -> None:
    assert fold_mapped(text, case).text == fold(text, case)


@given(anything, st.booleans())
def test_offsets_back_grow_and_stay_in_the_text(text: str, case: bool) -> None:
    folded = fold_mapped(text, case)
    starts, ends = list(folded.starts), list(folded.ends)
    assert len(starts) == len(ends) == len(folded.text)
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(anything, st.data())
def test_a_slice_of_the_folded_text_leads_back_to_characters_that_fold_to_it(
    text: str, data: st.DataObject
) -> None:
    folded = fold_mapped(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    shown_start, shown_end = folded.span(start, end)
    assert 0 <= shown_start <= shown_end <= len(text)
    assert folded.text[start:end].replace(" ", "") in fold(text[shown_start:shown_end]).replace(" ", "")


def plainly_folded(text: str) -> str:
    """What folding is by its definition, all characters at a time and without a short way."""
    for _ in range(2):
        text = re.sub(r"\s+", without_chinese_neighbour, text)
        text = re.sub("[\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]", "", text)
        text = unicodedata.normalize("NFKC", text).translate(fold_table.FOLD_TABLE)
    return text


def without_chinese_neighbour(space: re.Match[str]) -> str:
    beside = space.string[max(0, space.start() - 1) : space.start()] + space.string[space.end() :][:1]
    chinese = (is_hanzi(ch) or "\u3001" <= ch <= "\u303f" or wide_mark(ch) for ch in beside)
    return "" if any(chinese) else space.group()


def wide_mark(ch: str) -> bool:
    return "\uff01" <= ch <= "\uff65" and not ch.isalnum()


plain = st.text(
    st.sampled_from("北京市的，。；：“”（）《》、2024 \u3000a％國發Ａ﹑\u2f08\u00a0ｶ\n"), max_size=120
)


@given(st.one_of(anything, plain))
def test_the_short_way_for_plain_text_changes_nothing(text: str) -> None:
    assert fold(text) == fold_mapped(text).text == plainly_folded(text)


def test_a_text_with_many_traditional_hanzi_is_folded_like_its_parts() -> None:
    many = "".join(chr(code) for code in sorted(fold_table.FOLD_TABLE) if 0x4E00 <= code <= 0x9FFF)
    assert fold(many) == fold_mapped(many).text == "".join(map(fold, many))


def test_a_hit_in_folded_text_marks_what_was_written_and_no_space_around_it() -> None:
    text = "发展 京 津…冀 的"
    folded = fold_mapped(text)
    start = folded.text.index("京津")
    assert folded.text == "发展京津...冀的"
    assert text[slice(*folded.span(start, start + 2))] == "京 津"
    assert text[slice(*folded.span(start + 2, start + 3))] == "…"
    assert folded.span(0, 0) == (0, 0)
    assert folded.span(9, 9) == (len(text), len(text))


def test_every_cjk_radical_with_a_known_hanzi_is_folded() -> None:
    known = set(RADICALS[::2])
    assert {chr(code) for code in range(0x2E81, 0x2EF4)} - known == {"\u2e9a"}
    assert all(fold(chr(code)) != chr(code) for code in range(0x2F00, 0x2FD6))


def test_the_table_is_what_its_generator_writes() -> None:
    written = Path(fold_table.__file__).read_text(encoding="utf-8")
    made_with = f"OpenCC {version('opencc')}:"
    if made_with not in written:
        pytest.skip(f"fold_table.py was not made with {made_with[:-1]}")
    assert generate() == written
    assert FOLD_VERSION == VERSION
