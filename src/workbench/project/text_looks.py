"""project: looking for a regular expression in one column of all rows, as fast as texts can be read.

What SQLite can say by itself it is asked first. For what it cannot, it joins the texts of many rows into one
and reads them while Python looks through those before. A text is looked at in small letters where that finds
the same, and only rows that may have a match are looked at.
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
from workbench.project.pattern_sure import sure_pattern
from workbench.project.records import Cell
from workbench.project.scanning import rows_read, rows_where
from workbench.project.stopping import Progress, unheard

_BETWEEN = "\x1f"
_ASCII_BESIDES = [letter.encode() for letter in ASCII_BESIDES]
_FEW = 1_000
"""So many rows are looked up one by one rather than all rows read."""
_SLICE = 200
_LEFT = 5_000
"""So many are, of those that SQLite can say nothing of."""


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

    @property
    def sure(self) -> tuple[str, list[str]] | None:
        """A condition of SQL that no row passes but such as have a match; None where there is none."""
        return sure_pattern(self.column, self.pattern.pattern, case=self.case)


def rows_with(
    connection: sqlite3.Connection,
    looks: Sequence[TextLook],
    among: frozenset[int] | None = None,
    progress: Progress = unheard,
) -> frozenset[int]:
    """Ids of the rows in which one of some looks, at different columns, finds something; in any thread.

    Args:
        among: only these rows matter; others may be among the ids.
        progress: told how many rows of how many were read.

    Raises:
        StopError: `progress` did.
    """
    search = _Search(looks)
    if among is not None and len(among) <= _FEW:
        return search.found_among(connection, among, progress)
    if search.tells_most:
        sure, unsure = search.told(connection, progress)
        if len(unsure) <= _LEFT:
            return sure | search.found_among(connection, unsure, progress)

    def read(connection: sqlite3.Connection, first: int, last: int) -> Iterable[int]:
        return search.found(connection, "id BETWEEN ? AND ?", [first, last])

    return rows_read(connection, read, progress=progress)


class _Search:
    """Looks through rows that lie together, each column of theirs joined."""

    def __init__(self, looks: Sequence[TextLook]) -> None:
        self._looks = looks
        self._finders = [_Finder(look) for look in looks]
        joined = (f"CAST(group_concat({look.column}, char({ord(_BETWEEN)})) AS BLOB)" for look in looks)
        self._joined = f"group_concat(id), {', '.join(joined)}"
        self._apart = f"id, {', '.join(look.column for look in looks)}"
        self._where = " OR ".join(look.needs[0] for look in looks)
        self._values = [value for look in looks for value in look.needs[1]]
        self._sure = [sure for look in looks if (sure := look.sure) is not None]

    @property
    def tells_most(self) -> bool:
        """SQL by itself can say of most rows, as it seems, whether they have a match."""
        return bool(self._sure) and all(look.needs[1] for look in self._looks)

    def told(
        self, connection: sqlite3.Connection, progress: Progress
    ) -> tuple[frozenset[int], frozenset[int]]:
        """Ids of the rows of which SQL says that they have a match, and of those that may have one."""
        sure = " OR ".join(sql for sql, _ in self._sure)
        given = [*(value for _, values in self._sure for value in values), *self._values]
        shown = f"CASE WHEN {sure} THEN id ELSE -id END"
        signed = rows_where(connection, self._where, given, shown=shown, progress=progress)
        unsure = frozenset(filter((0).__gt__, signed))
        return signed - unsure, frozenset(-row for row in unsure)

    def found_among(
        self, connection: sqlite3.Connection, rows: frozenset[int], progress: Progress
    ) -> frozenset[int]:
        """Those of some rows in which something is found, a few hundred after another."""
        ordered = sorted(rows)
        found: set[int] = set()
        for at in range(0, len(ordered), _SLICE):
            progress(at, len(ordered))
            some = json.dumps(ordered[at : at + _SLICE])
            found.update(self.found(connection, "id IN (SELECT value FROM json_each(?))", [some]))
        return frozenset(found)

    def found(self, connection: sqlite3.Connection, only: str, values: Sequence[Cell]) -> Iterable[int]:
        """Those of some rows in which something is found."""
        given = [*self._values, *values]
        tail = f"FROM rows WHERE ({self._where}) AND {only}"
        ids, *texts = connection.execute(f"SELECT {self._joined} {tail}", given).fetchone()
        if ids is None:
            return []
        rows = ids.split(",")
        try:
            pairs = zip(self._finders, texts, strict=True)
            places = {at for finder, joined in pairs for at in finder.places(joined, len(rows))}
        except UnpartedError:
            apart = connection.execute(f"SELECT {self._apart} {tail}", given)
            patterns = [look.pattern for look in self._looks]
            return [
                row
                for row, *each in apart
                if any(one.search(text) for one, text in zip(patterns, each, strict=True))
            ]
        return [int(rows[at]) for at in places]


class _Finder:
    """A pattern, with what makes looking for it fast."""

    def __init__(self, look: TextLook) -> None:
        self._pattern = look.pattern
        self._small = () if look.case else in_small(look.pattern.pattern)
        self._run = None if look.needs[1] else byte_run(look.pattern.pattern, case=look.case)

    def places(self, texts: bytes, count: int) -> Iterable[int]:
        """Which of so many texts have a match, counted from 0. Raises UnpartedError."""
        if self._run is not None:
            return self._with_run(texts, count, self._run)
        shown = (texts.lower() if self._small else texts).decode().split(_BETWEEN)
        _told_apart(shown, count)
        search = self._pattern.search
        if not self._small:
            return [at for at, text in enumerate(shown) if search(text)]
        if texts.isascii() or not any(sign in texts for sign in _ASCII_BESIDES):
            return {at for small in self._small for at, text in enumerate(shown) if small.search(text)}
        return [
            at
            for at, text in enumerate(shown)
            if (any(small.search(text) for small in self._small) if text.isascii() else search(text))
        ]

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
