"""model: Concept, Rendering and TermHit, the entries of a termbase and where they stand in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """Whether a rendering is to be used."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


class Attestation(StrEnum):
    """How a rendering is known: published by a named body, in established use, or proposed by us."""

    OFFICIAL = "official"
    ESTABLISHED = "established"
    PROPOSED = "proposed"


class TermKind(StrEnum):
    """What a concept is."""

    TERM = "term"
    SETPHRASE = "setphrase"
    FORMULA = "formula"
    INSTITUTION = "institution"
    TITLE = "title"
    PERSON = "person"
    PLACE = "place"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Rendering:
    """One English rendering of a concept.

    Attributes:
        en: the English without its article.
        article: the, a or an where running text needs it; else empty.
        short_form: what may follow after the first mention.
        year_from: first year it was published so; None where not known. `year_to` likewise.
        valency: the prepositions it takes, such as "relieve Beijing of ~".
        note: usage, or for a deprecated rendering the reason to avoid it.
    """

    en: str
    article: str = ""
    short_form: str = ""
    status: Status = Status.PREFERRED
    attestation: Attestation = Attestation.ESTABLISHED
    register: str = ""
    authority: str = ""
    year_from: int | None = None
    year_to: int | None = None
    source_url: str = ""
    checked_on: str = ""
    pos: str = ""
    valency: str = ""
    note: str = ""

    @property
    def usable(self) -> bool:
        """True unless it is deprecated or superseded."""
        return self.status in (Status.PREFERRED, Status.ADMITTED)


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept: its Chinese forms and its English renderings, preferred ones first.

    Attributes:
        id: a readable slug, unique in a termbase.
        zh: the Chinese headword, simplified.
        zh_variants: other Chinese forms that count as the same concept.
        pinyin: its reading with tone marks, syllables apart.
        members: ids or Chinese names of a formula's members, in order.
        abbreviation_of: id of the concept it abbreviates; else empty.
        first_mention: what to write the first time; else empty.
        context: words that must or must not stand beside it, see `glossary.contexts`; else empty.
        risk: what a loaded term gives away, and how to write it without taking sides; else empty.
        glossary: name of the termbase it was read from.
        fixed: a project has settled on its preferred rendering: no other will do there.
    """

    id: str
    zh: str
    renderings: tuple[Rendering, ...]
    zh_variants: tuple[str, ...] = ()
    pinyin: str = ""
    kind: TermKind = TermKind.TERM
    domain: str = ""
    members: tuple[str, ...] = ()
    abbreviation_of: str = ""
    first_mention: str = ""
    context: str = ""
    risk: str = ""
    glossary: str = ""
    fixed: bool = False

    @property
    def usable(self) -> tuple[Rendering, ...]:
        """Renderings to offer, preferred before admitted."""
        order = sorted(
            (rendering for rendering in self.renderings if rendering.usable),
            key=lambda rendering: rendering.status is not Status.PREFERRED,
        )
        return tuple(order)


class TermHit(NamedTuple):
    """A concept found in a text; a tuple, since a page has dozens and each is made while a key waits.

    Attributes:
        start: offset of the shown text, in code points; `end` is after its last character.
        term: the characters as they stand there.
        nested: hits inside this one, which the longest match hides.
    """

    start: int
    end: int
    term: str
    concept: Concept
    nested: tuple[TermHit, ...] = ()
