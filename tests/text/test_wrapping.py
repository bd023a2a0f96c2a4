"""text: lines never exceed their width, keep marks on their side, and lose no character."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.text.strategies import texts
from workbench.text.characters import CLOSING, OPENING
from workbench.text.graphemes import cluster_end
from workbench.text.shown import shown
from workbench.text.width import cell_width
from workbench.text.wrapping import Line, line_of, rewrap, wrap

widths = st.integers(min_value=2, max_value=30)


def lines_of(text: str, width: int) -> list[str]:
    return [text[line.start : line.end] for line in wrap(text, width)]


@given(texts.map(shown), widths)
def test_no_line_is_wider_than_the_column(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert line.cells == cell_width(text[line.start : line.end]) <= width


@given(texts.map(shown), widths)
def test_lines_show_every_character_in_order_and_drop_only_spaces_and_newlines(text: str, width: int) -> None:
    end = 0
    for line in wrap(text, width):
        dropped = text[end : line.start]
        assert dropped.strip() == ""
        assert dropped.count("\n") <= 1
        assert line.start <= line.end
        end = line.end
    assert text[end:].strip() == ""


@given(texts.map(shown), widths)
def test_there_is_a_line_more_for_every_newline_at_least(text: str, width: int) -> None:
    assert len(wrap(text, width)) >= text.count("\n") + 1


@given(texts.map(shown), widths)
def test_a_character_of_several_code_points_stays_on_one_line(text: str, width: int) -> None:
    boundaries = {0}
    while max(boundaries) < len(text):
        boundaries.add(cluster_end(text, max(boundaries)))
    for line in wrap(text, width):
        assert {line.start, line.end} <= boundaries


@given(texts.map(shown), st.integers(min_value=12, max_value=40))
def test_marks_stay_on_their_side_of_a_break_unless_a_line_holds_no_place_for_one(
    text: str, width: int
) -> None:
    lines = wrap(text, width)
    for line, following in pairwise(lines):
        between = text[line.end : following.start]
        if "\n" in between or not text[line.start : line.end].strip():
            continue
        last, first = text[line.start : line.end].rstrip()[-1], text[following.start]
        if first in CLOSING or last in OPENING:
            body = text[line.start : line.end]
            places = range(1, len(body))
            assert not any(
                body[place] not in CLOSING and body[place - 1] not in OPENING and is_bare(body, place)
                for place in places
            )


def is_bare(body: str, place: int) -> bool:
    """True where hanzi stand on both sides, so that a break between them is always right."""
    return "\u4e00" <= body[place - 1] <= "\u9fff" and "\u4e00" <= body[place] <= "\u9fff"


@given(st.data(), texts.map(shown), widths)
def test_rewrapping_after_a_change_gives_what_wrapping_all_gives(
    data: st.DataObject, text: str, width: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    removed = data.draw(st.integers(0, min(len(text) - start, 12)))
    put_in = data.draw(
        st.one_of(texts.map(lambda new: shown(new)[:12]), st.sampled_from(["", " ", "，", "\n", "京"]))
    )
    changed = text[:start] + put_in + text[start + removed :]
    lines = rewrap(changed, width, wrap(text, width), start, removed, len(put_in))
    assert lines == wrap(changed, width)


def test_an_empty_text_is_one_empty_line_for_the_caret() -> None:
    assert wrap("", 10) == [Line(0, 0, 0)]
    assert wrap("京\n", 10) == [Line(0, 1, 2), Line(2, 2, 0)]


def test_latin_words_stay_whole_between_hanzi() -> None:
    assert lines_of("中文混排GitHub仓库supercalifragilistic文字", 25) == [
        "中文混排GitHub仓库",
        "supercalifragilistic文字",
    ]


def test_closing_marks_come_down_with_what_they_close() -> None:
    assert lines_of("各县要按时报送材料。”然后", 20) == ["各县要按时报送材", "料。”然后"]
    assert lines_of("会议指出（见附件一）", 10) == ["会议指出", "（见附件", "一）"]


def test_numbers_with_their_signs_and_words_with_their_marks_stay_whole() -> None:
    assert lines_of("offer 3,000.5% of it", 10) == ["offer ", "3,000.5% ", "of it"]
    assert lines_of("同比增长３．５％以上", 14) == ["同比增长", "３．５％以上"]
    assert lines_of("the well-known U.S.-China (e.g.) path", 12) == [
        "the ",
        "well-known ",
        "U.S.-China ",
        "(e.g.) path",
    ]


def test_a_word_longer_than_the_line_breaks_after_a_hyphen_or_slash_first() -> None:
    assert lines_of("https://example.org/plans", 20) == ["https://example.org/", "plans"]
    assert lines_of("a" * 12, 5) == ["aaaaa", "aaaaa", "aa"]


def test_spaces_at_a_break_stay_as_far_as_they_fit_and_hang_beyond() -> None:
    text = "four      five"
    assert wrap(text, 6) == [Line(0, 6, 6), Line(10, 14, 4)]
    assert wrap("word   ", 5) == [Line(0, 5, 5)]


def test_an_indent_never_stands_alone_on_a_line() -> None:
    assert lines_of("　　abcdefghijkl", 10) == ["　　abcdef", "ghijkl"]


def test_the_caret_at_a_break_stands_on_the_line_that_begins_there() -> None:
    lines = wrap("京津冀协同", 6)
    assert [line_of(lines, offset) for offset in range(6)] == [0, 0, 0, 1, 1, 1]
