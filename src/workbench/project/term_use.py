"""project: where a concept is used in a project's rows, and how each place was rendered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from workbench.glossary.english_forms import places_of
from workbench.model.segments import Kind, Segment, State
from workbench.text.fold import fold

if TYPE_CHECKING:
    from workbench.glossary.recognition import Recogniser
    from workbench.model.terms import Concept, Rendering

Span = tuple[int, int]
_QUOTES: Final = dict.fromkeys(map(ord, "“”‘’「」『』《》〈〉\"' "))
_MOST_PAIRED = 40  # places of one row that are weighed against each other


@dataclass(frozen=True, slots=True)
class TermUse:
    """One place of a concept.

    Attributes:
        row: id of the row; `number` counts rows from 1 as they were given.
        source_span: where its Chinese stands in the row's source, code points, half-open.
        target_span: where it is rendered in the row's English, likewise; None where no rendering of the
            termbase is found, be it a pronoun or a free translation.
        rendering: the termbase's English that stands there in whatever form; empty where none does.
        known: the rendering it belongs to, by its status: preferred or one to be avoided; None likewise.
        state: how far the row has come; an untranslated one has no English to look at.
        inside: the longer term that this place is part of; else empty.
    """

    row: int
    number: int
    source_span: Span
    target_span: Span | None
    rendering: str
    known: Rendering | None
    state: State
    inside: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """A rendering in an English text."""

    span: Span
    text: str
    rendering: Rendering | None


def uses_of(
    concept: Concept, rows: Iterable[tuple[int, Segment]], recogniser: Recogniser
) -> Iterator[TermUse]:
    """Every place of a concept in the rows, in order; rows that are ignored are passed over.

    Where the English has as many renderings as the Chinese has places, they go together in their order; else
    each rendering goes to the place it is nearest to, in proportion to the lengths, and the order is kept.

    Args:
        concept: as its glossary has it; all its renderings are looked for, also those to be avoided.
        rows: number and row, in order; read one after the other, so that the first are there at once.
        recogniser: the project's, which knows the concept.
    """
    keys = [key for form in (concept.zh, *concept.zh_variants) if (key := _key(form))]
    for number, segment in rows:
        source = segment.source.text
        if segment.kind is Kind.IGNORED or not _may_stand(keys, source):
            continue
        found = _found(concept, source, recogniser)
        if found:
            yield from _row_uses(concept, number, segment, found)


def rendered_counts(uses: Iterable[TermUse]) -> list[tuple[str, int]]:
    """How often each rendering stands in rows with English, commonest first; empty where none was found."""
    counts = Counter(use.rendering for use in uses if use.state is not State.UNTRANSLATED)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _key(text: str) -> str:
    return fold(text, case=True).translate(_QUOTES)


def _may_stand(keys: Sequence[str], source: str) -> bool:
    """A quick look that passes over the rows in which no form of the concept can stand."""
    text = _key(source)
    return any(key in text for key in keys)


def _found(concept: Concept, source: str, recogniser: Recogniser) -> list[tuple[Span, str]]:
    """Where the concept stands in a Chinese text, and the longer term around it, if any."""
    places: dict[Span, str] = {}
    for hit in recogniser.hits(source):
        for one in (hit, *hit.nested):
            if one.concept.id == concept.id and one.concept.zh == concept.zh:
                longer = one is not hit and (one.start, one.end) != (hit.start, hit.end)
                places.setdefault((one.start, one.end), hit.term if longer else "")
    return sorted(places.items())


def _row_uses(
    concept: Concept, number: int, segment: Segment, found: Sequence[tuple[Span, str]]
) -> Iterator[TermUse]:
    english = segment.target.text
    places = _places(concept, english) if english.strip() else []
    spans = [span for span, _ in found]
    paired = _paired(spans, len(segment.source.text), places, len(english))
    for (span, inside), place in zip(found, paired, strict=True):
        yield TermUse(
            row=segment.id,
            number=number,
            source_span=span,
            target_span=place.span if place else None,
            rendering=place.text if place else "",
            known=place.rendering if place else None,
            state=segment.state,
            inside=inside,
        )


def _places(concept: Concept, english: str) -> list[_Place]:
    """Where one of the concept's renderings stands, the longest first, none over another, in order."""
    forms: dict[str, Rendering | None] = {}
    for rendering in concept.renderings:
        forms.setdefault(rendering.en, rendering)
    for rendering in concept.renderings:
        if rendering.short_form:
            forms.setdefault(rendering.short_form, rendering)
    found: list[_Place] = []
    for form in sorted(forms, key=len, reverse=True):
        for start, end in places_of(form, english):
            if all(end <= one.span[0] or one.span[1] <= start for one in found):
                found.append(_Place((start, end), form, forms[form]))
    return sorted(found, key=lambda place: place.span)


def _paired(
    spans: Sequence[Span], source_length: int, places: Sequence[_Place], target_length: int
) -> list[_Place | None]:
    """For each Chinese place its rendering, None where none is left; the order is kept on both sides."""
    if len(spans) == len(places) or max(len(spans), len(places)) > _MOST_PAIRED:
        return [places[at] if at < len(places) else None for at in range(len(spans))]
    here = [start / source_length for start, _ in spans]
    there = [place.span[0] / target_length for place in places]
    at_most = min(len(spans), len(places))

    @cache
    def best(left: int, right: int, pairs: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        """The least distance at which `pairs` of the places from here on go together."""
        if pairs == 0:
            return 0.0, ()
        rest, chosen = best(left + 1, right + 1, pairs - 1)
        options = [(rest + abs(here[left] - there[right]), ((left, right), *chosen))]
        if len(here) - left > pairs:
            options.append(best(left + 1, right, pairs))
        if len(there) - right > pairs:
            options.append(best(left, right + 1, pairs))
        return min(options)

    chosen = dict(best(0, 0, at_most)[1])
    return [places[chosen[at]] if at in chosen else None for at in range(len(spans))]
