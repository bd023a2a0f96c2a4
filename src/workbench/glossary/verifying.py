"""glossary: is the English of a row true to its terms? What it owes, avoids and explains."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.glossary.avoided import avoided_places
from workbench.glossary.claims import Claims
from workbench.glossary.demands import (
    demanded_hits,
    office_behind,
    stands_alone,
    whole_hits,
    with_formulas,
)
from workbench.glossary.english_forms import Span, places_of
from workbench.glossary.expansions import forms_of, label_places, said_beside
from workbench.glossary.kin import goes_on_in_short, is_kin_of
from workbench.glossary.offices import is_name, is_rank_lost
from workbench.glossary.rendered import is_rendered
from workbench.model.terms import Concept, Status, TermHit, TermKind


class TermFaultKind(StrEnum):
    """What can be wrong with a term."""

    MISSING = "missing"
    AVOIDED = "avoided"
    FIRST_MENTION = "first_mention"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class TermFault:
    """A term that the English does not do right by.

    Attributes:
        kind: what is wrong.
        concept: the term.
        start: where it stands in the Chinese, in code points; `end` is after its last character.
        target_span: the words of the English that are meant, half-open; None where they are absent.
        message: one sentence that says what is there and what is wanted.
        proposal: English that would mend it; else empty.
        superseded: the avoided form was right once.
    """

    kind: TermFaultKind
    concept: Concept
    start: int
    end: int
    target_span: tuple[int, int] | None
    message: str
    proposal: str = ""
    superseded: bool = False


def verify(
    source: str,
    hits: Sequence[TermHit],
    english: str,
    *,
    rendered_before: Collection[str] = (),
    running: bool = True,
) -> list[TermFault]:
    """What is wrong with the terms of one paragraph.

    Args:
        source: the Chinese, as shown.
        hits: where its terms stand, from `Recogniser.hits`.
        english: the shown English; none gives no faults, for nothing has been written yet.
        rendered_before: ids of the concepts that stood in the running text before.
        running: running text; a headline is no first mention, and what it shortens is no fault.

    Returns:
        Faults in the order of the Chinese; no more than one of a kind for a concept.
    """
    if not english.strip():
        return []
    hits = whole_hits(source, hits)
    faults = list(avoided_faults(hits, english))
    claims = Claims(hits, english)
    told = {fault.concept.id for fault in faults}
    said: list[TermHit] = []
    for hit in demanded_hits(source, hits):
        if goes_on_in_short(hit, said):
            continue
        known = hit.concept.id in rendered_before or not running or is_kin_of(hit, said)
        if hit.concept.id in told or _within_said(hit, hits, english):
            continue
        if _is_said(source, hit, hits, english, claims, known=known):
            said.append(hit)
        else:
            faults.append(_missing(hit, known=known))
            told.add(hit.concept.id)
    if running:
        faults.extend(_unexplained(hits, english, told.union(rendered_before)))
    return sorted(faults, key=lambda fault: fault.start)


def explains(concept: Concept) -> bool:
    """Whether an entry asks for a longer form at the first mention."""
    return bool(concept.first_mention) and (concept.kind is TermKind.FORMULA or bool(concept.abbreviation_of))


def proposal_of(concept: Concept, *, first: bool = False) -> str:
    """What to write: the preferred rendering with its article, at a first mention the long form."""
    if first and explains(concept):
        return concept.first_mention
    best = concept.usable[0]
    return f"{best.article} {best.en}".strip()


def _is_said(
    source: str, hit: TermHit, hits: Sequence[TermHit], english: str, claims: Claims, *, known: bool
) -> bool:
    """Whether the English has a term as the Chinese around it asks for."""
    office = office_behind(source, hit)
    if office and is_rank_lost("副" in office, source, english):
        return False
    return is_rendered(
        hit,
        english,
        known=known,
        office=bool(office),
        named=_persons_beside(hit, hits),
        alone=stands_alone(source, hit),
        claims=claims,
    )


def _persons_beside(hit: TermHit, hits: Sequence[TermHit]) -> list[str]:
    """The English names of who stands before or behind an office."""
    return [
        form
        for other in hits
        if other.concept.kind is TermKind.PERSON and (other.start == hit.end or other.end == hit.start)
        for form in forms_of(other.concept)
    ]


def _within_said(hit: TermHit, hits: Sequence[TermHit], english: str) -> bool:
    """Whether a term stands in a longer one that the English has."""
    longer = (one for one in hits if one.start <= hit.start and hit.end <= one.end and one is not hit)
    return any(
        hit in one.nested
        and not label_places(hit.concept, english)
        and is_rendered(one, english, known=False)
        for one in longer
    )


def _missing(hit: TermHit, *, known: bool) -> TermFault:
    proposal = proposal_of(hit.concept, first=not known)
    said = f"{hit.term} is not in the English; it is “{proposal_of(hit.concept)}”"
    return TermFault(TermFaultKind.MISSING, hit.concept, hit.start, hit.end, None, said, proposal)


def avoided_faults(hits: Sequence[TermHit], english: str) -> Iterable[TermFault]:
    """The avoided forms that the English of a row has for its terms, whatever stood before it."""
    for avoided in avoided_places(hits, english):
        hit, rendering, (start, end) = avoided
        best = hit.concept.usable[0].en if hit.concept.usable else ""
        wanted = f" write “{best}”" if best else " it is to be avoided"
        reason = f" ({rendering.note})" if rendering.note else ""
        yield TermFault(
            TermFaultKind.AVOIDED,
            hit.concept,
            hit.start,
            hit.end,
            (start, end),
            f"{hit.term} is not “{english[start:end]}”:{wanted}{reason}",
            best,
            superseded=rendering.status is Status.SUPERSEDED,
        )


def _outside_names(
    hit: TermHit, hits: Sequence[TermHit], places: tuple[Span, ...], english: str
) -> tuple[Span, ...]:
    """The places of a label that are not in a longer name: the Theory of Three Represents."""
    names = [
        name
        for one in hits
        if hit in one.nested
        for form in forms_of(one.concept)
        if is_name(form)
        for name in places_of(form, english)
    ]
    return tuple(
        place for place in places if not any(name[0] <= place[0] and place[1] <= name[1] for name in names)
    )


def _unexplained(hits: Sequence[TermHit], english: str, settled: Collection[str]) -> Iterable[TermFault]:
    """Formulas and abbreviations that are named for the first time and not explained."""
    seen = set(settled)
    for hit in with_formulas(hits):
        concept = hit.concept
        if concept.id in seen or not explains(concept):
            continue
        seen.add(concept.id)
        places = _outside_names(hit, hits, label_places(concept, english), english)
        if places and not said_beside(concept, english, places):
            said = f"{hit.term} is named here for the first time: “{concept.first_mention}”"
            yield TermFault(
                TermFaultKind.FIRST_MENTION,
                concept,
                hit.start,
                hit.end,
                min(places),
                said,
                concept.first_mention,
            )
