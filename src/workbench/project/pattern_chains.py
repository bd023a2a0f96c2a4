"""project: what a match of a regular expression is made of, as chains of characters and what lies between."""

from __future__ import annotations

from enum import Enum
from typing import Final

from workbench.project.pattern_reading import Again, AnyOne, Edge, Group, OneOf, Part, Sign, Times, Ways

MOST_CHAINS: Final = 8
"""SQLite asks a text for each of them."""

_LONGEST = 200


class Between(Enum):
    """What lies between two characters of a chain."""

    ONE = "one"
    """One character, not known which."""

    GAP = "gap"
    """Any characters, or none: a match needs none."""

    MORE = "more"
    """Any characters, or none; something is asked of them."""

    EDGE = "edge"
    """No character, but something is asked of the place."""


Chain = tuple[str | Between, ...]


def chains_of(ways: Ways) -> list[Chain]:
    """What a match is made of: it holds one of the chains, at most MOST_CHAINS."""
    chains: list[Chain] = []
    for way in ways:
        begun: list[Chain] = [()]
        for part in way:
            follows = _chains_of_part(part)
            if len(begun) * len(follows) > MOST_CHAINS:
                follows = [(Between.MORE,)]
            begun = [_cut(first + then) for first in begun for then in follows]
        chains += begun
    return chains if len(chains) <= MOST_CHAINS else [(Between.MORE,)]


def _cut(chain: Chain) -> Chain:
    return chain if len(chain) <= _LONGEST else (*chain[: _LONGEST - 1], Between.MORE)


def _chains_of_part(part: Part) -> list[Chain]:
    match part:
        case Sign(character):
            return [(character,)]
        case OneOf((), ((first, last),), False) if first == last:
            return [(first,)]
        case OneOf() | AnyOne():
            return [(Between.ONE,)]
        case Edge():
            return [(Between.EDGE,)]
        case Group():
            return [(Between.EDGE,)] if part.looks_around else chains_of(part.ways)
        case Times():
            return _repeated(part)
        case Again():
            return [(Between.MORE,)]


def _repeated(times: Times) -> list[Chain]:
    if not times.least:
        return [(Between.GAP,)]
    once = _chains_of_part(times.part)
    if len(once) == 1 and all(isinstance(link, str) or link is Between.ONE for link in once[0]):
        chain = _cut(once[0] * min(times.least, _LONGEST + 1))
        return [chain] if times.least == times.most else [(*chain, Between.GAP)]
    if times.least > 1:
        return [(*chain, Between.MORE) for chain in once]
    return once if times.most == 1 else [(*chain, Between.GAP) for chain in once]
