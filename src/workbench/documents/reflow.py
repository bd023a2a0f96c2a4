"""documents: lines of a file become true paragraphs.

A hard-wrapped file is measured (measure.py), every line is looked at (evidence.py), the likeliest shapes of
all lines are found (boundaries.py), lines are joined (joining.py) and named (kinds.py). An English file with
blank lines between its paragraphs is read by these (english_lines.py). A file that is not hard-wrapped has a
paragraph on each line already.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from workbench.documents.boundaries import (
    STARTS,
    Rates,
    Reading,
    Shape,
    counted_rates,
    first_rates,
    read_shapes,
)
from workbench.documents.cues import Ending, is_page_number
from workbench.documents.english_lines import read_blocks
from workbench.documents.evidence import Depth, Opening, Seen, see
from workbench.documents.hyphens import soft_hyphens
from workbench.documents.joining import join_lines
from workbench.documents.kinds import Block, name_blocks
from workbench.documents.measure import Line, Measure, columns_from, cut_lines, measure
from workbench.documents.seams import goes_on
from workbench.model.paragraphs import Paragraph

_LEARNED_FROM = 4000  # lines; rates settle long before
_ROUNDS = 3
_LOST_INDENTS = (2.0, 0.0)  # em; two is the rule for Chinese, none where paragraphs are set flush


def reflow(lines: Sequence[str], dropped: Collection[int] = frozenset()) -> tuple[Paragraph, ...]:
    """True paragraphs of a text, in file order.

    Args:
        lines: the file's lines, without their line breaks.
        dropped: 0-based numbers of the lines that are page furniture (furniture.py); a paragraph goes on over
            them where its sentence does.

    Returns:
        Paragraphs whose runs hold every character of `lines` that is no space and not dropped exactly once;
        none is added but a space where a line break stood between two Latin words. Whether `lines` is
        hard-wrapped is measured; if not, every line that is not blank is a paragraph.
    """
    cut = cut_lines(lines, dropped)
    later = goes_on(lines, dropped) if dropped else frozenset()
    flow, aside = _page_numbers_out([_closed_up(line, later) for line in cut])
    measured = measure(flow)
    if not measured.wrapped:
        return _on_lines(cut, later)
    groups = _blocks(flow, measured, later)
    if not groups:
        reading, seen = _settle(flow, measured)
        groups = _grouped(flow, reading, seen)
    groups += [_Group((line,), True, "a page number", 0.9) for line in aside]
    groups.sort(key=lambda group: (group.lines[0].number, group.lines[0].column))
    return _paragraphs(groups, measured)


def one_a_line(lines: Sequence[str], dropped: Collection[int] = frozenset()) -> tuple[Paragraph, ...]:
    """Every line that is not blank as a paragraph, a credit at its end as another; spaces as in `reflow`.

    Args:
        lines: the file's lines. `dropped`: 0-based numbers of lines to leave out.
    """
    return _on_lines(cut_lines(lines, dropped), frozenset())


def _on_lines(cut: Sequence[Line], later: Collection[int]) -> tuple[Paragraph, ...]:
    """A paragraph on each line, but for lines that go on with one over the end of a page."""
    groups: list[_Group] = []
    for line in cut:
        if groups and not line.cut and line.number - 1 in later:
            last = groups[-1]
            groups[-1] = _Group((*last.lines, line), False, last.reason, last.confidence)
            continue
        reason = "a credit at the end of the line" if line.cut else "a line of its own"
        groups.append(_Group((line,), True, reason, 0.95))
    return _paragraphs(groups, measure(cut))


def _closed_up(line: Line, later: Collection[int]) -> Line:
    """A line that goes on with a sentence has no blank lines before it; those belong to the page's end."""
    return replace(line, blanks=0) if line.number - 1 in later and not line.cut else line


@dataclass(frozen=True, slots=True)
class _Group:
    """The lines of one paragraph, whether they were read as a display, and why it begins where it does."""

    lines: tuple[Line, ...]
    display: bool
    reason: str
    confidence: float


