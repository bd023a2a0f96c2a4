"""bench: how right an alignment is beside the gold's: strict and lax scores, by shape, with intervals.

An alignment is a sequence of `Bead` that holds every sentence of both sides exactly once. Omissions and
additions are taken apart into single sentences on both sides of the comparison (`single_omissions`), so that
it never matters whether three sentences left out are told as one bead or as three.

**Strict.** A told bead is right if the gold has one with exactly the same sentences on both sides (where the
empty side of an omission stands is not looked at). Precision is the share of the told beads that are right,
recall the share of the gold's beads that are told. All beads count, omissions included. (The scorer of
vecalign leaves omissions out of recall here too; the published tables that count all beads do not.)

**Lax.** As in vecalign's `score.py` (Thompson and Koehn, Vecalign, EMNLP 2019), after the definitions of
Bleualign's author (Sennrich and Volk, Iterative, MT-based Sentence Alignment of Parallel Texts, NODALIDA
2011): a told bead is right if it is strictly right, or if one of its source sentences stands in a gold bead
with one of its target sentences. Recall is the same with the two alignments exchanged, and omissions are
left out of both for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.model.beads import Bead

Key = tuple[range, range]
Shape = tuple[int, int]
Interval = tuple[float, float]
ROUNDS = 2000  # of the bootstrap


class Counts(NamedTuple):
    """What the scores are made of; counts of several documents are added."""

    right: int  # told beads that are exactly the gold's
    told: int
    gold: int
    lax_right: int  # told beads that are laxly right
    lax_found: int  # gold beads with both sides that a told bead meets laxly
    lax_gold: int  # gold beads with both sides

    @property
    def precision(self) -> float:
        """Strict: right among the told."""
        return _share(self.right, self.told)

    @property
    def recall(self) -> float:
        """Strict: right among the gold's."""
        return _share(self.right, self.gold)

    @property
    def f1(self) -> float:
        """Strict: the harmonic mean of precision and recall."""
        return _share(2 * self.right, self.told + self.gold)

    @property
    def lax_precision(self) -> float:
        """Laxly right among the told."""
        return _share(self.lax_right, self.told)

    @property
    def lax_recall(self) -> float:
        """Laxly met among the gold's beads with both sides."""
        return _share(self.lax_found, self.lax_gold)

    @property
    def lax_f1(self) -> float:
        """The harmonic mean of lax precision and recall."""
        return _share(2 * self.lax_precision * self.lax_recall, self.lax_precision + self.lax_recall)


NOTHING = Counts(0, 0, 0, 0, 0, 0)


class ShapeCounts(NamedTuple):
    """Strict counts of the beads of one shape, as (1, 2)."""

    right: int
    told: int
    gold: int

    @property
    def precision(self) -> float:
        """Right among those told with this shape."""
        return _share(self.right, self.told)

    @property
    def recall(self) -> float:
        """Right among the gold's of this shape."""
        return _share(self.right, self.gold)


class Group(NamedTuple):
    """Beads of both alignments that share no sentence with any other bead: numbers in their sequences."""

    gold: tuple[int, ...]
    told: tuple[int, ...]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def add(counts: Iterable[Counts]) -> Counts:
    """The sum, field by field."""
    return Counts(*(sum(column) for column in zip(NOTHING, *counts, strict=True)))


def single_omissions(beads: Iterable[Bead]) -> list[Bead]:
    """The same beads, but every omission or addition of several sentences as so many beads of one each."""
    return [single for bead in beads for single in _singles(bead)]


def _singles(bead: Bead) -> Iterator[Bead]:
    if not bead.target:
        for at in bead.source:
            yield Bead(range(at, at + 1), bead.target, bead.confidence, bead.pinned)
    elif not bead.source:
        for at in bead.target:
            yield Bead(bead.source, range(at, at + 1), bead.confidence, bead.pinned)
    else:
        yield bead


def key(bead: Bead) -> Key:
    """What must be the same for a bead to be strictly right; empty ranges are equal wherever they stand."""
    return bead.source, bead.target


def rights(gold: Sequence[Bead], told: Sequence[Bead]) -> list[bool]:
    """Which of the told beads are strictly right."""
    keys = {key(bead) for bead in gold}
    return [key(bead) in keys for bead in told]


def count(gold: Sequence[Bead], told: Sequence[Bead]) -> Counts:
    """The counts of one document; both sides without omissions of several sentences."""
    paired = [bead for bead in gold if bead.source and bead.target]
    return Counts(
        sum(rights(gold, told)),
        len(told),
        len(gold),
        sum(_lax(gold, told)),
        sum(_lax([bead for bead in told if bead.source and bead.target], paired)),
        len(paired),
    )


