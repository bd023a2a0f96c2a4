"""tests of project: the next row of a kind, bookmarks, and filters under names."""

from __future__ import annotations

import pytest

from workbench.model.faults import WorkbenchError
from workbench.project.filter_text import parse_filter
from workbench.project.row_filter import RowFilter
from workbench.project.session import Session
from workbench.project.sought import Sought


def test_the_next_row_of_a_kind_comes_round_the_end(session: Session) -> None:
    rows = session.full_view().ids
    session.set_note(rows[1], "ask")
    session.set_note(rows[3], "look up")
    found = session.next_of(Sought.NOTE, rows[0])
    assert (found.row, found.number, found.around) == (rows[1], 2, False)
    assert session.next_of(Sought.NOTE, rows[1]).row == rows[3]
    again = session.next_of(Sought.NOTE, rows[3])
    assert (again.row, again.around) == (rows[1], True)
    assert session.next_of(Sought.DRAFT, rows[0]).row is None


def test_a_row_that_is_the_only_one_is_said_to_be(session: Session) -> None:
    rows = session.full_view().ids
    session.type(rows[2], "Draft")
    found = session.next_of(Sought.DRAFT, rows[2])
    assert (found.row, found.around) == (rows[2], True)


def test_the_way_leads_along_the_rows_under_the_filter(session: Session) -> None:
    rows = session.full_view().ids
    session.set_note(rows[1], "ask")
    session.set_filter(parse_filter("source:河流 -note:any"))
    found = session.next_of(Sought.NOTE, rows[3])
    assert (found.row, found.hidden) == (None, 1)
    assert session.next_of(Sought.UNTRANSLATED, rows[0]).row == rows[3]


def test_rows_are_checked_until_one_has_a_finding(session: Session) -> None:
    rows = session.full_view().ids
    for row, english in zip(rows, ("Green.", "River.", "", "", "It added 120,000 jobs."), strict=True):
        if english:
            session.type(row, english)
            session.confirm_and_stay(row)
    said: list[int] = []
    found = session.next_of(Sought.FINDING, rows[0], lambda done, of: said.append(done))
    assert (found.row, found.number) == (rows[4], 5)
    assert said
    session.type(rows[4], "The county added 12,000 urban jobs.")
    assert session.next_of(Sought.FINDING, rows[0]).row != rows[4]


def test_repetitions_and_open_queries_are_kinds_too(session: Session) -> None:
    rows = session.full_view().ids
    assert session.next_of(Sought.REPETITION, rows[0]).row == rows[3]
    session.ask_query(rows[2], "which functions?")
    assert session.next_of(Sought.QUERY, rows[4]).row == rows[2]


def test_what_was_sought_is_remembered(session: Session) -> None:
    assert session.sought is Sought.UNTRANSLATED
    session.seek(Sought.BOOKMARK)
    folder = session.folder
    session.close()
    again = Session.open(folder)
    assert again.sought is Sought.BOOKMARK
    again.close()


def test_bookmarks_stay_in_order_and_come_back_with_their_row(session: Session) -> None:
    rows = session.full_view().ids
    assert session.toggle_bookmark(rows[3]).message == "Bookmark at row 4, 1 in all: F9 9 g lists them."
    session.toggle_bookmark(rows[2])
    assert session.bookmarks() == [rows[2], rows[3]]
    session.merge(rows[2])
    assert session.bookmarks() == [rows[2]]
    session.undo()
    assert session.bookmarks() == [rows[2], rows[3]]
    assert session.next_of(Sought.BOOKMARK, rows[0]).row == rows[2]
    assert session.toggle_bookmark(rows[2]).message == "The bookmark of row 3 is gone; 1 left."
    folder = session.folder
    session.close()
    again = Session.open(folder)
    assert again.bookmarks() == [rows[3]]
    assert again.is_bookmarked(rows[3])
    again.close()


def test_a_filter_is_kept_under_a_name_and_comments_stay(session: Session) -> None:
    path = session.folder / "project.toml"
    path.write_text(
        path.read_text("utf-8") + "\n[filters]\n# for the client\n\"to ask\" = 'query:open'\n", "utf-8"
    )
    row_filter = parse_filter('state:draft "a, b" /x\\d/')
    assert session.save_filter("  my   drafts ", row_filter).done
    assert "# for the client" in path.read_text("utf-8")
    kept = session.saved_filters()
    assert list(kept) == ["to ask", "my drafts"]
    assert parse_filter(kept["my drafts"]) == row_filter
    said = session.save_filter("to ask", parse_filter("query:any")).message
    assert said == "Kept query:any as “to ask” in the place of query:open."
    assert session.drop_filter("to ask").done
    assert list(session.saved_filters()) == ["my drafts"]
    assert not session.drop_filter("to ask").done


def test_a_filter_without_a_name_or_of_all_rows_is_not_kept(session: Session) -> None:
    with pytest.raises(WorkbenchError, match="needs a name"):
        session.save_filter(" ", parse_filter("is:locked"))
    assert not session.save_filter("all", RowFilter()).done
    assert session.saved_filters() == {}
