"""tui: a line of a row is exactly as wide as the screen gives it, whatever stands in it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.style import Style

from workbench.model.coded import CodedText
from workbench.model.queries import Query
from workbench.model.segments import Kind, Lock, Segment, State
from workbench.text.graphemes import next_boundary
from workbench.text.shown import shown
from workbench.text.width import cell_width
from workbench.tui.widgets.columns import PLAIN_SIGNS, SIGNS, columns_for
from workbench.tui.widgets.grid_styles import PARTS
from workbench.tui.widgets.row_layout import (
    LineFace,
    Styles,
    Tone,
    gutter_text,
    paint,
    tone_of,
)
from workbench.tui.widgets.row_text import (
    CARET,
    FINDING,
    GHOST,
    LIT,
    TERM,
    RubyLayout,
    caret_after,
    plain_lines,
    ruby_layout,
    runs_of,
    with_ghost,
    wrapped,
)

STYLES = Styles({name: Style(bold=name == "lit") for name in ("row", *PARTS)}, {})
texts = st.text(
    st.sampled_from("京津冀协同发展战略，。“”（）①— a b c Beijing x\n\x1b\t\u202e👩\u200d🚀é\u0301"),
    max_size=200,
)
spans = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 40)), max_size=6)


@given(texts, texts, spans, st.integers(1, 220), st.sampled_from(State), st.booleans())
def test_no_line_is_wider_or_narrower_than_the_screen(
    source: str, target: str, marks: list[tuple[int, int]], width: int, state: State, active: bool
) -> None:
    columns = columns_for(width, 1234)
    assert columns.width >= min(width, 24)
    terms = [(at, at + length, TERM) for at, length in marks]
    lefts = plain_lines(shown(source), wrapped(shown(source), columns.source))
    rights = plain_lines(shown(target), wrapped(shown(target), columns.target))
    for left, right in zip(lefts, rights, strict=False):
        face = LineFace("", state, runs_of(left, terms), runs_of(right, []), "  ", Tone.PLAIN, active)
        strip = paint(face, STYLES, columns)
        assert sum(cell_width(piece.text) for piece in strip) == columns.width == strip.cell_length


@given(texts, st.integers(1, 220), st.sampled_from(["│ ", "│▾", " ▴", "  "]), st.booleans())
def test_no_line_of_a_stacked_row_is_wider_or_narrower_than_the_screen(
    text: str, width: int, edge: str, plain: bool
) -> None:
    columns = columns_for(width, 1234, stacked=True, plain=plain)
    assert columns.width >= min(width, 24)
    for line in plain_lines(shown(text), wrapped(shown(text), columns.target)):
        face = LineFace("", State.DRAFT, (), runs_of(line, []), edge, Tone.PLAIN, True)
        strip = paint(face, STYLES, columns)
        assert sum(cell_width(piece.text) for piece in strip) == columns.width == strip.cell_length
        assert "".join(piece.text for piece in strip)[columns.gutter :].startswith(edge)


@given(texts, spans)
def test_cutting_a_line_at_marks_loses_no_character(text: str, marks: list[tuple[int, int]]) -> None:
    text = shown(text)
    for line in plain_lines(text, wrapped(text, 30)):
        runs = runs_of(line, [(at, at + length, LIT) for at, length in marks])
        assert "".join(part for part, _ in runs) == text[line.start : line.end]


def test_marks_that_overlap_add_up() -> None:
    (line,) = plain_lines("京津冀协同", wrapped("京津冀协同", 40))
    assert runs_of(line, [(0, 3, TERM), (2, 5, LIT)]) == (("京津", TERM), ("冀", TERM | LIT), ("协同", LIT))


def readings(text: str) -> tuple[str, ...]:
    return tuple("zhuāng" if "\u4e00" <= ch <= "\u9fff" else "" for ch in text)


def laid_out(text: str, width: int) -> RubyLayout:
    return ruby_layout(text, readings, width)


@given(texts, st.integers(10, 60))
@example("👩\u200d①。BB", 10)
def test_with_readings_every_character_still_has_its_place(text: str, width: int) -> None:
    text = shown(text)
    ruby = laid_out(text, width)
    assert len(ruby.painted) == 2 * len(ruby.lines) == 2 * len(ruby.rulers)
    for painted, line in zip(ruby.painted[1::2], ruby.lines, strict=True):
        runs = runs_of(
            painted, [(at, at + 1, FINDING if at % 2 else TERM) for at in range(line.start, line.end)]
        )
        assert "".join(part for part, _ in runs) == painted.text
        kept = "".join(part for part, _ in runs).replace(" ", "")
        assert kept == text[line.start : line.end].replace(" ", "")


def test_a_term_under_readings_is_marked_with_the_room_of_its_readings() -> None:
    ruby = laid_out("京津冀", 40)
    runs = runs_of(ruby.painted[1], [(0, 2, TERM)])
    assert [part.strip().replace(" ", "") for part, _ in runs] == ["京津", "冀"]


def test_a_caret_past_the_end_stands_on_a_blank_of_its_own() -> None:
    assert caret_after((("ab", 0),), 0)[-1] == (" ", CARET)
    assert caret_after((("ab", 0),), 2)[1:] == (("  ", 0), (" ", CARET))


@pytest.mark.parametrize(
    "sign",
    [sign for signs in (SIGNS, PLAIN_SIGNS) for sign in (*signs.states.values(), *signs[1:-1])],
)
def test_signs_take_one_cell_in_every_terminal(sign: str) -> None:
    assert unicodedata.east_asian_width(sign) in ("N", "Na")
    assert cell_width(sign) == 1


def test_the_gutter_tells_number_state_lock_note_and_open_query() -> None:
    columns = columns_for(100, 99)
    row = Segment(1, 1, 1, Kind.PARAGRAPH, CodedText("京"), CodedText(), State.CONFIRMED)
    assert gutter_text(row, 7, columns, active=False) == "  7 ✓  "
    locked = Segment(1, 1, 1, state=State.DRAFT, lock=Lock("Li"), note="?")
    assert gutter_text(locked, 12, columns, active=True) == "▸12✎∙⊘ "
    assert len({*SIGNS.states.values()}) == len(State)
    closed = Query("qa", "Which?", open=False)
    asked = Segment(1, 1, 1, state=State.CONFIRMED, note="so", queries=(closed, Query("qb", "When?")))
    assert gutter_text(asked, 7, columns, active=False) == "  7?✓  "
    assert gutter_text(replace(asked, queries=(closed,)), 7, columns, active=False) == "  7✎✓  "


def test_headings_are_loud_and_bylines_quiet() -> None:
    assert tone_of(Kind.HEADING) is tone_of(Kind.TITLE) is Tone.STRONG
    assert tone_of(Kind.BYLINE) is tone_of(Kind.CREDIT) is tone_of(Kind.IGNORED) is Tone.FAINT
    assert tone_of(Kind.PARAGRAPH) is Tone.PLAIN


@given(st.integers(24, 300), st.integers(1, 200_000), st.integers(20, 70), st.booleans())
def test_columns_use_the_whole_line_and_give_hanzi_whole_cells(
    width: int, rows: int, share: int, stacked: bool
) -> None:
    columns = columns_for(width, rows, share=share, stacked=stacked)
    assert columns.width == width
    assert columns.source % 2 == 0
    assert columns.source >= 4 <= columns.target


@given(texts.map(shown), st.integers(0, 40), st.text("governance é", min_size=1), st.integers(1, 60))
def test_what_is_offered_stands_at_the_caret_and_the_line_stays_in_its_column(
    text: str, caret: int, ghost: str, width: int
) -> None:
    line = wrapped(text, width)[0]
    caret = min(caret, line.end)
    spans = [(caret, next_boundary(text, caret), CARET)] if caret < line.end else []
    runs = runs_of(plain_lines(text, [line])[0], spans)
    runs = runs if spans else caret_after(runs, 0)
    offered = with_ghost(runs, ghost, width)
    assert sum(cell_width(stretch) for stretch, _ in offered) <= width
    seen = "".join(stretch for stretch, marks in offered if marks & GHOST)
    assert seen == ghost or len(seen) < 2 or (seen.endswith("…") and ghost.startswith(seen[:-1]))
    whole = with_ghost(runs, ghost, 400)
    assert "".join(stretch for stretch, marks in whole if marks & GHOST) == ghost
    assert "".join(stretch for stretch, _ in whole).startswith(text[: line.end][:caret] + ghost)
    assert [stretch for stretch, marks in whole if marks & CARET] == [ghost[: next_boundary(ghost, 0)]]
