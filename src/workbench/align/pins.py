"""align: what a person has fixed: beads that are right, boundaries that stand."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.align.corridor import Boundary, Corridor, limits
from workbench.model.beads import Bead

Gap = tuple[int, int, int, int]  # Chinese start, end, English start, end


def gaps_between(pins: Sequence[Bead], sources: int, targets: int) -> list[Gap]:
    """What lies between pinned beads.

    Args:
        pins: beads in any order.
        sources: Chinese sentences of the text.
        targets: English ones.

    Raises:
        ValueError: a pin is no bead; the pins overlap, cross or leave the texts.
    """
    gaps: list[Gap] = []
    z, e = 0, 0
    for pin in sorted(pins, key=bead_order):
        if not (_is_run(pin.source) and _is_run(pin.target) and (pin.source or pin.target)):
            raise ValueError(f"the pinned bead {_shown(pin)} holds nothing, or no run of sentences")
        crosses = pin.source.start < z or pin.target.start < e
        if crosses or pin.source.stop > sources or pin.target.stop > targets:
            raise ValueError(f"the pinned bead {_shown(pin)} overlaps or crosses another or leaves the texts")
        gaps.append((z, pin.source.start, e, pin.target.start))
        z, e = pin.source.stop, pin.target.stop
    gaps.append((z, sources, e, targets))
    return [gap for gap in gaps if gap[1] > gap[0] or gap[3] > gap[2]]


def _is_run(numbers: range) -> bool:
    return numbers.step == 1 and 0 <= numbers.start <= numbers.stop


def check_walls(walls: Sequence[Boundary], gaps: Sequence[Gap], pins: Sequence[Bead]) -> None:
    """Refuse walls that cannot stand.

    Raises:
        ValueError: a wall stands inside a pinned bead, outside the texts, or before the one named before.
    """
    corners = {(p.source.start, p.target.start) for p in pins} | {
        (p.source.stop, p.target.stop) for p in pins
    }
    last = (0, 0)
    for i, j in walls:
        stands = (i, j) in corners or any(z0 <= i <= z1 and e0 <= j <= e1 for z0, z1, e0, e1 in gaps)
        if not stands or i < last[0] or j < last[1]:
            raise ValueError(f"the wall at sentences {i} and {j} crosses a pin or a wall or leaves the texts")
        last = (i, j)


def walls_in(gap: Gap, walls: Sequence[Boundary]) -> Corridor:
    """The limits of a gap.

    Args:
        gap: a stretch of both texts.
        walls: boundaries of the whole texts that no bead may cross, rising.
    """
    z0, z1, e0, e1 = gap
    inside = [(i - z0, j - e0) for i, j in walls if z0 <= i <= z1 and e0 <= j <= e1]
    return limits(z1 - z0, e1 - e0, inside)


def bead_order(bead: Bead) -> tuple[int, int, int, int]:
    """Sorts beads as the source runs, an omission before what follows it."""
    return bead.source.start, bead.target.start, bead.source.stop, bead.target.stop


def _shown(bead: Bead) -> str:
    return f"{list(bead.source)} - {list(bead.target)}"
