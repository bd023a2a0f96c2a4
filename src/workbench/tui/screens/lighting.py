"""tui: Lighting, the sentence under the caret lit on both sides, with terms and findings marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.model.segments import Anchor, Segment
from workbench.project.light import Light, light, sentences_of_source, sentences_of_target, shifted
from workbench.project.spelling_commands import CHECK as MISSPELT_WORD
from workbench.tui.screens.moved_spans import moved_spans
from workbench.tui.screens.printed import plain_offset, plain_text, printed_offset
from workbench.tui.widgets.rows import NO_MARKS, RowMarks

if TYPE_CHECKING:
    from workbench.model.terms import TermHit
    from workbench.tui.screens.editor import EditorScreen
    from workbench.tui.screens.row_facts import Beside, RowFacts

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
        printed = desk.pane.target_text
        target = plain_text(printed)
        now = self._light(printed, target)
        self.sentence = now.source
        facts = desk.facts.now if desk.facts.now.row == desk.row else None
        marks = RowMarks(
            terms=_spans(facts.hits) if facts else (),
            refrains=desk.refrains.marks(desk.row),
            lit_source=now.source,
            lit_target=_printed_span(printed, now.target),
            findings_target=_found(facts, target, printed, misspelt=False),
            misspelt_target=_found(facts, target, printed, misspelt=True),
        )
        self._mark_others(facts)
        if (desk.row, marks) != self._marks:
            self._put_out(desk.row)
            self._marks = (desk.row, marks)
            desk.pane.set_marks(desk.row, marks)
        desk.terms.refresh(now.source)
        desk.matches.refresh(now.source)
        desk.reading.show_sentence(self._source[now.source[0] : now.source[1]])

    @property
    def _source(self) -> str:
        return self._desk.session.segment(self._desk.row).source.text

    def _light(self, printed: str, target: str) -> Light:
        """What to light with the caret where it is."""
        desk = self._desk
        segment = desk.session.segment(desk.row)
        anchors = shifted(segment.anchors, segment.target.text, target)
        if desk.pane.side == "source":
            return light_of_source(segment, target, anchors, desk.pane.source_caret)
        return light(segment, target, anchors, plain_offset(printed, desk.pane.caret))

    def foresee(self) -> None:
        """The caret has come to rest: what the light takes long for is begun, nothing is shown yet."""
        printed = self._desk.pane.target_text
        start, end = self._light(printed, plain_text(printed)).source
        self._desk.reading.prepare(self._source[start:end])

    def mark_ahead(self, beside: Beside) -> None:
        """Terms of the rows below those on the screen: who goes there finds them marked."""
        refrains = self._desk.refrains
        marks = {row: RowMarks(terms=_spans(hits), refrains=refrains.marks(row)) for row, hits in beside}
        self._desk.pane.mark_ahead(marks)

    def _mark_others(self, facts: RowFacts | None) -> None:
        """Terms are marked in every row on the screen."""
        for row, hits in facts.beside if facts else ():
            if row != self._desk.row:
                self._desk.pane.set_marks(
                    row, RowMarks(terms=_spans(hits), refrains=self._desk.refrains.marks(row))
                )

    def _put_out(self, row: int) -> None:
        """A row that was left is not lit any more; its terms stay marked."""
        before, marks = self._marks
        if before and before != row:
            self._desk.pane.set_marks(before, RowMarks(terms=marks.terms, refrains=marks.refrains))


def _spans(hits: Sequence[TermHit]) -> tuple[Span, ...]:
    return tuple((hit.start, hit.end) for hit in hits)


def _found(facts: RowFacts | None, target: str, printed: str, *, misspelt: bool) -> tuple[Span, ...]:
    """Where misspelt words stand in the printed target, or other findings; typing since then moves them."""
    if facts is None:
        return ()
    spans = [
        finding.target_span
        for finding in facts.findings
        if finding.target_span is not None and (finding.check == MISSPELT_WORD) is misspelt
    ]
    if not spans:
        return ()
    return tuple(_printed_span(printed, span) for span in moved_spans(spans, facts.english, target))


def _printed_span(printed: str, span: Span) -> Span:
    return printed_offset(printed, span[0]), printed_offset(printed, span[1])


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
