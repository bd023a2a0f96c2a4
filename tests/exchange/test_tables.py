"""tests: a table opened in a spreadsheet runs nothing and loses nothing."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exchange.tables import guarded, without_guard, write_csv, write_tsv


@pytest.mark.parametrize(
    "cell", ["=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "\r=1", "'=1", '=HYPERLINK("x","y")']
)
def test_a_cell_that_would_run_as_a_formula_is_text(cell: str) -> None:
    assert guarded(cell).startswith("'")
    assert without_guard(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["", "non-capital functions", "'tis", "非首都功能", "1+1"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


@given(
    st.lists(st.lists(st.text(st.characters(exclude_characters="\0")), min_size=2, max_size=2), max_size=4)
)
def test_every_cell_comes_back_from_csv(rows: list[list[str]]) -> None:
    text = write_csv(["zh", "en"], rows)
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert back[0] == ["zh", "en"]
    assert [[without_guard(cell) for cell in row] for row in back[1:]] == rows
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in back for cell in row)


def test_tabs_and_line_ends_cannot_break_a_tab_separated_row() -> None:
    assert write_tsv(["zh", "en"], [["非首都\t功能", "non-capital\nfunctions"]]) == (
        "zh\ten\n非首都 功能\tnon-capital functions\n"
    )
