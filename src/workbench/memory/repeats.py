"""memory: the maximal repeats of a long text: strings that cannot grow without losing one of their places.

Windows that stand twice are found by sorting hashes. From them strings grow together, a group of places at a
time: as far as all its places agree, where it is given out, and on in the smaller groups that agree further.
A group whose places all have the same character before them is left at once: what it could give begins one
character earlier. So only the places where a repeat begins grow, and long texts take a few seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]
Places = NDArray[np.int64]
_FACTOR = np.uint64(0x9E3779B97F4A7C15 | 1)
_STRIDE = 16  # characters that a group grows by at a time
_PARTS = 16  # of the hashes, sorted one after the other so that memory stays small
_AT_ONCE = 1 << 20  # windows that are hashed, and places that grow, at once: for the same reason


@dataclass(frozen=True, eq=False)
class Windows:
    """Places of windows that stand at least twice, by the hash of the window.

    Attributes:
        width: characters of a window.
        hashes: of the windows, each once, in order.
        starts: where the places of each begin in `places`, and where the last ones end.
        places: offsets, rising within each.
    """

    width: int
    hashes: NDArray[np.uint64]
    starts: Places
    places: Places

    def places_of(self, codes: Codes, starts: Places) -> Iterator[Places]:
        """For each window of `codes` that begins at one of `starts`, where such windows may stand.

        Nothing for one that stands once, or would reach over the end.
        """
        inside = np.minimum(starts, len(codes) - self.width)
        hashes = np.zeros(len(starts), np.uint64)
        for place in range(self.width):
            hashes *= _FACTOR
            hashes += codes[inside + place].astype(np.uint64)
        hashes = _stirred(hashes)
        at = np.minimum(np.searchsorted(self.hashes, hashes), max(0, len(self.hashes) - 1))
        known = (self.hashes[at] == hashes) & (inside == starts)
        for number, is_known in zip(at.tolist(), known.tolist(), strict=True):
            yield self.places[self.starts[number] : self.starts[number + is_known]]


@dataclass(frozen=True, eq=False)
class Repeats:
    """Maximal repeats: the nth has `lengths[n]` characters at `places[starts[n]:starts[n + 1]]`."""

    lengths: Places
    starts: Places
    places: Places


def windows(codes: Codes, width: int) -> Windows:
    """The windows of `codes` that stand at least twice and hold no 0.

    Args:
        codes: the text, a number for each character; 0 is what no string reaches over.
        width: characters of a window, at least 1.
    """
    count = len(codes) - width + 1
    if count < 2:
        nothing = np.zeros(0, np.int64)
        return Windows(width, np.zeros(0, np.uint64), np.zeros(1, np.int64), nothing)
    hashes = _hashes(codes, width)
    whole = _whole(codes, width)
    part_of = np.empty(count, np.uint8)
    for first in range(0, count, _AT_ONCE):
        part_of[first : first + _AT_ONCE] = hashes[first : first + _AT_ONCE] >> np.uint64(60)
    parts = [_twice(hashes, np.flatnonzero(whole & (part_of == number))) for number in range(_PARTS)]
    del hashes, whole, part_of
    heads = np.concatenate([heads for heads, _, _ in parts])
    sizes = np.concatenate([sizes for _, sizes, _ in parts])
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
    return Windows(width, heads, starts, np.concatenate([places for _, _, places in parts], dtype=np.int64))


def _hashes(codes: Codes, width: int) -> NDArray[np.uint64]:
    """A hash of each window; equal windows have equal ones."""
    hashes = np.zeros(len(codes) - width + 1, np.uint64)
    for first in range(0, len(hashes), _AT_ONCE):
        some = hashes[first : first + _AT_ONCE]
        for place in range(first, first + width):
            some *= _FACTOR
            some += codes[place : place + len(some)].astype(np.uint64)
        _stirred(some)
    return hashes


def _stirred(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The sums with their high bits brought down and up again, so that they are spread evenly."""
    hashes ^= hashes >> np.uint64(29)
    hashes *= _FACTOR
    return hashes


def _whole(codes: Codes, width: int) -> NDArray[np.bool_]:
    """Whether each window is without 0."""
    whole = np.ones(len(codes) - width + 1, np.bool_)
    for zero in np.flatnonzero(codes == 0).tolist():
        whole[max(0, zero - width + 1) : zero + 1] = False
    return whole


def _twice(
    hashes: NDArray[np.uint64], places: Places
) -> tuple[NDArray[np.uint64], Places, NDArray[np.uint32]]:
    """Those of `places` that share their hash with another: hash and size of each group, and the places."""
    chosen = hashes[places]
    order = np.argsort(chosen, kind="stable")
    chosen = chosen[order]
    heads = np.flatnonzero(np.concatenate([np.ones(1, np.bool_), chosen[1:] != chosen[:-1]])[: len(chosen)])
    sizes = np.diff(np.append(heads, len(chosen)))
    kept = sizes > 1
    return chosen[heads[kept]], sizes[kept], places[order][np.repeat(kept, sizes)].astype(np.uint32)


