"""glossary: where each concept of a document is first mentioned, in Chinese and in English."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from workbench.glossary.english_forms import places_of
from workbench.glossary.recognition import Recogniser
from workbench.model.segments import Kind, Segment
from workbench.model.terms import Concept, TermHit

RUNNING: Final = frozenset((Kind.PARAGRAPH, Kind.LIST_ITEM))
"""Rows a reader reads one after the other; headlines, bylines, credits and captions explain nothing."""


class Mention(NamedTuple):
    """A place in a row: the row's id, and half-open offsets in code points of its Chinese or its English."""

    row: int
    start: int
    end: int


class _Row(NamedTuple):
    """What is known of a row: its document and rank, and number, start and end of each concept in it."""

    document: int
    rank: int
    places: array[int]

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(self.places[0::3])


class FirstMentions:
    """The first mention of every concept in each document, kept while rows change.

    A mention stands in running text; one inside a longer term counts, and what a concept abbreviates counts
    as a mention of the abbreviation, since the reader then knows what it is short for. A row that changes is
    read alone; the other rows are not looked at again.
    """

    def __init__(self, recogniser: Recogniser, english_of: Callable[[int], str] | None = None) -> None:
        """Know no rows yet.

        Args:
            recogniser: finds the concepts.
            english_of: the English of a row by its id, as it is now; None: no English mention is known.
        """
        self._recogniser = recogniser
        self._english_of = english_of
        self._concepts: list[Concept] = []
        self._numbers: dict[str, int] = {}
        self._shorter = abbreviations(recogniser.concepts)
        self._longer: dict[str, Concept] = {}
        for concept in recogniser.concepts:
            if concept.id in self._shorter:
                self._longer.setdefault(concept.id, concept)
        self._rows: dict[int, _Row] = {}
        self._having: dict[tuple[int, int], list[int]] = {}
        self._english: dict[tuple[int, int], Mention | None] = {}

    def read(self, segments: Iterable[Segment]) -> None:
        """Read all rows, in the order of their ranks; what was known before is forgotten.

        When ranks are spread anew in the project, all rows are to be read again.
        """
        self._rows.clear()
        self._having.clear()
        self._english.clear()
        for segment in segments:
            row = self._row(segment)
            self._rows[segment.id] = row
            for number in row.numbers:
                self._having.setdefault((row.document, number), []).append(segment.id)

    def change(self, segment: Segment) -> frozenset[str]:
        """Read one row that is new, or whose Chinese, English, kind or place is another.

        Returns:
            Ids of the concepts whose first mention in Chinese is now in another row or at another place.
        """
        row = self._row(segment)
        touched = {(row.document, number) for number in row.numbers} | self._keys(segment.id)
        before = {key: self._first(key) for key in touched}
        self._forget(segment.id)
        self._rows[segment.id] = row
        for number in row.numbers:
            having = self._having.setdefault((row.document, number), [])
            having.insert(bisect_left(having, self._order(segment.id), key=self._order), segment.id)
        return self._moved(before)

    def drop(self, row: int) -> frozenset[str]:
        """Forget a row, by its id; one that is not known is no matter. Returns what `change` does."""
        before = {key: self._first(key) for key in self._keys(row)}
        self._forget(row)
        return self._moved(before)

    def first(self, concept: str, document: int) -> Mention | None:
        """Where a concept, by its id, first stands in the Chinese of a document; None: nowhere."""
        number = self._numbers.get(concept)
        return None if number is None else self._first((document, number))

    def is_first(self, row: int, hit: TermHit) -> bool:
        """Whether a hit in a row is the first mention of its concept in the row's document."""
        known = self._rows.get(row)
        if known is None:
            return False
        mention = self.first(hit.concept.id, known.document)
        return mention is not None and mention[:2] == (row, hit.start)

    def first_in(self, row: int) -> dict[str, Mention]:
        """The concepts, by their ids, that a row is the first to mention, and where in its Chinese."""
        firsts = ((self._concepts[key[1]].id, self._first(key)) for key in sorted(self._keys(row)))
        return {concept: first for concept, first in firsts if first is not None and first.row == row}

    def before(self, row: int) -> frozenset[str]:
        """Ids of a row's concepts that running text before it has mentioned."""
        known = self._rows.get(row)
        if known is None:
            return frozenset()
        firsts = ((number, self._having[known.document, number][0]) for number in known.numbers)
        return frozenset(self._concepts[number].id for number, first in firsts if first != row)

    def rendered_before(self, row: int) -> frozenset[str]:
        """Ids of a row's concepts that the English of a row before it has rendered."""
        known = self._rows.get(row)
        if known is None:
            return frozenset()
        concepts = (self._concepts[number].id for number in known.numbers)
        firsts = ((one, self.first_english(one, known.document)) for one in concepts)
        here = self._order(row)
        return frozenset(one for one, first in firsts if first is not None and self._order(first.row) < here)

    def first_english(self, concept: str, document: int) -> Mention | None:
        """Where a usable rendering of a concept, by its id, first stands in the English of a document.

        Only rows whose Chinese mentions the concept are looked at; None: no such row renders it.
        """
        number = self._numbers.get(concept)
        if number is None or self._english_of is None:
            return None
        key = document, number
        if key not in self._english:
            self._english[key] = next(self._renderings(key, self._english_of), None)
        return self._english[key]

    def _renderings(self, key: tuple[int, int], english_of: Callable[[int], str]) -> Iterator[Mention]:
        concept = self._concepts[key[1]]
        forms = [*_english_forms(concept), *_english_forms(self._longer.get(concept.abbreviation_of))]
        for row in self._having.get(key, ()):
            english = english_of(row)
            places = [place for form in forms for place in places_of(form, english)[:1]]
            if places:
                yield Mention(row, *min(places, key=lambda place: (place[0], -place[1])))

    def _row(self, segment: Segment) -> _Row:
        places = array("i")
        if segment.kind in RUNNING:
            for concept, start, end in mentioned(self._recogniser, self._shorter, segment.source.text):
                places.extend((self._number(concept), start, end))
        return _Row(segment.document, segment.rank, places)

    def _number(self, concept: Concept) -> int:
        number = self._numbers.setdefault(concept.id, len(self._concepts))
        if number == len(self._concepts):
            self._concepts.append(concept)
        return number

    def _order(self, row: int) -> tuple[int, int]:
        return self._rows[row].rank, row

    def _keys(self, row: int) -> set[tuple[int, int]]:
        known = self._rows.get(row)
        return {(known.document, number) for number in known.numbers} if known else set()

    def _forget(self, row: int) -> None:
        for key in self._keys(row):
            having = self._having[key]
            del having[bisect_left(having, self._order(row), key=self._order)]
            self._english.pop(key, None)
        self._rows.pop(row, None)

    def _first(self, key: tuple[int, int]) -> Mention | None:
        having = self._having.get(key)
        if not having:
            return None
        places = self._rows[having[0]].places
        at = 3 * self._rows[having[0]].numbers.index(key[1])
        return Mention(having[0], places[at + 1], places[at + 2])

    def _moved(self, before: dict[tuple[int, int], Mention | None]) -> frozenset[str]:
        for key in before:
            self._english.pop(key, None)
        return frozenset(
            self._concepts[key[1]].id for key, first in before.items() if self._first(key) != first
        )


