"""project: Sought, what "the next of this kind" may be; each is a filter."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from workbench.model.segments import Kind, State
from workbench.project.filter_values import ANY, BOOKMARKED, DOUBTFUL, FURTHER, OPEN
from workbench.project.row_filter import Condition, Field, RowFilter


class Sought(StrEnum):
    """A kind of row that one goes through; the value is its name in a sentence."""

    UNTRANSLATED = "untranslated row"
    DRAFT = "draft"
    REJECTED = "rejected row"
    FINDING = "finding"
    NOTE = "note"
    QUERY = "open query"
    BOOKMARK = "bookmark"
    DOUBTFUL = "doubtful alignment"
    REPETITION = "repetition"


_RUNNING = frozenset(kind for kind in Kind if kind is not Kind.IGNORED)
TRANSLATED: Final = RowFilter(
    frozenset(state for state in State if state is not State.UNTRANSLATED), _RUNNING
)
"""Rows in whose English something can be found."""


def _of_state(state: State) -> RowFilter:
    return RowFilter(frozenset({state}), _RUNNING)


def _any_of(field: Field, value: str) -> RowFilter:
    return RowFilter(others=(Condition(field, (value,)),))


FILTERS: Final[Mapping[Sought, RowFilter]] = {
    Sought.UNTRANSLATED: _of_state(State.UNTRANSLATED),
    Sought.DRAFT: _of_state(State.DRAFT),
    Sought.REJECTED: _of_state(State.REJECTED),
    Sought.FINDING: _any_of(Field.FINDING, ANY),
    Sought.NOTE: _any_of(Field.NOTE, ANY),
    Sought.QUERY: _any_of(Field.QUERY, OPEN),
    Sought.BOOKMARK: _any_of(Field.IS, BOOKMARKED),
    Sought.DOUBTFUL: _any_of(Field.IS, DOUBTFUL),
    Sought.REPETITION: _any_of(Field.REPETITION, FURTHER),
}
