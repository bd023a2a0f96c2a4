"""project: a row with another source, as pure functions; what did not change keeps its place in the file."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.coded import CodedText, InlineCode
from workbench.model.segments import Anchor, Piece, Run, Segment
from workbench.project import query_spans
from workbench.project.structure import common_ends


def source_edited(segment: Segment, text: str) -> Segment:
    """The row with another source: unchanged runs stay, and the source as it was read is kept."""
    before = segment.source.text
    head, tail = common_ends(before, text)
    delta = len(text) - len(before)
    original = segment.original_source or before
    return replace(
        segment,
        source=CodedText(text, tuple(_shift_codes(segment.source.codes, head, len(before) - tail, delta))),
        pieces=tuple(_kept_runs(piece, head, len(before) - tail, delta) for piece in segment.pieces),
        anchors=_shift_source(segment.anchors, head, len(before) - tail, delta),
        original_source="" if original == text else original,
        queries=query_spans.moved(segment.queries, head, len(before) - tail, delta, len(text)),
    )


def source_retouched(segment: Segment, text: str) -> Segment:
    """The row with another source of the same length: only what became another character loses its place.

    Codes, anchors and queries stay where they are; the source as it was read is kept.

    Raises:
        ValueError: it is longer or shorter.
    """
    before = segment.source.text
    if len(before) != len(text):
        raise ValueError("a source is retouched character by character")
    pieces = segment.pieces
    for at in (at for at in range(len(text)) if before[at] != text[at]):
        pieces = tuple(_kept_runs(piece, at, at + 1, 0) for piece in pieces)
    original = segment.original_source or before
    return replace(
        segment,
        source=CodedText(text, segment.source.codes),
        pieces=pieces,
        original_source="" if original == text else original,
    )


def _kept_runs(piece: Piece, start: int, end: int, delta: int) -> Piece:
    runs: list[Run] = []
    for run in piece.runs:
        if run.start < start:
            runs.append(Run(run.start, min(run.end, start), run.line, run.column))
        if run.end > end:
            first = max(run.start, end)
            runs.append(Run(first + delta, run.end + delta, run.line, run.column + first - run.start))
    return Piece(piece.document, piece.block, tuple(runs))


def _shift_codes(codes: tuple[InlineCode, ...], start: int, end: int, delta: int) -> list[InlineCode]:
    out = []
    for code in codes:
        at = code.offset + delta if code.offset >= end else min(code.offset, start)
        out.append(replace(code, offset=at))
    return out


def _shift_source(anchors: tuple[Anchor, ...], start: int, end: int, delta: int) -> tuple[Anchor, ...]:
    """Anchors inside the edit are dropped: their sentence end is not known any more."""
    out: dict[int, Anchor] = {}
    for anchor in anchors:
        at = anchor.source_end + (delta if anchor.source_end >= end and anchor.source_end > start else 0)
        if at > 0 and (anchor.source_end <= start or anchor.source_end >= end):
            out[at] = Anchor(at, anchor.target_end)  # of two that fall together the later one stays
    return tuple(out.values())
