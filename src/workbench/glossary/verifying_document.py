"""glossary: the terms of a whole document: what stood before, and whether one concept keeps one rendering.

Mixing is told of what is demanded and of terms that are noun phrases of several words; verbs turn with the
sentence. It is no mixing when a long form is followed by a shorter one or by its initials, when only the
order or the names of state and Party in it differ, or when the other rendering is there for another term.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from workbench.glossary.avoided import Span
from workbench.glossary.demands import is_demanded, whole_hits
from workbench.glossary.english_forms import places_of
from workbench.glossary.english_words import Word, words_of
from workbench.glossary.expansions import forms_of, labels_of
from workbench.glossary.near_forms import bag_of
from workbench.glossary.offices import WEAK, is_name
from workbench.glossary.rendered import is_rendered
from workbench.glossary.rewording import worded_otherwise
from workbench.glossary.verifying import TermFault, TermFaultKind, avoided_faults, explains, verify
from workbench.model.terms import Concept, Rendering, TermHit, TermKind

_MIXED_KINDS: Final = frozenset(
    (TermKind.TERM, TermKind.INSTITUTION, TermKind.DOCUMENT, TermKind.FORMULA, TermKind.PLACE)
)
_DESCRIBED: Final = frozenset((TermKind.TERM, TermKind.PLACE))
"""Kinds whose renderings are words rather than names."""
_SMALL: Final = frozenset(("of", "the", "and", "for", "on", "in", "to"))
_INITIALS: Final = re.compile(r"\b[A-Z]{2,}\b")


class _Written(NamedTuple):
    rendering: Rendering
    place: Span


class RowTerms(NamedTuple):
    """What a row of running text adds to what is known of its document, whatever stood before it.

    Attributes:
        english: of the row.
        written: each concept that is held to one rendering, how often the Chinese has it, and the renderings
            that the English has.
        rendered: ids of the concepts that a reader knows from here on.
    """

    english: str
    written: tuple[tuple[TermHit, int, tuple[_Written, ...]], ...]
    rendered: frozenset[str]


def row_terms(source: str, hits: Sequence[TermHit], english: str) -> RowTerms:
    """What a row of running text adds; it may be kept and taken again (`DocumentVerifier.take`)."""
    hits = whole_hits(source, hits)
    return _row_terms(hits, english, {fault.concept.id for fault in avoided_faults(hits, english)})


def _row_terms(hits: Sequence[TermHit], english: str, wrong: Collection[str]) -> RowTerms:
    written = tuple(
        (hit, times, tuple(_written(hit, hits, english)))
        for hit, times in _by_concept(_with_nested(hits))
        if hit.concept.id not in wrong and _is_held_to_one(hit.concept)
    )
    rendered = frozenset(
        one.concept.id
        for hit in hits
        for one in (hit, *hit.nested)
        if explains(one.concept) or is_rendered(one, english, known=False)
    )
    return RowTerms(english, written, rendered)


class DocumentVerifier:
    """Verifies the rows of one document, fed in their order."""

    def __init__(self) -> None:
        """Begin a document."""
        self._rendered: set[str] = set()
        self._first: dict[str, Rendering] = {}
        self._told: set[tuple[str, str]] = set()

    def faults(
        self, source: str, hits: Sequence[TermHit], english: str, *, running: bool = True
    ) -> list[TermFault]:
        """The faults of the next row, in the order of its Chinese.

        Args:
            source: the Chinese, as shown.
            hits: where its terms stand.
            english: the shown English; a row without any counts for nothing.
            running: running text rather than a headline.
        """
        if not english.strip():
            return []
        hits = whole_hits(source, hits)
        found = verify(source, hits, english, rendered_before=self._rendered, running=running)
        if not running:
            return found
        wrong = {fault.concept.id for fault in found if fault.kind is TermFaultKind.AVOIDED}
        found.extend(self.take(_row_terms(hits, english, wrong)))
        return sorted(found, key=lambda fault: fault.start)

    def take(self, terms: RowTerms) -> list[TermFault]:
        """Go on behind a row of running text; the renderings in it that part from those before."""
        mixed = [
            fault
            for hit, times, written in terms.written
            for fault in self._mixed(hit, times, written, terms.english)
        ]
        self._rendered |= terms.rendered
        return mixed

    def _mixed(
        self, hit: TermHit, times: int, written: Iterable[_Written], english: str
    ) -> Iterable[TermFault]:
        """The renderings of a concept that part from the one the document began with."""
        concept = hit.concept
        for one in written:
            first = self._first.setdefault(concept.id, one.rendering)
            other = one.rendering
            if not _differ(concept, first, other) or (concept.id, other.en) in self._told:
                continue
            if times == 1 and places_of(first.en, english):
                continue  # both in one sentence for one term: the second glosses the first
            self._told.add((concept.id, other.en))
            said = f"{hit.term} was “{first.en}” before; here it is “{english[slice(*one.place)]}”"
            yield TermFault(TermFaultKind.MIXED, concept, hit.start, hit.end, one.place, said, first.en)


def _with_nested(hits: Iterable[TermHit]) -> Iterable[TermHit]:
    """The hits, and what is done something to in a set phrase: 营商环境 in 优化营商环境."""
    for hit in hits:
        yield hit
        if hit.concept.usable and hit.concept.usable[0].pos == "verb":
            yield from (one for one in hit.nested if one.concept.kind is TermKind.TERM and one.end == hit.end)


def _by_concept(hits: Iterable[TermHit]) -> Iterable[tuple[TermHit, int]]:
    together: dict[str, list[TermHit]] = {}
    for hit in hits:
        together.setdefault(hit.concept.id, []).append(hit)
    return [(group[0], len(group)) for group in together.values()]


def _is_held_to_one(concept: Concept) -> bool:
    if len(concept.usable) < 2 or concept.kind not in _MIXED_KINDS:
        return False
    return is_demanded(concept) or concept.usable[0].pos == "noun"


def _written(hit: TermHit, hits: Sequence[TermHit], english: str) -> list[_Written]:
    """The renderings of a concept as the English has them, in its order, the longest at each place."""
    others = [
        place
        for other in hits
        if other.concept.id != hit.concept.id and not _is_officer_of(other, hit)
        for form in forms_of(other.concept)
        for place in places_of(form, english)
    ]
    found = [
        _Written(rendering, place)
        for rendering in hit.concept.usable
        for place in places_of(rendering.en, english)
        if not any(other[0] <= place[0] and place[1] <= other[1] for other in others)
    ]
    found.sort(key=lambda one: (one.place[0], -one.place[1]))
    kept: list[_Written] = []
    for one in found:
        if not kept or one.place[0] >= kept[-1].place[1]:
            kept.append(one)
    return kept


def _is_officer_of(other: TermHit, hit: TermHit) -> bool:
    """Whether the other name is an office in this body, which is written out in it."""
    return other.concept.kind is TermKind.TITLE and hit.concept.kind is TermKind.INSTITUTION


@lru_cache(maxsize=4096)
def _is_joined(one: str, other: str) -> bool:
    """Whether two renderings differ only in what is written as one word: sub-district and subdistrict."""
    ours, theirs = words_of(one), words_of(other)
    return len(ours) != len(theirs) and _solid(ours) == _solid(theirs)


def _solid(words: Sequence[Word]) -> str:
    return "".join(word.stem for word in words)


@lru_cache(maxsize=4096)
def _shortens(short: str, long: str) -> bool:
    """Whether initials in one rendering stand for words of the other: UN Charter."""
    initials = "".join(long[word.start] for word in words_of(long) if word.plain not in _SMALL)
    return any(word in initials for word in _INITIALS.findall(short) if word not in long)


def _front(form: str) -> str:
    """The first word of a rendering, by which Licensing Law and Law on Licensing differ."""
    return words_of(form)[0].stem


def _differ(concept: Concept, first: Rendering, other: Rendering) -> bool:
    """Whether a reader would take two renderings for two things."""
    one, two = bag_of(first.en) - WEAK, bag_of(other.en) - WEAK
    if concept.kind is TermKind.FORMULA and {first.en, other.en} <= set(labels_of(concept)):
        return not (one <= two or two <= one)
    if concept.kind not in _DESCRIBED and (one < two or not (is_name(first.en) and is_name(other.en))):
        return False  # a name, its short form, and what describes the bearer
    if concept.kind not in _DESCRIBED and min(len(one), len(two)) < 2:
        return False
    if _is_joined(first.en, other.en) or _shortens(first.en, other.en) or _shortens(other.en, first.en):
        return False
    if concept.kind in _DESCRIBED:
        return worded_otherwise(first.en, other.en, whole=concept.kind is TermKind.TERM)
    if one == two:
        return concept.kind is TermKind.DOCUMENT and _front(first.en) != _front(other.en)
    return not two < one
