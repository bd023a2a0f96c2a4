"""project: which terms to offer while a row is translated, current sentence first, and what a key inserts."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.glossary.columns import split_article
from workbench.model.terms import Rendering, Status, TermHit

Span = tuple[int, int]
FIRST_TIME = "first time"
"""The register of what is written at a first mention only."""


@dataclass(frozen=True, slots=True)
class TermOffer:
    """A term of the row, to be shown and inserted.

    Attributes:
        hit: where it stands in the source.
        renderings: usable English, preferred first; may be empty.
        used: they stand in the English as often as the Chinese has the term up to here.
        current: it lies in the lit sentence.
        inside: the longer term that holds it; empty for a term that stands by itself.
    """

    hit: TermHit
    renderings: tuple[Rendering, ...]
    used: bool
    current: bool
    inside: str = ""

    @property
    def avoided(self) -> tuple[Rendering, ...]:
        """English not to be used, each with its reason in its note."""
        return tuple(rendering for rendering in self.hit.concept.renderings if not rendering.usable)


@dataclass(frozen=True, slots=True)
class TermInsertion:
    """What a key puts in: `text` replaces start to end of the target.

    Attributes:
        rendering: which of the usable renderings it is.
        article: it was asked for with its article.
    """

    start: int
    end: int
    text: str
    hit: TermHit
    rendering: int
    article: bool = False

    @property
    def caret(self) -> int:
        """Offset after the inserted text."""
        return self.start + len(self.text)


def term_offers(
    hits: Sequence[TermHit], target: str, sentence: Span, first: Container[str] = frozenset()
) -> list[TermOffer]:
    """Offers of a row, each concept once.

    The lit sentence's terms come first, then those inside them, then the other sentences'; each in source
    order.

    Args:
        hits: where terms stand in the row.
        target: its English.
        sentence: the lit sentence of its Chinese.
        first: ids of the concepts that the document mentions here for the first time; what to write then is
            offered right after the preferred rendering.
    """
    seen: set[str] = set()
    offers: list[TermOffer] = []
    for found, current, inside in _in_turn(hits, sentence):
        hit = _at_first(found) if found.concept.id in first else found
        concept = hit.concept
        if concept.id not in seen and concept.usable:
            seen.add(concept.id)
            times = sum(one.concept.id == concept.id and one.start <= hit.start for one in hits)
            offers.append(TermOffer(hit, concept.usable, _used(hit, target, times), current, inside))
    return offers


def _at_first(hit: TermHit) -> TermHit:
    """The hit with what is written at a first mention among its renderings."""
    concept = hit.concept
    article, bare = split_article(concept.first_mention)
    if not bare or not concept.usable or any(one.en == bare for one in concept.renderings):
        return hit
    long = Rendering(bare, article=article, status=Status.ADMITTED, register=FIRST_TIME)
    best, *others = concept.usable
    avoided = (one for one in concept.renderings if not one.usable)
    return hit._replace(concept=replace(concept, renderings=(best, long, *others, *avoided)))


def _in_turn(hits: Sequence[TermHit], sentence: Span) -> Iterator[tuple[TermHit, bool, str]]:
    here = [hit for hit in hits if sentence[0] <= hit.start < sentence[1]]
    yield from ((hit, True, "") for hit in here)
    yield from ((inner, True, hit.term) for hit in here for inner in hit.nested)
    yield from ((hit, False, "") for hit in hits if not sentence[0] <= hit.start < sentence[1])


def next_insertion(
    offers: Sequence[TermOffer], target: str, caret: int, *, article: bool = False
) -> TermInsertion | None:
    """The next unused term of the lit sentence, set at the caret; never one inside a longer term."""
    for offer in offers:
        if offer.current and not offer.used and offer.renderings and not offer.inside:
            return insertion(offer.hit, offer.renderings, 0, target, caret, caret, article=article)
    return None


def alternative(last: TermInsertion, target: str, caret: int) -> TermInsertion | None:
    """The next rendering in the place of the one that was just put in; None where the text moved on."""
    renderings = last.hit.concept.usable
    if not _just_put_in(last, target, caret) or last.rendering + 1 >= len(renderings):
        return None
    return insertion(
        last.hit, renderings, last.rendering + 1, target, last.start, last.caret, article=last.article
    )


def with_its_article(last: TermInsertion, target: str, caret: int) -> TermInsertion | None:
    """What was just put in, now with its article; None where the text moved on or it has one."""
    if last.article or not _just_put_in(last, target, caret):
        return None
    renderings = last.hit.concept.usable
    return insertion(last.hit, renderings, last.rendering, target, last.start, last.caret, article=True)


def _just_put_in(last: TermInsertion, target: str, caret: int) -> bool:
    return caret == last.caret and target[last.start : last.caret] == last.text


def insertion(
    hit: TermHit,
    renderings: Sequence[Rendering],
    rendering: int,
    target: str,
    start: int,
    end: int,
    *,
    article: bool = False,
) -> TermInsertion:
    """`renderings[rendering]` as the English around start to end needs it, spaces where words would touch.

    Without the or a unless `article` says so: which one, and whether, is the translator's to know.
    """
    from workbench.glossary.inflecting import inflected

    before, after = target[:start], target[end:]
    text = inflected(renderings[rendering], before, after, article=article)
    if before and (before[-1].isalnum() or before[-1] in ",.;:!?)”’%"):
        text = " " + text
    if after and after[0].isalnum():
        text += " "
    return TermInsertion(start, end, text, hit, rendering, article)


def _used(hit: TermHit, target: str, times: int) -> bool:
    """Whether the English has the term as often as the Chinese has it up to this place."""
    from workbench.glossary.english_forms import places_of

    starts = {
        start
        for rendering in hit.concept.usable
        for form in (rendering.en, rendering.short_form)
        if form
        for start, _ in places_of(form, target)
    }
    return len(starts) >= max(times, 1)