def abbreviations(concepts: Iterable[Concept]) -> dict[str, list[Concept]]:
    """The concepts that abbreviate another one, by the id of that one."""
    shorter: dict[str, list[Concept]] = {}
    for concept in concepts:
        if concept.abbreviation_of:
            shorter.setdefault(concept.abbreviation_of, []).append(concept)
    return shorter


def mentioned(
    recogniser: Recogniser, shorter: Mapping[str, Sequence[Concept]], text: str
) -> Iterator[tuple[Concept, int, int]]:
    """The concepts that a running text mentions, each once, with the place that does so first.

    Args:
        recogniser: finds them.
        shorter: `abbreviations` of its concepts: what one abbreviates mentions it too.
        text: Chinese, as it is shown.
    """
    seen: set[str] = set()
    for hit in _with_nested(recogniser.hits(text)):
        for concept in (hit.concept, *shorter.get(hit.concept.id, ())):
            if concept.id not in seen:
                seen.add(concept.id)
                yield concept, hit.start, hit.end


def _with_nested(hits: Iterable[TermHit]) -> Iterator[TermHit]:
    """Hits and those inside them, leftmost first."""
    for hit in hits:
        yield from sorted((hit, *hit.nested), key=lambda one: one.start)


def _english_forms(concept: Concept | None) -> Iterator[str]:
    if concept is None:
        return
    if concept.first_mention:
        yield concept.first_mention
    for rendering in concept.usable:
        yield rendering.en
        if rendering.short_form:
            yield rendering.short_form
