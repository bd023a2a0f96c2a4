"""tui: what is offered at the caret and which words are underlined, key by key."""

from __future__ import annotations

import pytest

from workbench.model.coded import CodedText
from workbench.model.segments import Segment
from workbench.tui.widgets.cell_editor import CellEditor, Effect
from workbench.tui.widgets.columns import columns_for
from workbench.tui.widgets.row_layout import LineFace
from workbench.tui.widgets.row_text import CARET, GHOST, MISSPELT
from workbench.tui.widgets.rows import RowMarks


def opened(target: str, caret: int | None = None) -> CellEditor:
    columns = columns_for(80, 9)
    row = Segment(1, 1, 1, source=CodedText("治理河流"), target=CodedText(target))
    cell = CellEditor(row, target, columns)
    cell.target.put_caret(len(target) if caret is None else caret)
    cell.lay_out(columns, 20, 1)
    return cell


def english(cell: CellEditor) -> LineFace:
    return cell.faces(0, 1)[0]


def test_right_takes_what_is_offered_as_one_insertion() -> None:
    cell = opened("River gove")
    cell.ghost = "rnance"
    assert cell.press("right", None) is Effect.EDITED
    assert cell.target.text == "River governance"
    assert cell.ghost == ""
    assert cell.press("right", None) is Effect.MOVED


@pytest.mark.parametrize("key", ["left", "end", "home", "backspace", "ctrl+left", "up", "shift+left", "x"])
def test_any_other_key_of_the_cell_lets_it_go_and_types_none_of_it(key: str) -> None:
    cell = opened("River gove")
    cell.ghost = "rnance"
    effect = cell.press(key, key if len(key) == 1 else None)
    assert "rnance" not in cell.target.text
    assert effect is Effect.ABOVE or not cell.ghost


def test_it_is_painted_behind_the_caret_and_is_no_part_of_the_text() -> None:
    cell = opened("River gove rivers", 10)
    cell.ghost = "rnance"
    runs = english(cell).target
    assert runs == (
        ("River gove", 0),
        ("r", GHOST | CARET),
        ("nance", GHOST),
        (" ", 0),
        ("rivers", 0),
    )
    assert cell.target.text == "River gove rivers"


def test_it_changes_no_height_and_no_line_but_its_own() -> None:
    text = "Rivers and lakes and wetlands and forests are governed together in a way that takes gove"
    cell = opened(text)
    before, height = cell.faces(0, cell.height), cell.height
    cell.ghost = "rnance" * 9
    cell.fit()
    after = cell.faces(0, cell.height)
    assert cell.height == height > 1
    assert [old == new for old, new in zip(before, after, strict=True)].count(False) == 1


def test_with_the_caret_in_the_source_nothing_is_offered() -> None:
    cell = opened("River gove")
    cell.ghost = "rnance"
    cell.side = "source"
    assert not any(marks & GHOST for _, marks in english(cell).target)


def test_a_misspelt_word_is_underlined_and_moves_with_the_text() -> None:
    cell = opened("The rivver runs", 0)
    cell.marks = RowMarks(misspelt_target=((4, 10),))
    cell.press("A", "A")
    assert [text for text, marks in english(cell).target if marks & MISSPELT] == ["rivver"]
