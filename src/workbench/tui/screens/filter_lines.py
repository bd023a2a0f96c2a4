"""tui: the lines of the filter form, each a value of a condition; marking them changes the filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from workbench.model.segments import Kind, State
from workbench.project.filter_values import (
    ANSWERED,
    ANY,
    BOOKMARKED,
    CLOSED,
    DOUBTFUL,
    EDITED,
    FIRST,
    FURTHER,
    LAST_SAVE,
    LOCKED,
    NO_MATCH,
    OPEN,
    TODAY,
    TYPED_BY_NOBODY,
    canonical,
)
from workbench.project.row_filter import Condition, Field, RowFilter


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of a condition."""

    field: Field
    value: str


_CHAPTERS: Final[tuple[tuple[str, Field, Mapping[str, str]], ...]] = (
    (
        "Row",
        Field.IS,
        {
            BOOKMARKED: "bookmarked",
            LOCKED: "locked",
            EDITED: "source was edited",
            DOUBTFUL: "doubtful alignment",
        },
    ),
    ("Note", Field.NOTE, {ANY: "with a note"}),
    ("Query", Field.QUERY, {OPEN: "open", ANSWERED: "answered", CLOSED: "closed"}),
    (
        "Finding",
        Field.FINDING,
        {
            ANY: "any",
            "numbers": "numbers",
            "terms": "terms",
            "terms.avoided": "English to be avoided",
            "gaps": "gaps",
        },
    ),
    ("Repetition", Field.REPETITION, {FIRST: "first of several", FURTHER: "further"}),
    (
        "Best match",
        Field.MATCH,
        {
            ">=100": "100 % and more",
            "95-99": "95-99 %",
            "85-94": "85-94 %",
            "75-84": "75-84 %",
            "50-74": "50-74 %",
            NO_MATCH: "none",
        },
    ),
    (
        "Changed",
        Field.CHANGED,
        {LAST_SAVE: "since the last save", TODAY: "today", "1d": "in 24 hours", "7d": "in 7 days"},
    ),
    (
        "English from",
        Field.ORIGIN,
        {
            "typed": "the keyboard",
            "match": "a match",
            "repetition": "a repetition",
            "machine": "a machine",
            "imported": "an import",
            "aligned": "an alignment",
            TYPED_BY_NOBODY: "nowhere yet",
        },
    ),
)


def chapters(documents: Sequence[str]) -> list[tuple[str, list[tuple[Mark, str]]]]:
    """What can be marked besides states and kinds, with the words for it, by chapter.

    Args:
        documents: names of the documents; one alone is no choice.
    """
    made = [
        (title, [(Mark(field, value), words) for value, words in values.items()])
        for title, field, values in _CHAPTERS
    ]
    if len(documents) > 1:
        numbered = [(Mark(Field.DOCUMENT, str(at)), name) for at, name in enumerate(documents, 1)]
        made.insert(0, ("Document", numbered))
    return made


def is_marked(row_filter: RowFilter, mark: Mark) -> bool:
    """Whether a filter has the value in a condition that is not turned round."""
    found = _condition(row_filter, mark.field)
    return found is not None and mark.value in found.values


def marked(row_filter: RowFilter, mark: Mark) -> RowFilter:
    """The filter with a value put in, or taken out where it was in."""
    if mark.field is Field.STATE:
        return replace(row_filter, states=row_filter.states ^ {State(mark.value)})
    if mark.field is Field.KIND:
        return replace(row_filter, kinds=row_filter.kinds ^ {Kind(mark.value)})
    found = _condition(row_filter, mark.field)
    if found is None:
        return row_filter.with_condition(Condition(mark.field, (mark.value,)))
    if mark.value not in found.values:
        values = (*found.values, mark.value)
    else:
        values = tuple(value for value in found.values if value != mark.value)
    now = [canonical(replace(found, values=values))] if values else []
    others = [each for one in row_filter.others for each in (now if one is found else [one])]
    return replace(row_filter, others=tuple(others), among=None)


def _condition(row_filter: RowFilter, field: Field) -> Condition | None:
    """The condition of a field that marks stand for: one not turned round, and no text to look for."""
    for one in row_filter.conditions:
        plain = not (one.negated or one.regex or one.case)
        if one.field is field and plain and (field is not Field.NOTE or one.values == (ANY,)):
            return one
    return None
