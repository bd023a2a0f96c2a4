"""project: splitting and merging rows, as pure functions; pieces are parted and joined with the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.model.coded import CodedText, CodeKind
from workbench.model.segments import Anchor, Kind, Origin, Piece, Run, Segment, State
from workbench.project import query_spans
from workbench.text.sentences import chinese_sentences


def split_at(segment: Segment, offset: int, target_offset: int) -> tuple[Segment, Segment]:
    """Part a row in two; both are drafts, or untranslated where no English falls to them.

    Args:
        offset: where the source is cut, strictly inside it.
        target_offset: where the target is cut.
    """
    sources = _parted(segment.source, offset)
    targets = _parted(segment.target, target_offset)
    originals = _parted_original(segment, offset)
    queries = query_spans.parted(segment.queries, offset, len(segment.source.text))
    lead = len(targets[0].text) - len(targets[0].text.lstrip())
    first = replace(
        segment,
        source=sources[0],
        target=_stripped(targets[0]),
        pieces=_pieces(segment.pieces, 0, offset) or _bare(segment.pieces[:1]),
        anchors=_moved([a for a in segment.anchors if a.target_end <= target_offset], 0, -lead),
        original_source=originals[0],
        queries=queries[0],
    )
    gone = target_offset + len(targets[1].text) - len(targets[1].text.lstrip())
    second = replace(
        segment,
        source=sources[1],
        target=_stripped(targets[1]),
        pieces=_pieces(segment.pieces, offset, len(segment.source.text)) or _bare(segment.pieces[-1:]),
        anchors=_moved(segment.anchors, -offset, -gone),
        original_source=originals[1],
        note="",
        comment="",
        queries=queries[1],
    )
    return _redrafted(first), _redrafted(second)


def merged(first: Segment, second: Segment) -> Segment:
    """Two rows as one; a space joins the English, nothing the Chinese. The kind is the first one's."""
    both = first.target.text.strip() and second.target.text.strip()
    gap = " " if both and not first.target.text[-1].isspace() else ""
    cut, shift = len(first.source.text), len(first.target.text) + len(gap)
    anchors = list(first.anchors)
    if both and (not anchors or anchors[-1].source_end < cut) and _ends_at(first, second):
        anchors = [a for a in anchors if a.target_end < len(first.target.text.rstrip())]
        anchors.append(Anchor(cut, len(first.target.text.rstrip())))
    anchors += [Anchor(a.source_end + cut, a.target_end + shift) for a in second.anchors]
    numbers = _numbers_beside(first, second)
    edited = first.original_source or second.original_source
    before = [part.original_source or part.source.text for part in (first, second)]
    joined = replace(
        first,
        kind=second.kind if first.kind is Kind.IGNORED else first.kind,
        source=_joined(first.source, second.source, "", numbers),
        target=_joined(first.target, second.target, gap, numbers),
        pieces=_joined_pieces(first.pieces, second.pieces, cut),
        anchors=tuple(anchors),
        note="\n".join(note for note in (first.note, second.note) if note),
        comment="\n".join(comment for comment in (first.comment, second.comment) if comment),
        original_source="".join(before) if edited else "",
        queries=query_spans.joined(first.queries, second.queries, cut, cut + len(second.source.text)),
    )
    return _redrafted(joined)


def _ends_at(first: Segment, second: Segment) -> bool:
    """Whether a Chinese sentence ends where two rows are joined, and not in the middle of one."""
    cut = len(first.source.text)
    return any(end == cut for _, end in chinese_sentences(first.source.text + second.source.text))


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
    """A draft, or untranslated, with the anchors that still lie inside both texts."""
    lengths = len(segment.source.text), len(segment.target.text)
    if segment.target.text.strip() or segment.target.codes:
        return replace(segment, state=State.DRAFT, anchors=sound_anchors(segment.anchors, *lengths))
    return replace(segment, target=CodedText(), state=State.UNTRANSLATED, origin=Origin(), anchors=())


