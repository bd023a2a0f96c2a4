"""align: the weights of the model, and how they were found."""

from __future__ import annotations

import math
from dataclasses import dataclass

MOST_SOURCE = MOST_TARGET = 5  # sentences a side of a bead

# How often a bead has this many Chinese and English sentences; omissions have a cost of their own.
_COMMON = {
    (1, 1): 0.615, (1, 2): 0.207, (1, 3): 0.06, (1, 4): 0.022, (1, 5): 0.004,
    (2, 1): 0.047, (2, 2): 0.018, (2, 3): 0.01, (2, 4): 0.003, (2, 5): 0.0008,
    (3, 1): 0.005, (3, 2): 0.004, (3, 3): 0.001, (3, 4): 0.0004, (3, 5): 0.0002,
    (4, 1): 0.001, (4, 2): 0.0005, (4, 3): 0.0002,
    (5, 1): 0.0003, (5, 2): 0.0002,
}  # fmt: skip
SHAPES = tuple(_COMMON)
SHAPE_LOGS = tuple(math.log(share) for share in _COMMON.values())


@dataclass(frozen=True, slots=True)
class Settings:
    """What the parts of a bead's score weigh against each other."""

    floor: float = 0.5  # of the likelihood ratio: what a word without a translation still gets
    target_given_source: float = 0.4
    source_given_target: float = 0.6
    prior: float = 1.6
    length: float = 2.0
    length_variance: float = 0.13  # of the logarithm of the length ratio, before the document is known
    merged_heading: float = 5.0  # off for each heading in a bead with another sentence of its side
    paragraphs: float = 2.0  # where the texts have the same paragraphs: of beginning one together
    length_trust: float = 40.0  # beads that the first guess of the lengths counts for
    length_belief: float = 0.7  # share of their spread in the variance, when there are many
    skip: float = -6.0  # first run: a sentence without a partner
    gap: float = 1.75  # second run: times log(share of beads that open a gap) is what opening one costs
    gap_least: float = 0.015  # the share is between these two
    gap_most: float = 0.15
    next_in_gap: float = 0.75  # of the cost, for each further sentence of it
    dictionary: float = 0.4  # share of the dictionary in the adapted tables
    discount: float = 1.0  # off every expected count: to have met once proves nothing
    temperature: float = 2.0  # of the scores when they become probabilities
    threshold: float = 0.45  # a bead less likely than this costs more than it brings


SETTINGS = Settings()
