"""project: conditions of a filter as conditions of SQL."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as field_of
from datetime import UTC, date, datetime, timedelta
from typing import Final

from workbench.model.faults import WorkbenchError
from workbench.model.queries import OPEN_MARK
from workbench.project.filter_values import (
    ANSWERED,
    ANY,
    BOOKMARKED,
    CLOSED,
    DOUBTFUL,
    EDITED,
    FIRST,
    LAST_SAVE,
    LOCKED,
    NO_MATCH,
    OPEN,
    TODAY,
    TYPED_BY_NOBODY,
    bounds,
)
from workbench.project.records import Cell, storable
from workbench.project.row_filter import AVOIDED, Condition, Field
from workbench.project.search_pattern import narrowing
from workbench.text.characters import is_hanzi
from workbench.text.fold import fold

Sql = tuple[str, list[Cell]]

SURE_PER_CENT = 75
"""English that the aligner brought with less confidence is doubtful until somebody confirms it."""

_QUERY: Final[Mapping[str, Sql]] = {
    OPEN: ("instr(queries, ?) > 0", [OPEN_MARK]),
    CLOSED: ("instr(queries, ?) > 0", ['"open":false']),
    ANSWERED: ("instr(queries, ?) > 0", ['"answer":"']),
    ANY: ("queries != ''", []),
}
_UNIT = {"d": "days", "h": "hours", "m": "minutes"}
_REPEATED = """
id IN (SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY fold_key ORDER BY rank, id) AS place,
        count(*) OVER (PARTITION BY fold_key) AS together
    FROM rows WHERE kind != 'ignored' AND fold_key IN (
        SELECT fold_key FROM rows GROUP BY fold_key HAVING count(*) > 1)
) WHERE together > 1 AND place {sign} 1)
"""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a filter is held against besides the rows themselves.

    Attributes:
        now: this moment; "2d" counts back from it.
        saved_at: when project.tmx was last written, UTC, ISO 8601; empty for never.
        bookmarks: ids of the rows with a bookmark.
        documents: id and name of the documents in order.
        written: gives the ways in which the termbase writes a Chinese term.
        findings: names of the checks that have something to say, by row.
        scores: the best match of a row, in per cent, by row.
    """

    now: datetime = field_of(default_factory=lambda: datetime.now(UTC))
    saved_at: str = ""
    bookmarks: frozenset[int] = frozenset()
    documents: Mapping[int, str] = field_of(default_factory=dict)
    written: Callable[[str], Iterable[str]] = lambda term: (term,)
    findings: Mapping[int, frozenset[str]] = field_of(default_factory=dict)
    scores: Mapping[int, int] = field_of(default_factory=dict)


def sql_of(condition: Condition, around: Surroundings) -> Sql:
    """A condition of SQL on the table `rows` that the rows pass which pass the filter's.

    Args:
        condition: one that is no text to look for; those are `filter_texts`.

    Raises:
        WorkbenchError: it names a document that is none.
    """
    parts = [_one(condition.field, value, around) for value in condition.values]
    sql = " OR ".join(f"({part})" for part, _ in parts)
    values = [value for _, given in parts for value in given]
    return (f"NOT ({sql})" if condition.negated else f"({sql})"), values


