"""lexicon: words and their numbers in a few arrays of bytes, looked up in place.

A dictionary of a hundred thousand strings takes some twenty megabytes, and as much again while it is made.
Here a word is found by its checksum in a table of slots (open addressing with linear probing, D. Knuth, The
Art of Computer Programming 3, section 6.4, algorithm L), and nothing is made of it.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final, overload

_FREE: Final = 0xFFFFFFFF
_ROOM: Final = 1.5  # slots for a word, at least

Buffers = Mapping[str, memoryview]


def packed_texts(texts: Sequence[str]) -> dict[str, bytes]:
    """What `PackedTexts` reads: `text`, and where each one begins in it as `starts`."""
    encoded = [_encoded(text) for text in texts]
    starts = array("I", accumulate(map(len, encoded), initial=0))
    return {"text": b"".join(encoded), "starts": starts.tobytes()}


def packed_words(numbers: Mapping[str, int]) -> dict[str, bytes]:
    """What `PackedWords` reads: the words, the number of each, and the slots.

    Args:
        numbers: of the words; from 0 to 2**32 - 1.
    """
    size = 1
    while size < _ROOM * len(numbers):
        size *= 2
    slots = array("I", [_FREE]) * size
    for place, word in enumerate(numbers):
        slot = zlib.crc32(_encoded(word)) & (size - 1)
        while slots[slot] != _FREE:
            slot = (slot + 1) & (size - 1)
        slots[slot] = place
    return {
        **packed_texts(list(numbers)),
        "numbers": array("I", numbers.values()).tobytes(),
        "slots": slots.tobytes(),
    }


class PackedTexts(Sequence[str]):
    """Texts by their places."""

    def __init__(self, buffers: Buffers) -> None:
        self._text = buffers["text"]
        self._starts = buffers["starts"].cast("I")

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[place] for place in range(len(self))[at]]
        place = range(len(self))[at]
        text = bytes(self._text[self._starts[place] : self._starts[place + 1]])
        return text.decode("utf-8", "surrogatepass")


class PackedWords(Mapping[str, int]):
    """Words with their numbers, in the order in which they were packed."""

    def __init__(self, buffers: Buffers) -> None:
        self._words = PackedTexts(buffers)
        self._text = buffers["text"]
        self._starts = buffers["starts"].cast("I")
        self._numbers = buffers["numbers"].cast("I")
        self._slots = buffers["slots"].cast("I")
        self._last = len(self._slots) - 1

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._place(word) >= 0

    def __getitem__(self, word: str) -> int:
        place = self._place(word)
        if place < 0:
            raise KeyError(word)
        return self._numbers[place]

    def _place(self, word: str) -> int:
        """Which of the words it is; -1: none."""
        key = word.encode("utf-8", "surrogatepass")
        slots, starts, last = self._slots, self._starts, self._last
        slot = zlib.crc32(key) & last
        while (place := slots[slot]) != _FREE:
            if self._text[starts[place] : starts[place + 1]] == key:
                return place
            slot = (slot + 1) & last
        return -1


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
