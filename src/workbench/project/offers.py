"""project: which terms to offer while a row is translated, current sentence first, and what a key inserts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.model.terms import Rendering, TermHit

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TermOffer:
    """A term of the row, to be shown and inserted.

    Attributes:
        hit: where it stands in the source.
        renderings: usable English, preferred first; may be empty.
        used: one of them stands in the English already.
        current: it lies in the lit sentence.
    """

    hit: TermHit
    renderings: tuple[Rendering, ...]
    used: bool
    current: bool


@dataclass(frozen=True, slots=True)
class TermInsertion:
    """What a key puts in: `text` replaces start to end of the target."""

    start: int
    end: int
    text: str
    hit: TermHit
    rendering: int

    @property
    def caret(self) -> int:
        """Offset after the inserted text."""
        return self.start + len(self.text)


def term_offers(hits: Sequence[TermHit], target: str, sentence: Span) -> list[TermOffer]:
    """Offers of a row, each concept once: the lit sentence's first, then the others, in source order."""
    seen: set[str] = set()
    offers: list[TermOffer] = []
    for current in (True, False):
        for hit in hits:
            inside = sentence[0] <= hit.start < sentence[1]
            if inside is not current or hit.concept.id in seen or not hit.concept.usable:
                continue
            seen.add(hit.concept.id)
            renderings = hit.concept.usable
            offers.append(TermOffer(hit, renderings, _used(hit, target), current))
    return offers


def next_insertion(offers: Sequence[TermOffer], target: str, caret: int) -> TermInsertion | None:
    """The next unused term of the lit sentence, set at the caret."""
    for offer in offers:
        if offer.current and not offer.used and offer.renderings:
            return insertion(offer.hit, offer.renderings, 0, target, caret, caret)
    return None


def alternative(last: TermInsertion, target: str, caret: int) -> TermInsertion | None:
    """The next rendering in the place of the one that was just put in; None where the text moved on."""
    renderings = last.hit.concept.usable
    here = caret == last.caret and target[last.start : last.caret] == last.text
    if not here or len(renderings) < 2 or last.rendering + 1 >= len(renderings):
        return None
    return insertion(last.hit, renderings, last.rendering + 1, target, last.start, last.caret)


def insertion(
    hit: TermHit, renderings: Sequence[Rendering], rendering: int, target: str, start: int, end: int
) -> TermInsertion:
    """`renderings[rendering]` without the or a, with a space before it where a word would touch it."""
    text = renderings[rendering].en
    before = target[:start]
    if before and (before[-1].isalnum() or before[-1] in ",.;:!?)”’%"):
        text = " " + text
    if end < len(target) and target[end].isalnum():
        text += " "
    if not before.strip() or re.search(r"[.!?][\"”’)]?\s*$", before):
        lead = len(text) - len(text.lstrip())
        text = text[:lead] + text[lead : lead + 1].upper() + text[lead + 1 :]
    return TermInsertion(start, end, text, hit, rendering)


def _used(hit: TermHit, target: str) -> bool:
    return any(
        _pattern(form).search(target) is not None
        for rendering in hit.concept.usable
        for form in (rendering.en, rendering.short_form)
        if form
    )


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    """The form as a word sequence, whatever its case, also in the plural."""
    words = re.escape(form).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<!\w){words}(?:e?s|'s|’s)?(?!\w)", re.IGNORECASE)
