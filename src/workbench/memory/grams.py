"""memory: texts as numbers, and how many of them two texts of a given likeness must share.

Likeness is 1 - d / max(|q|, |s|), d the Levenshtein distance of a query q and a unit s in code points. Two
things are known of each unit:

- the bigrams it has, each as one of `BUCKETS` (a hash, so that a table of places needs no search);
- its *signature*, a bit field of its characters counted through: the second 的 is another thing than the
  first.

One edit spoils at most one of a set of bigrams that share no character, at most two of any set, and an
insertion one; and it takes away at most one counted character. Two things that fall in one bucket or on one
bit can only make texts look more alike than they are. So what is left out by these counts is never a match.
(Bigrams and their bound: Ukkonen 1992; sets that share no character: Deng, Li, Feng, "A pivotal prefix
based filtering algorithm for string similarity search", SIGMOD 2014.)
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
Places = NDArray[np.int64]

BUCKET_BITS = 20
BUCKETS = 1 << BUCKET_BITS

CLASS_ENDS = (48, 96, 192, 384)
"""The longest texts, in code points, of all classes but the last, which takes what is longer."""
CLASS_WORDS = (2, 4, 8, 16, 32)
"""Words of 64 bits that the signature of a text of each class has: a few bits a character."""

_EPSILON = 1e-9  # against 0.3 * 10 == 2.9999999999999996
_POINT_BITS = np.uint64(21)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # odd: multiplying by it and taking the top bits is a fair hash
_BYTES = np.uint64(0x00FF00FF00FF00FF)
_ONES = np.uint64(0x0001000100010001)
_SPREAD_AGAIN_INT, _ALL_BITS = 0xC2B2AE3D27D4EB4F, (1 << 64) - 1
_SPREAD_AGAIN = np.uint64(_SPREAD_AGAIN_INT)
_SHORT = 128  # code points


def code_points(text: str) -> Words:
    """The code points of a text, lone surrogates among them."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)


def bigram_buckets(points: Words) -> Words:
    """The bucket of every two code points that stand side by side: one fewer than there are code points."""
    pairs = points[:-1] << _POINT_BITS
    pairs |= points[1:]
    pairs *= _SPREAD
    pairs >>= np.uint64(64 - BUCKET_BITS)
    return pairs


def counted_hashes(texts: Words, points: Words) -> tuple[Words, Words]:
    """A hash of every counted character, and the number of the text it is in.

    Args:
        texts: the number of the text of each code point, below 2**43.
        points: the code points.

    Returns:
        The hashes, and the texts in rising order, both as long as `points`.
    """
    keys = (texts << _POINT_BITS) | points
    keys.sort()
    here = np.arange(len(keys))
    first = np.ones(len(keys), np.bool_)
    first[1:] = keys[1:] != keys[:-1]
    count = here - np.maximum.accumulate(np.where(first, here, 0))
    counted = (keys & np.uint64((1 << 21) - 1)) | (count.astype(np.uint64) << _POINT_BITS)
    return counted * _SPREAD_AGAIN, keys >> _POINT_BITS


def signatures(hashes: Words, texts: Words, count: int, words: int) -> Words:
    """The signatures of `count` texts, a row of `words` words each.

    Args:
        hashes: of counted characters, from `counted_hashes`.
        texts: the row each belongs to, below `count`.
    """
    bits = 64 * words
    at = hashes >> np.uint64(64 - bits.bit_length() + 1)
    field = np.zeros(count * bits, np.uint8)
    field[(texts * np.uint64(bits) + at).astype(np.int64)] = 1
    return np.packbits(field, bitorder="little").view("<u8").reshape(count, words)


def class_of(length: int) -> int:
    """The class of a text of so many code points."""
    return next((at for at, end in enumerate(CLASS_ENDS) if length <= end), len(CLASS_ENDS))


def class_span(number: int) -> tuple[int, float]:
    """The shortest and the longest text of a class, in code points."""
    first = CLASS_ENDS[number - 1] + 1 if number else 0
    return first, CLASS_ENDS[number] if number < len(CLASS_ENDS) else math.inf