def _lax(gold: Sequence[Bead], told: Sequence[Bead]) -> Iterator[bool]:
    partners: dict[int, range] = {at: bead.target for bead in gold for at in bead.source}
    for bead, right in zip(told, rights(gold, told), strict=True):
        yield right or any(_overlap(partners.get(at, range(0)), bead.target) for at in bead.source)


def _overlap(one: range, other: range) -> bool:
    return max(one.start, other.start) < min(one.stop, other.stop)


def by_shape(gold: Sequence[Bead], told: Sequence[Bead]) -> dict[Shape, ShapeCounts]:
    """Strict counts of every shape that occurs on either side."""
    sums: dict[Shape, list[int]] = defaultdict(lambda: [0, 0, 0])
    for bead, right in zip(told, rights(gold, told), strict=True):
        sums[bead.shape][0] += right
        sums[bead.shape][1] += 1
    for bead in gold:
        sums[bead.shape][2] += 1
    return {shape: ShapeCounts(*sums[shape]) for shape in sorted(sums)}


def add_shapes(many: Iterable[Mapping[Shape, ShapeCounts]]) -> dict[Shape, ShapeCounts]:
    """The sum, shape by shape."""
    sums: dict[Shape, list[int]] = defaultdict(lambda: [0, 0, 0])
    for shapes in many:
        for shape, counts in shapes.items():
            sums[shape] = [one + other for one, other in zip(sums[shape], counts, strict=True)]
    return {shape: ShapeCounts(*sums[shape]) for shape in sorted(sums)}


def groups(gold: Sequence[Bead], told: Sequence[Bead]) -> list[Group]:
    """The smallest groups of beads of both alignments that share no sentence, in the gold's order.

    A right bead and the gold's are a group of two; a fault is a group of more.

    Raises:
        ValueError: an alignment lacks a sentence or holds one twice, or the two have not the same sentences.
    """
    above = list(range(len(gold) + len(told)))

    def top(node: int) -> int:
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for side in ("source", "target"):
        ours, theirs = _owners(gold, side), _owners(told, side)
        if len(ours) != len(theirs):
            raise ValueError(f"{len(theirs)} {side} sentences are aligned, {len(ours)} are in the gold")
        for one, other in zip(ours, theirs, strict=True):
            above[top(len(gold) + other)] = top(one)
    members: dict[int, tuple[list[int], list[int]]] = {}
    for node in range(len(above)):
        members.setdefault(top(node), ([], []))[node >= len(gold)].append(node)
    return [Group(tuple(g), tuple(t - len(gold) for t in told_)) for g, told_ in members.values()]


def _owners(beads: Sequence[Bead], side: str) -> list[int]:
    owners = {at: number for number, bead in enumerate(beads) for at in getattr(bead, side)}
    total = sum(len(getattr(bead, side)) for bead in beads)
    if len(owners) != total or set(owners) != set(range(total)):
        raise ValueError(f"the beads do not hold every {side} sentence exactly once")
    return [owners[at] for at in range(total)]


def interval(units: Sequence[Counts], *, rounds: int = ROUNDS) -> dict[str, Interval]:
    """95 % intervals of precision, recall and F1, strict and lax, by percentile bootstrap.

    Args:
        units: counts of what is drawn with replacement, each so independent of the others as can be.
        rounds: how often as many units as there are are drawn.

    Returns:
        By the names of the properties of `Counts`: the 2.5th and 97.5th percentile of the rounds.
    """
    chance = np.random.default_rng(1)
    table = np.array(units, dtype=np.int64)
    drawn = chance.multinomial(len(units), np.full(len(units), 1 / len(units)), size=rounds) @ table
    samples = _scores(drawn.astype(np.float64))
    return {
        name: (float(np.quantile(values, 0.025)), float(np.quantile(values, 0.975)))
        for name, values in samples.items()
    }


def _scores(sums: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
    """The properties of `Counts`, for many sums at once."""
    right, told, gold, lax_right, lax_found, lax_gold = np.maximum(sums.T, 1e-9)
    precise, found = lax_right / told, lax_found / lax_gold
    return {
        "precision": right / told,
        "recall": right / gold,
        "f1": 2 * right / (told + gold),
        "lax_precision": precise,
        "lax_recall": found,
        "lax_f1": 2 * precise * found / (precise + found),
    }