def _page_numbers_out(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Page numbers stand inside paragraphs; the flow is read without them, their blank lines joined."""
    flow: list[Line] = []
    aside: list[Line] = []
    blanks = 0
    for line in lines:
        if is_page_number(line.text):
            aside.append(line)
            blanks = max(blanks, line.blanks)
            continue
        if blanks > line.blanks:
            line = Line(line.number, line.column, line.text, line.indent, blanks, line.cut)
        flow.append(line)
        blanks = 0
    return flow, aside


def _settle(lines: Sequence[Line], measured: Measure) -> tuple[Reading, list[Seen]]:
    """Read the lines with and without a lost indent, and keep what explains the file better."""
    indents = (0.0,) if measured.indent else _LOST_INDENTS
    best: tuple[float, float, Rates, tuple[float, ...]] | None = None
    sample = lines[:_LEARNED_FROM]
    for lost in indents:
        score, rates, columns = _learn(sample, measured, lost)
        if best is None or score > best[0]:
            best = (score, lost, rates, columns)
    assert best is not None
    _, lost, rates, columns = best
    seen = see(lines, measured, (*columns, *measured.columns[len(columns) :]), lost)
    return read_shapes(seen, rates), seen


def _learn(lines: Sequence[Line], measured: Measure, lost: float) -> tuple[float, Rates, tuple[float, ...]]:
    columns = measured.columns[: len(lines)]
    seen = see(lines, measured, columns, lost)
    rates = usual = first_rates(seen)
    reading = read_shapes(seen, rates)
    for _ in range(_ROUNDS):
        columns = _columns_as_read(measured, reading.shapes, columns, lost)
        seen = see(lines, measured, columns, lost)
        rates = counted_rates(seen, reading.shapes, usual)
        reading = read_shapes(seen, rates)
    return reading.score, rates, columns


def _columns_as_read(
    measured: Measure, shapes: Sequence[Shape], before: tuple[float, ...], lost: float
) -> tuple[float, ...]:
    """The columns again, now that first lines are told from full ones."""
    full = [at for at, shape in enumerate(shapes) if shape in (Shape.FIRST, Shape.MIDDLE)]
    if len(full) < 3:
        return before
    widths = [
        em + lost * (shape is Shape.FIRST)
        for em, shape in zip(measured.widths[: len(shapes)], shapes, strict=True)
    ]
    return columns_from(widths, full, measured.latin)


def _grouped(lines: Sequence[Line], reading: Reading, seen: Sequence[Seen]) -> list[_Group]:
    groups: list[_Group] = []
    starts = [at for at, shape in enumerate(reading.shapes) if shape in STARTS or at == 0]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        reason = _reason(seen, reading.shapes, start)
        sure = round(reading.confidence[start], 3) if start else 1.0
        display = reading.shapes[start] is Shape.DISPLAY
        groups.append(_Group(tuple(lines[start:end]), display, reason, sure))
    return groups


def _blocks(lines: Sequence[Line], measured: Measure, later: Collection[int]) -> list[_Group]:
    parts = read_blocks(lines, measured, later) or []
    ends = [*(part.start for part in parts[1:]), len(lines)]
    return [
        _Group(tuple(lines[part.start : end]), part.display, part.reason, part.confidence)
        for part, end in zip(parts, ends, strict=False)
    ]


def _reason(seen: Sequence[Seen], shapes: Sequence[Shape], at: int) -> str:
    if at == 0:
        return "the file begins"
    line, before = seen[at], seen[at - 1]
    if line.cut:
        return "a credit at the end of the line"
    reasons: list[str] = []
    short = before.column - before.em
    if short >= 3.0:
        reasons.append(f"the line before ends {short:.1f} em short of its column of {before.column:.1f} em")
    if before.ending in (Ending.FINAL, Ending.ASKING):
        reasons.append("the line before ends a sentence")
    if line.blanks:
        reasons.append("a blank line")
    if line.depth is Depth.INDENTED:
        reasons.append("its first line is indented")
    elif shapes[at] is Shape.FIRST and line.column - line.em >= 1.0:
        reasons.append(f"its first line is {line.column - line.em:.1f} em short: an indent was lost")
    if line.opening is Opening.MARKED:
        reasons.append("it opens with a number, bullet or dash")
    if shapes[at] is Shape.DISPLAY:
        reasons.append("it stands as a line of its own")
    elif shapes[at - 1] in (Shape.DISPLAY, Shape.MORE):
        reasons.append("text after a display line")
    return "; ".join(reasons) or "the lines around it read best so"


def _paragraphs(groups: Sequence[_Group], measured: Measure) -> tuple[Paragraph, ...]:
    flow = [line for group in groups for line in group.lines]
    hyphens = soft_hyphens([line.text for line in flow]) if measured.latin else ()
    soft = frozenset(flow[at].number for at in hyphens)
    joined = [join_lines(group.lines, measured, soft) for group in groups]
    blocks = [
        Block(text, group.display, group.lines[0].cut)
        for (text, _), group in zip(joined, groups, strict=True)
    ]
    return tuple(
        Paragraph(text, named.kind, runs, group.reason, group.confidence, named.lead_end)
        for (text, runs), group, named in zip(joined, groups, name_blocks(blocks), strict=True)
    )
