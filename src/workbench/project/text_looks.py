"""project: looking for a regular expression in one column of all rows, as fast as texts can be read.

SQLite joins the texts of many rows into one and reads them while Python looks through those before. A text
is looked at in small letters where that finds the same, and only rows that may have a match are looked at.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.project.pattern_bytes import ByteRun, byte_run
from workbench.project.pattern_small import in_small
from workbench.project.pattern_sql import ASCII_BESIDES, narrowing_pattern
from workbench.project.records import Cell
from workbench.project.scanning import rows_read
from workbench.project.stopping import Progress, unheard

_BETWEEN = "\x1f"
_ASCII_BESIDES = [letter.encode() for letter in ASCII_BESIDES]
_FEW = 1_000
"""So many rows are looked up one by one rather than all rows read."""


@dataclass(frozen=True, slots=True)
class TextLook:
    """Which rows have something that a pattern finds.

    Attributes:
        column: of the table `rows`, with a text.
        pattern: compiled with no flag but re.IGNORECASE.
    """

    column: str
    pattern: re.Pattern[str]

    @property
    def case(self) -> bool:
        """Capitals count."""
        return not self.pattern.flags & re.IGNORECASE

    @property
    def needs(self) -> tuple[str, list[str]]:
        """A condition of SQL that every row passes that has a match."""
        return narrowing_pattern(self.column, self.pattern.pattern, case=self.case)

    def rows(
        self,
        connection: sqlite3.Connection,
        among: frozenset[int] | None = None,
        progress: Progress = unheard,
    ) -> frozenset[int]:
        """Ids of the rows with a match; in any thread.

        Args:
            among: only these rows matter; others may be among the ids.
            progress: told how many rows of how many were read.

        Raises:
            StopError: `progress` did.
        """
        search = _Search(self.pattern, self.case)
        sql, values = self.needs
        where = f"WHERE {sql} AND id"
        if among is not None and len(among) <= _FEW:
            where += " IN (SELECT value FROM json_each(?))"
            return frozenset(self._found(connection, search, where, [*values, json.dumps(sorted(among))]))
        where += " BETWEEN ? AND ?"

        def read(connection: sqlite3.Connection, first: int, last: int) -> Iterable[int]:
            return self._found(connection, search, where, [*values, first, last])

        return rows_read(connection, read, progress=progress)

    def _found(
        self, connection: sqlite3.Connection, search: _Search, where: str, values: list[Cell]
    ) -> list[int]:
        joined = f"group_concat(id), CAST(group_concat({self.column}, char({ord(_BETWEEN)})) AS BLOB)"
        ids, texts = connection.execute(f"SELECT {joined} FROM rows {where}", values).fetchone()
        if ids is None:
            return []
        rows = ids.split(",")
        try:
            return [int(rows[at]) for at in search.places(texts, len(rows))]
        except UnpartedError:
            apart = connection.execute(f"SELECT id, {self.column} FROM rows {where}", values)
            return [row for row, text in apart if self.pattern.search(text)]


class _Search:
    """A pattern, with what makes looking for it fast."""

    def __init__(self, pattern: re.Pattern[str], case: bool) -> None:
        self._pattern = pattern
        self._small = None if case else in_small(pattern.pattern)
        self._run = None
        if narrowing_pattern("", pattern.pattern, case=case)[0] == "1":
            self._run = byte_run(pattern.pattern, case=case)

    def places(self, texts: bytes, count: int) -> list[int]:
        """Which of so many texts have a match, counted from 0. Raises UnpartedError."""
        if self._run is not None:
            return self._with_run(texts, count, self._run)
        shown = (texts.lower() if self._small else texts).decode().split(_BETWEEN)
        _told_apart(shown, count)
        search = self._pattern.search
        if self._small is None:
            return [at for at, text in enumerate(shown) if search(text)]
        small = self._small.search
        if texts.isascii() or not any(sign in texts for sign in _ASCII_BESIDES):
            return [at for at, text in enumerate(shown) if small(text)]
        return [at for at, text in enumerate(shown) if (small if text.isascii() else search)(text)]

    def _with_run(self, texts: bytes, count: int, wanted: ByteRun) -> list[int]:
        marked = texts.translate(wanted.table)
        if wanted.run not in marked:
            return []
        marks, shown = marked.split(_BETWEEN.encode()), texts.split(_BETWEEN.encode())
        _told_apart(shown, count)
        with_run = (at for at, each in enumerate(marks) if wanted.run in each)
        return [at for at in with_run if self._pattern.search(shown[at].decode())]


class UnpartedError(Exception):
    """The sign between two texts stands in one of them."""


def _told_apart(texts: Sequence[object], count: int) -> None:
    if len(texts) != count:
        raise UnpartedError
