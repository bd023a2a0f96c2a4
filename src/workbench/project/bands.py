"""project: the bands of likeness that matches and analyses are counted by."""

from __future__ import annotations

REPETITIONS, NEW = "repetitions", "new"
LOWEST = 50
BANDS = (("101", 101), ("100", 100), ("95-99", 95), ("85-94", 85), ("75-84", 75), ("50-74", LOWEST))
"""Names of the bands, and the lowest of each in per cent, the highest first."""
NAMES = (REPETITIONS, *(name for name, _ in BANDS), NEW)
"""All bands of an analysis, in order."""


def band_of(per_cent: int) -> str:
    """The name of the band that a similarity or a score falls into; `new` below all of them."""
    return next((name for name, lowest in BANDS if per_cent >= lowest), NEW)
