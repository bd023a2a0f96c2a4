"""model: Match, a unit of a memory that is like a source, and why it has the score it has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.coded import CodedText
from workbench.model.memory_units import MemoryUnit

GAP = "[…]"
"""Stands in what was put together from matches, where the memories have nothing for a sentence."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked up.

    Attributes:
        source: the text and its codes.
        before: source before it: empty at the edge of the document, None where not known.
        after: likewise after it.
    """

    source: CodedText
    before: str | None = None
    after: str | None = None


class MatchKind(StrEnum):
    """What a match rests on."""

    CONTEXT = "context"
    EXACT = "exact"
    NUMBERS = "numbers"
    FUZZY = "fuzzy"


class Change(StrEnum):
    """What a part of a difference is, seen from the unit of the memory to the text looked up."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of the difference of two sources: `text` as it is shown, of the query where it is kept."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Penalty:
    """Points taken off, and what for.

    Attributes:
        name: unreviewed, script, aligned, machine, codes, old or memory: what the settings call it.
        points: at least 1.
        why: a few words for a person.
    """

    name: str
    points: int
    why: str


@dataclass(frozen=True, slots=True)
class Match:
    """A unit that is like the source looked up.

    Attributes:
        memory: name of the memory it is in.
        kind: what the match rests on.
        similarity: in per cent, floored; 100 for an equal source only, 101 where its neighbours agree too.
        penalties: what was taken off; `score` is what is left.
        edits: Levenshtein distance of the folded sources, in code points.
        longer: code points of the longer folded source.
        differences: from the unit's source to the text looked up, in order.
        proposal: the English to insert; its numbers are put right where that is possible in one way only.
        numbers_right: whether `proposal` differs from the unit's English by numbers that were put right.
    """

    unit: MemoryUnit
    memory: str
    kind: MatchKind
    similarity: int
    penalties: tuple[Penalty, ...]
    edits: int
    longer: int
    differences: tuple[Difference, ...]
    proposal: CodedText
    numbers_right: bool = False

    @property
    def score(self) -> int:
        """The similarity less the penalties; at least 0."""
        return max(0, self.similarity - sum(penalty.points for penalty in self.penalties))

    @property
    def formula(self) -> str:
        """How the score comes about, such as `100 × (1 − 3/20) = 85, unreviewed −1 = 84`."""
        match self.kind:
            case MatchKind.CONTEXT:
                said = "the same, and the sources before and after it: 101"
            case MatchKind.EXACT:
                said = "the same: 100"
            case MatchKind.NUMBERS:
                said = "only numbers differ: 99"
            case MatchKind.FUZZY:
                said = f"100 × (1 − {self.edits}/{self.longer}) = {self.similarity}"
        taken = "".join(f", {penalty.name} −{penalty.points}" for penalty in self.penalties)
        return f"{said}{taken} = {self.score}" if taken else said
