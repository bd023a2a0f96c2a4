"""model: Bead, sentences of both sides that belong together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """A group of neighbouring sentences and the group that translates it.

    Attributes:
        source: numbers of the source sentences, from 0; empty where the target adds something.
        target: numbers of the target sentences; empty where the source was left out. The empty side's start
            says between which sentences it stands.
        confidence: how likely the bead is exactly right, 0 to 1.
        pinned: given by a person and not to be changed.
    """

    source: range
    target: range
    confidence: float = 1.0
    pinned: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        """How many sentences on each side: (1, 2) for one that became two."""
        return len(self.source), len(self.target)
