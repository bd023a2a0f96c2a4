"""glossary: whether an English text names an office, with or without its body, at its right rank.

`Premier Li` says the premier of the State Council, `NPC deputies` says deputy to the National People's
Congress, `the foreign minister` says minister of foreign affairs; `Premier Li` does not say the vice premier,
nor `the commerce minister` the minister of foreign affairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from workbench.glossary.near_forms import Content, bag_of, contents_of, head_of

WEAK: Final = frozenset(
    ("china", "chines", "prc", "cpc", "npc", "cppcc", "region", "republ", "beij", "taiwan")
)
"""Stems that a sentence leaves out where its reader knows them."""

_BODIES: Final = (
    "State Council",
    "CPC Central Committee",
    "Communist Party of China Central Committee",
    "Central Committee",
    "NPC",
    "National People's Congress",
    "People's Republic of China",
    "Communist Party of China",
)
_OF_THE_STATE: Final = re.compile(rf",? (?:of|under) the (?:{'|'.join(_BODIES)})\b.*| of China\b.*")
_VICE: Final = frozenset(("vice", "deputi"))
_RANKS: Final = _VICE | frozenset(("general", "execut", "act", "honorari"))
_ALIKE: Final = (
    ("chairman", "chairperson", "chairwoman", "chair", "chairmen", "head"),
    ("spokesperson", "spokesman", "spokeswoman", "spokespeopl"),
    ("director", "head", "chief", "minist"),
    ("minist", "head"),
    ("secretari", "chief"),
    ("deputi", "lawmak", "legisl"),
    ("member", "advisor", "advis"),
    ("governor",),
    ("councilor", "councillor"),
    ("presid", "head"),
    (
        "premier",
        "mayor",
        "commission",
        "procur",
        "judg",
        "justic",
        "ambassador",
        "offici",
        "command",
        "leader",
        "procurator",
        "auditor",
        "prosecutor",
    ),
)
"""Office nouns; what may be written for the first of a line follows it, but for the last line."""
OFFICE_NOUNS: Final = frozenset(noun for line in _ALIKE for noun in line) - _VICE
_LOW: Final = frozenset(("branch",))
"""What makes an office one of the lowest where it stands directly before its noun."""
_OPTIONAL: Final = frozenset(("committe", "branch"))
"""The secretary of a Party committee is the Party secretary."""
_SHARED: Final = frozenset(
    ("depart", "commiss", "bureau", "ministri", "offic", "administr", "group", "nation", "central", "state")
)
"""What the names of many bodies have: without them there must be half of what tells a body."""
_NATION: Final = re.compile(
    r"[A-Z][a-z]+(?:ian|ean|ish|ese|ench|erman|utch|hai|reek|wiss|uban|aqi|aeli|ghan|stani)|US|UK|EU|UN|U\.[SKN]\."
)
_OURS: Final = frozenset(("Chinese", "Macanese", "Shanghai", "Qinghai", "Zhuhai", "Weihai", "Beihai"))
_DEPUTY: Final = re.compile(r"\b(?:vice|deputy|deputies|assistant|associate)\b", re.I)
_CHIEFS: Final = "minister|director|head|chair\\w*|governor|mayor|secretary|president|chief"
_DEPUTY_HEAD: Final = re.compile(rf"\b(?:vice|deputy)[ -](?:\w+ )?(?:{_CHIEFS})s?\b", re.I)
_NEXT: Final = 2
_NEXT_WORD: Final = 24
_BEFORE, _AFTER, _CLOSE = 6, 9, 3


def without_body(form: str) -> str:
    """A rendering without the state or Party body it ends in: premier, of premier of the State Council."""
    return _OF_THE_STATE.sub("", form)


def office_said(form: str, english: str) -> bool:
    """Whether the English has the noun of an office, its rank, and half of what else tells it from others.

    Args:
        form: the rendering of the office.
        english: the shown text.
    """
    return any(
        _ranked(words, at, strong) and not held_by_another(form, english, words[at].start)
        for words, at, strong in _standing(form, english)
    )


def wrongly_ranked(form: str, english: str) -> bool:
    """Whether the English has an office in all but its rank: the chairman for a vice chairman."""
    return any(not _ranked(words, at, strong) for words, at, strong in _standing(form, english))


def _standing(form: str, english: str) -> Iterator[tuple[tuple[Content, ...], int, frozenset[str]]]:
    """Where the noun of an office stands with half of what else tells it from others, whatever its rank."""
    bag = bag_of(without_body(form))
    noun = _noun_of(form)
    strong = (bag - WEAK or bag) - {noun} - (_OPTIONAL - _LOW)
    words = contents_of(english)
    for at, word in enumerate(words):
        if noun in _VICE and is_rank_of_another(english, word.end):
            continue
        if word.stem in _written_for(noun) and not word.plain.endswith(("ed", "ing")):
            others = strong - _RANKS - _LOW
            around = _around(words, at)
            if _half(others, around) and _half(others - _SHARED, around):
                yield words, at, strong


def _half(wanted: frozenset[str], there: set[str]) -> bool:
    return 2 * len(wanted & there) >= len(wanted)


def held_by_another(form: str, english: str, start: int) -> bool:
    """Whether the word before an office makes it another's: the vice premier, the Brazilian president."""
    before = [word for word in contents_of(english[:start]) if word.end >= start - _NEXT][-1:]
    if not before or "," in english[before[0].end : start]:
        return False
    written = english[before[0].start : before[0].end]
    if before[0].stem in _VICE:
        return not _VICE & bag_of(form)
    return bool(_NATION.fullmatch(written)) and written not in _OURS


