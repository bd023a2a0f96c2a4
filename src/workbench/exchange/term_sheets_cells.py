"""exchange: the cells of a table of terms, with what a spreadsheet has made of some of them.

A spreadsheet takes `1-2` for a date and `=x` for a formula. What it was before is not in the file any more,
so such a cell is named and left out, and not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from workbench.exchange.sheets_cells import text_sheet
from workbench.exchange.tables import without_guard
from workbench.model.faults import WorkbenchError

WORKBOOKS: Final = (".xlsx", ".xlsm")
_MONTHS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
_DATE: Final = re.compile(
    rf"\d{{1,2}}-(?:{_MONTHS})(?:-\d{{2,4}})?|(?:{_MONTHS})-\d{{2}}|\d{{1,2}}月\d{{1,2}}日|\d{{4}}年\d{{1,2}}月\d{{1,2}}日"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}([/.-])\d{1,2}\1\d{1,2}(?:[ T]00:00(?::00)?)?",
    re.I,
)
_ERRORS: Final = frozenset({"#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!"})
DATE, FORMULA, ERROR = "date", "formula", "error"


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row of a table.

    Attributes:
        line: the line it begins in, of a workbook its number; 1-based.
        cells: as text.
        odd: what a spreadsheet has made of a cell, by its index from 0: date, formula or error.
        places: whether a cell is named as in a workbook (`B7`).
    """

    line: int
    cells: list[str]
    odd: dict[int, str] = field(default_factory=dict)
    places: bool = False
    sheet: str = ""

    @property
    def place(self) -> str:
        """Where it is, for a person."""
        return f"{self.sheet}row {self.line}" if self.places else f"line {self.line}"

    def cell_place(self, at: int, name: str) -> str:
        """Where a cell is: `B7`, in a text its line and the column's name."""
        return f"{self.sheet}{letters(at + 1)}{self.line}" if self.places else f"line {self.line} ({name})"


def read_cells(path: Path, *, as_workbook: bool) -> Iterator[tuple[str, list[CellRow]]]:
    """The tables of a file: one of a text, the visible sheets of a workbook, each with its name.

    Raises:
        WorkbenchError: it cannot be read, or is no table.
    """
    try:
        if as_workbook:
            yield from _workbook(path)
        else:
            yield "", list(_text(path))
    except OSError as error:
        raise WorkbenchError(f"{path}: cannot be read ({error.strerror or error}).") from error


def _text(path: Path) -> Iterator[CellRow]:
    sheet = text_sheet(path)
    for row in sheet.rows:
        cells = [without_guard(cell) if sheet.guarded else cell for cell in row.cells]
        odd = {at: kind for at, cell in enumerate(cells) if (kind := spoilt_as(cell.strip()))}
        yield CellRow(row.line, cells, odd)


def spoilt_as(cell: str) -> str:
    """What a spreadsheet may have made of a cell, by its text: date or error; empty where nothing."""
    if cell in _ERRORS:
        return ERROR
    return DATE if _DATE.fullmatch(cell) else ""


def _workbook(path: Path) -> Iterator[tuple[str, list[CellRow]]]:
    from workbench.exchange.sheets_workbook import opened_workbook

    with opened_workbook(path) as book:
        visible = [one for one in book.worksheets if one.sheet_state == "visible"]
        for sheet in visible:
            sheet.reset_dimensions()  # what the file says of its size is often wrong
            prefix = f"{sheet.title}!" if len(visible) > 1 else ""
            rows = (_row(number, cells, prefix) for number, cells in enumerate(sheet.iter_rows(), 1))
            yield str(sheet.title), [row for row in rows if any(map(str.strip, row.cells)) or row.odd]


def _row(number: int, cells: tuple[Any, ...], sheet: str) -> CellRow:
    from workbench.exchange.sheets_workbook import cell_text

    odd: dict[int, str] = {}
    for at, cell in enumerate(cells):
        if cell.data_type == "f":
            odd[at] = FORMULA
        elif cell.data_type == "e":
            odd[at] = ERROR
        elif isinstance(cell.value, datetime | date | time):
            odd[at] = DATE
    return CellRow(number, [cell_text(cell.value) for cell in cells], odd, places=True, sheet=sheet)


def letters(number: int) -> str:
    """The name of a column of a workbook, counted from 1: A to Z, then AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
