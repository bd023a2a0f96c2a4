"""tests of project: a reviewer's work: what comes next, what was confirmed, sending back, and the role."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.matches import Change
from workbench.model.segments import State
from workbench.project.english_changes import changed, english_changes
from workbench.project.place import RowFilter
from workbench.project.reviewing import Role
from workbench.project.session import Session

from .conftest import MakeSession
from .test_session import ids

ENGLISH = (
    "Green is the colour of growth",
    "The three localities clean the river.",
    "It takes long.",
    "The river is clean.",
    "1.2 jobs",
)


@pytest.fixture
def reviewed(session: Session) -> Session:
    """Five rows; all but the third, a draft, and the fifth, which is empty, are confirmed."""
    for row, english in zip(ids(session)[:4], ENGLISH, strict=False):
        session.type(row, english)
        if english != ENGLISH[2]:
            session.confirm_and_stay(row)
    session.set_role(Role.REVIEWER)
    return session


def test_enter_sets_reviewed_and_goes_to_the_next_row_with_english(reviewed: Session) -> None:
    rows = ids(reviewed)
    assert reviewed.enter(rows[0]).row == rows[1]
    assert reviewed.segment(rows[0]).state is State.REVIEWED
    assert reviewed.enter(rows[1]).row == rows[2]
    assert reviewed.enter(rows[2]).row == rows[3]
    done = reviewed.enter(rows[3])
    assert done.row is None
    assert "1 row untranslated" in done.message


def test_an_empty_row_is_only_left(reviewed: Session) -> None:
    rows = ids(reviewed)
    done = reviewed.enter(rows[4])
    assert reviewed.segment(rows[4]).state is State.UNTRANSLATED
    assert "the first before it is row 1" in done.message


def test_a_row_the_reviewer_changed_is_reviewed_with_the_change_in_its_log(reviewed: Session) -> None:
    row = ids(reviewed)[0]
    reviewed.type(row, "Green is the color of growth")
    assert reviewed.segment(row).state is State.DRAFT
    assert "with your changes" in reviewed.enter(row).message
    assert reviewed.segment(row).state is State.REVIEWED
    version = reviewed.confirmed_version(row)
    assert version is not None
    assert version.target == ENGLISH[0]
    assert [done.label for done in reviewed.history(row)][:2] == [
        "reviewed row 1 with changes",
        "typing in row 1",
    ]


def test_a_change_says_where_the_same_source_has_other_english(reviewed: Session) -> None:
    row = ids(reviewed)[1]
    reviewed.type(row, "The three places clean the rivers.")
    assert "Row 4 has the same source and other English." in reviewed.enter(row).message


def test_a_rejection_carries_a_comment_and_goes_on(reviewed: Session) -> None:
    rows = ids(reviewed)
    assert not reviewed.reject(rows[0], "  ").done
    done = reviewed.reject(rows[0], "Not the word of the client.")
    assert done.row == rows[1]
    assert reviewed.segment(rows[0]).comment == "Not the word of the client."
    assert reviewed.next_unreviewed(0) == rows[1]


def test_enter_leaves_a_rejected_row_rejected_until_its_english_is_another(reviewed: Session) -> None:
    row = ids(reviewed)[0]
    reviewed.reject(row, "Colour.")
    assert "stays rejected" in reviewed.enter(row).message
    assert reviewed.segment(row).state is State.REJECTED
    reviewed.type(row, "Green is the color of growth")
    reviewed.enter(row)
    assert (reviewed.segment(row).state, reviewed.segment(row).comment) == (State.REVIEWED, "")


def test_a_locked_row_is_passed_over_and_never_reviewed(reviewed: Session) -> None:
    rows = ids(reviewed)
    reviewed.toggle_lock(rows[1], "law")
    assert reviewed.enter(rows[0]).row == rows[2]
    assert not reviewed.enter(rows[1]).done
    assert reviewed.segment(rows[1]).state is State.CONFIRMED


def test_the_review_keeps_to_the_filter(reviewed: Session) -> None:
    rows = ids(reviewed)
    reviewed.set_filter(RowFilter(frozenset({State.CONFIRMED})))
    assert reviewed.next_unreviewed(rows[1]) == rows[3]


def test_after_a_jump_the_way_leads_back(reviewed: Session) -> None:
    rows = ids(reviewed)
    reviewed.jump(rows[3], rows[0])
    assert reviewed.enter(rows[3]).row == rows[0]


def test_undo_takes_a_review_back(reviewed: Session) -> None:
    row = ids(reviewed)[0]
    reviewed.enter(row)
    reviewed.undo()
    assert reviewed.segment(row).state is State.CONFIRMED
    assert reviewed.next_unreviewed(0) == row


def test_the_role_is_remembered_with_the_project(reviewed: Session) -> None:
    reviewed.close()
    again = Session.open(reviewed.folder)
    assert again.role is Role.REVIEWER
    again.set_role(Role.TRANSLATOR)
    assert again.enter(ids(again)[2]).done
    assert again.segment(ids(again)[2]).state is State.CONFIRMED
    again.close()


def test_what_was_confirmed_is_known_after_the_database_was_made_again(reviewed: Session) -> None:
    row = ids(reviewed)[0]
    reviewed.save()
    reviewed.close()
    for path in reviewed.folder.glob("project.db*"):
        path.unlink()
    again = Session.open(reviewed.folder)
    again.type(row, "Something else")
    version = again.confirmed_version(row)
    assert version is not None
    assert version.target == ENGLISH[0]
    again.close()


def test_a_confirmation_that_was_undone_is_none(session: Session) -> None:
    row = ids(session)[0]
    session.type(row, "First")
    session.confirm_and_stay(row)
    session.type(row, "Second")
    session.confirm_and_stay(row)
    session.undo()
    session.undo()
    version = session.confirmed_version(row)
    assert version is not None
    assert version.target == "First"


def test_what_was_confirmed_before_a_split_is_no_version_of_its_parts(make_session: MakeSession) -> None:
    session = make_session(["三地共同治理河流。水质明显好转。"])
    (row,) = ids(session)
    session.type(row, "They clean the river. It is better.")
    session.confirm_and_stay(row)
    session.split(row, 9)
    assert session.confirmed_version(row) is None
    session.undo()
    version = session.confirmed_version(row)
    assert version is not None


@given(
    st.lists(st.sampled_from(["river", "Party", " ", ", ", "64.2%", "don’t", "\n", "河"]), max_size=12).map(
        "".join
    ),
    st.lists(st.sampled_from(["river", "party", " ", ", ", "64.3%", "don’t", "\n", "河"]), max_size=12).map(
        "".join
    ),
)
def test_both_texts_stand_in_the_difference(before: str, after: str) -> None:
    parts = english_changes(before, after)
    assert "".join(part.text for part in parts if part.change is not Change.ADDED) == before
    assert "".join(part.text for part in parts if part.change is not Change.REMOVED) == after
    assert all(part.text for part in parts)
    assert (changed(parts) == 0) == (before == after)


def test_words_change_whole_and_a_space_does_not_part_two_changes() -> None:
    parts = english_changes("the Party's old rules", "the party's new norms")
    assert [(part.change, part.text) for part in parts] == [
        (Change.KEPT, "the "),
        (Change.REMOVED, "Party's old rules"),
        (Change.ADDED, "party's new norms"),
    ]
