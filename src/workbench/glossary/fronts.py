"""glossary: whether a name in English is the end of another's: `Energy Law` in `Renewable Energy Law`.

What stands before a name in capitals, with nothing between, belongs to it, unless it says no more than whose
it is: `the State Council Taiwan Affairs Office`, `China's Energy Law`.
"""

from __future__ import annotations

import re
from typing import Final

from workbench.glossary.english_words import words_of
from workbench.glossary.near_forms import bag_of, contents_of
from workbench.glossary.offices import OFFICE_NOUNS, WEAK

_ANYONES: Final = (
    WEAK
    | OFFICE_NOUNS
    | frozenset(
        ("state", "council", "central", "committe", "nation", "polit", "bureau", "politburo", "former")
    )
)
"""Stems that say whose a body or document is, or who speaks for it."""
_BEGINS: Final = re.compile(r"(?:^|[.!?:;][\"”’)]*\s|\n)[\"“‘(]*$")
_REACH: Final = 40


def ends_anothers(own: frozenset[str], english: str, start: int) -> bool:
    """Whether the word directly before a name makes it the end of another's.

    Args:
        own: stems that the names of the concept have.
        english: the shown text.
        start: where the name stands in it, in code points.
    """
    front = max(0, start - _REACH)
    before = words_of(english[front:start])
    if not before or not contents_of(english[front:start]):
        return False
    word = before[-1]
    if english[front + word.after : start] != " " or not english[front + word.start].isupper():
        return False
    written = english[front + word.start : front + word.end]
    if written.isupper() or not bag_of(written) or word.stem in own or word.stem in _ANYONES:
        return False
    if word.after != word.end and word.stem != "peopl":
        return False  # Monday's meeting of it
    return not _BEGINS.search(english, 0, front + word.start)
