"""project: the run of digits, capitals or signs of ASCII that every match of a regular expression contains.

It is for patterns without a letter to ask for, such as `\\d{4}`: bytes are looked through for it much faster
than characters for the pattern.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from workbench.project.pattern_reading import Edge, OneOf, Part, Times, read

DIGIT_BYTES: Final = frozenset(b"\xd9\xdb\xdf\xe0\xe1\xea\xef\xf0") | frozenset(range(0x80, 0xC0))
"""Those with which the digits outside ASCII are written in UTF-8."""

_LONGEST = 200
_BETWEEN = 0x1F


class ByteRun(NamedTuple):
    """Bytes of a text in UTF-8 that every match has in a row.

    Attributes:
        table: for `bytes.translate`: these bytes become "1", U+001F stays, others become something else.
        run: so many of them, as they stand in the translated text.
    """

    table: bytes
    run: bytes


@lru_cache(maxsize=32)
def byte_run(pattern: str, *, case: bool) -> ByteRun | None:
    """The longest such run; None where there is none, or hardly any text would be ruled out by it."""
    ways = read(pattern)
    if ways is None or len(ways) != 1:
        return None
    runs = [(members, sum(1 for _ in run)) for members, run in groupby(_members(ways[0], case=case))]
    members, count = max(runs, key=lambda run: run[1] if run[0] else 0, default=(frozenset[int](), 0))
    if not members:
        return None
    table = bytes(one if one == _BETWEEN else 0x31 if one in members else 0x2E for one in range(256))
    return ByteRun(table, b"1" * count)


def _members(parts: tuple[Part, ...], *, case: bool) -> list[frozenset[int]]:
    """The bytes of each character in turn; an empty set where it may be any, or there may be more."""
    members: list[frozenset[int]] = []
    for part in parts:
        if isinstance(part, OneOf):
            members.append(_bytes_of(part, case=case))
        elif isinstance(part, Times) and isinstance(part.part, OneOf) and part.least:
            members.extend([_bytes_of(part.part, case=case)] * min(part.least, _LONGEST))
            members.extend([frozenset()] * (part.least != part.most))
        elif not isinstance(part, Edge):
            members.append(frozenset())
    return members


def _bytes_of(one_of: OneOf, *, case: bool) -> frozenset[int]:
    """The bytes that the characters of a set are written with; empty where they would be in any text."""
    if one_of.negated or not set(one_of.categories) <= {"\\d"}:
        return frozenset()
    if any(sign > "~" or sign <= " " for ends in one_of.ranges for sign in ends):
        return frozenset()
    inside = {sign for first, last in one_of.ranges for sign in range(ord(first), ord(last) + 1)}
    if any(chr(sign).islower() or (not case and chr(sign).isalpha()) for sign in inside):
        return frozenset()
    return frozenset(inside).union(frozenset(b"0123456789") | DIGIT_BYTES if one_of.categories else ())