def repeats(codes: Codes, found: Windows) -> Repeats:
    """Every maximal repeat of at least a window's width.

    A string is given where it stands at least twice, and neither all its places have the same character
    before it nor all the same one behind it; 0 is no character.

    Args:
        codes: as `windows` was given them.
        found: the windows of `codes`.
    """
    padded = np.concatenate([codes, np.zeros(_STRIDE + 1, codes.dtype)])
    parts = [part for groups in _in_parts(found) for part in _grown_apart(groups, padded, found.width)]
    if not parts:
        return Repeats(found.places[:0], np.zeros(1, np.int64), found.places[:0])
    starts = np.concatenate(
        [np.zeros(1, np.int64), np.cumsum(np.concatenate([part.sizes for part in parts]))]
    )
    lengths = np.concatenate([part.lengths for part in parts])
    return Repeats(lengths, starts, np.concatenate([part.places for part in parts]))


def _in_parts(found: Windows) -> Iterator[_Groups]:
    """The groups of places of windows, some millions of places at a time; no group needs another one."""
    first = 0
    while first < len(found.hashes):
        most = int(np.searchsorted(found.starts, found.starts[first] + _AT_ONCE, "right")) - 1
        last = max(first + 1, most)
        start, end = found.starts[first], found.starts[last]
        heads = found.starts[first:last] - start
        yield _Groups(found.places[start:end], heads, np.zeros(last - first, np.int64))
        first = last


def _grown_apart(groups: _Groups, padded: Codes, least: int) -> Iterator[_Groups]:
    """The maximal repeats of at least so many characters that grow from some groups."""
    while len(groups.heads):
        groups = groups.left_diverse(padded)
        if not len(groups.heads):
            return
        grown, stopped = groups.grown(padded)
        yield grown.only(stopped & (grown.lengths >= least))
        groups = grown.parted(padded, stopped)


class _Groups:
    """Groups of places; those of a group agree in its next `lengths` characters."""

    def __init__(self, places: Places, heads: Places, lengths: Places) -> None:
        self.places = places
        self.heads = heads
        self.lengths = lengths
        self.sizes: Places = np.diff(np.append(heads, len(places)))

    def only(self, kept: NDArray[np.bool_]) -> _Groups:
        """The groups that are kept."""
        sizes = self.sizes[kept]
        heads = np.cumsum(sizes) - sizes
        return _Groups(self.places[np.repeat(kept, self.sizes)], heads, self.lengths[kept])

    def left_diverse(self, codes: Codes) -> _Groups:
        """The groups that have not all the same character before them."""
        before = np.where(self.places > 0, codes[self.places - 1], 0)
        least = np.minimum.reduceat(before, self.heads)
        most = np.maximum.reduceat(before, self.heads)
        return self.only((least != most) | (least == 0))

    def grown(self, codes: Codes) -> tuple[_Groups, NDArray[np.bool_]]:
        """The groups, each grown as far as all its places agree, but no more than a stride.

        Returns:
            Them, and for each whether something stopped it within the stride.
        """
        at = self.places + np.repeat(self.lengths, self.sizes)
        first = np.repeat(at[self.heads], self.sizes)
        far = np.full(len(at), _STRIDE, np.int64)
        for step in range(_STRIDE - 1, -1, -1):
            here = codes[at + step]
            far[(here == 0) | (here != codes[first + step])] = step
        grown = np.minimum.reduceat(far, self.heads)
        return _Groups(self.places, self.heads, self.lengths + grown), grown < _STRIDE

    def parted(self, codes: Codes, stopped: NDArray[np.bool_]) -> _Groups:
        """The groups, those that were stopped parted by what comes next; a place left alone goes out."""
        of_place = np.repeat(np.arange(len(self.heads)), self.sizes)
        following = codes[self.places + np.repeat(self.lengths, self.sizes)].astype(np.int64)
        is_stopped = stopped[of_place]
        following[~is_stopped] = 1
        kept = following != 0
        keys = (of_place[kept] << 32) | following[kept]
        order = np.argsort(keys, kind="stable")
        keys, places = keys[order], self.places[kept][order]
        heads = np.flatnonzero(np.concatenate([np.ones(1, np.bool_), keys[1:] != keys[:-1]])[: len(keys)])
        parted = _Groups(places, heads, self.lengths[keys[heads] >> 32])
        return parted.only(parted.sizes > 1)