def sound_anchors(anchors: Sequence[Anchor], source_length: int, target_length: int) -> tuple[Anchor, ...]:
    """The anchors that lie inside both texts and grow on both sides; of two at one place the later stays."""
    kept: list[Anchor] = []
    for anchor in anchors:
        inside = 0 < anchor.source_end <= source_length and 0 < anchor.target_end <= target_length
        if not inside or (kept and kept[-1].source_end > anchor.source_end):
            continue
        while kept and (kept[-1].source_end == anchor.source_end or kept[-1].target_end >= anchor.target_end):
            kept.pop()
        kept.append(anchor)
    return tuple(kept)


def _moved(anchors: Sequence[Anchor], source: int, target: int) -> tuple[Anchor, ...]:
    return tuple(Anchor(a.source_end + source, a.target_end + target) for a in anchors)


def _parted_original(segment: Segment, offset: int) -> tuple[str, str]:
    """The source as it was read, parted beside a cut at `offset` of the edited one; empty where equal.

    Where the cut falls into a place that was edited, all that the edit replaced there goes to the first part.
    """
    from rapidfuzz.distance import Levenshtein

    text, original = segment.source.text, segment.original_source
    if not original:
        return "", ""
    cut = 0
    for part in Levenshtein.opcodes(text, original):
        if part.src_start > offset or (part.src_start == offset and part.tag != "insert"):
            break
        whole = part.src_end <= offset or part.src_end - part.src_start != part.dest_end - part.dest_start
        cut = part.dest_end if whole else part.dest_start + offset - part.src_start
    first, second = original[:cut], original[cut:]
    return "" if first == text[:offset] else first, "" if second == text[offset:] else second


def _bare(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The block that text without a place of its own in the file (all of it edited) belongs to."""
    return tuple(Piece(piece.document, piece.block) for piece in pieces)


def _parted(coded: CodedText, offset: int) -> tuple[CodedText, CodedText]:
    """Both sides of a cut; codes at the cut go to the first part, but what opens there opens the second."""
    count = sum(1 for code in coded.codes if code.offset <= offset)
    while count and coded.codes[count - 1].offset == offset and coded.codes[count - 1].kind is CodeKind.OPEN:
        count -= 1
    after = tuple(replace(code, offset=code.offset - offset) for code in coded.codes[count:])
    return CodedText(coded.text[:offset], coded.codes[:count]), CodedText(coded.text[offset:], after)


def _stripped(coded: CodedText) -> CodedText:
    lead = len(coded.text) - len(coded.text.lstrip())
    text = coded.text.strip()
    codes = (replace(code, offset=min(len(text), max(0, code.offset - lead))) for code in coded.codes)
    return CodedText(text, tuple(codes))


def _numbers_beside(first: Segment, second: Segment) -> dict[int, int]:
    """Numbers for the second row's codes, the same on both sides, where the first row has taken theirs.

    A pair that a split has parted, open in the first row and closed in the second, is one again.
    """
    taken = {code.number for coded in (first.source, first.target) for code in coded.codes}
    free = max(
        (*taken, *(c.number for part in (second.source, second.target) for c in part.codes)), default=0
    )
    numbers: dict[int, int] = {}
    for before, after in ((first.source, second.source), (first.target, second.target)):
        opened = _unclosed(before)
        for code in after.codes:
            if code.number not in numbers and (code.number not in taken or code.number in opened):
                numbers[code.number] = code.number
    for code in second.source.codes + second.target.codes:
        if code.number not in numbers:
            free += 1
            numbers[code.number] = free
    return numbers


def _unclosed(coded: CodedText) -> set[int]:
    closed = {code.number for code in coded.codes if code.kind is CodeKind.CLOSE}
    return {code.number for code in coded.codes if code.kind is CodeKind.OPEN} - closed


def _joined(first: CodedText, second: CodedText, gap: str, numbers: Mapping[int, int]) -> CodedText:
    at = len(first.text) + len(gap)
    moved = [replace(code, offset=code.offset + at, number=numbers[code.number]) for code in second.codes]
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
