"""project: Overview, a project at a glance: its documents by state, where one worked last, how much it is."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.model.segments import Kind, State
from workbench.project.counts import english_words, hanzi
from workbench.project.operations import label_now
from workbench.project.reviewing import UNREVIEWED, Role
from workbench.project.views import number_of

_OPEN = {
    Role.TRANSLATOR: (State.UNTRANSLATED, State.DRAFT, State.REJECTED),
    Role.REVIEWER: UNREVIEWED,
}
_KEPT = 10
_FAR = 5_000  # operations looked through for the last places
_EVERY = 2_000


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """Rows of one document, ignored ones left out.

    Attributes:
        row: id of the first that is open for whoever works here, else of the first of all.
        ignored: how many rows are ignored.
    """

    id: int
    name: str
    row: int
    by_state: Mapping[State, int]
    ignored: int = 0

    @property
    def total(self) -> int:
        """Rows that count."""
        return sum(self.by_state.values())

    @property
    def done(self) -> int:
        """Rows confirmed or reviewed."""
        return self.by_state.get(State.CONFIRMED, 0) + self.by_state.get(State.REVIEWED, 0)


@dataclass(frozen=True, slots=True)
class LastPlace:
    """A row worked on lately: what was done there last, who did it, and when (UTC ISO 8601)."""

    row: int
    number: int
    at: str
    who: str
    label: str
    source: str
    state: State


@dataclass(frozen=True, slots=True)
class Overview:
    """The documents in order, and the last places, newest first."""

    documents: Sequence[DocumentRows]
    places: Sequence[LastPlace]


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Hanzi of the sources and words of the English by document and state; see `counts.DEFINITIONS`."""

    hanzi: Mapping[tuple[int, State], int] = field(default_factory=dict)
    english: Mapping[tuple[int, State], int] = field(default_factory=dict)


def overview(connection: sqlite3.Connection, names: Mapping[int, str], role: Role) -> Overview:
    """A project at a glance. Safe in another thread with a connection of its own.

    Args:
        names: of the documents by id, in order.
        role: whose open rows the documents lead to.
    """
    counts: dict[int, Counter[State]] = {number: Counter() for number in names}
    ignored: Counter[int] = Counter()
    query = "SELECT document, state, kind = 'ignored', count(*) FROM rows GROUP BY 1, 2, 3"
    for document, state, left_out, count in connection.execute(query):
        if left_out:
            ignored[document] += count
        else:
            counts.setdefault(document, Counter())[State(state)] += count
    first = _first_rows(connection, "1") | _first_rows(connection, "kind != 'ignored'")
    marks = ",".join(f"'{state.value}'" for state in _OPEN[role])
    first |= _first_rows(connection, f"state IN ({marks}) AND kind != 'ignored' AND locked_by IS NULL")
    documents = [
        DocumentRows(
            number, names.get(number, f"document {number}"), first.get(number, 0), by_state, ignored[number]
        )
        for number, by_state in counts.items()
    ]
    return Overview(documents, last_places(connection))


def _first_rows(connection: sqlite3.Connection, condition: str) -> dict[int, int]:
    """The first row of each document for which a condition of our own holds."""
    query = f"SELECT document, id, min(rank) FROM rows WHERE {condition} GROUP BY document"
    return {int(document): int(row) for document, row, _ in connection.execute(query)}


def last_places(connection: sqlite3.Connection, most: int = _KEPT) -> list[LastPlace]:
    """The rows worked on last that are still there, newest first, each once."""
    found: dict[int, LastPlace] = {}
    walked = {"undo": "undone: ", "redo": "redone: "}
    query = "SELECT row, at, who, label, kind FROM operations ORDER BY id DESC LIMIT ?"
    for row, at, who, label, kind in connection.execute(query, (_FAR,)):
        if row in found:
            continue
        here = connection.execute("SELECT source, state FROM rows WHERE id = ?", (row,)).fetchone()
        if here is not None:
            number = number_of(connection, row)
            done = f"{walked.get(kind, '')}{label_now(label, number)}"
            found[row] = LastPlace(row, number, at, who, done, here[0], State(here[1]))
        if len(found) == most:
            break
    return list(found.values())


def word_counts(
    connection: sqlite3.Connection, progress: Callable[[int], None] = lambda _done: None
) -> WordCounts:
    """Count all texts; a hundred thousand rows take seconds. Safe in another thread, as `overview`.

    Args:
        progress: told how many rows were counted; what it raises stops it.
    """
    signs: Counter[tuple[int, State]] = Counter()
    words: Counter[tuple[int, State]] = Counter()
    query = "SELECT document, state, source, target FROM rows WHERE kind != ?"
    for number, (document, state, source, target) in enumerate(
        connection.execute(query, (Kind.IGNORED.value,)), 1
    ):
        key = document, State(state)
        signs[key] += hanzi(source)
        words[key] += english_words(target)
        if number % _EVERY == 0:
            progress(number)
    return WordCounts(signs, words)
