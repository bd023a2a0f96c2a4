"""project: the order in which beads are shown: that of the texts, or those first that are least sure.

The second is made once and then kept: a bead that was marked or mended stays where it is, so that nothing
jumps under the eyes, and what it became stands in its place.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from workbench.project.mending_beads import BeadList, Mark, MendedBead, Place, Swap

_SHIFT = 31  # a text has fewer characters than this many bits can count


class Edit(NamedTuple):
    """So many beads of the list, from a position on, give way to others."""

    at: int
    gone: int
    come: tuple[MendedBead, ...]


class BeadOrder:
    """Positions of beads in the list that is shown.

    Attributes:
        doubtful_first: whether the least sure come first; else the order is that of the texts.
    """

    def __init__(self, beads: BeadList, *, doubtful_first: bool) -> None:
        self.doubtful_first = doubtful_first
        self._beads = beads
        self._places = self._by_doubt() if doubtful_first else array("q")

    def __len__(self) -> int:
        return len(self._beads)

    def _by_doubt(self) -> array[int]:
        beads = self._beads
        sources, targets = beads.starts
        keys = [2.0 if mark is Mark.RIGHT else confidence for mark, confidence in beads.states()]
        order = sorted(range(len(beads)), key=keys.__getitem__)
        return array("q", [sources[n] << _SHIFT | targets[n] for n in order])

    def index(self, position: int) -> int:
        """Index in the texts of the bead at a position."""
        if not self.doubtful_first:
            return position
        packed = self._places[position]
        found = self._beads.index_of((packed >> _SHIFT, packed & ((1 << _SHIFT) - 1)))
        assert found is not None  # every swap goes through `swap`
        return found

    def indexes(self) -> list[int] | None:
        """The indexes of all beads in the order shown; None where that is the order of the texts."""
        if not self.doubtful_first:
            return None
        sources, targets = self._beads.starts
        packed = (source << _SHIFT | target for source, target in zip(sources, targets, strict=True))
        at = {place: index for index, place in enumerate(packed)}
        return [at[place] for place in self._places]

    def position(self, place: Place) -> int | None:
        """Position of the bead that begins at a place; None where none does."""
        if not self.doubtful_first:
            return self._beads.index_of(place)
        try:
            return self._places.index(_packed(place))
        except ValueError:
            return None

    def swap(self, swap: Swap) -> list[Edit]:
        """Follow a swap of the beads; what it did to the list, to be carried out in this order.

        Nothing where only marks have changed.
        """
        if swap.keeps_borders:
            return []
        if not self.doubtful_first:
            at = self._beads.index_of(swap.after[0].place)
            return [Edit(at or 0, len(swap.before), swap.after)]
        old = [self._places.index(_packed(bead.place)) for bead in swap.before]
        new = [_packed(bead.place) for bead in swap.after]
        edits = [Edit(at, 1, (bead,)) for at, bead in zip(old, swap.after, strict=False)]
        for at, packed in zip(old, new, strict=False):
            self._places[at] = packed
        if len(new) > len(old):
            at = old[-1] + 1
            self._places[at:at] = array("q", new[len(old) :])
            edits.append(Edit(at, 0, swap.after[len(old) :]))
        for at in sorted(old[len(new) :], reverse=True):
            del self._places[at]
            edits.append(Edit(at, 1, ()))
        return edits


def _packed(place: Place) -> int:
    return place[0] << _SHIFT | place[1]
