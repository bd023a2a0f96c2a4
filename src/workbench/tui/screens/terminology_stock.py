"""tui: Stock, the termbase as the terminology screen lists it: concepts, shelves with their counts, marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from workbench.glossary.lookup_index import LookupIndex
from workbench.model.segments import Kind
from workbench.model.terms import Concept, TermHit
from workbench.project.log_reading import snapshot
from workbench.project.schema import FILE_NAME
from workbench.project.stored import every_segment_of
from workbench.tui.screens.concept_details import Kin, first_english
from workbench.tui.screens.concept_words import DOMAINS, domain_words

if TYPE_CHECKING:
    from workbench.glossary.recognition import Recogniser
    from workbench.project.session import Session


class Mark(StrEnum):
    """Whose a concept is, as the list shows it."""

    FIXED = "="
    OWN = "+"
    PERSONAL = "*"
    NONE = " "


MARKS: Final[Mapping[Mark, str]] = {
    Mark.FIXED: "settled",
    Mark.OWN: "this project's",
    Mark.PERSONAL: "personal",
}
"""The marks of the list in words."""
OWNERS: Final[Mapping[Mark, str]] = {
    Mark.OWN: "this project's glossary",
    Mark.PERSONAL: "personal glossary",
}

ALL, HERE, OWN, NEW = "all", "document", "own", "candidates"
"""The shelves that are no domains."""
DOMAIN = "domain "
_NO_DOMAIN = "of no domain"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A part of the termbase that can be looked at by itself; `count` is None where it is not known yet."""

    id: str
    name: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Stock:
    """A termbase, read once.

    Attributes:
        recogniser: that of the session, by which one knows whether the termbase has changed.
        index: of the concepts in their precedence.
        owners: whether a concept is this project's or personal, by its place; others are in neither.
        shelves: places of the concepts of each shelf, without those that hang on the document.
        places: of the concepts, by id and Chinese; and by id and "", the first.
    """

    recogniser: Recogniser
    index: LookupIndex
    owners: Mapping[int, Mark]
    shelves: Mapping[str, Sequence[int]]
    places: Mapping[tuple[str, str], int]

    @property
    def concepts(self) -> Sequence[Concept]:
        """All of them, in their precedence."""
        return self.index.concepts

    def place(self, concept: Concept | None) -> int | None:
        """Where a concept of this id and Chinese stands."""
        return None if concept is None else self.places.get((concept.id, concept.zh))

    def mark(self, at: int) -> Mark:
        """What the list shows of the concept at a place."""
        return Mark.FIXED if self.concepts[at].fixed else self.owners.get(at, Mark.NONE)

    def whose(self, at: int) -> str:
        """Which glossary the concept at a place is of, and whether it is settled, in words."""
        concept = self.concepts[at]
        owner = self.owners.get(at)
        of = OWNERS[owner] if owner is not None else f"glossary {concept.glossary}"
        return f"settled for this project · {of}" if concept.fixed else of

    def kin(self, concept: Concept) -> Kin:
        """The formula's members, the formulas it belongs to, and what it abbreviates."""
        whole = self.place_of(concept.abbreviation_of) if concept.abbreviation_of else None
        return Kin(
            tuple((name, first_english(one)) for name, one in self.recogniser.members_of(concept)),
            tuple((one.zh, first_english(one)) for one in self.recogniser.formulas_of(concept)),
            (self.concepts[whole].zh, first_english(self.concepts[whole])) if whole is not None else None,
        )

    def place_of(self, id: str) -> int | None:
        """Where the first concept of an id stands."""
        return self.places.get((id, ""))

    def listed(self, shelf: str, query: str, here: Mapping[int, int] | None) -> list[int]:
        """Places of the concepts on a shelf that answer to a query; all of them where it is empty.

        Args:
            shelf: its id.
            query: Chinese, pinyin, initials or English.
            here: places of the concepts that stand in the document, with how often.
        """
        on_it: Collection[int] = self._on(shelf, here or {})
        if not query.strip():
            return list(on_it)
        found = self.index.find(query)
        if shelf == ALL:
            return found
        wanted = frozenset(on_it)
        return [at for at in found if at in wanted]

    def _on(self, shelf: str, here: Mapping[int, int]) -> Collection[int]:
        if shelf == ALL:
            return range(len(self.concepts))
        return here if shelf == HERE else self.shelves.get(shelf, ())

    def named_shelves(self, here: int | None, new: int | None) -> list[Shelf]:
        """The shelves with their counts: all, of this document, own, candidates, then the domains."""
        first = [
            Shelf(ALL, "all", len(self.concepts)),
            Shelf(HERE, "this document", here),
            Shelf(OWN, "own", len(self.shelves[OWN])),
            Shelf(NEW, "candidates", new),
        ]
        domains = [
            Shelf(shelf, domain_words(shelf.removeprefix(DOMAIN)) or _NO_DOMAIN, len(places))
            for shelf, places in self.shelves.items()
            if shelf.startswith(DOMAIN)
        ]
        return first + domains


