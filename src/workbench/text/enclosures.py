"""text: which opening marks of a text are closed, and where."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.text.characters import PAIRS

CLOSERS = frozenset(PAIRS.values()) | {'"', "'"}
"""Marks that may close a quote or a bracket after a full stop."""

QUOTES = frozenset('“‘「『〝"')
"""Opening marks of quotes; the other ones open brackets and titles."""

_DEEPEST = 30
"""Marks that wait for their partner at a time; more than these are no nesting but noise."""

_MARKS = re.compile("[" + re.escape("".join(PAIRS) + "".join(PAIRS.values()) + '"') + "]")


class Enclosure(NamedTuple):
    """A stretch between two marks that belong together: offsets of the opening and of the closing mark."""

    start: int
    end: int
    opening: str

    @property
    def is_quote(self) -> bool:
        """True for quotation marks, False for brackets and 《》."""
        return self.opening in QUOTES


def enclosures(text: str) -> list[Enclosure]:
    """Every matched pair of quotes and brackets, in order of the opening marks.

    A mark without a partner is left out, and so is what crosses a pair; straight double quotes open and close
    in turn.
    """
    found: list[Enclosure] = []
    opened: list[tuple[int, str]] = []
    for match in _MARKS.finditer(text):
        mark, place = match.group(), match.start()
        if mark in PAIRS or (mark == '"' and all(opening != '"' for _, opening in opened)):
            opened.append((place, mark))
            del opened[:-_DEEPEST]
            continue
        partners = [index for index, (_, opening) in enumerate(opened) if PAIRS.get(opening, opening) == mark]
        if partners:
            start, opening = opened[partners[-1]]
            found.append(Enclosure(start, place, opening))
            del opened[partners[-1] :]
    return sorted(found)
