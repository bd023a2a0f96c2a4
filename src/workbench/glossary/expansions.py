"""glossary: whether the English of a formula or abbreviation says what it stands for."""

from __future__ import annotations

import re
from typing import Final

from workbench.glossary.near_forms import bag_of, contents_of
from workbench.model.terms import Concept

_ALONE: Final = 0.6
_BESIDE: Final = 0.5
_NEAR: Final = 60
_GLOSS: Final = re.compile(r"[\"'”’]?\s?(?:\(|[—–:]\s?|, (?:namely|that is|i\.e\.|meaning|which)\b)")
_LEAST_GLOSS: Final = 4
Span = tuple[int, int]


def expansion_of(concept: Concept) -> frozenset[str]:
    """The stems of what the first mention adds to the name; empty where the entry asks for nothing."""
    names = [bag_of(rendering.en) for rendering in concept.usable]
    return bag_of(concept.first_mention).difference(*names) if concept.first_mention else frozenset()


def said_alone(concept: Concept, english: str) -> bool:
    """Whether the English gives the expansion without the name, which satisfies."""
    wanted = expansion_of(concept)
    return len(wanted) >= 3 and _share(wanted, english) >= _ALONE


def said_beside(concept: Concept, english: str, places: tuple[Span, ...]) -> bool:
    """Whether the name is explained where it stands.

    Args:
        concept: what is named.
        english: the shown text.
        places: where its name stands in it.
    """
    wanted = expansion_of(concept)
    if not wanted or not places:
        return bool(wanted) and said_alone(concept, english)
    return any(
        _glossed(english, end) or _share_near(wanted, english, start, end) >= _BESIDE for start, end in places
    )


def _glossed(english: str, end: int) -> bool:
    """A bracket, dash or colon of some length behind the name explains it in whatever words."""
    opened = _GLOSS.match(english, end)
    if opened is None:
        return False
    rest = english[opened.end() :]
    inside = re.split(r"\)" if "(" in opened.group() else r"[.;—]", rest, maxsplit=1)[0]
    return len(inside.split()) >= _LEAST_GLOSS


def _share(wanted: frozenset[str], english: str) -> float:
    return len(wanted & {word.stem for word in contents_of(english)}) / len(wanted)


def _share_near(wanted: frozenset[str], english: str, start: int, end: int) -> float:
    words = contents_of(english)
    first = sum(1 for word in words if word.end <= start)
    last = sum(1 for word in words if word.start < end)
    around = words[max(0, first - _NEAR // 2) : last + _NEAR]
    return len(wanted & {word.stem for word in around if not start <= word.start < end}) / len(wanted)
