"""project: where the English of a row is cut when its Chinese is, and a row cut into its sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.model.segments import Segment, State
from workbench.project.drafting import sentence_ended
from workbench.project.light import light, sentences_of_source, sentences_of_target
from workbench.project.pairs import SentencePair
from workbench.project.stretches import PairOrigin
from workbench.project.structure import split_at

_EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Cut:
    """A place in both texts of a row: offsets, code points."""

    source: int
    target: int


def cut_at(segment: Segment, offset: int) -> Cut:
    """Where to cut the English of a row whose Chinese is cut at `offset`: at an anchor, else by sentences."""
    return Cut(offset, _target_of(segment, offset))


def cut_in_target(segment: Segment, caret: int) -> Cut | None:
    """Where to cut a row of which the English sentence before the caret is the last of the first part.

    Args:
        caret: offset in the plain target.

    Returns:
        None where no sentence ends at the caret, or its Chinese is the last of the row.
    """
    text = segment.target.text
    at = len(text[:caret].rstrip())
    ends = {len(text[:end].rstrip()) for _, end in sentences_of_target(text)}
    ends |= {anchor.target_end for anchor in segment.anchors}
    known = next((a for a in segment.anchors if a.target_end == at), None)
    if at not in ends or not text[:at].strip():
        return None
    if known is None:
        ended = sentence_ended(segment, at)
        known = next((a for a in ended[0].anchors if a.target_end == at), None) if ended else None
    inside = known is not None and 0 < known.source_end < len(segment.source.text)
    return Cut(known.source_end, at) if known is not None and inside else None


def sentence_cuts(segment: Segment, pairs: Sequence[SentencePair]) -> tuple[list[Cut], int]:
    """Where a row is cut so that each sentence has its own.

    Args:
        pairs: of the row, in order; what has no partner is in none.

    Returns:
        The cuts in order, and how many Chinese sentences stay with the one before because they share their
        English.
    """
    ends = [end for _, end in sentences_of_source(segment.source.text)][:-1]
    starts = [start for start, _ in sentences_of_target(segment.target.text)][1:]
    if len(starts) == len(ends) and _unsure(pairs):
        return [Cut(*places) for places in zip(ends, starts, strict=True)], 0
    cuts: list[Cut] = []
    shared = 0
    for end in ends:
        behind = bisect_left([pair.source[0] for pair in pairs], end)
        if behind and pairs[behind - 1].source[1] > end:
            shared += 1
            continue
        target = pairs[behind].target[0] if behind < len(pairs) else len(segment.target.text)
        cuts.append(Cut(end, target))
    return cuts, shared


def _unsure(pairs: Sequence[SentencePair]) -> bool:
    """Whether the aligner alone has paired the row, and would as soon believe the contrary of some pair."""
    doubted = any(pair.confidence < _EVEN for pair in pairs)
    return doubted and all(pair.origin is PairOrigin.ALIGNER for pair in pairs)


def cut_up(segment: Segment, cuts: Sequence[Cut]) -> list[Segment]:
    """The parts of a row that is cut at these places, which are in order and inside its source."""
    lead = len(segment.target.text) - len(segment.target.text.lstrip())
    parts: list[Segment] = []
    first = segment
    for number, cut in enumerate(reversed(cuts)):
        target = cut.target if number == 0 else max(0, cut.target - lead)
        first, second = split_at(first, cut.source, min(target, len(first.target.text)))
        parts.append(second)
    return [first, *reversed(parts)]


def _target_of(segment: Segment, offset: int) -> int:
    for anchor in segment.anchors:
        if anchor.source_end == offset:
            return anchor.target_end
    spans = sentences_of_source(segment.source.text)
    ends = [end for _, end in spans]
    if offset not in ends:
        before = [anchor for anchor in segment.anchors if anchor.source_end < offset]
        return (
            before[-1].target_end
            if before and len(before) < len(segment.anchors)
            else len(segment.target.text)
        )
    text, cut = segment.target.text, ends.index(offset)
    whole = replace(segment, state=State.CONFIRMED)  # paired to its end, as one that is done
    starts = {start for start, _ in sentences_of_target(text)} | {a.target_end for a in segment.anchors}
    places = [*sorted(starts), len(text)]
    # What is lit changes at these places alone, and never goes back.
    at = bisect_right(places, cut, key=lambda place: light(whole, text, whole.anchors, place).index)
    return places[min(at, len(places) - 1)]
