"""project: a regular expression read into its parts, so that it can be said what each match contains.

Only what translators write is read: texts, sets, groups, alternatives, repetitions, look-arounds. Where
anything else stands (flags inside, conditions, characters by number) nothing is said of the pattern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

CATEGORIES: Final = frozenset({"\\d", "\\D", "\\w", "\\W", "\\s", "\\S"})
MANY: Final = 2**16
"""As often as one likes."""

_EDGES = frozenset({"\\b", "\\B", "\\A", "\\Z"})
_CONTROLS = {"\\n": "\n", "\\t": "\t", "\\r": "\r"}
_OPENINGS = re.compile(r"\((?:\?(?:P<\w+>|:|=|!|<=|<!)|(?!\?))")
_COUNT = re.compile(r"\{(?!\})([0-9]*)(?:(,)([0-9]*))?\}")
_SIGNS = {"*": (0, MANY), "+": (1, MANY), "?": (0, 1)}
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Sign:
    """One character that stands for itself."""

    character: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """One character of a set.

    Attributes:
        categories: such as "\\d".
        ranges: first and last character, both in the set.
        negated: the characters outside it.
    """

    categories: tuple[str, ...] = ()
    ranges: tuple[tuple[str, str], ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class AnyOne:
    """A point: one character, whichever."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A place between characters."""

    source: str


@dataclass(frozen=True, slots=True)
class Again:
    """What a group has found, once more."""

    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives in brackets."""

    opening: str
    ways: Ways

    @property
    def looks_around(self) -> bool:
        """It takes no characters."""
        return self.opening.endswith(("=", "!"))


@dataclass(frozen=True, slots=True)
class Times:
    """A part so many times; `most` is MANY for no bound, `sign` what is written behind the part."""

    part: Part
    least: int
    most: int
    sign: str


Part = Sign | OneOf | AnyOne | Edge | Again | Group | Times
Ways = tuple[tuple[Part, ...], ...]
"""Alternatives, each of them parts one behind the other."""


class UnreadError(Exception):
    """Something stands there that is not read here."""


def read(pattern: str) -> Ways | None:
    """The parts of a regular expression that Python takes; None where something else stands in it."""
    reading = _Reading(pattern)
    try:
        ways = reading.ways(0)
    except UnreadError:
        return None
    return ways if reading.at == len(pattern) else None


class _Reading:
    """Reads from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self.at = 0

    def ways(self, deep: int) -> Ways:
        """Alternatives up to a closing bracket or the end."""
        if deep > _DEEPEST:
            raise UnreadError
        ways: list[tuple[Part, ...]] = []
        parts: list[Part] = []
        while (character := self._next()) and character != ")":
            if character == "|":
                self.at += 1
                ways.append(tuple(parts))
                parts = []
            else:
                parts.append(self._repeated(self._part(character, deep)))
        return (*ways, tuple(parts))

    def _next(self) -> str:
        return self._pattern[self.at : self.at + 1]

    def _part(self, character: str, deep: int) -> Part:
        match character:
            case "(":
                return self._group(deep)
            case "[":
                return self._set()
            case "\\":
                return self._escaped()
            case "*" | "+" | "?":
                raise UnreadError
        self.at += 1
        if character == ".":
            return AnyOne()
        return Edge(character) if character in "^$" else Sign(character)

    def _repeated(self, part: Part) -> Part:
        begin, sign = self.at, self._next()
        if sign in _SIGNS:
            least, most = _SIGNS[sign]
            self.at += 1
        elif (count := _COUNT.match(self._pattern, self.at)) is not None:
            low, comma, high = count.groups()
            if len(low) > 4 or len(high or "") > 4:
                raise UnreadError
            least = int(low or 0)
            most = int(high) if high else MANY if comma else least
            self.at = count.end()
        else:
            return part
        if self._next() == "+":  # it gives nothing back, so that what follows may not be found
            raise UnreadError
        self.at += self._next() == "?"
        return Times(part, least, most, self._pattern[begin : self.at])

    def _group(self, deep: int) -> Group:
        opening = _OPENINGS.match(self._pattern, self.at)
        if opening is None:
            raise UnreadError
        self.at = opening.end()
        ways = self.ways(deep + 1)
        if self._next() != ")":
            raise UnreadError
        self.at += 1
        return Group(opening.group(), ways)

    def _escaped(self) -> Part:
        source = self._pattern[self.at : self.at + 2]
        if source in CATEGORIES:
            self.at += 2
            return OneOf((source,))
        if source in _EDGES:
            self.at += 2
            return Edge(source)
        if re.fullmatch(r"\\[1-9]", source) and not self._pattern[self.at + 2 : self.at + 3].isdecimal():
            self.at += 2
            return Again(source)
        return Sign(self._character())

    def _character(self) -> str:
        """A character that stands for itself, with a backslash or without."""
        if (character := self._next()) != "\\":
            self.at += 1
            return character
        source = self._pattern[self.at : self.at + 2]
        self.at += 2
        if source in _CONTROLS:
            return _CONTROLS[source]
        if len(source) < 2 or (source[1].isascii() and source[1].isalnum()):
            raise UnreadError
        return source[1]

    def _set(self) -> OneOf:
        self.at += 1
        negated = self._next() == "^"
        self.at += negated
        categories: list[str] = []
        ranges: list[tuple[str, str]] = []
        begin = self.at
        while (character := self._next()) != "]" or self.at == begin:
            if not character:
                raise UnreadError
            if self._pattern[self.at : self.at + 2] in CATEGORIES:
                categories.append(self._pattern[self.at : self.at + 2])
                self.at += 2
            else:
                ranges.append(self._range())
        self.at += 1
        return OneOf(tuple(categories), tuple(ranges), negated)

    def _range(self) -> tuple[str, str]:
        first = self._character()
        if self._next() != "-" or self._pattern[self.at + 1 : self.at + 2] in ("]", ""):
            return first, first
        self.at += 1
        if self._pattern[self.at : self.at + 2] in CATEGORIES:
            raise UnreadError
        return first, self._character()
