"""tests: rows with the same source, filled when one is confirmed, at once or in a step of their own."""

from __future__ import annotations

from workbench.model.segments import State
from workbench.project.session import Session

from .conftest import MakeSession
from .test_session import ids

MANY = ("各乡镇认真抓好落实。", "另一行。", *["各乡镇认真抓好落实。"] * 6)


def test_very_many_repetitions_wait_until_they_are_asked_for(make_session: MakeSession) -> None:
    session = make_session(MANY)
    session.fills_at_once = 5
    rows = ids(session)
    session.type(rows[0], "Townships are to follow through.")
    done = session.confirm(rows[0])
    assert (done.waiting, done.changed, done.row) == (6, (rows[0],), rows[1])
    assert session.segment(rows[2]).state is State.UNTRANSLATED
    filled = session.fill_repetitions(rows[0])
    assert filled.changed == tuple(rows[2:])
    assert filled.message == "Filled in as drafts in rows 3, 4, 5, 6, 7 and 1 more."
    assert {session.segment(row).state for row in rows[2:]} == {State.DRAFT}
    session.undo()
    assert session.segment(rows[2]).state is State.UNTRANSLATED
    assert session.segment(rows[0]).state is State.CONFIRMED


def test_few_of_them_do_not_wait(make_session: MakeSession) -> None:
    session = make_session(MANY)
    session.fills_at_once = 6
    rows = ids(session)
    session.type(rows[0], "Townships are to follow through.")
    done = session.confirm(rows[0])
    assert (done.waiting, len(done.changed)) == (0, 7)


def test_rows_filled_before_with_the_same_words_are_not_written_again(make_session: MakeSession) -> None:
    session = make_session(MANY)
    rows = ids(session)
    session.type(rows[0], "Townships are to follow through.")
    session.confirm(rows[0])
    before = session.segment(rows[4])
    done = session.confirm(rows[2])
    assert (done.changed, done.message) == ((rows[2],), "Row 3 confirmed.")
    assert session.segment(rows[4]) == before


def test_a_row_that_is_no_longer_confirmed_fills_nothing(session: Session) -> None:
    rows = ids(session)
    session.type(rows[1], "Clean rivers.")
    assert session.fill_repetitions(rows[1]).changed == ()
    assert session.segment(rows[3]).state is State.UNTRANSLATED
