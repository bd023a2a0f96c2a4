"""project: Comparison, where another TMX differs from ours, row by row, three ways where a base is known.

Not to be confused with `comparing`, which is about memories.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from workbench.model.coded import CodedText
from workbench.model.segments import Anchor, Origin, Segment, State

SETTLED = (State.CONFIRMED, State.REVIEWED)


class Changed(StrEnum):
    """Who has changed a row since the version that both came from."""

    THERE = "there"
    HERE = "here"
    BOTH = "both"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Work:
    """What a person has done in a row, in one of the versions.

    Attributes:
        state: None where the file does not say, as one of another program.
    """

    target: CodedText = field(default_factory=CodedText)
    state: State | None = None
    comment: str = ""
    note: str = ""

    def same(self, other: Work) -> bool:
        """Whether they say the same, as far as both say it."""
        if self.target.text != other.target.text:
            return False
        if self.state is None or other.state is None:
            return True
        said = (self.state, self.comment, self.note)
        return said == (other.state, other.comment, other.note)


@dataclass(frozen=True, slots=True)
class Theirs:
    """What the other file has for a row.

    Attributes:
        source: its source where it is another than ours; else empty.
        who: who changed it last; empty where not known. `at` is when, UTC ISO 8601.
        parts: units of the file that make the row up together.
    """

    work: Work
    source: str = ""
    anchors: tuple[Anchor, ...] = ()
    origin: Origin = field(default_factory=Origin)
    who: str = ""
    at: str = ""
    parts: int = 1


@dataclass(frozen=True, slots=True)
class DifferentRow:
    """A row that differs: `base` is None where no version is known that both came from."""

    row: int
    number: int
    ours: Work
    theirs: Theirs
    base: Work | None
    locked: bool = False

    @property
    def changed(self) -> Changed:
        """Who has changed it."""
        if self.base is None:
            return Changed.UNKNOWN
        if self.ours.same(self.base):
            return Changed.THERE
        return Changed.HERE if self.theirs.work.same(self.base) else Changed.BOTH

    @property
    def english_differs(self) -> bool:
        """Whether the English is another, and not only what is said of it."""
        return self.ours.target.text != self.theirs.work.target.text

    @property
    def settled_here(self) -> bool:
        """Whether taking theirs changes English that is confirmed or reviewed here."""
        return self.ours.state in SETTLED and self.english_differs


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A unit of the other file that is no row here: its number among the units, and both texts."""

    number: int
    source: str
    target: str


@dataclass(frozen=True)
class Comparison:
    """Another file beside the project.

    Attributes:
        name: of the file; `path` is where it lies.
        rows: that differ, in order.
        same: how many rows are as they are here.
        missing: rows here that the file does not have.
        elsewhere: units that are no row here, the first of them; `more` is how many others there are.
        base: what the three-way comparison rests on, in words; empty where none is known.
        said: what could not be read of the file, in a sentence; else empty.
    """

    path: Path
    name: str
    rows: tuple[DifferentRow, ...]
    same: int = 0
    missing: int = 0
    elsewhere: tuple[Elsewhere, ...] = ()
    more: int = 0
    base: str = ""
    said: str = ""

    @cached_property
    def by_row(self) -> dict[int, DifferentRow]:
        """The rows by their ids."""
        return {each.row: each for each in self.rows}

    def of(self, kind: DifferenceKind) -> list[int]:
        """Ids of the rows of a kind, in order."""
        return [each.row for each in self.rows if BELONGS[kind](each)]


class DifferenceKind(StrEnum):
    """Kinds of rows that can be looked at, and taken, together; a row may be of several."""

    THEIRS = "changed there"
    ALL = "all that differ"
    UNTRANSLATED_HERE = "untranslated here, translated there"
    ONLY_THERE = "changed only there"
    BOTH = "changed on both sides"
    ONLY_HERE = "changed only here"
    CONFIRMED_THERE = "confirmed there, not confirmed here"
    REVIEWED_THERE = "reviewed there"
    REJECTED_THERE = "rejected there"
    ENGLISH_SAME = "the same English, another state or note"
    CONFIRMED_HERE = "confirmed here, other English there"


def _in_state(*states: State) -> Callable[[DifferentRow], bool]:
    return lambda each: each.theirs.work.state in states and each.ours.state is not each.theirs.work.state


BELONGS: dict[DifferenceKind, Callable[[DifferentRow], bool]] = {
    DifferenceKind.THEIRS: lambda each: each.changed is not Changed.HERE,
    DifferenceKind.ALL: lambda _: True,
    DifferenceKind.UNTRANSLATED_HERE: lambda each: not each.ours.target and bool(each.theirs.work.target),
    DifferenceKind.ONLY_THERE: lambda each: each.changed is Changed.THERE,
    DifferenceKind.BOTH: lambda each: each.changed is Changed.BOTH,
    DifferenceKind.ONLY_HERE: lambda each: each.changed is Changed.HERE,
    DifferenceKind.CONFIRMED_THERE: lambda each: (
        each.theirs.work.state in SETTLED and each.ours.state not in SETTLED
    ),
    DifferenceKind.REVIEWED_THERE: _in_state(State.REVIEWED),
    DifferenceKind.REJECTED_THERE: _in_state(State.REJECTED),
    DifferenceKind.ENGLISH_SAME: lambda each: not each.english_differs,
    DifferenceKind.CONFIRMED_HERE: lambda each: each.settled_here,
}
"""Whether a row is of a kind."""


def work_of(segment: Segment) -> Work:
    """What a person has done in a row of ours."""
    return Work(segment.target, segment.state, segment.comment, segment.note)


def differs(ours: Work, theirs: Work, base: Work | None) -> bool:
    """Whether a row is worth showing: without a base not where they only have not come to it."""
    if ours.same(theirs):
        return False
    return base is not None or bool(theirs.target) or not _only_english(ours, theirs)


def _only_english(ours: Work, theirs: Work) -> bool:
    """Whether they differ in nothing but English that is missing there."""
    return theirs.state in (None, State.UNTRANSLATED) and theirs.note in ("", ours.note)
