"""project: RowFilter, which rows are wanted: states, kinds, and any other conditions together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from workbench.model.segments import Kind, State


class Field(StrEnum):
    """What a condition asks about; the value is the word before the colon."""

    STATE = "state"
    KIND = "kind"
    IS = "is"
    ORIGIN = "origin"
    REPETITION = "repetition"
    QUERY = "query"
    NOTE = "note"
    FINDING = "finding"
    MATCH = "match"
    TERM = "term"
    CHANGED = "changed"
    BY = "by"
    DOCUMENT = "document"
    LENGTH = "length"
    SOURCE = "source"
    TARGET = "target"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition; a row passes that has any of the values.

    Attributes:
        field: what it asks about.
        values: in the form that `filter_text` writes them; one alone where they are a text to look for.
        negated: a row passes that has none of them.
        regex: the text is a regular expression.
        case: capitals and small letters of the text are not the same.
    """

    field: Field
    values: tuple[str, ...]
    negated: bool = False
    regex: bool = False
    case: bool = False


_FEW = 1_000
"""So many rows that passed are looked up by SQLite; where they are more, all rows are walked over."""

COSTLY_FIELDS = frozenset({Field.FINDING, Field.MATCH})


@dataclass(frozen=True, slots=True)
class RowFilter:
    """The rows to show: those that pass every condition; without any, all.

    Attributes:
        states: any of these; an empty set means all. `kinds` likewise.
        others: further conditions, in the order in which they were written.
        among: ids of the rows that passed `others` when they were looked at (`sifting.sifted`); None where
            they were not, or there are none. It is no part of what is wanted: two filters that want the same
            are equal.
    """

    states: frozenset[State] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    others: tuple[Condition, ...] = ()
    among: frozenset[int] | None = field(default=None, compare=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.states or self.kinds or self.others)

    @property
    def text(self) -> str:
        """The filter as it is typed, such as "state:draft,rejected kind:heading"; empty for none."""
        if not self:
            return ""
        from workbench.project.filter_text import print_filter

        return print_filter(self)

    @property
    def conditions(self) -> Iterator[Condition]:
        """All conditions, states and kinds too, in the order in which they are written."""
        if self.states:
            yield Condition(Field.STATE, tuple(state.value for state in State if state in self.states))
        if self.kinds:
            yield Condition(Field.KIND, tuple(kind.value for kind in Kind if kind in self.kinds))
        yield from self.others

    @property
    def costly(self) -> bool:
        """Whether rows have to be checked or looked up one by one, which takes long in a long project."""
        return any(
            one.field in COSTLY_FIELDS or (one.field is Field.TERM and AVOIDED in one.values)
            for one in self.others
        )

    def passes(self, row: int) -> bool:
        """Whether a row was among those that the other conditions let through."""
        return self.among is None or row in self.among

    def condition(self, *, in_order: bool = False) -> tuple[str, list[str]]:
        """States and kinds as a condition of SQL and its values; `passes` has to be asked besides.

        Args:
            in_order: the first few rows in order are wanted: SQLite shall walk along the order of rows
                (a plus hides a column from its indexes) and not gather all that match and sort them.
        """
        plus = "+" if in_order else ""
        parts, values = ["1"], list[str]()
        for column, wanted in (("state", self.states), ("kind", self.kinds)):
            if wanted:
                parts.append(f"{plus}{column} IN ({','.join('?' * len(wanted))})")
                values.extend(sorted(item.value for item in wanted))
        if self.among is not None and len(self.among) <= _FEW:
            parts.append("id IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(self.among)))
        return " AND ".join(parts), values

    def with_condition(self, condition: Condition) -> RowFilter:
        """The filter with one condition more; not looked at yet."""
        return replace(self, others=(*self.others, condition), among=None)

    def without(self, condition: Condition) -> RowFilter:
        """The filter without a condition; not looked at yet."""
        return replace(self, others=tuple(one for one in self.others if one != condition), among=None)


AVOIDED = "avoided"
"""`term:avoided`: English that the termbase warns against."""
