"""project: a row as the units that a memory keeps of it: the whole of it, and its sentences in pairs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.checks.gaps import gaps
from workbench.model.memory_units import WHOLE, MemoryUnit, UnitKey, UnitState
from workbench.model.segments import OriginKind, Segment, State
from workbench.project.excerpt import english_excerpt, excerpt
from workbench.project.light import Span, sentences_of_source
from workbench.project.log_reading import Placed
from workbench.project.pairs import SentencePair
from workbench.project.stretches import PairOrigin, Stretch, stretches, trimmed

LEAST_CONFIDENCE = 0.5
"""A pair of the aligner that is more likely wrong than right is not kept."""


@dataclass(frozen=True, slots=True)
class Owner:
    """What all units of a project share: its id, its title for people, its languages."""

    project: str
    place: str
    languages: tuple[str, str] = ("zh-CN", "en")


def row_units(placed: Placed, owner: Owner, pairs: Sequence[SentencePair]) -> list[MemoryUnit]:
    """What a memory keeps of a row: nothing unless it is confirmed or reviewed, nor where a gap was left.

    Args:
        placed: the row and its neighbours.
        owner: the project.
        pairs: its sentences, as far as they are known.
    """
    segment = placed.segment
    if not segment.settled or not segment.target.text.strip():
        return []
    whole = _whole(placed, owner)
    unfinished = gaps(segment)
    if not unfinished:
        return [whole, *_parts(placed, whole, owner, pairs)]
    full = [pair for pair in pairs if not any(pair.target[0] <= at < pair.target[1] for at, _ in unfinished)]
    return list(_parts(placed, whole, owner, full))


def certain_pairs(segment: Segment) -> tuple[SentencePair, ...]:
    """The sentences that need no aligner: cut by the translator's anchors, or the whole of a short row."""
    return tuple(map(_pair, (found for found in stretches(segment) if found.origin is not None)))


def needs_aligner(segment: Segment) -> bool:
    """Whether it takes the aligner to pair all sentences of a settled row."""
    return segment.settled and any(stretch.is_open for stretch in stretches(segment))


def around(text: str, span: Span, before: str, after: str) -> tuple[str, str]:
    """The sentences beside a stretch of a row's source; beside its edges those of its neighbours.

    Args:
        before: source of the row before; empty at the edge of the document.
        after: likewise of the row after.
    """
    spans = sentences_of_source(text)
    last = bisect_right([end for _, end in spans], span[0]) - 1
    follow = bisect_right([start for start, _ in spans], span[1] - 1)
    left = text[slice(*spans[last])] if last >= 0 else _edge(before, -1)
    right = text[slice(*spans[follow])] if follow < len(spans) else _edge(after, 0)
    return left.strip(), right.strip()


def _edge(text: str, which: int) -> str:
    """The last (-1) or the first (0) sentence of a neighbour."""
    return text[slice(*sentences_of_source(text)[which])] if text else ""


def _whole(placed: Placed, owner: Owner) -> MemoryUnit:
    segment = placed.segment
    return MemoryUnit(
        source=segment.source,
        target=segment.target,
        source_language=owner.languages[0],
        target_language=owner.languages[1],
        state=UnitState.REVIEWED if segment.state is State.REVIEWED else UnitState.CONFIRMED,
        origin=segment.origin.kind,
        key=UnitKey(owner.project, segment.id, WHOLE),
        place=owner.place,
        before=placed.before,
        after=placed.after,
        created=segment.created_at,
        changed=segment.changed_at,
        changed_by=segment.changed_by,
        note=segment.note,
    )


def _parts(
    placed: Placed, whole: MemoryUnit, owner: Owner, pairs: Sequence[SentencePair]
) -> Iterator[MemoryUnit]:
    """Of a pair by the aligner the translation is confirmed, but not that it belongs to this sentence."""
    segment = placed.segment
    everything = trimmed(segment.source.text, (0, len(segment.source.text)))
    kept = (pair for pair in pairs if pair.confidence >= LEAST_CONFIDENCE and pair.source != everything)
    for part, pair in enumerate(kept, 1):
        before, after = around(segment.source.text, pair.source, placed.before, placed.after)
        aligned = pair.origin is PairOrigin.ALIGNER
        yield replace(
            whole,
            source=excerpt(segment.source, *pair.source),
            target=english_excerpt(segment.target, *pair.target),
            state=UnitState.UNKNOWN if aligned else whole.state,
            origin=OriginKind.ALIGNED if aligned else whole.origin,
            confidence=pair.confidence,
            key=UnitKey(owner.project, segment.id, part),
            before=before,
            after=after,
            note="",
        )


def _pair(stretch: Stretch) -> SentencePair:
    assert stretch.origin is not None
    return SentencePair(stretch.source[0], stretch.target[0], stretch.origin, stretch.confidence)
