"""exchange: the list of queries as a workbook, and the answers in one that came back."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from workbench.exchange.query_list import HEADINGS, HOW, SHARES, Answer, QueryLine, answers_in, heading
from workbench.exchange.sheets_workbook import workbook_sheets
from workbench.exchange.sheets_writing import LONGEST_CELL
from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_CELLS: Final = 150  # characters of the usual font over all columns
_FIRST: Final = 4  # the row of the headings, below the title and what to do


def queries_xlsx(lines: Sequence[QueryLine], title: str) -> bytes:
    """A sheet with a row for each query, its headings in sight, ready to be printed across A4.

    Raises:
        WorkbenchError: a text is longer than a cell can hold.
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Queries"
    _lay_out(sheet)
    _put(sheet, 1, 1, heading(title, len(lines)), bold=True)
    for row, sentence in enumerate(HOW, 2):
        _put(sheet, row, 1, sentence)
    for column, text in enumerate(HEADINGS, 1):
        _put(sheet, _FIRST, column, text, bold=True)
    for row, line in enumerate(lines, _FIRST + 1):
        _fill(sheet, row, line)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _lay_out(sheet: Worksheet) -> None:
    from openpyxl.utils import get_column_letter

    for at, share in enumerate(SHARES, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _CELLS * share / 100
    sheet.freeze_panes = f"A{_FIRST + 1}"
    sheet.print_title_rows = f"{_FIRST}:{_FIRST}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _fill(sheet: Worksheet, row: int, line: QueryLine) -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Alignment, Border, Side

    side = Side(style="thin", color="999999")
    for column, text in enumerate(line.cells, 1):
        cell = _put(sheet, row, column, text)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.border = Border(side, side, side, side)
    if line.span[0] < line.span[1]:
        font = InlineFont(b=True, u="single", color="C00000")
        parts = [TextBlock(font, text) if marked else text for text, marked in line.parts()]
        sheet.cell(row, HEADINGS.index("Chinese 原文") + 1).value = CellRichText(*parts)


def _put(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> Any:
    """Put a text into a cell, as a text: none is calculated."""
    from openpyxl.styles import Font

    if len(text.encode("utf-16-le")) > 2 * LONGEST_CELL:
        raise WorkbenchError(
            f"“{text[:20]}…” is longer than a cell of a workbook ({LONGEST_CELL:,} characters); write docx."
        )
    cell: Any = sheet.cell(row, column)
    cell.value = text or None
    if text:
        cell.data_type = "s"
        cell.number_format = "@"
    if bold:
        cell.font = Font(bold=True)
    return cell


def answers_of_xlsx(path: Path) -> list[Answer]:
    """Ids of queries and their answers, from all visible sheets.

    Raises:
        WorkbenchError: it is no workbook or is damaged.
        OSError: it cannot be read.
    """
    sheets = ([row.cells for row in sheet.rows] for sheet in workbook_sheets(path))
    return list(chain.from_iterable(answers_in(rows) for rows in sheets))
