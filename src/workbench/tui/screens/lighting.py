"""tui: Lighting, the sentence under the caret lit on both sides, with terms and findings marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.model.segments import Anchor, Segment
from workbench.project.light import Light, light, sentences_of_source, sentences_of_target, shifted
from workbench.tui.screens.printed import plain_offset, plain_text, printed_offset
from workbench.tui.widgets.rows import NO_MARKS, RowMarks

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

Span = tuple[int, int]


class Lighting:
    """Knows what is lit, and paints the marks of the active row."""

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._marks: tuple[int, RowMarks] = (0, NO_MARKS)
        self.sentence: Span = (0, 0)

    def relight(self) -> None:
        """Light the sentence under the caret; terms, pinyin and panes follow it."""
        desk = self._desk
        if not desk.row:
            return
        segment = desk.session.segment(desk.row)
        printed = desk.pane.target_text
        target = plain_text(printed)
        anchors = shifted(segment.anchors, segment.target.text, target)
        if desk.pane.side == "source":
            now = light_of_source(segment, target, anchors, desk.pane.source_caret)
        else:
            now = light(segment, target, anchors, plain_offset(printed, desk.pane.caret))
        self.sentence = now.source
        facts = desk.facts.now if desk.facts.now.row == desk.row else None
        marks = RowMarks(
            terms=tuple((hit.start, hit.end) for hit in facts.hits) if facts else (),
            lit_source=now.source,
            lit_target=(printed_offset(printed, now.target[0]), printed_offset(printed, now.target[1])),
            findings_target=tuple(
                finding.target_span
                for finding in (facts.findings if facts else ())
                if finding.target_span is not None
            ),
        )
        if (desk.row, marks) != self._marks:
            self._put_out(desk.row)
            self._marks = (desk.row, marks)
            desk.pane.set_marks(desk.row, marks)
        desk.terms.refresh(now.source)
        desk.reading.show_sentence(segment.source.text[now.source[0] : now.source[1]])

    def _put_out(self, row: int) -> None:
        """A row that was left is not lit any more."""
        before, _ = self._marks
        if before and before != row:
            self._desk.pane.set_marks(before, NO_MARKS)


def light_of_source(segment: Segment, target: str, anchors: Sequence[Anchor], caret: int) -> Light:
    """The light with the caret at an offset of the source: that sentence, and its English if any."""
    spans = sentences_of_source(segment.source.text)
    index = next((number for number, (_, end) in enumerate(spans) if caret < end), len(spans) - 1)
    starts = [start for start, _ in sentences_of_target(target)]
    for start in (*starts, len(target)):
        found = light(segment, target, anchors, start)
        if found.index == index:
            return found
    return Light(spans[index], (0, 0), index, len(spans))
