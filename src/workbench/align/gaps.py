"""align: what it costs to leave a sentence without a partner."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.align.settings import Settings
from workbench.align.side import Floats, Side


@dataclass(frozen=True, eq=False)
class GapCosts:
    """Scores of omissions.

    Attributes:
        source: of each Chinese sentence being left out.
        target: of each English sentence being an addition.
        opens: added for the first sentence of a gap.
    """

    source: Floats
    target: Floats
    opens: float


def gap_costs(zh: Side, en: Side, share: float, settings: Settings) -> GapCosts:
    """Costs that fit a document in which this share of the beads open a gap.

    Short sentences are the ones a translator drops or adds, and the ones whose words say least about where
    they belong; they bear less.

    Args:
        zh: the Chinese sentences.
        en: the English ones.
        share: 0 to 1.
        settings: weights.
    """
    full = (
        settings.gap
        / settings.temperature
        * float(np.log(np.clip(share, settings.gap_least, settings.gap_most)))
    )
    further = full * settings.next_in_gap
    return GapCosts(_by_length(zh, further, settings), _by_length(en, further, settings), full - further)


def _by_length(side: Side, cost: float, settings: Settings) -> Floats:
    relative = side.lengths / max(float(np.median(side.lengths)), 1.0)
    return np.asarray(cost * (1 - settings.short * np.exp(-2 * relative)))
