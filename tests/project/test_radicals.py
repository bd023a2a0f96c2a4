"""tests of project: radicals that a PDF gave are mended on demand, and nothing else is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project.conftest import MakeSession
from workbench.model.coded import CodedText
from workbench.model.segments import Piece, Run, Segment, State
from workbench.project.structure_sources import source_retouched

LINES = ("全县⼈⼝增加。", "⽔质好转，⻔店开张。", "没有什么要改。")


def test_one_row_is_mended_and_keeps_what_was_read(make_session: MakeSession) -> None:
    session = make_session(LINES)
    row = session.every_segment()[0].id
    done = session.mend_radicals([row])
    assert done.message == "2 characters mended in row 1; the original is kept."
    after = session.segment(row)
    assert (after.source.text, after.original_source) == ("全县人口增加。", LINES[0])
    assert session.undo().message == "Undone: mended radicals in row 1."
    assert session.segment(row).source.text == LINES[0]


def test_all_rows_are_mended_in_one_step(make_session: MakeSession) -> None:
    session = make_session(LINES)
    found = session.rows_with_radicals()
    assert len(found.rows) == 2 and found.characters == 4
    done = session.mend_radicals(found.rows)
    assert done.message == "4 characters mended in 2 rows; the original is kept."
    assert session.rows_with_radicals().rows == ()
    session.undo()
    assert session.rows_with_radicals() == found


def test_a_confirmed_row_stays_confirmed_since_it_reads_the_same(make_session: MakeSession) -> None:
    session = make_session(LINES)
    row = session.every_segment()[0].id
    session.type(row, "The county has grown.")
    session.confirm_and_stay(row)
    session.mend_radicals([row])
    assert session.segment(row).state is State.CONFIRMED
    session.restore_source(row)
    assert (session.segment(row).state, session.segment(row).source.text) == (State.CONFIRMED, LINES[0])


def test_locked_rows_are_left_and_counted(make_session: MakeSession) -> None:
    session = make_session(LINES)
    rows = [row.id for row in session.every_segment()]
    session.toggle_lock(rows[0])
    found = session.rows_with_radicals()
    assert (found.rows, found.locked) == ((rows[1],), 1)
    assert "locked" in session.mend_radicals([rows[0]]).message
    session.mend_radicals(rows)
    assert session.segment(rows[0]).source.text == LINES[0]


def test_a_row_without_radicals_makes_no_step(make_session: MakeSession) -> None:
    session = make_session(LINES)
    assert not session.mend_radicals([session.every_segment()[2].id]).done
    assert not session.undo().done


@settings(max_examples=50)
@given(st.text("⼈人改⽔水", min_size=1, max_size=12), st.data())
def test_only_what_changed_loses_its_place_in_the_file(text: str, data: st.DataObject) -> None:
    runs = (Run(0, len(text), 3, 5),)
    segment = Segment(1, 1, 1, source=CodedText(text), pieces=(Piece(1, 1, runs),))
    other = "".join(data.draw(st.sampled_from([sign, "新"])) for sign in text)
    after = source_retouched(segment, other)
    kept = {
        (run.column + at, after.source.text[run.start + at])
        for run in after.pieces[0].runs
        for at in range(run.end - run.start)
    }
    assert kept == {(5 + at, sign) for at, sign in enumerate(text) if other[at] == sign}
    assert source_retouched(after, text).original_source == ""