def since(value: str, around: Surroundings) -> str:
    """The moment that a value of `changed:` stands for, UTC, ISO 8601 to the second; empty for ever."""
    if value == LAST_SAVE:
        return around.saved_at
    if value[-1] in _UNIT:
        moment = around.now - timedelta(**{_UNIT[value[-1]]: int(value[:-1])})
    else:
        local = around.now.astimezone()
        day = local.date() if value == TODAY else date.fromisoformat(value)
        moment = datetime(day.year, day.month, day.day).astimezone()  # midnight by the clock on the wall
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _one(field: Field, value: str, around: Surroundings) -> Sql:
    """One value of a condition that is no text."""
    match field:
        case Field.STATE | Field.KIND:
            return f"{field} = ?", [value]
        case Field.ORIGIN:
            return "origin = ?", ["" if value == TYPED_BY_NOBODY else value]
        case Field.IS:
            return _is(value, around)
        case Field.REPETITION:
            return _REPEATED.format(sign="=" if value == FIRST else ">"), []
        case Field.QUERY:
            return _QUERY[value]
        case Field.NOTE:
            return "note != ''", []
        case Field.TERM:
            return _term(value, around)
        case Field.CHANGED:
            sign = ">" if value == LAST_SAVE else ">="
            return f"changed_at != '' AND changed_at {sign} ?", [since(value, around)]
        case Field.BY:
            return "lower(changed_by) = lower(?)", [storable(value)]
        case Field.DOCUMENT:
            return _among("document", _documents(value, around))
        case Field.LENGTH:
            return _between("length(source)", value)
        case Field.FINDING:
            return _among("id", (row for row, names in around.findings.items() if _named(value, names)))
        case Field.MATCH:
            return _scored(value, around)
    raise AssertionError(field)


def _is(value: str, around: Surroundings) -> Sql:
    if value == BOOKMARKED:
        return _among("id", around.bookmarks)
    if value == DOUBTFUL:
        sure = "state IN ('confirmed', 'reviewed') OR coalesce(origin_score, 0) >= ?"
        return f"origin = 'aligned' AND NOT ({sure})", [SURE_PER_CENT]
    return {LOCKED: "locked_by IS NOT NULL", EDITED: "original_source != ''"}[value], []


def _among(column: str, numbers: Iterable[int]) -> Sql:
    return f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(sorted(numbers))]


def _term(value: str, around: Surroundings) -> Sql:
    """Rows in whose Chinese a term stands, however it is written; or in whose English an English one does."""
    if value == AVOIDED:
        return _one(Field.FINDING, "terms.avoided", around)
    if not any(map(is_hanzi, value)):
        sql, values, _ = narrowing("target", storable(value), case=False)
        return sql, list(values)
    forms = {fold(form) for form in (value, *around.written(value))} - {""}
    return " OR ".join(["instr(source_fold, ?) > 0"] * len(forms)), [*sorted(forms)]


def _documents(value: str, around: Surroundings) -> list[int]:
    ids = list(around.documents)
    if value.isdecimal() and 1 <= int(value) <= len(ids):
        return [ids[int(value) - 1]]
    wanted = value.casefold()
    found = [number for number, name in around.documents.items() if wanted in name.casefold()]
    if not found:
        names = ", ".join(f"{at} {name}" for at, name in enumerate(around.documents.values(), 1))
        raise WorkbenchError(f"filter: document:{value} is none of this project; there are {names[:300]}.")
    return found


def _between(what: str, value: str) -> Sql:
    wanted = bounds(value)
    parts, values = ["1"], list[Cell]()
    if wanted.least is not None:
        parts.append(f"{what} >= ?")
        values.append(wanted.least)
    if wanted.most is not None:
        parts.append(f"{what} <= ?")
        values.append(wanted.most)
    return " AND ".join(parts), values


def _named(value: str, names: frozenset[str]) -> bool:
    return value == ANY or any(re.match(f"{re.escape(value)}(?:\\.|$)", name) for name in names)


def _scored(value: str, around: Surroundings) -> Sql:
    """Rows by the score of their best match; one that nothing is like has the score 0."""
    if value == NO_MATCH:
        sql, values = _among("id", (row for row, score in around.scores.items() if score))
        return f"NOT ({sql})", values
    wanted = bounds(value)
    least, most = wanted.least or 0, 1000 if wanted.most is None else wanted.most
    if least == 0:
        sql, values = _among("id", (row for row, score in around.scores.items() if score > most))
        return f"NOT ({sql})", values
    return _among("id", (row for row, score in around.scores.items() if least <= score <= most))
