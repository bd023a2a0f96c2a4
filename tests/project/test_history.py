"""tests of project: the versions of a row, the way back to one, and the source as it was read."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project.conftest import MakeSession
from tests.project.test_log import carry_out, step
from workbench.model.matches import Change
from workbench.model.segments import Anchor, Kind, Segment, State
from workbench.project.history import source_changes, told_changes
from workbench.project.session import Session


def first_row(session: Session) -> int:
    return session.every_segment()[0].id


def typed(session: Session, row: int, text: str) -> None:
    session.pause()
    session.type(row, text)


class TestVersions:
    def test_they_say_who_and_what_newest_first(self, session: Session) -> None:
        row = first_row(session)
        typed(session, row, "Green rivers")
        session.confirm_and_stay(row)
        typed(session, row, "Green hills")
        versions = session.versions(row)
        assert [version.what for version in versions] == [
            "typing in row 1",
            "confirmed row 1",
            "typing in row 1",
            "as it was read",
        ]
        assert [version.segment.target.text for version in versions] == [
            "Green hills",
            "Green rivers",
            "Green rivers",
            "",
        ]
        assert {version.who for version in versions[:3]} == {session.user}
        assert all(version.at for version in versions)
        assert versions[0].segment == session.segment(row)
        assert versions[0].before == versions[1].segment

    def test_undo_and_redo_are_told_as_such(self, session: Session) -> None:
        row = first_row(session)
        typed(session, row, "Green")
        session.undo()
        session.redo()
        assert [version.what for version in session.versions(row)][:2] == [
            "redone: typing in row 1",
            "undone: typing in row 1",
        ]

    def test_a_row_that_a_split_made_begins_there(self, session: Session) -> None:
        row = session.every_segment()[1].id
        session.split(row, 9)
        second = session.every_segment()[2].id
        (version,) = session.versions(second)
        assert version.before is None and version.what == "split row 2"

    def test_a_row_that_is_gone_has_none(self, session: Session) -> None:
        row, second = (row.id for row in session.every_segment()[:2])
        session.merge(row)
        assert session.versions(second) == []

    def test_a_row_that_was_merged_away_and_came_back_knows_what_it_was_before(
        self, session: Session
    ) -> None:
        row, second = (row.id for row in session.every_segment()[:2])
        typed(session, second, "River.")
        session.merge(row)
        session.undo()
        assert [version.what for version in session.versions(second)] == [
            "undone: merged rows 1 and 2",
            "typing in row 2",
            "as it was read",
        ]


@settings(max_examples=25)
@given(st.lists(step, max_size=10))
def test_every_version_is_the_row_as_it_was_at_that_step(steps: list[tuple[str, int, int, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "s.txt"
        source.write_text("改革进入深水区。要敢于突破。\n坚持问题导向。", "utf-8")
        session = Session.create([source], folder=Path(name) / "p", name="p", reflow="never")
        seen: dict[int, list[Segment]] = {row.id: [row] for row in session.every_segment()}
        for one in steps:
            carry_out(session, *one)
            session.pause()
            for row in session.every_segment():
                known = seen.setdefault(row.id, [])
                known += [row] if row not in known[-1:] else []
        for row in session.every_segment():
            versions = [version.segment for version in session.versions(row.id)]
            assert versions[0] == row
            assert [each for each in seen[row.id] if each not in versions] == []
        session.close()


class TestRestoring:
    def test_an_earlier_version_comes_back_as_a_draft_in_one_step(self, session: Session) -> None:
        row = session.every_segment()[1].id
        session.pause()
        session.type(row, "One. Two. Three.", [Anchor(9, 4)])
        session.confirm_and_stay(row)
        session.clear_target(row)
        version = session.versions(row)[1]
        done = session.restore(row, version)
        assert done.message == "Row 2 has its English of then again, as a draft."
        segment = session.segment(row)
        assert (segment.target.text, segment.state) == ("One. Two. Three.", State.DRAFT)
        assert segment.anchors == (Anchor(9, 4),)
        assert session.undo().message == "Undone: restored an earlier version of row 2."
        assert session.segment(row).state is State.UNTRANSLATED

    def test_a_confirmed_row_becomes_a_draft_and_what_it_has_now_is_no_news(self, session: Session) -> None:
        row = first_row(session)
        typed(session, row, "Green")
        typed(session, row, "Greener")
        session.confirm_and_stay(row)
        versions = session.versions(row)
        assert not session.restore(row, versions[1]).done
        assert session.restore(row, versions[2]).done
        assert session.segment(row).state is State.DRAFT

    def test_the_chinese_of_a_row_that_was_split_does_not_stand_twice(self, session: Session) -> None:
        row = session.every_segment()[1].id
        typed(session, row, "One. Two. Three.")
        session.split(row, 9)
        before = session.segment(row).source
        done = session.restore(row, session.versions(row)[1])
        assert session.segment(row).source == before
        assert session.segment(row).target.text == "One. Two. Three."
        assert session.segment(row).anchors == () and "Chinese was another" in done.message

    def test_the_version_without_english_empties_the_row(self, session: Session) -> None:
        row = first_row(session)
        typed(session, row, "Green")
        session.restore(row, session.versions(row)[-1])
        assert session.segment(row).state is State.UNTRANSLATED

    def test_a_locked_row_stays(self, session: Session) -> None:
        row = first_row(session)
        typed(session, row, "Green")
        session.toggle_lock(row)
        assert "locked" in session.restore(row, session.versions(row)[-1]).message


class TestSourceAsRead:
    def test_it_comes_back_with_its_place_in_the_file(self, session: Session) -> None:
        row = first_row(session)
        before = session.segment(row)
        session.edit_source(row, "蓝水青山就是发展的底子")
        assert session.segment(row).original_source == before.source.text
        assert session.restore_source(row).message == "Restored the source of row 1."
        after = session.segment(row)
        assert (after.source, after.pieces, after.original_source) == (before.source, before.pieces, "")
        assert not session.restore_source(row).done
        session.undo()
        assert session.segment(row).original_source == before.source.text

    def test_other_chinese_makes_a_confirmed_row_a_draft(self, session: Session) -> None:
        row = first_row(session)
        session.edit_source(row, "蓝水青山")
        typed(session, row, "Blue")
        session.confirm_and_stay(row)
        session.restore_source(row)
        assert session.segment(row).state is State.DRAFT

    def test_a_part_that_was_split_off_gets_its_own_part_back(self, make_session: MakeSession) -> None:
        session = make_session(["甲乙丙。丁戊己。"])
        row = first_row(session)
        session.edit_source(row, "甲子丙。丁戊庚。")
        session.split(row, 4)
        first, second = session.every_segment()
        session.restore_source(first.id)
        session.restore_source(second.id)
        assert [part.source.text for part in session.every_segment()] == ["甲乙丙。", "丁戊己。"]


class TestWhatChanged:
    def test_it_is_told_in_words(self, session: Session) -> None:
        row = first_row(session)
        typed(session, row, "Green")
        before = session.segment(row)
        session.confirm_and_stay(row)
        session.set_kind(row, Kind.LIST_ITEM)
        session.set_note(row, "ask the client")
        session.toggle_lock(row)
        after = session.segment(row)
        assert told_changes(before, after) == [
            "draft → confirmed",
            f"{before.kind.value} → list item",
            "locked",
            "note: ask the client",
        ]
        assert told_changes(before, before) == []

    @given(st.text("改革⼈人", max_size=8), st.text("改革⼈人", max_size=8))
    def test_the_pieces_of_two_chinese_texts_are_those_texts(self, before: str, after: str) -> None:
        pieces = source_changes(before, after)
        assert "".join(p.text for p in pieces if p.change is not Change.ADDED) == before
        assert "".join(p.text for p in pieces if p.change is not Change.REMOVED) == after
