"""glossary: the strings that a document has often, where they stand, and what stands beside them.

Strings grow by a character at a time: a string of n characters can only be frequent where the n - 1 before
were. A length is one sort of the places that are left, so a million characters take about a second.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]
Flags = NDArray[np.bool_]
Reals = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Grams:
    """The frequent strings of one length.

    Attributes:
        length: characters of each.
        counts: of each, how often it stands.
        starts: where the places of each begin in `places`, and where the last ones end.
        places: offsets, rising within each.
        freedom: of each, from 0 to 1, how freely its neighbours change, see `freedom_of`.
    """

    length: int
    counts: Codes
    starts: Codes
    places: Codes
    freedom: Reals


def frequent(codes: Codes, allowed: Flags, ends: Flags, least: int, longest: int) -> Iterator[Grams]:
    """The strings of 2 and more characters that stand at least `least` times, by their length.

    Args:
        codes: the text, a number below 2**21 for each character; 0 is what no string reaches over.
        allowed: whether a string may begin at an offset.
        ends: whether a string may end before an offset; one longer than `codes`.
        least: places of a string; only those count where it may begin and end.
        longest: characters of a string.
    """
    padded = np.concatenate([codes, np.zeros(longest + 1, codes.dtype)])
    places = np.flatnonzero(codes > 0)
    kinds = codes[places]
    for length in range(2, longest + 1):
        kept = padded[places + length - 1] > 0
        places, kinds = places[kept], kinds[kept]
        keys = (kinds << 21) | padded[places + length - 1]
        _, kinds, counts = np.unique(keys, return_inverse=True, return_counts=True)
        often = counts[kinds] >= least
        places, kinds = places[often], kinds[often].astype(np.int64)
        if not len(places):
            return
        whole = allowed[places] & ends[places + length]
        grams = _gathered(padded, places[whole], kinds[whole], length, least)
        if len(grams.counts):
            yield grams


def _gathered(padded: Codes, places: Codes, kinds: Codes, length: int, least: int) -> Grams:
    """The places of each kind together, for kinds that still have enough of them."""
    order = np.argsort(kinds, kind="stable")
    places, kinds = places[order], kinds[order]
    heads = np.flatnonzero(np.concatenate([np.ones(1, np.bool_), kinds[1:] != kinds[:-1]])[: len(kinds)])
    counts = np.diff(np.append(heads, len(kinds))).astype(np.int64)
    kept = counts >= least
    places = places[np.repeat(kept, counts)]
    counts = counts[kept]
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
    of_gram = np.repeat(np.arange(len(counts)), counts)
    before = np.where(places > 0, padded[places - 1], 0)
    freedom = np.minimum(
        freedom_of(of_gram, before, counts), freedom_of(of_gram, padded[places + length], counts)
    )
    return Grams(length, counts, starts, places, freedom)


def freedom_of(of_gram: Codes, neighbours: Codes, counts: Codes) -> Reals:
    """The entropy of the characters on one side of each string, as a share of the highest it could have.

    1 where each place has another neighbour, 0 where all have the same one, so that the string is a piece of
    a longer one (boundary entropy: Z. Jin and K. Tanaka-Ishii, Unsupervised segmentation of Chinese text by
    use of branching entropy, COLING/ACL 2006). A mark or the end of a text (0) is a neighbour of its own at
    each place.
    """
    if not len(counts):
        return np.zeros(0)
    free = neighbours == 0
    keys = np.where(free, -1 - np.arange(len(neighbours)), (of_gram << 21) | neighbours)
    _, kinds, many = np.unique(keys, return_inverse=True, return_counts=True)
    share = many[kinds] / counts[of_gram]
    entropy = np.bincount(of_gram, -np.log2(share) / counts[of_gram], minlength=len(counts))
    return np.divide(entropy, np.log2(counts), out=np.ones(len(counts)), where=counts > 1)
