"""project: a regular expression for texts in small letters, which Python finds several times as fast.

With re.IGNORECASE Python compares every character by itself. A pattern in small letters, held with regard
to case against a text in small letters, finds the same and is found by the first letters of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.project.pattern_chains import MOST_CHAINS
from workbench.project.pattern_reading import (
    Again,
    AnyOne,
    Edge,
    Group,
    OneOf,
    Part,
    Sign,
    Times,
    UnreadError,
    Ways,
    read,
)
from workbench.project.pattern_sql import without_case

_HANZI = ("\u3000", "\u9fff")
"""Between these no character has a capital or a small letter."""


@lru_cache(maxsize=32)
def in_small(pattern: str) -> tuple[re.Pattern[str], ...]:
    """The pattern in small letters, one for each of its alternatives; none where it is not sure.

    One of them is found in a text whose ASCII letters are small where the pattern is found in it without
    regard to case, unless one of `pattern_sql.ASCII_BESIDES` is in the text. Each alternative by itself is
    found by its first letters, together they are not.
    """
    ways = read(pattern)
    if ways is None:
        return ()
    match ways:
        case ((Group() as group,),) if not group.looks_around:
            ways = group.ways
    try:
        small = dict.fromkeys("".join(map(_part, way)) for way in ways)
    except UnreadError:
        return ()
    return tuple(map(re.compile, small if len(small) <= MOST_CHAINS else ["|".join(small)]))


def _ways(ways: Ways) -> str:
    return "|".join("".join(map(_part, way)) for way in ways)


def _part(part: Part) -> str:
    match part:
        case Sign(character):
            return re.escape(_small(character))
        case OneOf():
            return _set(part)
        case AnyOne():
            return "."
        case Edge(source):
            return source
        case Again():  # É is é again, which small letters of ASCII do not tell
            raise UnreadError
        case Group(opening, ways):
            return f"{opening}{_ways(ways)})"
        case Times(repeated, _, _, sign):
            return _part(repeated) + sign


def _set(one_of: OneOf) -> str:
    ranges = "".join(f"{re.escape(first)}-{re.escape(last)}" for first, last in map(_range, one_of.ranges))
    return f"[{'^' if one_of.negated else ''}{''.join(one_of.categories)}{ranges}]"


def _range(ends: tuple[str, str]) -> tuple[str, str]:
    """A range in small letters."""
    first, last = ends
    if first == last:
        return _small(first), _small(last)
    if any(begin <= first and last <= end for begin, end in ("az", "09", _HANZI)):
        return ends
    if first >= "A" and last <= "Z":
        return first.lower(), last.lower()
    raise UnreadError


def _small(character: str) -> str:
    if character.isascii():
        return character.lower()
    if without_case(character):
        return character
    raise UnreadError
