"""bench: an aligner tried on gold documents as they are and with sentences left out."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from align_confidence import Judged
from align_gold import Document, with_block_left_out, with_share_left_out
from align_scores import (
    NOTHING,
    Counts,
    Group,
    Interval,
    Shape,
    ShapeCounts,
    add,
    add_shapes,
    by_shape,
    count,
    groups,
    interval,
    rights,
    single_omissions,
)
from workbench.model.beads import Bead

Align = Callable[[Sequence[str], Sequence[str]], Sequence[Bead]]
"""Chinese sentences, English sentences -> beads that hold each of them once."""


class Condition(NamedTuple):
    """What is done to a document before it is aligned.

    Attributes:
        name: as the table calls it.
        side: the side that loses sentences; None leaves all.
        share: how many of them, 0 to 1; None takes a block.
        seeds: how many drawings.
    """

    name: str
    side: Literal["source", "target"] | None = None
    share: float | None = None
    seeds: int = 1

    def variant(self, document: Document, seed: int) -> Document:
        """The document under this condition; the same for every aligner."""
        words = f"{document.name} {self.name} {seed}"
        if self.side is None:
            return document
        if self.share is None:
            return with_block_left_out(document, self.side, words)
        return with_share_left_out(document, self.side, self.share, words)


CLEAN = Condition("clean")
CONDITIONS = (
    CLEAN,
    Condition("5 % of Chinese left out", "source", 0.05, 6),
    Condition("5 % of English left out", "target", 0.05, 6),
    Condition("15 % of Chinese left out", "source", 0.15, 6),
    Condition("15 % of English left out", "target", 0.15, 6),
    Condition("a block of Chinese missing", "source", None, 6),
    Condition("a block of English missing", "target", None, 6),
)


class Fault(NamedTuple):
    """Neighbouring beads that are wrong, and what the gold has there."""

    document: Document
    told: tuple[Bead, ...]
    gold: tuple[Bead, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out under one condition.

    Attributes:
        condition: which.
        counts: of all documents and drawings together.
        intervals: 95 % intervals by the names of the properties of `Counts`; see `evaluate`.
        shapes: strict counts by shape.
        by_document: counts by the document's name.
        judged: by drawing, the beads of all documents together.
        faults: where told and gold differ.
        seconds: spent in the aligner.
        sentences: aligned, both sides together.
    """

    condition: Condition
    counts: Counts
    intervals: Mapping[str, Interval]
    shapes: Mapping[Shape, ShapeCounts]
    by_document: Mapping[str, Counts]
    judged: tuple[Judged, ...]
    faults: tuple[Fault, ...]
    seconds: float
    sentences: int


@dataclass(frozen=True, slots=True)
class _Trial:
    document: Document
    told: list[Bead]
    seed: int
    seconds: float


def evaluate(
    align: Align, documents: Iterable[Document], conditions: Iterable[Condition] = CONDITIONS
) -> dict[str, Outcome]:
    """Try an aligner on documents.

    Every sentence must come back exactly once. Omissions of several sentences are taken apart before anything
    is counted, and each part has the confidence of the whole.

    The intervals are of a bootstrap over groups of beads (`align_scores.groups`), not over documents, of
    which there are too few. Groups of several drawings that begin at the same bead of the whole text are
    drawn together, because they are no independent witnesses: more drawings do not make the intervals
    narrower than the text allows.

    Args:
        align: gets Chinese and English sentences, gives beads.
        documents: with their gold.
        conditions: what is left out of them; see `CONDITIONS`.

    Returns:
        Outcomes by the condition's name, in order.

    Raises:
        ValueError: an alignment lacks a sentence or holds one twice.
    """
    texts = tuple(documents)
    return {condition.name: _outcome(align, texts, condition) for condition in conditions}


def _outcome(align: Align, documents: Sequence[Document], condition: Condition) -> Outcome:
    trials = [
        _try(align, condition.variant(document, seed), seed)
        for seed in range(condition.seeds)
        for document in documents
    ]
    grouped = [(trial, groups(trial.document.gold, trial.told)) for trial in trials]
    by_document: dict[str, Counts] = defaultdict(lambda: NOTHING)
    for trial in trials:
        name = trial.document.name
        by_document[name] = add([by_document[name], count(trial.document.gold, trial.told)])
    return Outcome(
        condition,
        add(by_document.values()),
        interval(_units(grouped)),
        add_shapes(by_shape(trial.document.gold, trial.told) for trial in trials),
        dict(by_document),
        tuple(_judged(trials, seed) for seed in range(condition.seeds)),
        tuple(fault for trial, parts in grouped for fault in _faults(trial, parts)),
        sum(trial.seconds for trial in trials),
        sum(trial.document.sentences for trial in trials),
    )


def _try(align: Align, document: Document, seed: int) -> _Trial:
    start = time.perf_counter()
    told = align(document.source, document.target)
    seconds = time.perf_counter() - start
    return _Trial(document, single_omissions(told), seed, seconds)


def _beads(trial: _Trial, group: Group) -> tuple[tuple[Bead, ...], tuple[Bead, ...]]:
    return (
        tuple(trial.document.gold[at] for at in group.gold),
        tuple(trial.told[at] for at in group.told),
    )


def _units(grouped: Iterable[tuple[_Trial, Sequence[Group]]]) -> list[Counts]:
    units: dict[tuple[str, int], list[Counts]] = defaultdict(list)
    for trial, parts in grouped:
        for group in parts:
            origin = trial.document.origins[group.gold[0]]
            units[trial.document.name, origin].append(count(*_beads(trial, group)))
    return [add(unit) for unit in units.values()]


def _judged(trials: Iterable[_Trial], seed: int) -> Judged:
    of_seed = [trial for trial in trials if trial.seed == seed]
    return Judged(
        tuple(bead.confidence for trial in of_seed for bead in trial.told),
        tuple(right for trial in of_seed for right in rights(trial.document.gold, trial.told)),
    )


def _faults(trial: _Trial, parts: Iterable[Group]) -> Iterable[Fault]:
    for group in parts:
        gold, told = _beads(trial, group)
        if not all(rights(gold, told)):
            yield Fault(trial.document, told, gold)
