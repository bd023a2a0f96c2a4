"""glossary: whether an English text names a body of Party or state, in another order or shape than its entry.

`Standing Committee of the NPC` and `the Foreign Ministry` name bodies, and so does `the ministries of finance
and commerce`; `Chinese Academy of Social Sciences` does not name the Chinese Academy of Sciences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from workbench.glossary.fronts import ends_anothers
from workbench.glossary.near_forms import Content, bag_of, contents_of, head_of, tight_windows
from workbench.glossary.offices import OFFICE_NOUNS, WEAK, without_body

_TELLING: Final = 3
"""So many words tell a body from others without saying whose it is."""
_WEAK: Final = WEAK - {"taiwan"}
_GENERAL: Final = frozenset(("central", "nation", "state", "peopl", "affair", "work"))
"""Stems that a body's name has where a sentence may leave them out."""

_NOUN: Final = "(?:Office|Secretariat|School|Department|Committee|Commission|Bureau|Group|Administration)"
_BODY_OF: Final = re.compile(rf"\b(?!General)[A-Z]\w+ {_NOUN} of the $|\b(?:Secretariat|Office) of the $")
_BODY_BEHIND: Final = re.compile(rf" (?:[A-Z]\w+ ){{1,4}}{_NOUN}\b")

_IN_LIST: Final = re.compile(r"(?:'s)?[\s\-]+|,\s|,? and ")


def body_said(form: str, english: str) -> bool:
    """Whether the English has the words that tell a body from others; names of state and Party may go.

    Args:
        form: the rendering of the body.
        english: the shown text.
    """
    head = head_of(form)
    words = contents_of(english)
    if any(one.stem == "top" and two.stem == head for one, two in pairwise(words)):
        return True  # the country's top court
    strong = bag_of(without_body(form)) - _WEAK
    if len(strong) < _TELLING:
        strong = bag_of(form) - _WEAK  # general offices are told apart by whose they are
    if len(strong) < 2:
        own = bag_of(form)
        return any(
            not ends_anothers(own, english, words[first].start) for first, _ in tight_windows(own, english)
        )
    if head == "ministri" and _before_its_head(strong, head, words, english):
        return True
    telling = strong - _GENERAL if len(strong - _GENERAL) >= _TELLING else strong
    own = bag_of(form)
    return any(
        not _of_another(words[first : last + 1], strong, english)
        and not ends_anothers(own, english, words[first].start)
        for first, last in tight_windows(telling, english)
    )


def field_of(form: str) -> frozenset[str]:
    """The stems that say what a body is for: foreign and affairs, of Ministry of Foreign Affairs."""
    return bag_of(form) - WEAK - {head_of(form), "state", "council", "central", "committe", "nation"}


def officer_said(form: str, english: str) -> bool:
    """Whether an officer of a body is named by its field: the foreign minister.

    Args:
        form: the rendering of the body.
        english: the shown text.
    """
    field = field_of(form)
    words = contents_of(english)
    return any(
        word.stem in field
        and any(
            one.stem in OFFICE_NOUNS and one.sentence == word.sentence
            for one in words[max(0, at - 4) : at + 5]
        )
        for at, word in enumerate(words)
    )


def in_longer_name(english: str, place: tuple[int, int]) -> bool:
    """Whether a name stands in that of one of its bodies: the Taiwan Affairs Office of the State Council.

    Args:
        english: the shown text.
        place: where the name stands in it.
    """
    return bool(_BODY_OF.search(english, 0, place[0]) or _BODY_BEHIND.match(english, place[1]))


def _before_its_head(strong: frozenset[str], head: str, words: tuple[Content, ...], english: str) -> bool:
    """The Foreign Ministry, the housing and agriculture ministries: a word of the name before its noun."""
    return any(
        word.stem == head and any(one.stem in strong for one in _listed_before(words, at, english))
        for at, word in enumerate(words)
    )


def _listed_before(words: tuple[Content, ...], at: int, english: str) -> Iterator[Content]:
    """The word before a noun; before a plural also those of a list that has it in common."""
    first = at
    while first and (first == at or words[at].plain.endswith("ies")):
        first -= 1
        if not _IN_LIST.fullmatch(english, words[first].end, words[first + 1].start):
            return
        yield words[first]


def _of_another(inside: tuple[Content, ...], strong: frozenset[str], english: str) -> bool:
    """Whether another word in capitals stands in the name."""
    return any(word.stem not in strong | WEAK and english[word.start].isupper() for word in inside)