def is_rank_of_another(english: str, end: int) -> bool:
    """Whether a deputy that ends there is no deputy, but the rank of the office behind: deputy director."""
    behind = [word for word in contents_of(english[end : end + _NEXT_WORD]) if word.start <= 1]
    return bool(behind) and behind[0].stem in OFFICE_NOUNS


def _around(words: tuple[Content, ...], at: int) -> set[str]:
    sentence = words[at].sentence
    return {one.stem for one in words[max(0, at - _BEFORE) : at + _AFTER] if one.sentence == sentence}


def _ranked(words: tuple[Content, ...], at: int, strong: frozenset[str]) -> bool:
    """Whether an office has its rank: a vice or deputy close before it, or none."""
    sentence = words[at].sentence
    before = [one for one in words[max(0, at - _CLOSE) : at] if one.sentence == sentence]
    vice = any(one.stem in _VICE and one.plain != "deputies" for one in before)
    ranks = strong & _RANKS
    if any(one.stem in _LOW and one.stem not in strong for one in before[-1:]):
        return False
    return vice == bool(ranks & _VICE) and ranks - _VICE <= _around(words, at)


def is_rank_lost(vice: bool, chinese: str, english: str) -> bool:
    """Whether a deputy has become the chief, or the chief a deputy.

    Args:
        vice: the office in the Chinese is that of a deputy.
        chinese: the text around it; one that speaks of other deputies tells nothing.
        english: the shown text.
    """
    if vice:
        return not _DEPUTY.search(english)
    return "副" not in chinese and bool(_DEPUTY_HEAD.search(english))


def is_office(form: str) -> bool:
    """Whether a rendering has the noun of an office in it, or is a name in capitals."""
    return is_name(form) or any(word.stem in OFFICE_NOUNS | _VICE for word in contents_of(form))


def is_name(form: str) -> bool:
    """Whether every word of a rendering has a capital."""
    return all(form[word.start].isupper() or form[word.start].isdigit() for word in contents_of(form))


@lru_cache(maxsize=1 << 12)
def _noun_of(form: str) -> str:
    """The stem of the noun that names the office, the first one in the rendering."""
    found = [word.stem for word in contents_of(form) if word.stem in OFFICE_NOUNS]
    return found[0] if found else head_of(form)


@lru_cache(maxsize=256)
def _written_for(noun: str) -> frozenset[str]:
    lines = [line for line in _ALIKE[:-1] if line[0] == noun]
    return frozenset((noun,)).union(*lines)
