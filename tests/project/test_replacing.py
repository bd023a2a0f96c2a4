"""tests of project: find and replace, every place before and after, and one step of undo."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Anchor, Segment, State
from workbench.project.filter_text import parse_filter
from workbench.project.replacing import Replacement, moved, replaced
from workbench.project.search import FindQuery
from workbench.project.session import Session

from .conftest import MakeSession


@pytest.fixture
def session(make_session: MakeSession) -> Session:
    """Five rows, four of them translated: the second confirmed, the third locked."""
    made = make_session()
    rows = made.full_view().ids
    made.type(rows[0], "Lucid waters are the county’s colour.")
    made.type(rows[1], "The three counties clean the river. The water of the county is better.")
    made.confirm_and_stay(rows[1])
    made.type(rows[2], "Non-capital functions leave the county.")
    made.toggle_lock(rows[2], "client")
    return made


def test_every_place_is_told_before_and_after(session: Session) -> None:
    found = session.replacements(FindQuery("county", words=True), "district")
    assert [(one.number, one.old, one.new, one.settled, one.locked) for one in found] == [
        (1, "county", "district", False, False),
        (2, "county", "district", True, False),
        (3, "county", "district", False, True),
        (4, "county", "district", False, False),
    ]


def test_chosen_places_change_in_one_step_and_it_is_said_what_did_not(session: Session) -> None:
    rows = session.full_view().ids
    found = session.replacements(FindQuery("count(y|ies)", regex=True), r"distric\1")
    done = session.replace([one for one in found if one.number != 4])
    assert done.message == (
        "Replaced 3 places in 2 rows; 1 confirmed became a draft. Left as they are: 1 row locked."
        " ^Z takes that back."
    )
    second = session.segment(rows[1])
    assert second.target.text == "The three districies clean the river. The water of the districy is better."
    assert second.state is State.DRAFT
    assert session.segment(rows[2]).target.text == "Non-capital functions leave the county."
    session.undo()
    assert session.segment(rows[1]).state is State.CONFIRMED
    assert session.segment(rows[0]).target.text == "Lucid waters are the county’s colour."


def test_groups_with_names_and_numbers_go_over(session: Session) -> None:
    found = session.replacements(FindQuery(r"(?P<what>\w+) of the (\w+)", regex=True), r"\2’s \g<what>")
    assert [one.new for one in found] == ["county’s water", "county’s water"]


@pytest.mark.parametrize("template", [r"\2", r"\g<none>", "\\", r"\d"])
def test_a_template_that_names_no_group_is_said(session: Session, template: str) -> None:
    with pytest.raises(WorkbenchError, match="cannot be put in"):
        session.replacements(FindQuery("(county)", regex=True), template)


def test_a_plain_text_is_put_in_as_it_stands(session: Session) -> None:
    found = session.replacements(FindQuery("river."), r"\1 C:\new")
    assert {one.new for one in found} == {r"\1 C:\new"}


def test_only_the_rows_under_the_filter_are_looked_through(session: Session) -> None:
    session.set_filter(parse_filter("state:confirmed"))
    found = session.replacements(FindQuery("county", shown=True), "district")
    assert {one.number for one in found} == {2}
    assert len(session.replacements(FindQuery("county"), "district")) == 4


def test_capitals_and_whole_words_count_where_asked(session: Session) -> None:
    assert session.replacements(FindQuery("THE", case=True), "a") == []
    assert len(session.replacements(FindQuery("the", case=True, words=True), "a")) == 6
    assert session.replacements(FindQuery("count", words=True), "a") == []


def test_what_changes_nothing_is_not_offered(session: Session) -> None:
    assert session.replacements(FindQuery("county", case=True), "county") == []


def test_a_row_that_changed_after_the_list_was_made_is_left(session: Session) -> None:
    rows = session.full_view().ids
    found = session.replacements(FindQuery("colour"), "color")
    session.type(rows[0], "Green is the colour of the county.")
    done = session.replace(found)
    assert not done.done
    assert done.message == "Left as they are: 1 row changed meanwhile."
    assert session.segment(rows[0]).target.text == "Green is the colour of the county."


def test_a_row_whose_english_is_all_replaced_by_nothing_is_untranslated(session: Session) -> None:
    rows = session.full_view().ids
    session.replace(session.replacements(FindQuery("^Lucid.*$", regex=True), ""))
    first = session.segment(rows[0])
    assert (first.target.text, first.state) == ("", State.UNTRANSLATED)


def test_a_rejected_row_stays_rejected(session: Session) -> None:
    rows = session.full_view().ids
    session.set_state(rows[0], State.REJECTED, "colour?")
    session.replace(session.replacements(FindQuery("colour"), "color"))
    assert session.segment(rows[0]).state is State.REJECTED


def test_codes_and_sentence_ends_stay_at_their_words() -> None:
    english = "River clean. Water good."
    source = CodedText("河清。水好。")
    row = Segment(1, 1, 1, source=source, target=CodedText(english), anchors=(Anchor(3, 12), Anchor(6, 24)))
    pieces = [
        Replacement(1, 1, english, 0, 5, "Stream", False),
        Replacement(1, 1, english, 13, 18, "It", False),
    ]
    after = replaced(row, pieces)
    assert after.target.text == "Stream clean. It good."
    assert after.anchors == (Anchor(3, 13), Anchor(6, 22))


@given(st.text("ab ", max_size=20), st.text("xy", max_size=3))
def test_every_offset_goes_to_where_its_text_went(english: str, new: str) -> None:
    pieces = [Replacement(1, 1, english, *match.span(), new) for match in re.finditer("ab", english)]
    row = Segment(1, 1, 1, source=CodedText("河"), target=CodedText(english), state=State.DRAFT)
    after = replaced(row, pieces).target.text
    assert after == english.replace("ab", new)
    for offset in range(len(english) + 1):
        if not any(piece.start < offset < piece.end for piece in pieces):
            assert after[: moved(offset, pieces)] == english[:offset].replace("ab", new)
