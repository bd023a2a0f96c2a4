"""exchange: which units were seen before and where, of millions, in twelve bytes a place of a table."""

from __future__ import annotations

from array import array
from collections.abc import Hashable

_SIZE = 1 << 12
_FULL = 0.7


class Seen:
    """A table of hashes with open addressing: 64 bits of a hash and the line where it was first seen.

    Two of a million different keys are taken for one with a chance of about one in forty million.
    """

    def __init__(self) -> None:
        self._hashes = array("Q", bytes(8 * _SIZE))
        self._lines = array("I", bytes(4 * _SIZE))
        self._count = 0

    def first(self, key: Hashable, line: int) -> int:
        """The line where this key was seen first; 0 where it is seen now for the first time."""
        if self._count > _FULL * len(self._hashes):
            self._grow()
        number = hash(key) & 0xFFFFFFFFFFFFFFFF or 1
        at = self._place(number)
        if self._hashes[at]:
            return self._lines[at]
        self._hashes[at], self._lines[at] = number, min(line, 0xFFFFFFFF)
        self._count += 1
        return 0

    def _place(self, number: int) -> int:
        """Where a hash stands, or may be put."""
        hashes = self._hashes
        mask = len(hashes) - 1
        at = number & mask
        while hashes[at] and hashes[at] != number:
            at = (at + 1) & mask
        return at

    def _grow(self) -> None:
        hashes, lines = self._hashes, self._lines
        size = len(hashes) * 2
        self._hashes, self._lines = array("Q", bytes(8 * size)), array("I", bytes(4 * size))
        for number, line in zip(hashes, lines, strict=True):
            if number:
                at = self._place(number)
                self._hashes[at], self._lines[at] = number, line
