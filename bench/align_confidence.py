"""bench: whether an aligner knows where it may be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

BINS = (0.0, 0.5, 0.7, 0.9, 0.97)
"""Where the bins of the reliability table begin; the last one ends with 1."""
SHARES = (0.05, 0.1, 0.2, 0.3)
"""How much of the text is reviewed."""
SURE = 0.9
_FINE_BINS = 10  # of the calibration error


class Judged(NamedTuple):
    """The confidence of every told bead, 0 to 1, and whether it was right."""

    confidences: tuple[float, ...]
    right: tuple[bool, ...]


class Bin(NamedTuple):
    """Beads of about the same confidence: how many, their mean confidence, and the share that is right."""

    beads: int
    confidence: float
    right: float


def joined(many: Iterable[Judged]) -> Judged:
    """Several as one."""
    parts = list(many)
    return Judged(
        tuple(value for part in parts for value in part.confidences),
        tuple(value for part in parts for value in part.right),
    )


def _ties(judged: Judged) -> Iterator[tuple[float, int, int]]:
    """From the least confident on: a confidence, how many beads have it, and how many of them are wrong."""
    for value, same in groupby(sorted(zip(*judged, strict=True)), key=lambda one: one[0]):
        right = [was_right for _, was_right in same]
        yield value, len(right), right.count(False)


def auc(judged: Judged) -> float | None:
    """How likely a wrong bead has less confidence than a right one, ties counting half.

    It is the area under the receiver operating characteristic (Hanley and McNeil, Radiology 143, 1982).

    Returns:
        0 to 1, 0.5 being chance; None where all beads are right or all are wrong.
    """
    wrong = judged.right.count(False)
    good = len(judged.right) - wrong
    if not wrong or not good:
        return None
    above, won = good, 0.0
    for _, beads, mistakes in _ties(judged):
        above -= beads - mistakes
        won += mistakes * (above + (beads - mistakes) / 2)
    return won / (wrong * good)


def calibration_error(judged: Judged) -> float:
    """Expected calibration error: |confidence - share right|, over ten bins of equal width, by their beads.

    After Guo et al., On Calibration of Modern Neural Networks, ICML 2017.
    """
    bins = reliability(judged, [number / _FINE_BINS for number in range(_FINE_BINS)])
    return sum(one.beads * abs(one.confidence - one.right) for one in bins) / max(len(judged.right), 1)


def reliability(judged: Judged, starts: Sequence[float] = BINS) -> list[Bin]:
    """The beads in bins by their confidence.

    Args:
        judged: beads.
        starts: the least confidence of each bin.
    """
    members: list[list[tuple[float, bool]]] = [[] for _ in starts]
    for value, was_right in zip(*judged, strict=True):
        members[max(at for at, start in enumerate(starts) if value >= start)].append((value, was_right))
    return [
        Bin(
            len(part),
            sum(value for value, _ in part) / max(len(part), 1),
            sum(was_right for _, was_right in part) / max(len(part), 1),
        )
        for part in members
    ]


def sure(judged: Judged, least: float = SURE) -> Bin:
    """The beads of at least this confidence."""
    kept = [one for one in zip(*judged, strict=True) if one[0] >= least]
    return reliability(Judged(tuple(v for v, _ in kept), tuple(r for _, r in kept)), [0.0])[0]


def found(texts: Iterable[Judged], share: float) -> float | None:
    """What part of the errors one finds who reviews a share of the beads of each text, least confident first.

    Beads of the same confidence are reviewed in any order: the mean over the orders is taken.

    Args:
        texts: each reviewed by itself; a text with more errors weighs more.
        share: how much is reviewed, 0 to 1; where more beads than that are wrong, not all can be found.

    Returns:
        0 to 1; None where there are no errors.
    """
    seen, errors = 0.0, 0
    for judged in texts:
        left = share * len(judged.right)
        for _, beads, mistakes in _ties(judged):
            seen += mistakes * min(left / beads, 1.0)
            errors += mistakes
            left = max(left - beads, 0.0)
    return seen / errors if errors else None


def findable(texts: Iterable[Judged], share: float) -> float | None:
    """What `found` would be if all wrong beads had less confidence than all right ones."""
    return found([Judged(tuple(map(float, one.right)), one.right) for one in texts], share)
