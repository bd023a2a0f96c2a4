"""project: what a person does to beads, as pure functions: each gives the swap that does it, or None."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from workbench.project.mending_beads import SOURCE, BeadList, Mark, MendedBead, Side, Swap


def marked(bead: MendedBead, mark: Mark) -> Swap | None:
    """Stand for a bead, or no longer; None where it is marked so already."""
    return None if bead.mark is mark else Swap((bead,), (bead._replace(mark=mark),))


def split(bead: MendedBead, side: Side, at: int, others: Sequence[int]) -> Swap | None:
    """A bead becomes two at a place of one side; the other side is cut where that is most likely.

    Args:
        at: offset where a sentence of `side` begins; None is returned unless it lies inside the bead.
        others: offsets inside the bead where sentences of the other side begin, rising.
    """
    start, end = bead.span(side)
    if not start < at < end:
        return None
    other_start, other_end = bead.span(_other(side))
    share = (at - start) / (end - start)
    goal = other_start + share * (other_end - other_start)
    chosen = min(others or (other_start, other_end), key=lambda offset: abs(offset - goal))
    first = _cut(side, (start, other_start), (at, chosen))
    second = _cut(side, (at, chosen), (end, other_end))
    return Swap((bead,), (first, second))


def merged(first: MendedBead, second: MendedBead) -> Swap:
    """Two neighbours become one."""
    whole = MendedBead(first.source, second.source_end, first.target, second.target_end, 0.0, Mark.HAND)
    return Swap((first, second), (whole,))


def moved(beads: BeadList, index: int, side: Side, at: int, step: int) -> Swap | None:
    """Sentences of one side go to the neighbouring bead, or to a bead of their own behind the last.

    Args:
        index: of the bead they leave.
        at: offset where the last of them ends (`step` -1) or the first of them begins (1).
        step: to the bead before (-1) or after (1).

    Returns:
        None where `at` leaves nothing to move. A bead that loses all it has is gone.
    """
    bead = beads[index]
    start, end = bead.span(side)
    if (step > 0 and not start <= at < end) or (step < 0 and not start < at <= end):
        return None
    neighbour = index + step
    there = 0 <= neighbour < len(beads)
    if not there and bead.span(side) == ((at, end) if step > 0 else (start, at)) and not bead.is_pair:
        return None  # it stands alone already
    edge = (bead.source, bead.target) if step < 0 else (bead.source_end, bead.target_end)
    other = beads[neighbour] if there else MendedBead(edge[0], edge[0], edge[1], edge[1])
    pair = (other, bead) if step < 0 else (bead, other)
    swapped = tuple(one for one in _at_border(pair, side, at) if not _is_empty(one))
    return Swap(tuple(one for one in pair if not _is_empty(one)), swapped)


def unpaired(bead: MendedBead) -> Swap | None:
    """A bead whose sides have nothing to do with each other: its Chinese was left out, its English added.

    Of a bead with one side only: it is right that it has no partner. None where that is settled already.
    """
    if not bead.is_pair:
        return marked(bead, Mark.RIGHT)
    zh = bead._replace(target_end=bead.target, confidence=0.0, mark=Mark.RIGHT)
    en = bead._replace(source=bead.source_end, confidence=0.0, mark=Mark.RIGHT)
    return Swap((bead,), (zh, en))


def trimmed(before: Sequence[MendedBead], after: Sequence[MendedBead]) -> Swap | None:
    """The swap of two versions of a stretch, without what is the same at its ends; None where all is."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    if len(before) == len(after) == start + end:
        return None
    return Swap(tuple(before[start : len(before) - end]), tuple(after[start : len(after) - end]))


def inside(starts: Sequence[int], span: tuple[int, int]) -> Sequence[int]:
    """The offsets among `starts`, which rise, that lie inside a span and not at its edges."""
    return starts[bisect_left(starts, span[0] + 1) : bisect_left(starts, span[1])]


def _at_border(pair: tuple[MendedBead, MendedBead], side: Side, at: int) -> tuple[MendedBead, MendedBead]:
    """Two neighbours with their border on one side elsewhere; both are the person's own now."""
    first, second = pair
    if side == SOURCE:
        return (
            first._replace(source_end=at, confidence=0.0, mark=Mark.HAND),
            second._replace(source=at, confidence=0.0, mark=Mark.HAND),
        )
    return (
        first._replace(target_end=at, confidence=0.0, mark=Mark.HAND),
        second._replace(target=at, confidence=0.0, mark=Mark.HAND),
    )


def _cut(side: Side, start: tuple[int, int], end: tuple[int, int]) -> MendedBead:
    """A part of a bead; `start` and `end` name the offset of `side` first."""
    source, target = (start, end) if side == SOURCE else (start[::-1], end[::-1])
    return MendedBead(source[0], target[0], source[1], target[1], 0.0, Mark.HAND)


def _is_empty(bead: MendedBead) -> bool:
    return bead.source == bead.source_end and bead.target == bead.target_end


def _other(side: Side) -> Side:
    return 0 if side else 1
