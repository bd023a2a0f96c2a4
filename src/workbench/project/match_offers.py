"""project: which matches to offer while a row is translated: of the row, and of the sentence that is lit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.model.matches import Match
from workbench.model.memory_units import MemoryUnit
from workbench.project.assembling import Assembled
from workbench.project.light import Span
from workbench.project.proposals import Proposal

if TYPE_CHECKING:
    from workbench.project.matching import RowMatches
    from workbench.project.refrains import RefrainOffer

ROW_FIRST = 75
"""From this score on a match of the whole row stands before those of its lit sentence."""
SENTENCE_DOES = 95
"""From this score on a match of the sentence leaves nothing to look up in its parts."""
_FRAGMENTS = 4


class OfferKind(StrEnum):
    """What an offer is a translation of."""

    ROW = "row"
    ASSEMBLED = "assembled"
    SENTENCE = "sentence"
    FRAGMENT = "fragment"
    REFRAIN = "refrain"


@dataclass(frozen=True, slots=True)
class MatchOffer:
    """English that a memory has for the row, its lit sentence or a part of that.

    Attributes:
        kind: what it is a translation of.
        span: of the row's source, code points.
        proposal: what a key puts in.
        match: why it has its score; None of what was assembled and of a fragment.
        assembled: the parts, of what was assembled.
        unit: where a fragment was found; `memory` names the memory.
        refrain: how often it recurs, and the English it was given first.
    """

    kind: OfferKind
    span: Span
    proposal: Proposal
    match: Match | None = None
    assembled: Assembled | None = None
    unit: MemoryUnit | None = None
    memory: str = ""
    refrain: RefrainOffer | None = None

    @property
    def whole(self) -> bool:
        """Whether it is for the whole row."""
        return self.kind in (OfferKind.ROW, OfferKind.ASSEMBLED)

    def instead_of(self, other: MatchOffer) -> bool:
        """Whether it translates what `other` does, so that it can be put in instead of that."""
        if self.whole or other.whole:
            return self.whole and other.whole
        return self.kind is other.kind is OfferKind.SENTENCE and self.span == other.span


def match_offers(
    found: RowMatches, sentence: Span, refrains: Sequence[RefrainOffer] = (), english: str = ""
) -> list[MatchOffer]:
    """The offers in the order in which they are listed: the likeliest to be used first.

    Args:
        refrains: those of the row that have English elsewhere.
        sentence: the lit sentence, a span of the row's source.
        english: what stands in the row. Where it is the translator's own, and no match of the row as it was
            put in, a match of the row would take its place: those of the lit sentence come before it.
    """
    row = list(_of_row(found))
    like = list(_of_sentence(found, sentence))
    here = [*like, *_parts(found, sentence, refrains, like)]
    good = any(offer.match and (offer.match.score >= ROW_FIRST or not found.sentences) for offer in row)
    begun = english.strip() not in {"", *(offer.proposal.target.text for offer in row)}
    return [*row, *here] if good and not (begun and like) else [*here, *row]


def _parts(
    found: RowMatches, sentence: Span, refrains: Sequence[RefrainOffer], like: Sequence[MatchOffer]
) -> Iterator[MatchOffer]:
    """Refrains and fragments of the lit sentence; none that only repeats what stands before it."""
    said = [o.proposal.target.text for o in like if o.match is not None and o.match.score >= SENTENCE_DOES]
    for offer in _of_refrains(refrains, sentence):
        if not any(offer.proposal.target.text in english for english in said):
            said += [offer.proposal.target.text, offer.refrain.sentence if offer.refrain else ""]
            yield offer
    for offer in _of_fragments(found, sentence):
        if not any(offer.proposal.target.text in english for english in said):
            said.append(offer.proposal.target.text)
            yield offer


def _of_row(found: RowMatches) -> Iterator[MatchOffer]:
    """What was put together in the very words of a match lends that its sentence ends, and is not listed."""
    span = (0, len(found.source.text))
    made = found.assembled
    for match in found.whole:
        proposal = Proposal.of_match(match)
        if made is not None and made.target == proposal.target:
            proposal, made = replace(proposal, anchors=made.anchors), None
        yield MatchOffer(OfferKind.ROW, span, proposal, match, memory=match.memory)
    if made is not None:
        yield MatchOffer(OfferKind.ASSEMBLED, span, Proposal.of_assembled(made), assembled=made)


def _of_sentence(found: RowMatches, lit: Span) -> Iterator[MatchOffer]:
    for sentence in found.sentences:
        if sentence.span[0] < lit[1] and lit[0] < sentence.span[1]:
            for match in sentence.matches:
                proposal = Proposal.of_sentence(sentence, match)
                yield MatchOffer(OfferKind.SENTENCE, sentence.span, proposal, match, memory=match.memory)


def _of_refrains(refrains: Sequence[RefrainOffer], lit: Span) -> Iterator[MatchOffer]:
    """Refrains of the lit sentence: the stretch of English where that is sure, else its whole sentence."""
    for offer in refrains:
        if offer.start < lit[1] and lit[0] < offer.end:
            proposal = Proposal.of_text(offer.english or offer.sentence)
            yield MatchOffer(OfferKind.REFRAIN, (offer.start, offer.end), proposal, refrain=offer)


def _of_fragments(found: RowMatches, lit: Span) -> Iterator[MatchOffer]:
    """Clauses of the lit sentence, the longest first, each with the newest of its English sentences."""
    inside = [f for f in found.fragments if f.start < lit[1] and lit[0] < f.end and f.hits]
    for fragment in sorted(inside, key=lambda f: f.start - f.end)[:_FRAGMENTS]:
        hit = fragment.hits[0]
        english = hit.unit.target.text[slice(*hit.target)]
        yield MatchOffer(
            OfferKind.FRAGMENT,
            (fragment.start, fragment.end),
            Proposal.of_text(english),
            unit=hit.unit,
            memory=hit.memory,
        )
