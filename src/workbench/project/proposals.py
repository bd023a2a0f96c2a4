"""project: what a match puts into a row: all of it, a sentence, or only what is missing; pure functions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.model.coded import CodedText, CodeKind, InlineCode, print_coded
from workbench.model.matches import GAP, Match
from workbench.model.segments import Anchor, Origin, OriginKind, Segment
from workbench.project import drafting
from workbench.project.assembling import Assembled
from workbench.project.light import Span, light, shifted
from workbench.project.match_figures import other_figures
from workbench.project.sentence_matches import SentenceMatches

_NO_SPACE_AFTER = "([{“‘\"'«—/-"


class InsertMode(StrEnum):
    """How a proposal goes into a row.

    INSERT: at the caret. REPLACE: in the place of all the English, or of the sentence's. DIFFERENCE: what is
    typed stays, and what the proposal has beyond it is put in.
    """

    INSERT = "insert"
    REPLACE = "replace"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Proposal:
    """English that a row can take.

    Attributes:
        target: the English.
        score: of the match, in per cent; None where it is no translation of the row or a sentence of it.
        sentence: the sentence it translates, as a span of the row's source; None for all of it, or none.
        end: offset in the source behind that sentence and its spaces: where its anchor stands.
        anchors: sentence ends, their English offsets counted in `target`.
        figures: those of the source that its English has not: it has the ones of another text there.
    """

    target: CodedText
    score: int | None = None
    sentence: Span | None = None
    end: int = 0
    anchors: tuple[Anchor, ...] = ()
    figures: tuple[str, ...] = ()

    @classmethod
    def of_match(cls, match: Match) -> Proposal:
        """A match of the whole row."""
        return cls(match.proposal, match.score, figures=other_figures(match))

    @classmethod
    def of_sentence(cls, sentence: SentenceMatches, match: Match) -> Proposal:
        """A match of one of its sentences."""
        figures = other_figures(match)
        return cls(match.proposal, match.score, sentence.span, sentence.end, figures=figures)

    @classmethod
    def of_assembled(cls, assembled: Assembled) -> Proposal:
        """What was put together from matches of its sentences."""
        figures = tuple(f for part in assembled.parts if part.match for f in other_figures(part.match))
        return cls(assembled.target, assembled.score, anchors=assembled.anchors, figures=figures)

    @classmethod
    def of_text(cls, text: str) -> Proposal:
        """A piece of English, such as that of a fragment or a refrain."""
        return cls(CodedText(text))

    @property
    def whole(self) -> bool:
        """Whether it is a translation of the whole row."""
        return self.score is not None and self.sentence is None


def inserted(segment: Segment, proposal: Proposal, caret: int, mode: InsertMode) -> tuple[Segment, int]:
    """The row with a proposal in it, a draft, and where the caret goes.

    Args:
        caret: offset in the plain target.
    """
    caret = max(0, min(caret, len(segment.target.text)))
    match mode:
        case InsertMode.REPLACE if proposal.sentence is None:
            return _drafted(segment, proposal, proposal.target, proposal.anchors), _after_whole(proposal)
        case InsertMode.REPLACE:
            start, end = _english_of(segment, proposal, caret)
            return _spliced_in(segment, proposal, start, end)
        case InsertMode.INSERT:
            return _spliced_in(segment, proposal, caret, caret)
        case InsertMode.DIFFERENCE:
            return _difference(segment, proposal, caret)


def spliced(coded: CodedText, start: int, end: int, piece: CodedText) -> CodedText:
    """`coded` with `piece` in the place of start to end.

    Codes of that stretch go with it, but half of a pair whose other half stays; a code that the piece brings
    too stands only where the piece has it.
    """
    brought = {(code.number, code.kind) for code in piece.codes}
    inside = [code for code in coded.codes if start < code.offset < end]
    numbers = [code.number for code in inside if code.kind is not CodeKind.ALONE]
    before: list[InlineCode] = []
    after: list[InlineCode] = []
    for code in coded.codes:
        if (code.number, code.kind) in brought:
            continue
        if code.offset <= start:
            before.append(code)
        elif code.offset >= end:
            after.append(replace(code, offset=code.offset + len(piece.text) - (end - start)))
        elif numbers.count(code.number) == 1:
            before.append(replace(code, offset=start))
    own = (replace(code, offset=code.offset + start) for code in piece.codes)
    return CodedText(coded.text[:start] + piece.text + coded.text[end:], (*before, *own, *after))


def _after_whole(proposal: Proposal) -> int:
    """The first gap, which is to be filled next; else the end."""
    gap = proposal.target.text.find(GAP)
    return gap if gap >= 0 else len(proposal.target.text)


def _drafted(segment: Segment, proposal: Proposal, target: CodedText, anchors: Sequence[Anchor]) -> Segment:
    return drafting.typed(segment, print_coded(target), anchors, _origin(segment, proposal, target))


def _origin(segment: Segment, proposal: Proposal, target: CodedText) -> Origin | None:
    """A match, as long as all of the English comes from matches; None keeps what is known of it."""
    if proposal.score is None:
        return None
    before, origin = segment.target.text.strip(), segment.origin
    if not before or (proposal.whole and target == proposal.target):
        return Origin(OriginKind.MATCH, proposal.score, target.text)
    if origin.kind is OriginKind.MATCH and before == origin.inserted.strip():
        score = proposal.score if origin.score is None else min(origin.score, proposal.score)
        return Origin(OriginKind.MATCH, score, target.text)
    return None


def _english_of(segment: Segment, proposal: Proposal, caret: int) -> Span:
    """The English of the proposal's sentence, where the light says so; else only the caret's place."""
    text = segment.target.text
    lit = light(segment, text, segment.anchors, caret)
    if proposal.sentence is None or not lit.source[0] <= proposal.sentence[0] < lit.source[1]:
        return caret, caret
    start, end = lit.target
    return (start, end) if start <= caret <= end or start == end else (min(start, caret), max(end, caret))


def _spliced_in(segment: Segment, proposal: Proposal, start: int, end: int) -> tuple[Segment, int]:
    """The proposal in a place of the English, with the spaces and the anchor it needs there."""
    text = segment.target.text
    before, after = text[:start], text[end:]
    lead = " " if before and not before[-1].isspace() and before[-1] not in _NO_SPACE_AFTER else ""
    trail = " " if _needs_space(proposal, after, segment) else ""
    piece = _padded(proposal.target, lead, trail)
    target = spliced(segment.target, start, end, piece)
    caret = start + len(lead) + len(proposal.target.text)
    anchors = shifted(segment.anchors, text, target.text)
    if proposal.sentence is not None:
        anchors = _with_anchor(anchors, Anchor(proposal.end, caret))
    elif proposal.anchors and not text.strip():
        anchors = tuple(Anchor(a.source_end, a.target_end + start + len(lead)) for a in proposal.anchors)
    return _drafted(segment, proposal, target, anchors), caret + len(trail)


def _needs_space(proposal: Proposal, after: str, segment: Segment) -> bool:
    if after:
        return after[0].isalnum() or after[0] in "“‘(["
    return proposal.sentence is not None and proposal.end < len(segment.source.text)


def _padded(target: CodedText, lead: str, trail: str) -> CodedText:
    codes = tuple(replace(code, offset=code.offset + len(lead)) for code in target.codes)
    return CodedText(lead + target.text + trail, codes)


def _with_anchor(anchors: Sequence[Anchor], new: Anchor) -> tuple[Anchor, ...]:
    """The anchors with another one, where it fits between those that the translator set."""
    others = [anchor for anchor in anchors if anchor.source_end != new.source_end]
    at = bisect_right([anchor.source_end for anchor in others], new.source_end)
    fits = (at == 0 or others[at - 1].target_end < new.target_end) and (
        at == len(others) or others[at].target_end > new.target_end
    )
    return (*others[:at], new, *others[at:]) if fits else tuple(anchors)


def _difference(segment: Segment, proposal: Proposal, caret: int) -> tuple[Segment, int]:
    from workbench.memory.insertion import missing_part

    text = segment.target.text
    start, end = (0, len(text)) if proposal.sentence is None else _english_of(segment, proposal, caret)
    typed = text[start:end]
    if not typed.strip():
        return _spliced_in(segment, proposal, start, end)
    target, anchors = segment.target, segment.anchors
    edits = sorted(missing_part(typed, proposal.target.text, max(0, min(caret - start, len(typed)))))
    for first, behind, words in reversed(edits):
        changed = spliced(target, start + first, start + behind, CodedText(words))
        anchors = shifted(anchors, target.text, changed.text)
        target = changed
    if edits:
        caret = start + edits[-1][1] + sum(len(words) - (behind - first) for first, behind, words in edits)
    return _drafted(segment, Proposal(proposal.target), target, anchors), caret
