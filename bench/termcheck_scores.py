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
    """The scores by kind of fault, and of all; a fault counts once, by its term and its kind."""
    table = {kind: _of_kind(gold, told, kind) for kind in KINDS}
    columns = zip(*table.values(), strict=True)
    table["all"] = Score(*(sum(column) for column in columns))
    return table


def _of_kind(gold: Sequence[Gold], told: Sequence[Told], kind: str) -> Score:
    there = said = right = 0
    for pair, found in zip(gold, told, strict=True):
        wanted = [zh for zh, one in pair.faults if one == kind]
        there += len(wanted)
        for names, one in found:
            if one != kind:
                continue
            said += 1
            hit = next((zh for zh in wanted if of_one(zh, names)), None)
            if hit is not None:
                wanted.remove(hit)
                right += 1
    return Score(there, said, right)


def of_one(zh: str, names: frozenset[str]) -> bool:
    """Whether a fault is told of a term; its entry may be longer, an office with its body, or shorter."""
    return any(zh in name or name in zh for name in names)


def _shown(interval: tuple[float, float]) -> str:
    return f"{interval[0]:.3f}-{interval[1]:.3f}"
