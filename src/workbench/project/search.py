"""project: find; in Chinese blind to script, width and radicals, in English to case unless asked."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from workbench.project.view import RowView

if TYPE_CHECKING:
    from workbench.project.records import Cell
    from workbench.project.stopping import Progress

Side = Literal["source", "target", "both"]
LIMIT = 5_000
_BATCH = 400  # rows that are read at a time, and between two words on how far it is


@dataclass(frozen=True, slots=True)
class FindQuery:
    """What to find.

    Attributes:
        text: plain text, or a regular expression where `regex` is set.
        side: where to look.
        case: tell capitals from small letters.
        words: whole words only; between hanzi there are no borders to look at.
        shown: only in the rows under the filter.
    """

    text: str
    side: Side = "both"
    regex: bool = False
    case: bool = False
    words: bool = False
    shown: bool = False


@dataclass(frozen=True, slots=True)
class FindHit:
    """A place found: offsets start to end of the shown text of one side of a row."""

    row: int
    number: int
    side: Literal["source", "target"]
    start: int
    end: int
    context: str
    context_start: int


@dataclass(frozen=True, slots=True)
class FoundRow:
    """What is looked through of a row."""

    row: int
    number: int
    source: str
    folded: str
    target: str


def find(
    connection: sqlite3.Connection,
    query: FindQuery,
    view: RowView,
    *,
    limit: int = LIMIT,
    progress: Progress = lambda _done, _of: None,
) -> list[FindHit]:
    """All places in row order, source before target; in any thread.

    Args:
        view: the rows to look through.
        limit: so many at most.
        progress: told how many rows of how many were read, where SQLite cannot say which to read.

    Raises:
        WorkbenchError: the regular expression is not one.
        StopError: `progress` did.
    """
    if not query.text.strip() and not query.regex:
        return []
    patterns = {side: pattern_of(query, side) for side in sides_of(query)}
    rows = rows_with_hits(connection, query, view, progress)
    hits = (hit for row in rows for side, pattern in patterns.items() for hit in _hits(row, side, pattern))
    return list(islice(hits, limit))


def sides_of(query: FindQuery) -> tuple[Literal["source", "target"], ...]:
    """The sides that a query looks through, in the order of the hits."""
    if query.side == "both":
        return ("source", "target")
    return (query.side,)


def pattern_of(query: FindQuery, side: Literal["source", "target"]) -> re.Pattern[str]:
    """What finds a query on one side. Raises WorkbenchError where it is no regular expression."""
    from workbench.project.search_pattern import compiled

    return compiled(query.text, regex=query.regex, case=query.case, words=query.words, side=side)


def _hits(row: FoundRow, side: Literal["source", "target"], pattern: re.Pattern[str]) -> Iterator[FindHit]:
    if side == "target":
        yield from (_hit(row, side, row.target, *span) for span in spans(pattern, row.target))
    elif pattern.search(row.folded):
        from workbench.text.fold import fold_mapped

        folded = fold_mapped(row.source)
        for span in spans(pattern, folded.text):
            yield _hit(row, side, row.source, *folded.span(*span))


def spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of what a pattern finds, empty places left out."""
    return (match.span() for match in pattern.finditer(text) if match.end() > match.start())


def _hit(row: FoundRow, side: Literal["source", "target"], text: str, start: int, end: int) -> FindHit:
    first, last = max(0, start - 16), min(len(text), end + 40)
    return FindHit(row.row, row.number, side, start, end, text[first:last].replace("\n", " "), first)


def rows_with_hits(
    connection: sqlite3.Connection, query: FindQuery, view: RowView, progress: Progress
) -> Iterator[FoundRow]:
    """The rows of a view in which something may be found, in order."""
    sql, values = _narrowed(query)
    candidates: Iterable[tuple[int, int]] = zip(view.ids, view.numbers, strict=True)
    total = len(view)
    if sql:
        from workbench.project.scanning import rows_where

        passing = rows_where(connection, sql, values)
        candidates = [(row, number) for row, number in candidates if row in passing]
        total = len(candidates)
    waiting = iter(candidates)
    done = 0
    while batch := list(islice(waiting, _BATCH)):
        progress(done, total)
        yield from _read(connection, batch)
        done += len(batch)


def _read(connection: sqlite3.Connection, batch: list[tuple[int, int]]) -> Iterator[FoundRow]:
    marks = ",".join("?" * len(batch))
    query = f"SELECT id, source, source_fold, target FROM rows WHERE id IN ({marks})"
    texts = {row: texts for row, *texts in connection.execute(query, [row for row, _ in batch])}
    for row, number in batch:
        if row in texts:
            yield FoundRow(row, number, *texts[row])


def _narrowed(query: FindQuery) -> tuple[str, list[Cell]]:
    """A condition of SQL that every row with a hit passes; empty where SQLite cannot tell."""
    if query.regex:
        return _narrowed_pattern(query)
    from workbench.project.records import storable
    from workbench.project.search_pattern import narrowing
    from workbench.text.fold import fold

    columns = {"source": ("source_fold", fold(query.text)), "target": ("target", query.text)}
    parts: list[str] = []
    values: list[Cell] = []
    for column, text in (columns[side] for side in sides_of(query)):
        if not text:
            continue
        sql, given, _ = narrowing(column, storable(text), case=query.case)
        parts.append(sql)
        values += given
    return " OR ".join(parts) or "0", values


def _narrowed_pattern(query: FindQuery) -> tuple[str, list[Cell]]:
    from workbench.project.pattern_sql import narrowing_pattern

    parts: list[str] = []
    values: list[Cell] = []
    for side in sides_of(query):
        column = "source_fold" if side == "source" else "target"
        sql, given = narrowing_pattern(
            column, query.text, case=not pattern_of(query, side).flags & re.IGNORECASE
        )
        if not given:
            return "", []
        parts.append(sql)
        values += given
    return " OR ".join(parts), values
