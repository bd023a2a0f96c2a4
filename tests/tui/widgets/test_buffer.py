"""tui: the cell's buffer does to a text what is done to a plain string, and wraps it as wrapping does."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.text.shown import shown
from workbench.text.wrapping import wrap
from workbench.tui.widgets import buffer as motions
from workbench.tui.widgets.buffer import CellBuffer

texts = st.text(st.sampled_from("ab cd.,京津冀，。“”（）\n é\u0301👩\u200d🚀🇨🇳x\x1b\u202e"), max_size=120)
pieces = st.text(st.sampled_from("a b京，。\n（”\u0301"), max_size=8)
edits = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 12), pieces), max_size=12)
MOTIONS = [
    motions.before,
    motions.after,
    motions.word_before,
    motions.word_after,
    motions.line_start,
    motions.line_end,
]


@settings(max_examples=150)
@given(texts, st.integers(4, 40), edits)
def test_any_edits_leave_the_text_a_string_would_have_and_its_lines(
    text: str, width: int, changes: list[tuple[int, int, str]]
) -> None:
    buffer = CellBuffer(text, width)
    for at, length, piece in changes:
        start = at % (len(text) + 1)
        end = min(len(text), start + length)
        buffer.replace(start, end, piece)
        text = text[:start] + piece + text[end:]
        assert buffer.text == text
        assert buffer.shown == shown(text)
        assert list(buffer.lines) == wrap(shown(text), width)
        assert buffer.caret == start + len(piece)
        assert buffer.selection is None


@settings(max_examples=150)
@given(texts, st.integers(4, 40), st.lists(st.tuples(st.sampled_from(MOTIONS), st.booleans()), max_size=20))
def test_the_caret_stays_in_the_text_and_on_a_line(
    text: str, width: int, steps: list[tuple[motions.Motion, bool]]
) -> None:
    buffer = CellBuffer(text, width)
    buffer.put_caret(len(text) // 2)
    for motion, select in steps:
        buffer.move(motion, select=select)
        assert 0 <= buffer.caret <= len(text)
        line = buffer.lines[buffer.caret_line]
        assert line.start <= buffer.caret
        assert 0 <= buffer.caret_cell <= width
        if not select:
            assert buffer.selection is None


@given(texts, st.integers(6, 30))
def test_down_to_the_end_and_up_again_passes_every_line(text: str, width: int) -> None:
    buffer = CellBuffer(text, width)
    seen = [buffer.caret_line]
    while buffer.move_lines(1):
        seen.append(buffer.caret_line)
    assert seen == list(range(len(buffer.lines)))
    while buffer.move_lines(-1):
        pass
    assert (buffer.caret_line, buffer.caret) == (0, 0)


def test_up_and_down_steer_for_the_cell_they_began_in() -> None:
    buffer = CellBuffer("a long first line\nhi\nanother long line", 30)
    buffer.put_caret(12)
    buffer.move_lines(1)
    assert buffer.text[: buffer.caret].endswith("hi")
    buffer.move_lines(1)
    assert buffer.caret_cell == 12


def test_a_click_on_either_half_of_a_hanzi_finds_it() -> None:
    buffer = CellBuffer("京津冀", 20)
    assert [buffer.offset_at(0, cell)[0] for cell in range(7)] == [0, 0, 1, 1, 2, 2, 3]


def test_end_stays_on_the_line_it_was_pressed_on() -> None:
    buffer = CellBuffer("京津冀协同发展", 6)
    buffer.move(motions.line_end)
    assert (buffer.caret, buffer.caret_line) == (3, 0)
    buffer.move(motions.after)
    assert (buffer.caret, buffer.caret_line) == (4, 1)


def test_backspace_takes_a_joined_character_whole() -> None:
    buffer = CellBuffer("x👩\u200d🚀", 20)
    buffer.put_caret(4)
    assert buffer.delete(motions.before)
    assert buffer.text == "x"


def test_deleting_at_the_edge_changes_nothing_and_says_so() -> None:
    buffer = CellBuffer("ab", 20)
    assert not buffer.delete(motions.before)
    assert buffer.text == "ab"


def test_typing_replaces_what_is_selected() -> None:
    buffer = CellBuffer("one two three", 20)
    buffer.select_word(5)
    assert buffer.selected == "two"
    buffer.insert("2")
    assert (buffer.text, buffer.caret) == ("one 2 three", 5)


def test_left_and_right_leave_a_selection_at_its_edges() -> None:
    buffer = CellBuffer("one two three", 20)
    buffer.select_word(5)
    buffer.move(motions.before)
    assert (buffer.caret, buffer.selection) == (4, None)
    buffer.select_word(5)
    buffer.move(motions.after)
    assert (buffer.caret, buffer.selection) == (7, None)


def test_lines_with_readings_place_the_caret_where_the_characters_stand() -> None:
    buffer = CellBuffer("京津", 20)
    buffer.lay_out(20, [(0, 2, 8)], [(0, 5)])  # type: ignore[list-item]
    buffer.put_caret(1)
    assert buffer.caret_cell == 5
    assert buffer.offset_at(0, 6) == (1, False)
    buffer.put_caret(2)
    assert buffer.caret_cell == 7
