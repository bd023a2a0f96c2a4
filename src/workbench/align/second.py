"""align: the second run, with the probability of every bead."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.align.corridor import Corridor, around, touches
from workbench.align.decoding import SKIP_SOURCE, SKIP_TARGET, most_right
from workbench.align.gaps import gap_costs
from workbench.align.lattice import Place, places
from workbench.align.posterior import Posterior, expected_gaps, posterior
from workbench.align.scores import IMPOSSIBLE, BeadScores
from workbench.align.settings import SHAPES, Settings
from workbench.align.side import Singles
from workbench.align.steps import Likely, Step, boundaries

_REACH, _WIDEST = 10, 80  # English sentences to each side; doubled where the path runs along the edge
_FULL_BELOW = 900  # cells of a text that needs no corridor
_ROWS_AT_ONCE = 32
_WORTH = 1.0  # what pairing must gain to tell that a text is the translation of the other
_OMISSIONS = (SKIP_SOURCE, SKIP_TARGET)
_ROUNDS = 3  # of learning how often this text leaves sentences out


@dataclass(frozen=True, eq=False)
class Lattice:
    """A corridor with the scores of all beads in it, ready to be summed over."""

    path: Corridor
    place: Place
    values: Singles


def second_run(
    scores: BeadScores, steps: Sequence[Step], bounds: Corridor, settings: Settings
) -> list[Likely]:
    """Beads with their probabilities, near a path that was found before.

    Args:
        scores: of beads.
        steps: the path of the first run.
        bounds: what is allowed at all.
        settings: weights.
    """
    reach = _REACH
    points = [(z1, e1) for _, z1, _, e1 in steps]
    while True:
        path = bounds if bounds.cells <= _FULL_BELOW else around(points, bounds, reach)
        beads = _decoded(lattice(scores, path, settings), scores, settings)
        if reach >= _WIDEST or not touches(boundaries([bead.step for bead in beads]), path, bounds):
            return beads
        reach *= 2


def lattice(scores: BeadScores, path: Corridor, settings: Settings) -> Lattice:
    """Score every bead of a corridor."""
    first = np.full((int(path.widths[0]), len(SHAPES)), IMPOSSIBLE)
    values = np.concatenate([first, *_blocks(scores, path)])
    values /= np.float32(settings.temperature)
    return Lattice(path, places(path, 0, len(path.low) - 1), values)


def _blocks(scores: BeadScores, path: Corridor) -> Iterator[Singles]:
    rows = len(path.low) - 1
    for first in range(1, rows + 1, _ROWS_AT_ONCE):
        yield scores.block(path, first, min(first + _ROWS_AT_ONCE - 1, rows))


def _decoded(ready: Lattice, scores: BeadScores, settings: Settings) -> list[Likely]:
    likely = likelihoods(ready, scores, settings)
    choices = most_right(ready.path, ready.place, likely, settings.threshold)
    gains = [0.0 if code in _OMISSIONS else float(ready.values[at, code]) for _, at, code in choices]
    odds = _odds([gain for gain, (_, _, code) in zip(gains, choices, strict=True) if code not in _OMISSIONS])
    beads: list[Likely] = []
    for gain, (step, at, code) in zip(gains, choices, strict=True):
        if code == SKIP_SOURCE:
            sure = float(likely.source_gap[at])
        elif code == SKIP_TARGET:
            sure = float(likely.target_gap[at])
        else:
            sure = float(likely.beads[at, code]) * _translates(gain + odds)
        beads.append(Likely(step, sure, gain))
    return beads


def _odds(gains: Sequence[float]) -> float:
    """The logarithm of the odds that a pair of this text translates each other, before it is looked at."""
    worth = sum(gain > _WORTH for gain in gains)
    return math.log((worth + 1) / (len(gains) - worth + 1))


def _translates(evidence: float) -> float:
    """How likely sentences are to translate each other at all.

    The sums over paths know only that most sentences have a partner: of two texts that have nothing to do
    with each other they would still call one pairing likely. A heading of two words between good neighbours
    needs no evidence of its own; a text of which nothing fits has none to lend.
    """
    return 1 / (1 + math.exp(-max(evidence, -50.0)))


def likelihoods(ready: Lattice, scores: BeadScores, settings: Settings) -> Posterior:
    """Probabilities, with costs of omissions that fit how many of them there seem to be."""
    share = settings.gap_least
    for _ in range(_ROUNDS):
        costs = gap_costs(share, settings)
        likely = posterior(ready.path, ready.place, ready.values, costs)
        share = 2 * expected_gaps(likely) / (len(scores.zh) + len(scores.en))
    return likely
