"""align: how long the English of a Chinese text is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.align.settings import Settings
from workbench.align.side import Side
from workbench.align.steps import Step

_USUAL, _LIKELY = 1.4, 0.5  # English characters a Chinese one: 4, and from 2.5 to 6.7
_TRUST = 10  # sentences that the usual ratio counts for
_TO_SIGMA = 1.4826  # median absolute deviation to standard deviation


@dataclass(frozen=True, slots=True)
class Lengths:
    """Of log(English characters / Chinese characters): the usual value and the variance."""

    log_ratio: float
    variance: float


def first_lengths(zh: Side, en: Side, settings: Settings) -> Lengths:
    """From the texts as wholes, and what is usual where they are short or one of them is not whole."""
    if not len(zh) or not len(en):
        return Lengths(_USUAL, settings.length_variance)
    seen = float(np.log(en.sizes.sum() / zh.sizes.sum()))
    seen = float(np.clip(seen, _USUAL - _LIKELY, _USUAL + _LIKELY))
    count = min(len(zh), len(en))
    return Lengths((count * seen + _TRUST * _USUAL) / (count + _TRUST), settings.length_variance)


def seen_lengths(zh: Side, en: Side, steps: Sequence[Step], before: Lengths, settings: Settings) -> Lengths:
    """From the beads of one sentence a side, which a missing block on one side does not mislead.

    Args:
        zh: the Chinese sentences.
        en: the English ones.
        steps: beads of the first run.
        before: what was thought until now, which counts as much as `settings.length_trust` beads.
        settings: weights.
    """
    pairs = np.array([(z0, e0) for z0, z1, e0, e1 in steps if z1 - z0 == 1 and e1 - e0 == 1])
    if len(pairs) < 3:
        return before
    logs = np.log((en.sizes[pairs[:, 1]] + 4) / (zh.sizes[pairs[:, 0]] + 1))
    middle = float(np.median(logs))
    spread = (_TO_SIGMA * float(np.median(np.abs(logs - middle)))) ** 2
    trust = settings.length_trust
    share = len(pairs) / (len(pairs) + trust)
    # The beads of the first run are those of like lengths: their spread is believed in part only.
    believed = share * settings.length_belief
    return Lengths(
        share * middle + (1 - share) * before.log_ratio, believed * spread + (1 - believed) * before.variance
    )
