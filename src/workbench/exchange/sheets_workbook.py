"""exchange: the sheets of an Excel workbook (.xlsx) as rows of text, read as a stream; formulas stay text."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from workbench.exchange.sheets_cells import Row, Sheet
from workbench.model.faults import WorkbenchError

MOST_UNPACKED = 1 << 30
"""Bytes that a workbook may unpack to: a million units take some 300 MB, an attack more."""

_WRITTEN_OUT = re.compile("_x([0-9A-Fa-f]{4})_")
_BROKEN = (
    *(BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, AttributeError, IndexError),
    *(SyntaxError, NotImplementedError, RuntimeError, OverflowError),
)
"""What openpyxl and zipfile raise for files that are damaged, protected or made up."""


@contextmanager
def opened_workbook(path: Path) -> Iterator[Any]:
    """A workbook of openpyxl, formulas as they are written; what is wrong with the file is one sentence.

    Raises:
        WorkbenchError: it is no workbook, is damaged, or would unpack to more than memory holds.
        OSError: it cannot be read.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        refuse_bomb(path)
        book: Any = load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except InvalidFileException as error:
        raise WorkbenchError(f"{path}: {path.suffix or 'it'} is no workbook; save it as .xlsx.") from error
    except _BROKEN as error:
        raise WorkbenchError(_damaged(path, error)) from error
    try:
        yield book
    except _BROKEN as error:
        raise WorkbenchError(_damaged(path, error)) from error
    finally:
        book.close()


def workbook_sheets(path: Path) -> Iterator[Sheet]:
    """The visible sheets, in order; each must be read before the next is asked for.

    Raises:
        WorkbenchError: it is no workbook, is damaged, or would unpack to more than memory holds.
        OSError: it cannot be read.
    """
    with opened_workbook(path) as book:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                yield Sheet(str(sheet.title), _rows(path, sheet))


def _rows(path: Path, sheet: Any) -> Iterator[Row]:
    try:
        sheet.reset_dimensions()  # what the file says of its size is often wrong
        for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
            cells = [cell_text(value) for value in values]
            if any(map(str.strip, cells)):
                yield Row(number, cells)
    except _BROKEN as error:
        raise WorkbenchError(_damaged(path, error)) from error


def refuse_bomb(path: Path) -> None:
    """Raise WorkbenchError where a packed file would unpack to more than memory holds."""
    with ZipFile(path) as packed:
        size = sum(entry.file_size for entry in packed.infolist())
    if size > MOST_UNPACKED:
        raise WorkbenchError(
            f"{path} would unpack to {size >> 20:,} MB; save the table as CSV and read that."
        )


def _damaged(path: Path, error: Exception) -> str:
    return (
        f"{path} is damaged or no Excel workbook ({error or type(error).__name__}); open it in a spreadsheet"
        " and save it as .xlsx without a password, or as CSV."
    )


def cell_text(value: object) -> str:
    """The value of a cell as text."""
    if isinstance(value, str):
        return _WRITTEN_OUT.sub(_character, value) if "_x" in value else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, datetime | date | time) else str(value)


def _character(found: re.Match[str]) -> str:
    """A character written out as Office writes controls, such as _x000D_; half a surrogate pair stays so."""
    number = int(found[1], 16)
    return found[0] if 0xD800 <= number <= 0xDFFF else chr(number)
