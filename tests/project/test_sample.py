"""tests of project: the bundled sample, as a newcomer meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment, State
from workbench.project.light import sentences_of_source
from workbench.project.sample import copy_sample
from workbench.project.session import Session


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Segment]:
    folder = tmp_path_factory.mktemp("demo") / "sample"
    copy_sample(folder)
    session = Session.open(folder)
    found = session.every_segment()
    session.close()
    return found


def opened(tmp_path: Path) -> Session:
    copy_sample(tmp_path / "sample")
    return Session.open(tmp_path / "sample")


def test_a_third_is_translated_and_every_state_is_there(rows: list[Segment]) -> None:
    done = [row for row in rows if row.target.text]
    assert 0.3 <= len(done) / len(rows) <= 0.4
    assert {row.state for row in rows} >= {State.UNTRANSLATED, State.DRAFT, State.CONFIRMED, State.REJECTED}
    assert 40 <= len(rows) <= 60


def test_it_opens_in_a_half_done_paragraph_of_five_sentences(tmp_path: Path) -> None:
    session = opened(tmp_path)
    row = session.segment(session.place.row)
    assert len(sentences_of_source(row.source.text)) == 5
    assert row.state is State.DRAFT
    lit = session.light(row, row.target.text, session.place.caret)
    assert "非首都功能" in row.source.text[slice(*lit.source)]
    found = session.next_term(row, row.target.text, session.place.caret)
    assert found is not None
    assert found.text.lower() == "non-capital functions"
    session.close()


def test_confirming_the_refrain_fills_its_two_repetitions(tmp_path: Path) -> None:
    session = opened(tmp_path)
    by_source: dict[str, list[Segment]] = {}
    for row in session.every_segment():
        by_source.setdefault(row.source.text, []).append(row)
    (refrain,) = (rows for rows in by_source.values() if len(rows) == 3)
    first = next(row for row in refrain if row.target.text)
    assert first.state is State.DRAFT
    done = session.confirm_and_stay(first.id)
    assert len(done.changed) == 3
    session.close()


def test_a_figure_is_wrong_and_the_check_says_so(tmp_path: Path) -> None:
    session = opened(tmp_path)
    found = [
        f for row in session.every_segment() for f in session.findings(row, finished=bool(row.target.text))
    ]
    wrong = [f for f in found if not f.missing]
    assert len(wrong) == 1
    assert "万" in wrong[0].message
    session.close()


def test_one_row_is_locked_and_one_has_a_query(rows: list[Segment]) -> None:
    assert sum(row.lock is not None for row in rows) == 1
    assert sum("query" in row.note.lower() for row in rows) == 1


def test_a_term_is_cut_by_a_line_break(tmp_path: Path) -> None:
    session = opened(tmp_path)
    hits = [
        (row, hit) for row in session.every_segment() for hit in session.recogniser().hits(row.source.text)
    ]
    cut = [
        hit.term
        for row, hit in hits
        for piece in row.pieces
        if not any(run.start <= hit.start and hit.end <= run.end for run in piece.runs)
    ]
    assert cut
    session.close()


def test_a_copy_is_never_made_over_something(tmp_path: Path) -> None:
    copy_sample(tmp_path / "sample")
    with pytest.raises(WorkbenchError, match="exists already"):
        copy_sample(tmp_path / "sample")
