"""tests: the single lines around the rows fit their width and say what they must."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.coded import CodedText, CodeKind, InlineCode, print_coded
from workbench.tui.screens.printed import plain_offset, plain_text, printed_offset
from workbench.tui.screens.telling import local_time
from workbench.tui.widgets.bottom_lines import Hint, fitting
from workbench.tui.widgets.header import HeaderFacts, header_line
from workbench.tui.widgets.pinyin_line import wrapped_words

TITLES = st.text(st.sampled_from("京津冀协同发展 abc“”—·"), max_size=60)


@given(TITLES, st.integers(40, 200), st.integers(0, 9000), st.sampled_from(["", "14:02"]))
def test_the_header_fills_its_line_and_no_more(title: str, width: int, confirmed: int, saved: str) -> None:
    facts = HeaderFacts("river", title, confirmed, 9000, saved=saved)
    assert header_line(facts, width).cell_length == width


def test_the_title_gives_way_before_the_count() -> None:
    facts = HeaderFacts("capital-region", "京津冀协同发展" * 5, 37, 120)
    line = header_line(facts, 60).plain
    assert "37/120" in line
    assert "30 %" in line
    assert "…" in line


def test_a_filter_is_named_in_the_header() -> None:
    assert "[state:draft]" in header_line(HeaderFacts("river", "", 1, 2, filtered="state:draft"), 80).plain


@given(st.lists(st.text("abc", min_size=1, max_size=8), min_size=2, max_size=12), st.integers(20, 120))
def test_hints_fit_and_the_last_two_stay(words: list[str], width: int) -> None:
    hints = [Hint("F1", word) for word in words]
    shown = fitting(hints, width, 2)
    assert shown[-2:] == hints[-2:]
    assert shown[:-2] == hints[: len(shown) - 2]
    if len(shown) > 2:
        assert sum(len(hint.word) + 3 for hint in shown) + 3 * (len(shown) - 1) <= width


@given(
    st.lists(st.text("abcdefgh", min_size=1, max_size=9), max_size=60), st.integers(20, 80), st.integers(1, 3)
)
def test_pinyin_wraps_between_words_and_says_when_it_goes_on(
    words: list[str], width: int, height: int
) -> None:
    lines = wrapped_words(" ".join(words), width, height)
    assert len(lines) <= height
    assert all(len(line) <= width for line in lines)
    whole = " ".join(line for line in lines if line)
    assert whole == " ".join(words) or whole.endswith("…")


PIECES = st.lists(st.tuples(st.text("ab⟨ ", max_size=4), st.integers(1, 3)), max_size=5)


@given(PIECES, st.data())
def test_an_offset_survives_the_printed_form(pieces: list[tuple[str, int]], data: st.DataObject) -> None:
    text, codes = "", []
    for piece, number in pieces:
        text += piece
        codes.append(InlineCode(len(text), number, CodeKind.ALONE))
    printed = print_coded(CodedText(text, tuple(codes)))
    at = data.draw(st.integers(0, len(text)))
    assert plain_text(printed) == text
    assert plain_offset(printed, printed_offset(printed, at)) == at


def test_a_time_of_today_is_the_clock_and_an_older_one_has_its_date() -> None:
    now = datetime.now(UTC).astimezone()
    assert local_time(now.isoformat(), today=now) == now.strftime("%H:%M")
    assert local_time("2020-02-03T12:00:00Z", today=now).startswith("2020-02-0")
    assert local_time("") == ""
    assert local_time("yesterday") == "yesterday"


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_a_long_filter_leaves_room_for_how_far_the_project_is(width: int) -> None:
    filtered = 'state:draft,rejected kind:heading term:大城市病 changed:2d "coordinated development"'
    facts = HeaderFacts("river", "一江清水", 3, 120, notice="read-only", filtered=filtered, saved="14:02")
    line = header_line(facts, width)
    assert line.cell_length == width
    assert "  [state:draft" in line.plain
    assert "3/120" in line.plain
    assert "read-only" in line.plain
