"""tests of project: asking the client, and what comes back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.queries import Query
from workbench.model.segments import State
from workbench.project.queries import RowQuery, matched, new_id
from workbench.project.session import Session

from .test_session import ids


def only(session: Session, row: int) -> Query:
    (query,) = session.segment(row).queries
    return query


def test_a_query_on_a_confirmed_row_leaves_it_confirmed_and_stays_open(session: Session) -> None:
    row = ids(session)[0]
    session.type(row, "Green is the color of development")
    session.confirm_and_stay(row)
    before = session.segment(row)
    assert session.ask_query(row, " Is 底色 an image here? ", (9, 11), "foundation").done
    after = session.segment(row)
    assert (after.state, after.changed_at) == (State.CONFIRMED, before.changed_at)
    query = only(session, row)
    assert (query.text, query.proposal, query.open) == ("Is 底色 an image here?", "foundation", True)
    assert session.queries()[0].asked == "底色"


def test_a_query_is_taken_back_and_comes_again(session: Session) -> None:
    row = ids(session)[1]
    session.ask_query(row, "Which three?")
    query = only(session, row)
    assert session.undo().row == row
    assert session.segment(row).queries == ()
    session.redo()
    assert only(session, row) == query


def test_a_locked_row_takes_a_query_and_an_empty_question_is_refused(session: Session) -> None:
    row = ids(session)[0]
    session.toggle_lock(row)
    assert session.ask_query(row, "May this stay?").done
    assert not session.ask_query(row, "  ").done


def test_an_answer_closes_nothing_and_can_be_taken_out(session: Session) -> None:
    row = ids(session)[0]
    session.ask_query(row, "What is meant?")
    id = only(session, row).id
    session.answer_query(row, id, "The color of the place")
    assert only(session, row).open and only(session, row).answered_at
    session.close_query(row, id)
    assert session.queries(open_only=True) == []
    session.reopen_query(row, id)
    session.answer_query(row, id, "")
    query = only(session, row)
    assert (query.answer, query.answered_at, query.open) == ("", "", True)
    session.delete_query(row, id)
    assert not session.answer_query(row, id, "too late").done


def test_the_list_is_in_the_order_of_the_text_with_the_numbers_of_the_screen(session: Session) -> None:
    rows = ids(session)
    for row in (rows[4], rows[1], rows[4]):
        session.ask_query(row, "?", (0, 2))
    session.merge(rows[0])
    assert [each.number for each in session.queries()] == [1, 4, 4]
    assert session.queries()[0].asked == "三地"


def test_answers_come_back_in_one_step_and_none_is_lost(session: Session) -> None:
    rows = ids(session)
    for row in rows[:3]:
        session.ask_query(row, f"About {row}?")
    first, second, third = (each.query.id for each in session.queries())
    session.answer_query(rows[1], second, "old")
    found = session.match_answers(
        [(first, " 是的 "), (second, "new"), (third, ""), ("qzzzzzzz", "lost"), (first, "other")]
    )
    assert [answer for _, answer in found.new] == ["是的"]
    assert [answer for _, answer in found.changed] == ["new"]
    assert [asked.row for asked in found.empty] == [rows[2]]
    assert (found.unknown, found.twice) == ((("qzzzzzzz", "lost"),), (first,))
    outcome = session.enter_answers(found)
    assert outcome.message == "Entered 2 answers to queries."
    assert all(each.query.open for each in session.queries())
    assert session.match_answers([(first, "是的")]).same == 1
    session.undo()
    assert [each.query.answer for each in session.queries()] == ["", "old", ""]


_known = [RowQuery(n, n, 1, "源", State.DRAFT, Query(f"q{n}", "?", answer="a" * (n % 2))) for n in range(4)]
_answers = st.lists(
    st.tuples(st.sampled_from(["q0", "q1", "q2", "q3", "qx"]), st.sampled_from(["", "a", "b"]))
)


@given(_answers)
def test_every_answer_is_accounted_for(answers: list[tuple[str, str]]) -> None:
    found = matched(_known, answers)
    listed = {id for id, _ in answers}
    said = [asked.query.id for asked, _ in (*found.new, *found.changed)]
    assert len(said) + found.same + len(found.empty) == len(listed - {"qx"})
    assert ("qx" in {id for id, _ in found.unknown}) == any(id == "qx" and text for id, text in answers)


def test_an_id_is_no_number_in_any_table() -> None:
    made = {new_id() for _ in range(500)}
    assert len(made) == 500
    assert all(id.isascii() and id[0] == "q" and not set(id) & set("il1o0") for id in made)
