"""tests of project: splitting, merging and editing a source, for every text and place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.segments import Anchor, Piece, Run, Segment
from workbench.project.light import shifted
from workbench.project.structure import merged, split_at
from workbench.project.structure_sources import source_edited


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    """A row whose source was joined from lines of a file."""
    lines = draw(st.lists(st.text("改革开放高质量", min_size=1, max_size=6), min_size=1, max_size=4))
    runs, at = [], 0
    for number, line in enumerate(lines, 1):
        runs.append(Run(at, at + len(line), number, 1))
        at += len(line)
    source = "".join(lines)
    offsets = sorted(draw(st.lists(st.integers(0, len(source)), max_size=3)))
    codes = tuple(InlineCode(offset, n + 1, CodeKind.ALONE) for n, offset in enumerate(offsets))
    target = draw(st.text("abc .", max_size=12)).strip()
    return Segment(
        id=1,
        rank=1,
        document=1,
        source=CodedText(source, codes),
        target=CodedText(target),
        pieces=(Piece(1, 1, tuple(runs)),),
    )


def places(segment: Segment) -> list[tuple[str, int, int]]:
    """Every character of the source with the line and column it came from."""
    found = []
    for piece in segment.pieces:
        for run in piece.runs:
            for n in range(run.end - run.start):
                found.append((segment.source.text[run.start + n], run.line, run.column + n))
    return found


@given(segments(), st.data())
def test_splitting_loses_nothing_and_merging_puts_it_together(segment: Segment, data: st.DataObject) -> None:
    if len(segment.source.text) < 2:
        return
    offset = data.draw(st.integers(1, len(segment.source.text) - 1))
    cut = data.draw(st.integers(0, len(segment.target.text)))
    first, second = split_at(segment, offset, cut)
    assert first.source.text + second.source.text == segment.source.text
    assert places(first) + places(second) == places(segment)
    assert len(first.source.codes) + len(second.source.codes) == len(segment.source.codes)
    together = merged(first, second)
    assert together.source.text == segment.source.text
    assert together.pieces == segment.pieces
    assert together.target.text.replace(" ", "") == segment.target.text.replace(" ", "")


@given(segments(), st.text("改革新", max_size=8))
def test_an_edited_source_keeps_the_place_of_what_did_not_change(segment: Segment, text: str) -> None:
    edited = source_edited(segment, text)
    assert edited.source.text == text
    assert set(places(edited)) <= set(places(segment))
    back = source_edited(edited, segment.source.text)
    assert back.original_source == ""
    assert all(0 <= code.offset <= len(text) for code in edited.source.codes)


@given(st.text("ab. ", max_size=12), st.text("ab. ", max_size=12), st.lists(st.integers(1, 12), max_size=4))
def test_anchors_stay_inside_the_text_and_in_order(before: str, after: str, ends: list[int]) -> None:
    inside = sorted({min(end, len(before)) for end in ends} - {0})
    anchors = [Anchor(n + 1, end) for n, end in enumerate(inside)]
    moved = shifted(anchors, before, after)
    assert all(0 < anchor.target_end <= len(after) for anchor in moved)
    assert [a.target_end for a in moved] == sorted({a.target_end for a in moved})
    assert [a.source_end for a in moved] == sorted({a.source_end for a in moved})


def test_an_anchor_moves_with_text_typed_before_it() -> None:
    assert shifted([Anchor(5, 4), Anchor(9, 9)], "One. Two.", "Zero. One. Two.") == (
        Anchor(5, 10),
        Anchor(9, 15),
    )
