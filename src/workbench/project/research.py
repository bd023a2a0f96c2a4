r"""project: research.tsv, what was looked up for a project: term, candidate, address, decision, row.

A table with a header, cells parted by tabs, inside a cell \t, \n, \r and \\ written out: to be edited by hand
and kept under version control. Columns of other names are kept as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.exchange.sheets_cells import escape_cell, unescape_cell
from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically

FILE_NAME: Final = "research.tsv"
COLUMNS: Final = ("term", "candidate", "address", "decision", "row")
TAKEN, LEFT = "taken", "left"
"""What a decision is called where a person did not word it; empty for one that is open."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found out.

    Attributes:
        term: the Chinese. `candidate` is English that it may have.
        address: where that stands, such as a web page or a page of a book.
        decision: `TAKEN`, `LEFT`, or what a person wrote; empty while it is open.
        row: id of the row it was looked up for; 0 for none.
        others: cells of the columns that are not ours, in the order of the file.
    """

    term: str
    candidate: str = ""
    address: str = ""
    decision: str = ""
    row: int = 0
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResearchSheet:
    """The sheet: names of the columns that are not ours, and what was found, in order."""

    others: tuple[str, ...] = ()
    entries: tuple[Found, ...] = ()


def read_sheet(folder: Path) -> ResearchSheet:
    """The sheet of a project; empty where there is none.

    Raises:
        WorkbenchError: it cannot be read, is not UTF-8, has no column `term`, or a row that is no number.
    """
    path = folder / FILE_NAME
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ResearchSheet()
    except OSError as error:
        raise WorkbenchError(f"{path} cannot be read ({error.strerror}); mend its permissions.") from error
    except UnicodeDecodeError as error:
        raise WorkbenchError(f"{path} is not UTF-8; save it as UTF-8.") from error
    lines = text.replace("\r\n", "\n").split("\n")
    names = [name.strip() for name in lines[0].split("\t")]
    header = [name.casefold() if name.casefold() in COLUMNS else name for name in names]
    if not any(map(str.strip, lines)):
        return ResearchSheet()
    if "term" not in header or len(set(header)) < len(header):
        raise WorkbenchError(
            f"{path}, line 1: the first line must name the columns {', '.join(COLUMNS)}, each once."
        )
    entries = (_found(path, n, header, line) for n, line in enumerate(lines[1:], 2) if line.strip())
    return ResearchSheet(tuple(name for name in header if name not in COLUMNS), tuple(entries))


def _found(path: Path, number: int, header: Sequence[str], line: str) -> Found:
    cells = [unescape_cell(cell) for cell in line.split("\t")]
    if len(cells) > len(header):
        raise WorkbenchError(f"{path}, line {number}: more cells than columns; take a tab out.")
    named = dict(zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=True))
    row = named.get("row", "").strip()
    if row and not (row.isascii() and row.isdecimal() and len(row) < 16):
        raise WorkbenchError(f"{path}, line {number}: the row is {row[:20]!r}; write its id, or nothing.")
    texts = (named.get(name, "").strip() for name in COLUMNS[:4])
    term, candidate, address, decision = texts
    others = tuple(named[name] for name in header if name not in COLUMNS)
    return Found(term, candidate, address, decision, int(row or 0), others)


def sheet_lines(sheet: ResearchSheet) -> Iterator[str]:
    """The sheet as the lines of its file."""
    yield "\t".join((*COLUMNS, *sheet.others)) + "\n"
    for each in sheet.entries:
        row = str(each.row) if each.row else ""
        others = (*each.others, *[""] * (len(sheet.others) - len(each.others)))
        cells = (each.term, each.candidate, each.address, each.decision, row, *others)
        yield "\t".join(map(escape_cell, cells)) + "\n"


def write_sheet(folder: Path, sheet: ResearchSheet) -> None:
    """Write the sheet, whole or not at all. Raises WorkbenchError."""
    write_atomically(folder / FILE_NAME, sheet_lines(sheet))


def put(entries: Iterable[Found], former: Found | None, now: Found | None) -> tuple[Found, ...]:
    """The entries with one in the place of another, at the end where there was none, or without it.

    Raises:
        KeyError: the former one is not there any more.
    """
    listed = list(entries)
    if former is None:
        return (*listed, now) if now is not None else tuple(listed)
    if former not in listed:
        raise KeyError(former)
    at = listed.index(former)
    listed[at : at + 1] = [now] if now is not None else []
    return tuple(listed)
