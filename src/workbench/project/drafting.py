"""project: what typing, confirming and the other states do to a row, as pure functions on segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.model.coded import CodedText, parse_coded
from workbench.model.segments import Anchor, Kind, Origin, OriginKind, Segment, State
from workbench.project.light import light, sentences_of_source, shifted
from workbench.project.structure import sound_anchors


def typed(segment: Segment, printed: str, anchors: Sequence[Anchor] | None, origin: Origin | None) -> Segment:
    """The row with another target: a draft, or untranslated when it is empty.

    Args:
        printed: the target as it stands in the edit buffer, codes in their printed form.
        anchors: sentence ends, where the caller set them; None lets the old ones move with the text.
        origin: where the text came from; None for typing, which keeps the origin of what was inserted.
    """
    known = segment.source.codes + segment.target.codes
    target = parse_coded(printed, known)
    if anchors is None:
        anchors = shifted(segment.anchors, segment.target.text, target.text)
    if not target.text.strip() and not target.codes:
        return replace(segment, target=target, anchors=(), state=State.UNTRANSLATED, origin=Origin())
    if origin is None:
        origin = segment.origin if segment.origin.kind is not OriginKind.NONE else Origin(OriginKind.TYPED)
    state = segment.state if segment.state is State.REJECTED else State.DRAFT
    anchors = sound_anchors(anchors, len(segment.source.text), len(target.text))
    return replace(segment, target=target, anchors=anchors, state=state, origin=origin)


def confirmed(segment: Segment) -> Segment:
    """The row confirmed. Its target is not empty."""
    return replace(segment, state=State.CONFIRMED, comment="")


def sentence_ended(segment: Segment, caret: int) -> tuple[Segment, int] | None:
    """The row with an anchor at `caret` for the current sentence, and where the caret goes.

    A space follows the sentence where the text ends there, so that the next one can be typed at once. Where
    it was ended just so and nothing follows, its English holds the next Chinese sentence too: a quotation and
    who said it.

    Returns:
        None where there is no English before the caret that could be this sentence.
    """
    text = segment.target.text
    at = len(text[:caret].rstrip(" "))
    begin = max((a.target_end for a in segment.anchors if a.target_end < at), default=0)
    if not text[begin:at].strip():
        return None
    spans = sentences_of_source(segment.source.text)
    now = light(segment, text, [a for a in segment.anchors if a.target_end < at], at)
    source_end = _held_too(segment, spans, at) or spans[_standing(segment, now.index, spans, at)][1]
    last = source_end == spans[-1][1]
    kept = [
        a
        for a in segment.anchors
        if (a.source_end < source_end and a.target_end < at)
        or (a.source_end > source_end and a.target_end > at)
    ]
    anchors = sorted([*kept, Anchor(source_end, at)], key=lambda anchor: anchor.target_end)
    if not last and at == len(text.rstrip(" ")):
        padded = text.rstrip(" ") + " "
        codes = tuple(replace(code, offset=min(code.offset, len(padded))) for code in segment.target.codes)
        return replace(segment, target=CodedText(padded, codes), anchors=tuple(anchors)), at + 1
    follow = at
    while follow < len(text) and text[follow] == " ":
        follow += 1
    return replace(segment, anchors=tuple(anchors)), follow


def _held_too(segment: Segment, spans: Sequence[tuple[int, int]], at: int) -> int:
    """Where the next Chinese sentence ends, when one was ended here and nothing stands behind it; 0 else."""
    if segment.settled or not segment.anchors or segment.target.text[at:].strip():
        return 0
    last = segment.anchors[-1]
    follows = (end for _, end in spans if end > last.source_end)
    return next(follows, 0) if last.target_end == at else 0


def _standing(segment: Segment, index: int, spans: Sequence[tuple[int, int]], at: int) -> int:
    """The Chinese sentence that ends here: the lit one, never one that an earlier anchor has taken.

    In a draft that has an anchor it is the next one, however many English sentences it took.
    """
    taken = max((a.source_end for a in segment.anchors if a.target_end < at), default=0)
    free = next((n for n, (_, end) in enumerate(spans) if end > taken), len(spans) - 1)
    return max(index, free)


def repetition_of(segment: Segment, model: Segment) -> Segment:
    """`segment` filled from a confirmed row of the same source, as a draft."""
    same = segment.source == model.source
    return replace(
        segment,
        target=CodedText(model.target.text, model.target.codes if same else ()),
        anchors=model.anchors if same else (),
        state=State.DRAFT,
        origin=Origin(OriginKind.REPETITION, 100, model.target.text),
    )


def takes_repetition(segment: Segment) -> bool:
    """Whether a repetition may be filled in: nothing of the translator's own stands there."""
    if segment.lock is not None or segment.kind is Kind.IGNORED:
        return False
    if segment.state is State.UNTRANSLATED:
        return not segment.target.text.strip() and not segment.target.codes
    filled = segment.origin.kind is OriginKind.REPETITION and segment.target.text == segment.origin.inserted
    return segment.state is State.DRAFT and filled
