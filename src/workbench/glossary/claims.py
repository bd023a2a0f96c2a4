"""glossary: which stretch of an English text belongs to which name of its Chinese.

What one name has used up cannot excuse another: `the Central Committee` that renders the Party's central
committee is no mention of a commission, and the State Council in `State Council General Office` stands for
the office. The longest rendering at a place has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from workbench.glossary.demands import is_demanded
from workbench.glossary.english_forms import Span, places_of
from workbench.glossary.expansions import forms_of
from workbench.glossary.near_forms import bag_of
from workbench.glossary.offices import WEAK
from workbench.model.terms import TermHit

_OWNERS: Final = WEAK | frozenset(("state", "council", "central", "committe", "polit", "bureau", "politburo"))
_COVER: Final = "ǂ"
"""A letter that no English has: a stretch of it is one word which is no word of a rendering."""


class _Claim(NamedTuple):
    place: Span
    hit: TermHit
    owner: bool


class Claims:
    """The stretches of an English text that the names of its Chinese have."""

    def __init__(self, hits: Sequence[TermHit] = (), english: str = "", *, every: bool = False) -> None:
        """Give each stretch to the longest rendering there.

        Args:
            hits: the terms of the Chinese.
            english: the shown text.
            every: all of the terms have stretches, not only those that are demanded.
        """
        self._english = english
        hits = [hit for hit in hits if every or is_demanded(hit.concept)]
        self._hits = hits
        self._claims: list[_Claim] = []
        longest: Span = (0, 0)
        for claim in sorted(_wanted(hits, english), key=lambda one: (one.place[0], -one.place[1])):
            if not _within(claim.place, longest) or claim.place == longest:
                self._claims.append(claim)
            if claim.place[1] > longest[1]:
                longest = claim.place

    def is_free(self, hit: TermHit, place: Span) -> bool:
        """Whether a rendering of a hit stands there for it rather than as a part of a longer name."""
        return not any(
            claim.hit.concept.id != hit.concept.id and place != claim.place and _within(place, claim.place)
            for claim in self._claims
        )

    def left_for(self, hit: TermHit, *, owners: bool, also: tuple[Span, ...] = ()) -> str:
        """The English without what other names have, in the same offsets.

        Args:
            hit: the term that looks for its words; names which its Chinese holds leave it theirs.
            owners: the names of the highest bodies are taken out too, which otherwise stay, since they say
                whose a body or an office is.
            also: other stretches to take out.
        """
        return _covered(self._english, (*self._others(hit, owners), *also))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all the names of the Chinese."""
        forms = (form for hit in self._hits for form in forms_of(hit.concept))
        return frozenset[str]().union(*map(bag_of, forms))

    def _others(self, hit: TermHit, owners: bool) -> Iterable[Span]:
        for claim in self._claims:
            if claim.hit.concept.id == hit.concept.id or _owns(claim.hit.term, hit.term):
                continue
            if owners or not claim.owner:
                yield claim.place


def _wanted(hits: Sequence[TermHit], english: str) -> Iterable[_Claim]:
    seen: set[str] = set()
    for hit in hits:
        if hit.concept.id in seen:
            continue
        seen.add(hit.concept.id)
        for form in forms_of(hit.concept):
            bag = bag_of(form)
            if len(bag) < 2 and not form.isupper():
                continue  # a party or a deputy may be anyone's
            for place in places_of(form, english):
                yield _Claim(place, hit, bag <= _OWNERS)


def _owns(part: str, term: str) -> bool:
    """Whether a name begins a longer one, whose owner it is: 国务院 in 国务院办公厅, not 书记 in 市委书记."""
    return part in term and not (part != term and term.endswith(part))


def _within(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


@lru_cache(maxsize=1 << 10)
def _covered(english: str, places: tuple[Span, ...]) -> str:
    for start, end in places:
        english = english[:start] + _COVER * (end - start) + english[end:]
    return english
