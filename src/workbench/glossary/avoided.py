"""glossary: renderings to avoid that an English text uses for the terms of its Chinese.

The same words may be right for something else in the sentence, so they are told only where a term lacks its
own rendering: not inside a usable rendering of any term there, and not where each occurrence of the term in
the Chinese has its rendering already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from workbench.glossary.claims import Claims
from workbench.glossary.demands import is_demanded
from workbench.glossary.english_forms import places_of
from workbench.glossary.english_words import words_of
from workbench.glossary.expansions import forms_of, number_of
from workbench.glossary.near_forms import bag_of
from workbench.glossary.offices import WEAK
from workbench.glossary.rendered import is_rendered
from workbench.model.terms import Concept, Rendering, TermHit, TermKind

Span = tuple[int, int]


class Avoided(NamedTuple):
    """A rendering to avoid, the term it stands for, and where it stands in the English."""

    hit: TermHit
    rendering: Rendering
    place: Span


class _Text:
    """An English text, the terms of its Chinese, and what they have of it, told when it is asked for."""

    def __init__(self, hits: Sequence[TermHit], english: str) -> None:
        self.hits = hits
        self.english = english

    @cached_property
    def claims(self) -> Claims:
        return Claims(self.hits, self.english, every=True)


def avoided_places(hits: Sequence[TermHit], english: str) -> Iterable[Avoided]:
    """The first place of an avoided rendering of each concept, in the order of the Chinese.

    Args:
        hits: the terms of the Chinese; what is nested in them counts too.
        english: the shown text.
    """
    # What is nested in a demanded term is said by that term, rightly or not.
    every = [one for hit in hits for one in (hit, *(() if is_demanded(hit.concept) else hit.nested))]
    usable = _usable_places([one for hit in hits for one in (hit, *hit.nested)], english)
    text = _Text(hits, english)
    told: list[Span] = []
    for hit, count in _by_concept(every):
        found = _first_avoided(hit.concept, english, usable)
        if found is None:
            continue
        rendering, place = found
        if any(_across(place, other) for other in told):
            continue  # the longer term has told it
        if not _meant_for_another(hit, count, text, rendering, place):
            told.append(place)
            yield Avoided(hit, rendering, place)


def _by_concept(hits: Iterable[TermHit]) -> Iterable[tuple[TermHit, int]]:
    """The first hit of each concept and how often the concept stands in the Chinese."""
    together: dict[tuple[str, str], list[TermHit]] = {}
    for hit in hits:
        together.setdefault((hit.concept.glossary, hit.concept.id), []).append(hit)
    return [(group[0], len({one.start for one in group})) for group in together.values()]


def _meant_for_another(hit: TermHit, count: int, text: _Text, rendering: Rendering, place: Span) -> bool:
    """Whether the term has what it needs elsewhere, so that these words belong to something else."""
    if (len(words_of(rendering.en)) == 1 and bag_of(rendering.en) <= WEAK) or len(
        _own_places(hit, text, place)
    ) >= count:
        return True
    if hit.concept.kind is TermKind.FORMULA and number_of(rendering.en):
        return False  # what is called by a number is nothing else
    without = text.english[: place[0]] + " – " + text.english[place[1] :]
    if not is_rendered(hit, without, known=False, claims=Claims(text.hits, without, every=True)):
        return False
    return count == 1


def _usable_places(hits: Iterable[TermHit], english: str) -> list[Span]:
    forms = dict.fromkeys(form for hit in hits for form in forms_of(hit.concept))
    return [place for form in forms for place in places_of(form, english)]


def _own_places(hit: TermHit, text: _Text, avoided: Span) -> set[Span]:
    """Places of the concept's usable renderings that are no part of the avoided one, none across another."""
    own: set[Span] = set()
    for form in forms_of(hit.concept):
        for place in places_of(form, text.english):
            if _inside(place, avoided) or any(_across(place, other) for other in own):
                continue
            if text.claims.is_free(hit, place):
                own.add(place)
    return own


def _first_avoided(concept: Concept, english: str, usable: Sequence[Span]) -> tuple[Rendering, Span] | None:
    """The leftmost avoided rendering, the longest at its place."""
    found = [
        (place[0], -place[1], at)
        for at, rendering in enumerate(concept.renderings)
        if not rendering.usable
        for place in _places(concept, rendering, english, usable)
    ]
    if not found:
        return None
    start, end, at = min(found)
    return concept.renderings[at], (start, -end)


def _places(concept: Concept, rendering: Rendering, english: str, usable: Sequence[Span]) -> list[Span]:
    """Where an avoided rendering stands by itself, not as a part of something that may be written."""
    if concept.fixed and rendering.en.isupper() and rendering.en in map(_initials, forms_of(concept)):
        return []  # what a project settles on may be shortened
    places = places_of(rendering.en, english)
    if any(_same_words(form, rendering.en) for form in forms_of(concept)):
        # Only capitals or marks tell it from a usable one: they must be as the entry has them.
        return [place for place in places if english[slice(*place)] == rendering.en]
    return [
        place
        for place in places
        if not any(_across(place, other) and not _holds(place, other) for other in usable)
    ]


def _initials(form: str) -> str:
    return "".join(re.findall(r"\b[A-Z]", form))


def _same_words(form: str, written: str) -> bool:
    return places_of(form, written) == ((0, len(written)),)


def _across(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _inside(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _holds(one: Span, other: Span) -> bool:
    """Whether one has all of the other and more."""
    return one != other and _inside(other, one)
