"""tests: rows that are not active keep what was laid out, and show what was marked last."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model.coded import CodedText
from workbench.model.segments import Segment
from workbench.tui.widgets.columns import columns_for
from workbench.tui.widgets.row_faces import RowFaces
from workbench.tui.widgets.row_text import REFRAIN, TERM
from workbench.tui.widgets.rows import RowMarks

ROW = Segment(id=7, rank=1, document=1, source=CodedText("三地共同治理河流。"))


class Source:
    """One row."""

    asked = 0

    def segment(self, id: int) -> Segment:
        """The row."""
        self.asked += 1
        return ROW

    def segments(self, ids: Sequence[int]) -> list[Segment]:
        """The row, as often as asked."""
        return [ROW for _ in ids]


def faces_of(source: Source) -> RowFaces:
    """Rows 100 cells wide."""
    faces = RowFaces(source)
    faces.columns = columns_for(100, 99)
    return faces


def marks_in(faces: RowFaces) -> int:
    """All marks of the row's source together."""
    marks = 0
    for face in faces.of(7, 1):
        for _, mark in face.source:
            marks |= mark
    return marks


def test_what_is_marked_later_takes_the_place_of_what_was_marked() -> None:
    faces = faces_of(Source())
    faces.set_marks(7, RowMarks(terms=((0, 2),)))
    assert marks_in(faces) == TERM
    faces.set_marks(7, RowMarks(terms=((0, 2),), refrains=((2, 4),)))
    assert marks_in(faces) == TERM | REFRAIN
    faces.set_marks(7, RowMarks())
    assert marks_in(faces) == 0


def test_a_row_is_laid_out_once_also_under_a_number_that_changed() -> None:
    source = Source()
    faces = faces_of(source)
    faces.of(7, 1)
    kept = faces.of(7, 2)
    assert faces.of(7, 2) is kept
    assert source.asked == 2
