"""exchange: rows of cells as CSV for spreadsheets and as tab-separated text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV (RFC 4180: quotes where needed, doubled inside, CR LF), the header first.

    A cell that a spreadsheet would run as a formula gets a leading apostrophe; `without_guard` takes it off.
    Write the text as UTF-8 with a byte order mark where Excel is to open it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([guarded(cell) for cell in header])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue()


def write_tsv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as tab-separated text with line feeds, the header first; a tab or line end in a cell is a space.

    Cells stand as they are: this form is for programs, so nothing is quoted or guarded.
    """
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in (header, *rows))


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: `'=1+1`; apostrophes before such a start count with it.

    The rule is OWASP's for CSV injection: a leading = + - @, tab or carriage return.
    """
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA_STARTS) else cell


def without_guard(cell: str) -> str:
    """The cell that `guarded` was given."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA_STARTS) else cell
