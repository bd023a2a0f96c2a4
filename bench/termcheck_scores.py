"""bench: precision and recall of what is told of terms, by kind of fault, with intervals.

Intervals are Wilson's (E. B. Wilson, Probable inference, the law of succession, and statistical inference,
J. Am. Stat. Assoc. 22, 1927), at 95 %.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple, TypeAlias

from termcheck_gold import KINDS, Gold

Told: TypeAlias = list[tuple[frozenset[str], str]]
"""For one pair: the Chinese names of a term, and the kind of fault that is told of it."""

_Z = 1.959964


class Score(NamedTuple):
    """Counts: faults in the gold, faults told, and told ones that the gold has."""

    there: int
    told: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what is told that is right; 1 where nothing is told."""
        return self.right / self.told if self.told else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that is told; 1 where nothing is there."""
        return self.right / self.there if self.there else 1.0

    def cells(self) -> list[str]:
        """The figures as cells of a table."""
        return [
            str(self.there),
            str(self.told),
            str(self.right),
            f"{self.precision:.3f}",
            _shown(wilson(self.right, self.told)),
            f"{self.recall:.3f}",
            _shown(wilson(self.right, self.there)),
        ]

    def as_plain(self) -> dict[str, object]:
        """The figures as an object."""
        return {
            **self._asdict(),
            "precision": self.precision,
            "precision_interval": wilson(self.right, self.told),
            "recall": self.recall,
            "recall_interval": wilson(self.right, self.there),
        }


def wilson(right: int, of: int) -> tuple[float, float]:
    """The interval of 95 % of a share; the whole range where there is nothing to count."""
    if not of:
        return 0.0, 1.0
    share, square = right / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def scores(gold: Sequence[Gold], told: Sequence[Told]) -> dict[str, Score]:
    """The scores by the gold's kind of fault, and of all; a fault counts once, by its term and its kind.

    A wrong rendering is told as avoided where the termbase lists it, and else as the absence of the right
    one: either is right for either.
    """
    matched = [one for pair, found in zip(gold, told, strict=True) for one in matches(pair, found)]
    table = {kind: _of_kind(matched, kind) for kind in KINDS}
    columns = zip(*table.values(), strict=True)
    table["all"] = Score(*(sum(column) for column in columns))
    return table


def told_as_another(gold: Sequence[Gold], told: Sequence[Told]) -> int:
    """How many right faults were told as avoided for missing, or the other way round."""
    matched = (one for pair, found in zip(gold, told, strict=True) for one in matches(pair, found))
    return sum(bool(one.wanted and one.told and one.wanted[1] != one.told[1]) for one in matched)


class Match(NamedTuple):
    """A fault of the gold and what is told of it; one of them None where it has no counterpart."""

    wanted: tuple[str, str] | None
    told: tuple[frozenset[str], str] | None


def matches(pair: Gold, found: Told) -> list[Match]:
    """Each fault of the gold with what is told of it: of the same kind first, then of its sister kind."""
    wanted, left = list(pair.faults), list(found)
    matched: list[Match] = []
    for alike in (_same_kind, _sister_kind):
        for fault in list(wanted):
            one = next((one for one in left if of_one(fault[0], one[0]) and alike(fault[1], one[1])), None)
            if one is not None:
                wanted.remove(fault)
                left.remove(one)
                matched.append(Match(fault, one))
    return [*matched, *(Match(fault, None) for fault in wanted), *(Match(None, one) for one in left)]


def _same_kind(one: str, other: str) -> bool:
    return one == other


def _sister_kind(one: str, other: str) -> bool:
    return {one, other} == {"missing", "avoided"}


def _of_kind(matched: Sequence[Match], kind: str) -> Score:
    there = [one for one in matched if one.wanted and one.wanted[1] == kind]
    right = sum(one.told is not None for one in there)
    wrong = sum(one.wanted is None and one.told is not None and one.told[1] == kind for one in matched)
    return Score(len(there), right + wrong, right)


def of_one(zh: str, names: frozenset[str]) -> bool:
    """Whether a fault is told of a term; its entry may be longer, an office with its body, or shorter."""
    return any(zh in name or name in zh for name in names)


def _shown(interval: tuple[float, float]) -> str:
    return f"{interval[0]:.3f}-{interval[1]:.3f}"
