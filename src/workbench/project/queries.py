"""project: all queries of a project with their rows, and a client's answers matched with them."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.model.queries import OPEN_MARK, Query, queries_of
from workbench.model.segments import State

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_LONG = 7  # letters behind the first: two copies of a project never meet in practice
_SELECT = "SELECT id, document, source, state, queries FROM rows WHERE queries != ''"


def new_id() -> str:
    """An id for a query, such as `q7fk2m9x`: no table takes it for a number, no eye i for l."""
    return "q" + "".join(secrets.choice(_LETTERS) for _ in range(_LONG))


@dataclass(frozen=True, slots=True)
class RowQuery:
    """A query and its row.

    Attributes:
        row: id of the row; `number` its place, 1-based, `document` the id of its document.
        source: the row's Chinese, plain. `state` is the row's.
    """

    row: int
    number: int
    document: int
    source: str
    state: State
    query: Query

    @property
    def asked(self) -> str:
        """The Chinese that it is about: the span, or all of the row."""
        return self.source[self.query.start : self.query.end] if self.query.spans else self.source


def project_queries(connection: sqlite3.Connection, *, open_only: bool = False) -> list[RowQuery]:
    """The queries of a project in the order of the text; those of one row as they were asked.

    Args:
        open_only: leave out those that were closed.
    """
    marked = f" AND instr(queries, '{OPEN_MARK}')" if open_only else ""
    found = connection.execute(f"{_SELECT}{marked} ORDER BY rank, id").fetchall()
    if not found:
        return []
    numbers = _numbers(connection, {int(values[0]) for values in found})
    return [
        RowQuery(int(row), numbers[int(row)], int(document), str(source), State(state), query)
        for row, document, source, state, text in found
        for query in queries_of(str(text), len(source))
        if query.open or not open_only
    ]


def _numbers(connection: sqlite3.Connection, rows: set[int]) -> dict[int, int]:
    """Numbers of rows, counted in one pass."""
    ids = connection.execute("SELECT id FROM rows ORDER BY rank, id")
    return {row: number for number, (row,) in enumerate(ids, 1) if row in rows}


@dataclass(frozen=True, slots=True)
class Answers:
    """What a client's answers mean for the queries of a project.

    Attributes:
        new: queries that had no answer, with the one they get; `changed` those that had another.
        same: how many were known already.
        empty: queries of the list that were left without an answer; they stay as they are.
        unknown: ids of answers that no query of the project has, with the answer.
        twice: ids that have two different answers in the list; the first one counts.
    """

    new: tuple[tuple[RowQuery, str], ...] = ()
    changed: tuple[tuple[RowQuery, str], ...] = ()
    same: int = 0
    empty: tuple[RowQuery, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    twice: tuple[str, ...] = ()


def matched(queries: Iterable[RowQuery], answers: Sequence[tuple[str, str]]) -> Answers:
    """Match a list that came back with the queries of the project.

    Args:
        answers: ids of queries and what was answered, empty where nothing was.
    """
    known = {each.query.id: each for each in queries}
    given, twice = _first_answers(answers)
    new: list[tuple[RowQuery, str]] = []
    changed: list[tuple[RowQuery, str]] = []
    empty: list[RowQuery] = []
    same = 0
    for id, answer in given.items():
        asked = known.get(id)
        if asked is None:
            continue
        if not answer:
            empty.append(asked)
        elif answer == asked.query.answer:
            same += 1
        else:
            (changed if asked.query.answer else new).append((asked, answer))
    unknown = tuple((id, answer) for id, answer in given.items() if id not in known and answer)
    return Answers(tuple(new), tuple(changed), same, tuple(empty), unknown, twice)


def _first_answers(answers: Sequence[tuple[str, str]]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The first answer that is not empty by id, and the ids that have another one too."""
    given: dict[str, str] = {}
    twice: dict[str, None] = {}
    for id, answer in answers:
        if given.get(id) and answer and answer != given[id]:
            twice[id] = None
        given[id] = given.get(id) or answer
    return given, tuple(twice)
