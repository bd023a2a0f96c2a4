"""align: what it costs to leave sentences without a partner."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.align.settings import Settings


@dataclass(frozen=True, slots=True)
class GapCosts:
    """Scores of omissions: the first sentence of a gap, and each further one."""

    first: float
    further: float


def gap_costs(share: float, settings: Settings) -> GapCosts:
    """Costs that fit a text in which this share of the sentences has no partner.

    Args:
        share: 0 to 1.
        settings: weights.
    """
    likely = float(np.log(np.clip(share, settings.gap_least, settings.gap_most)))
    first = settings.gap / settings.temperature * likely
    return GapCosts(first, first * settings.next_in_gap)
