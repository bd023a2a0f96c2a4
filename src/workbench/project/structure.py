"""project: splitting and merging rows, as pure functions; pieces are parted and joined with the text."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.coded import CodedText, InlineCode
from workbench.model.segments import Anchor, Kind, Origin, Piece, Run, Segment, State


def split_at(segment: Segment, offset: int, target_offset: int) -> tuple[Segment, Segment]:
    """Part a row in two; both are drafts, or untranslated where no English falls to them.

    Args:
        offset: where the source is cut, strictly inside it.
        target_offset: where the target is cut.
    """
    first = replace(
        segment,
        source=_head(segment.source, offset),
        target=_stripped(_head(segment.target, target_offset)),
        pieces=_pieces(segment.pieces, 0, offset),
        anchors=tuple(a for a in segment.anchors if a.source_end <= offset and a.target_end <= target_offset),
        original_source="",
    )
    tail = _tail(segment.target, target_offset)
    lead = len(tail.text) - len(tail.text.lstrip())
    second = replace(
        segment,
        source=_tail(segment.source, offset),
        target=_stripped(tail),
        pieces=_pieces(segment.pieces, offset, len(segment.source.text)),
        anchors=tuple(
            Anchor(a.source_end - offset, a.target_end - target_offset - lead)
            for a in segment.anchors
            if a.source_end > offset and a.target_end > target_offset + lead
        ),
        original_source="",
        note="",
        comment="",
    )
    return _redrafted(first), _redrafted(second)


def merged(first: Segment, second: Segment) -> Segment:
    """Two rows as one; a space joins the English, nothing the Chinese. The kind is the first one's."""
    gap = " " if first.target.text and second.target.text else ""
    cut, shift = len(first.source.text), len(first.target.text) + len(gap)
    anchors = list(first.anchors)
    if first.target.text and second.target.text and (not anchors or anchors[-1].source_end < cut):
        anchors.append(Anchor(cut, len(first.target.text)))
    anchors += [Anchor(a.source_end + cut, a.target_end + shift) for a in second.anchors]
    edited = first.original_source or second.original_source
    before = [part.original_source or part.source.text for part in (first, second)]
    joined = replace(
        first,
        kind=second.kind if first.kind is Kind.IGNORED else first.kind,
        source=_joined(first.source, second.source, ""),
        target=_joined(first.target, second.target, gap),
        pieces=_joined_pieces(first.pieces, second.pieces, cut),
        anchors=tuple(anchors),
        note="\n".join(note for note in (first.note, second.note) if note),
        comment="\n".join(comment for comment in (first.comment, second.comment) if comment),
        original_source="".join(before) if edited else "",
    )
    return _redrafted(joined)


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
        anchors=tuple(_shift_source(segment.anchors, head, len(before) - tail, delta)),
        original_source="" if original == text else original,
    )


def part_of(piece: Piece, start: int, end: int) -> Piece:
    """The part of a piece that lies in source[start:end], with offsets from its start."""
    parts = _pieces((piece,), start, end)
    return parts[0] if parts else Piece(piece.document, piece.block)


def common_ends(before: str, after: str) -> tuple[int, int]:
    """Characters that both share at the start, and at the end of what is left."""
    room = min(len(before), len(after))
    head = 0
    while head < room and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < room - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return head, tail


def _redrafted(segment: Segment) -> Segment:
    if segment.target.text.strip():
        return replace(segment, state=State.DRAFT)
    return replace(segment, target=CodedText(), state=State.UNTRANSLATED, origin=Origin(), anchors=())


def _head(coded: CodedText, offset: int) -> CodedText:
    return CodedText(coded.text[:offset], tuple(code for code in coded.codes if code.offset <= offset))


def _tail(coded: CodedText, offset: int) -> CodedText:
    codes = (replace(code, offset=code.offset - offset) for code in coded.codes if code.offset > offset)
    return CodedText(coded.text[offset:], tuple(codes))


def _stripped(coded: CodedText) -> CodedText:
    lead = len(coded.text) - len(coded.text.lstrip())
    text = coded.text.strip()
    codes = (replace(code, offset=min(len(text), max(0, code.offset - lead))) for code in coded.codes)
    return CodedText(text, tuple(codes))


def _joined(first: CodedText, second: CodedText, gap: str) -> CodedText:
    at = len(first.text) + len(gap)
    highest = max((code.number for code in first.codes), default=0)
    moved: list[InlineCode] = [
        replace(code, offset=code.offset + at, number=code.number + highest) for code in second.codes
    ]
    return CodedText(first.text + gap + second.text, first.codes + tuple(moved))


def _pieces(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[Piece, ...]:
    """The pieces of source[start:end], with offsets from its start."""
    kept = []
    for piece in pieces:
        runs = []
        for run in piece.runs:
            first, last = max(run.start, start), min(run.end, end)
            if first < last:
                runs.append(Run(first - start, last - start, run.line, run.column + first - run.start))
        if runs:
            kept.append(Piece(piece.document, piece.block, tuple(runs)))
    return tuple(kept)


def _joined_pieces(first: tuple[Piece, ...], second: tuple[Piece, ...], cut: int) -> tuple[Piece, ...]:
    moved = [
        Piece(p.document, p.block, tuple(Run(r.start + cut, r.end + cut, r.line, r.column) for r in p.runs))
        for p in second
    ]
    if first and moved and (first[-1].document, first[-1].block) == (moved[0].document, moved[0].block):
        both = Piece(first[-1].document, first[-1].block, _healed(first[-1].runs + moved[0].runs))
        return (*first[:-1], both, *moved[1:])
    return (*first, *moved)


def _healed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs that follow each other in the row and in one line become one again."""
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if (
            last
            and last.end == run.start
            and last.line == run.line
            and last.column + last.end - last.start == run.column
        ):
            out[-1] = Run(last.start, run.end, last.line, last.column)
        else:
            out.append(run)
    return tuple(out)


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


def _shift_source(anchors: tuple[Anchor, ...], start: int, end: int, delta: int) -> list[Anchor]:
    """Anchors inside the edit are dropped: their sentence end is not known any more."""
    out = []
    for anchor in anchors:
        if anchor.source_end <= start:
            out.append(anchor)
        elif anchor.source_end >= end:
            out.append(Anchor(anchor.source_end + delta, anchor.target_end))
    return out
