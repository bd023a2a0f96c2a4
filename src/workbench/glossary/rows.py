"""glossary: the rows of a glossary file as they stand, and what is wrong with a single one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from workbench.glossary.columns import CLOSED_VALUES, HEADER, REQUIRED
from workbench.model.faults import WorkbenchError

_YEAR = re.compile(r"[12][0-9]{3}")
_LARGEST_FILE = 64 * 1024 * 1024


class Problem(NamedTuple):
    """Something wrong in a glossary file.

    Attributes:
        line: 1-based line of the file.
        column: name of the column; empty where the whole row is meant.
        message: what is wrong and how to mend it, without place.
    """

    line: int
    column: str
    message: str

    def said(self, name: object) -> str:
        """One line for a person: file, line, column, message."""
        place = f"{name}:{self.line}: "
        return f"{place}{self.column}: {self.message}" if self.column else place + self.message


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a glossary file: its 1-based line and its cells, of which empty ones may be absent."""

    line: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        """The cell of a column, empty where the file has no such column."""
        return self.cells.get(column, "")

    @property
    def concept(self) -> str:
        """The concept this row belongs to: its `concept` cell, else its Chinese."""
        return self.cell("concept") or self.cell("zh")


@dataclass(slots=True)
class Table:
    """A glossary file taken apart: columns in their order, rows, and what kept others from being read."""

    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_text(path: Path) -> str:
    """The text of a glossary file, which is UTF-8 with or without a byte order mark.

    Raises:
        WorkbenchError: it cannot be read, is not UTF-8, or is larger than any glossary.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise WorkbenchError(f"{path}: larger than 64 MB, which no glossary is; split it.")
        data = path.read_bytes()
    except OSError as error:
        raise WorkbenchError(f"{path}: cannot be read ({error.strerror or error}).") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WorkbenchError(f"{path}:{line}: not UTF-8; save the glossary as UTF-8 text.") from error


def parse(text: str) -> Table:
    """Take the text of a glossary file apart: tab-separated, a header first, no quoting, blank lines skipped.

    Only line feeds (or CR LF) end a row. Faulty rows are left out of `rows` and named in `problems`.
    """
    header, *_ = text.split("\n", 1)
    table = Table(columns=tuple(cell.strip() for cell in header.removesuffix("\r").split("\t")))
    for found in each_row(text):
        if isinstance(found, Row):
            table.rows.append(found)
        else:
            table.problems.append(found)
    return table


def each_row(text: str) -> Iterator[Row | Problem]:
    """The rows one by one, or what keeps one from being read; of a header at fault its faults alone.

    Nothing is kept of a row that was given: a large file costs no more than what is made of it.
    """
    lines = _lines(text)
    columns = tuple(cell.strip() for cell in next(lines).split("\t"))
    problems = list(_header_problems(columns))
    yield from problems
    if problems:
        return
    same: dict[str, str] = {}  # of cells that say the same, one is kept
    for number, line in enumerate(lines, start=2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            message = f"{_cells(len(cells))} where the header has {len(columns)}; give each column one"
            yield Problem(number, "", message)
            continue
        named = zip(columns, cells, strict=True)
        yield Row(
            number, {column: same.setdefault(bare, bare) for column, cell in named if (bare := cell.strip())}
        )


def _lines(text: str) -> Iterator[str]:
    """The lines, without their ends; at least one."""
    start = 0
    while True:
        end = text.find("\n", start)
        if end < 0:
            yield text[start:].removesuffix("\r")
            return
        yield text[start:end].removesuffix("\r")
        start = end + 1


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"


def _header_problems(columns: Sequence[str]) -> Iterable[Problem]:
    for column in REQUIRED:
        if column not in columns:
            yield Problem(1, column, f"the header lacks the column `{column}` (columns are parted by tabs)")
    for place, column in enumerate(columns):
        if column in columns[:place]:
            yield Problem(1, column, "the header names this column twice")
        elif column not in HEADER:
            yield Problem(1, column, f"unknown column `{column}`; known are {', '.join(HEADER)}")


def value_problems(rows: Iterable[Row], seen: set[str] | None = None) -> Iterator[Problem]:
    """What makes a row unreadable: an empty side, a value its column does not take, a year that is none.

    Args:
        rows: of one file, in order.
        seen: the concepts of the rows before these, to which those of these are added.
    """
    seen = set() if seen is None else seen
    for row in rows:
        first = row.concept not in seen
        seen.add(row.concept)
        if not row.cell("zh") and first:
            yield Problem(row.line, "zh", "the Chinese side is empty; write the headword")
        if not row.cell("en"):
            yield Problem(row.line, "en", "the English side is empty; write a rendering or delete the row")
        for column, values in CLOSED_VALUES.items():
            value = row.cell(column)
            if value and value not in values:
                yield Problem(row.line, column, f"unknown value `{value}`; use one of {', '.join(values)}")
        for column in ("year_from", "year_to"):
            value = row.cell(column)
            if value and not _YEAR.fullmatch(value):
                yield Problem(row.line, column, f"`{value}` is no year; write four digits")