def edits_allowed(longer: int, threshold: float) -> int:
    """How many edits two texts, the longer of that length, may be apart and still be so much alike."""
    return math.floor((1 - threshold) * longer + _EPSILON)


def lengths_allowed(length: int, threshold: float) -> tuple[int, int]:
    """The shortest and the longest text, in code points, that can be as much like one of `length`."""
    return math.ceil(threshold * length - _EPSILON), math.floor(length / threshold + _EPSILON)


class Likeness:
    """A query as the index looks for it.

    Attributes:
        text: the folded text.
        length: its code points.
        buckets: the buckets of its bigrams, in order.
    """

    def __init__(self, text: str) -> None:
        points = code_points(text)
        self.text = text
        self.length = len(points)
        self.buckets: Places = bigram_buckets(points).astype(np.int64)
        self._points = points
        self._signatures: dict[int, Words] = {}

    def signature(self, words: int) -> Words:
        """Its signature in so many words."""
        if words not in self._signatures:
            if self.length <= _SHORT:
                self._signatures[words] = _short_signature(self.text, words)
            else:
                hashes, rows = counted_hashes(np.zeros(self.length, np.uint64), self._points)
                self._signatures[words] = signatures(hashes, rows, 1, words)[0]
        return self._signatures[words]


def _short_signature(text: str, words: int) -> Words:
    """What `signatures` makes of one text: a dozen array operations are more than a short one is worth."""
    shift = 64 - (64 * words).bit_length() + 1
    counts: dict[str, int] = {}
    field = 0
    for character in text:
        count = counts.get(character, 0)
        counts[character] = count + 1
        field |= 1 << (((ord(character) | count << 21) * _SPREAD_AGAIN_INT & _ALL_BITS) >> shift)
    return np.frombuffer(field.to_bytes(8 * words, "little"), "<u8")


def alike(rows: Words, signature: Words, lost: int | Places, gained: int | Places) -> Places:
    """Which rows may belong to texts that a few edits lead to.

    Args:
        rows: signatures, one a row.
        signature: of the query.
        lost: how many counted characters of the query the edits may take away; one number, or one a row.
        gained: how many they may bring.
    """
    most = lost if isinstance(lost, int) else int(lost.max(initial=-1))
    bits = int.from_bytes(signature.tobytes(), "little").bit_count()
    kept = np.flatnonzero(_shared(rows, signature) >= bits - most)
    if not len(kept):
        return kept
    rows = rows.take(kept, 0)
    fits = _shared(rows, ~signature) <= (gained if isinstance(gained, int) else gained[kept])
    if not isinstance(lost, int):
        fits &= _shared(rows, signature) >= bits - lost[kept]
    return kept[fits]


def _shared(rows: Words, signature: Words) -> NDArray[np.unsignedinteger[Any]]:
    """How many bits each row shares with a signature.

    A sum along each row would cost ten times what all else does: eight counts, of a byte each, are added at
    once as four of two bytes and then by a multiplication.
    """
    words = rows.shape[1]
    if words <= 4:
        # No more than a byte holds: a unit of these classes has no more than 96 bits.
        counts: NDArray[np.uint8] = np.bitwise_count(rows[:, 0] & signature[0])
        for at in range(1, words):
            counts += np.bitwise_count(rows[:, at] & signature[at])
        return counts
    wide = np.bitwise_count(rows & signature).view("<u8")
    wide = (wide & _BYTES) + ((wide >> np.uint64(8)) & _BYTES)
    sums = (wide * _ONES) >> np.uint64(48)
    total: Words = sums[:, 0]
    for at in range(1, words // 8):
        total = total + sums[:, at]
    return total


def joined(texts: Sequence[str]) -> tuple[Words, NDArray[np.int64]]:
    """The code points of all texts in a row, and the length of each."""
    return code_points("".join(texts)), np.fromiter(map(len, texts), np.int64, len(texts))
