r"""exchange: the rows of a table: of text, its delimiter and quoting found, or of a workbook.

Text with commas or semicolons is quoted as RFC 4180 says. Text with tabs is quoted by some spreadsheets and
not by programs; that a cell holds a doubled quote between quotes, or a line break, shows it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import TextIO

from workbench.exchange.sheets_encoding import encoding_of
from workbench.model.faults import WorkbenchError

TAB = "\t"
_DELIMITERS = (TAB, ",", ";", "|")
_LOOKED_AT = 60
"""Rows by which the delimiter is told."""
_SAID = re.compile(r'"?sep=([^\w\s"]|\t)"?')
_ESCAPED = re.compile(r"\\[\\tnr]")
_MEANT = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}
_ESCAPES = str.maketrans({meant: escaped for escaped, meant in _MEANT.items()})


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the line it begins in (of a workbook its number), 1-based, and its cells."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table.

    Attributes:
        name: of the sheet in its workbook; empty for a text.
        rows: to be iterated once; raises WorkbenchError for what cannot be read.
        escaped: whether cells may hold a written-out tab or line end, as Workbench writes tables.
        guarded: whether a cell may have an apostrophe before a sign that a spreadsheet would calculate.
    """

    name: str
    rows: Iterator[Row]
    escaped: bool = False
    guarded: bool = False


def escape_cell(cell: str) -> str:
    r"""A cell as it stands in a table of Workbench, with \t, \n, \r and \\ written out."""
    return cell.translate(_ESCAPES)


def unescape_cell(cell: str) -> str:
    """The inverse of `escape_cell`."""
    return _ESCAPED.sub(lambda found: _MEANT[found.group()], cell) if "\\" in cell else cell


def text_sheet(path: Path) -> Sheet:
    """A table as text: its encoding, delimiter and manner of quoting are found.

    Raises:
        WorkbenchError: it is empty, no text, in no encoding that can be told, or has one column only.
        OSError: it cannot be read.
    """
    encoding = encoding_of(path)

    def opened() -> AbstractContextManager[TextIO]:
        return path.open(encoding=encoding, newline="")

    with path.open(encoding=encoding, errors="replace") as file:
        said = _SAID.fullmatch(file.readline(100).strip("\ufeff\r\n"))
    delimiter = said[1] if said else _delimiter(path, opened)
    quoted = delimiter != TAB or _quoted(path, opened)
    rows = _rows(path, opened, delimiter, quoted=quoted, after=bool(said))
    return Sheet("", rows, escaped=delimiter == TAB, guarded=delimiter != TAB)


class _Quoted(csv.excel):
    """As RFC 4180 says."""


class _Plain(csv.excel):
    """A quote is a sign as any other."""

    quoting = csv.QUOTE_NONE


Opened = Callable[[], AbstractContextManager[TextIO]]


def _rows(path: Path, opened: Opened, delimiter: str, *, quoted: bool, after: bool = False) -> Iterator[Row]:
    """The rows that hold anything.

    Args:
        after: whether the first line only names the delimiter.
    """
    line = 0
    with opened() as file:
        reader = csv.reader(file, _Quoted if quoted else _Plain, delimiter=delimiter)
        try:
            for cells in reader:
                start, line = line + 1, reader.line_num
                if any(map(str.strip, cells)) and not (after and start == 1):
                    yield Row(start, cells)
        except csv.Error as error:
            raise WorkbenchError(
                f"{path}, line {line + 1}: a cell that begins there does not end ({error}); look for a quote"
                " that stands alone."
            ) from error
        except UnicodeError as error:
            raise WorkbenchError(
                f"{path}, after line {line}: not in the encoding of the rest ({_encoding(file)}); save the"
                " table as UTF-8."
            ) from error


def _encoding(file: TextIO) -> str:
    return file.encoding if isinstance(file, TextIOWrapper) else "text"


def _delimiter(path: Path, opened: Opened) -> str:
    """The delimiter by which most rows have as many cells as the first one."""
    preferred = sorted(_DELIMITERS, key=lambda sign: (sign == TAB) != (path.suffix.lower() != ".csv"))
    best = max(preferred, key=lambda sign: _fit(path, opened, sign))  # the first of those that fit as well
    if not _fit(path, opened, best):
        raise WorkbenchError(
            f"{path} has one column; a table needs Chinese and English, with a tab or a comma between them."
        )
    return best


def _fit(path: Path, opened: Opened, delimiter: str) -> float:
    """Share of the first rows that have as many cells as the first, quoted or not; 0 where that is one."""
    return max(_agreement(_rows(path, opened, delimiter, quoted=quoted)) for quoted in (True, False))


def _agreement(rows: Iterator[Row]) -> float:
    widths: list[int] = []
    with suppress(WorkbenchError):  # a quote that does not end may belong to the text
        widths.extend(len(row.cells) for row in islice(rows, _LOOKED_AT))
    return widths.count(widths[0]) / len(widths) if widths and widths[0] > 1 else 0.0


def _quoted(path: Path, opened: Opened) -> bool:
    """Whether a table with tabs has its cells in quotes where they hold a quote or a line end."""
    shown = False
    width = 0
    for row in _rows(path, opened, TAB, quoted=False):
        width = width or len(row.cells)
        for at, cell in enumerate(row.cells, 1):
            if '"' not in cell:
                continue
            inside = cell[1:-1]
            whole = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inside.replace('""', "")
            begun = cell[0] == '"' and at == len(row.cells) and cell.count('"') % 2 == 1
            if not whole and not begun and not cell.endswith('"'):
                return False
            shown = shown or (begun and at < width) or (whole and '""' in inside)
    return shown
