from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.annotate.ruby import RubyLine, ruby_lines
from workbench.text.characters import CLOSING
from workbench.text.width import cell_width

SENTENCE = "疏解非首都功能（见通知）初见成效，为各地治理“大城市病”提供了方案。GDP增长5.2%，GitHub仓库……"
SYLLABLES = ("shū", "jiě", "zhuàng", "ài", "de", "")

GRAPHEMES = [
    *"疏解非首都功能治理，。；：“”（）《》、 …—abcXYZ012.,%'\n\u3000é",
    "e\u0301",
    "❤\ufe0f",
    "👨\u200d👩\u200d👧",
]
hanzi_and_marks = st.lists(st.sampled_from(GRAPHEMES), max_size=80).map("".join)
any_text = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"], include_characters="\n\u200d\ufe0f"),
    max_size=60,
)
texts = hanzi_and_marks | any_text


def fake_readings(text: str) -> tuple[str, ...]:
    return tuple(SYLLABLES[ord(ch) % 6] if "\u4e00" <= ch <= "\u9fff" else "" for ch in text)


@given(texts, st.integers(2, 60))
def test_both_lines_are_equally_long_and_never_wider_than_the_column(text: str, width: int) -> None:
    for line in ruby_lines(text, fake_readings(text), width):
        assert cell_width(line.above) == cell_width(line.below) <= width


@given(texts, st.integers(2, 60))
def test_every_character_is_shown_once_in_order_but_blanks_at_a_break(text: str, width: int) -> None:
    lines = ruby_lines(text, fake_readings(text), width)
    at = 0
    for line in lines:
        assert text[at : line.start].strip(" \t\u3000\n") == ""
        assert line.start <= line.end
        at = line.end
    assert text[at:].strip(" \t\u3000\n") == ""
    shown = "".join(line.below for line in lines)
    drop = str.maketrans("", "", " \t\u3000\n")
    assert shown.translate(drop) == text.translate(drop)


@given(texts)
def test_no_line_begins_with_a_closing_mark_where_there_is_room_to_avoid_it(text: str) -> None:
    for line in ruby_lines(text, fake_readings(text), 400)[1:]:
        before = text[: line.start]
        first_of_a_paragraph = before == "" or before.rstrip(" \u3000").endswith("\n")
        assert first_of_a_paragraph or text[line.start] not in CLOSING


@given(hanzi_and_marks, st.integers(20, 60))
def test_a_reading_stands_over_its_own_character(text: str, width: int) -> None:
    readings = fake_readings(text)
    for line in ruby_lines(text, readings, width):
        assert len(line.cells) == line.end - line.start
        for offset, cell in zip(range(line.start, line.end), line.cells, strict=True):
            assert line.above[cell:].startswith(readings[offset])


def test_a_latin_word_is_never_cut_by_a_line_end() -> None:
    lines = ruby_lines(SENTENCE, fake_readings(SENTENCE), 17)
    assert sum("GitHub" in line.below for line in lines) == 1
    assert sum("5.2%，" in line.below for line in lines) == 1


@pytest.mark.parametrize("width", range(10, 60))
def test_marks_stay_with_what_they_close_or_open(width: int) -> None:
    for line in ruby_lines(SENTENCE, fake_readings(SENTENCE), width):
        shown = line.below.strip()
        assert shown[0] not in "，。）”%…"
        assert shown[-1] not in "（“"


def test_neighbouring_readings_are_parted_by_a_blank_and_a_mark_lets_its_reading_hang() -> None:
    assert ruby_lines("装状，“双”", ("zhuāng", "zhuàng", "", "", "shuāng", ""), 40) == [
        RubyLine("zhuāng zhuàng shuāng", "装     状，  “双”   ", 0, 6, (0, 7, 9, 13, 14, 16))
    ]


def test_an_empty_text_is_one_empty_line_and_a_line_break_begins_one() -> None:
    assert [line.below for line in ruby_lines("", (), 20)] == [""]
    assert [line.below for line in ruby_lines("甲\n\n乙", ("", "", "", ""), 20)] == ["甲", "", "乙"]


def test_a_reading_longer_than_the_line_is_cut_rather_than_overflowing() -> None:
    assert [line.above for line in ruby_lines("装", ("zhuāng",), 3)] == ["zhu"]