def stock_of(session: Session) -> Stock:
    """Read the termbase of a session; in any thread.

    Raises:
        WorkbenchError: a glossary file is wrong; says where.
    """
    recogniser = session.recogniser()
    concepts = recogniser.concepts
    if concepts:
        recogniser.formulas_of(concepts[0])  # worked out here, so that no key waits for it
    owners = _owners(session, concepts)
    own = [at for at, concept in enumerate(concepts) if concept.fixed or at in owners]
    shelves: dict[str, list[int]] = {OWN: own}
    by_domain: dict[str, list[int]] = {}
    for at, concept in enumerate(concepts):
        by_domain.setdefault(concept.domain, []).append(at)
    for domain in sorted(by_domain, key=_domain_order):
        shelves[DOMAIN + domain] = by_domain[domain]
    places: dict[tuple[str, str], int] = {}
    for at, one in enumerate(concepts):
        places.setdefault((one.id, one.zh), at)
        places.setdefault((one.id, ""), at)
    return Stock(recogniser, LookupIndex(concepts), owners, shelves, places)


def _domain_order(domain: str) -> tuple[int, str]:
    known = list(DOMAINS)
    return (known.index(domain) if domain in DOMAINS else len(known) + (not domain), domain)


def _owners(session: Session, concepts: Iterable[Concept]) -> dict[int, Mark]:
    glossaries = session.glossaries()
    written = [source.path for source in session.glossary_sources() if source.written]
    names = (Mark.OWN, Mark.PERSONAL)  # in the order of their precedence
    known: dict[tuple[str, str], Mark] = {}
    for path, mark in zip(written, names, strict=False):
        for concept in glossaries.of(path):
            known.setdefault((concept.id, concept.zh), mark)
    keys = ((at, known.get((concept.id, concept.zh))) for at, concept in enumerate(concepts))
    return {at: mark for at, mark in keys if mark is not None}


@dataclass(frozen=True, slots=True)
class InDocument:
    """What of a termbase stands in the project.

    Attributes:
        counts: places of concepts, with how often each stands there; the most frequent first.
        texts: the sources of the rows, in order.
        rows: ids and numbers of the rows that have each concept, in order.
    """

    counts: Mapping[int, int]
    texts: Sequence[str]
    rows: Mapping[int, Sequence[tuple[int, int]]]


def in_document(session: Session, stock: Stock) -> InDocument:
    """Recognise the terms of every row; in any thread. Raises WorkbenchError."""
    counts: Counter[int] = Counter()
    texts: list[str] = []
    rows: dict[int, list[tuple[int, int]]] = {}
    with snapshot(session.folder / FILE_NAME) as connection:
        for number, segment in enumerate(every_segment_of(connection), 1):
            if segment.kind is Kind.IGNORED:
                continue
            texts.append(segment.source.text)
            hits = stock.recogniser.hits(segment.source.text)
            found = Counter(at for hit in hits for at in _places(stock, hit))
            counts.update(found)
            for at in found:
                rows.setdefault(at, []).append((segment.id, number))
    return InDocument(dict(counts.most_common()), texts, rows)


def _places(stock: Stock, hit: TermHit) -> Iterable[int]:
    for one in (hit, *hit.nested):
        at = stock.place(one.concept)
        if at is not None:
            yield at
