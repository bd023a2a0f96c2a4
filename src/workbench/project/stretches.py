"""project: the stretches of a translated row, whose borders are known before any sentence is compared.

The translator's anchors cut a row, also in the middle of an English sentence, where a Chinese one ends there.
Where the aligner brought the English, the anchors are its own: they part the row, and make no pair certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from workbench.model.segments import Anchor, Kind, OriginKind, Segment
from workbench.project.light import Span, sentences_of_source, sentences_of_target
from workbench.project.structure import sound_anchors
from workbench.text.sentences import english_clauses

_UNDIVIDED = frozenset({Kind.TITLE, Kind.SUBTITLE, Kind.HEADING, Kind.BYLINE, Kind.CREDIT})
_NOTE_CALL = re.compile(r"\[\^?[^\]\s]{1,6}\]")


class PairOrigin(StrEnum):
    """Who says that a pair is one."""

    ANCHOR = "anchor"
    ALIGNER = "aligner"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring sentences of a row and their English.

    Attributes:
        source: spans of the sentences in the row's source, without the spaces around them; none where
            English was added.
        target: likewise in its target; none where the source has no English.
        origin: ANCHOR or WHOLE where the stretch is one pair, with one span a side; ALIGNER where the aligner
            that brought the English said so; None where it takes the aligner to part it, and where one side
            is empty.
        confidence: of a pair, 0 to 1.
    """

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    origin: PairOrigin | None = None
    confidence: float = 1.0

    @property
    def is_open(self) -> bool:
        """True where both sides have sentences and nobody has said yet which belong together."""
        return self.origin is None and bool(self.source and self.target)


def stretches(segment: Segment) -> tuple[Stretch, ...]:
    """The stretches of a row, in order; none of a row without English.

    A heading and a row of one Chinese sentence are whole, as is a settled row of one English sentence. In a
    draft several Chinese sentences may stand beside one English one because the rest is still to come.

    A row from the aligner that nobody has confirmed is no surer than the aligner was, and open again where
    its English was changed or has several sentences.
    """
    source, target = segment.source.text, segment.target.text
    if not source.strip() or not target.strip():
        return ()
    parts = _between_anchors(segment)
    alone = len(parts) == 1
    if (
        segment.kind in _UNDIVIDED
        or sum(len(part.source) for part in parts) < 2
        or (alone and segment.settled and len(parts[0].target) < 2)
    ):
        whole = (trimmed(source, (0, len(source))),), (trimmed(target, (0, len(target))),)
        return (_whole(segment, *whole),) if _says_whole(segment) else parts
    return parts


def _says_whole(segment: Segment) -> bool:
    """Whether somebody has said that a row's English is that of its Chinese: a person, or the aligner."""
    if not from_aligner(segment) or segment.settled:
        return True
    text = segment.target.text
    same = text.strip() == segment.origin.inserted.strip()
    single = len(_pieces(text, sentences_of_target(text), (0, len(text)))) < 2
    return same and (single or segment.kind in _UNDIVIDED)


def _whole(segment: Segment, source: tuple[Span, ...], target: tuple[Span, ...]) -> Stretch:
    if from_aligner(segment) and not segment.settled:
        return Stretch(source, target, PairOrigin.ALIGNER, (segment.origin.score or 0) / 100)
    return Stretch(source, target, PairOrigin.WHOLE)


def from_aligner(segment: Segment) -> bool:
    """Whether the aligner brought the row's English, and set its anchors with it."""
    return segment.origin.kind is OriginKind.ALIGNED


def trimmed(text: str, span: Span) -> Span:
    """A span without the spaces at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _between_anchors(segment: Segment) -> tuple[Stretch, ...]:
    source, target = segment.source.text, segment.target.text
    anchors = _ends(segment)
    borders = [(0, 0), *((a.source_end, a.target_end) for a in anchors), (len(source), len(target))]
    certain = not from_aligner(segment)
    found: list[Stretch] = []
    for number, ((s0, t0), (s1, t1)) in enumerate(pairwise(borders)):
        zh = _pieces(source, sentences_of_source(source), (s0, s1))
        en = _pieces(target, sentences_of_target(target), (t0, t1))
        closed = number < len(anchors) or segment.settled
        if certain and zh and en and (len(zh) == 1 or (closed and len(en) == 1)):
            found.append(Stretch((_joined(zh),), (_joined(en),), PairOrigin.ANCHOR))
        elif zh or en:
            found.append(Stretch(zh, _pieces(target, english_clauses(target), (t0, t1))))
    return tuple(found)


def _ends(segment: Segment) -> tuple[Anchor, ...]:
    """The anchors, each behind the marks that close its English sentence.

    Behind the end of the source only whole English sentences can be additions: what was written on in the
    last one belongs to it.
    """
    source, target = segment.source.text, segment.target.text
    moved = [replace(a, target_end=_sentence_end(target, a.target_end)) for a in segment.anchors]
    anchors = sound_anchors(moved, len(source), len(target))
    if anchors and not source[anchors[-1].source_end :].strip():
        end = _sentence_end(target, anchors[-1].target_end, over_words=True)
        anchors = (*anchors[:-1], replace(anchors[-1], target_end=end))
    return anchors


def _sentence_end(text: str, offset: int, *, over_words: bool = False) -> int:
    """The end of the English sentence around `offset` if only marks stand between; else `offset`.

    Args:
        over_words: also where words stand between.
    """
    for start, end in sentences_of_target(text):
        if start < offset < end:
            rest = text[offset:end]
            return end if over_words or not _has_words(_NOTE_CALL.sub("", rest)) else offset
    return offset


def _pieces(text: str, sentences: Sequence[Span], bounds: Span) -> tuple[Span, ...]:
    """The sentences cut to bounds; marks that stand alone go with the sentence before, or after."""
    pieces: list[Span] = []
    waiting: int | None = None
    for sentence in sentences:
        start, end = trimmed(text, (max(sentence[0], bounds[0]), min(sentence[1], bounds[1])))
        if start >= end:
            continue
        if _has_words(text[start:end]):
            pieces.append((start if waiting is None else waiting, end))
            waiting = None
        elif pieces:
            pieces[-1] = (pieces[-1][0], end)
        elif waiting is None:
            waiting = start
    return tuple(pieces)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _joined(spans: Sequence[Span]) -> Span:
    return spans[0][0], spans[-1][1]
