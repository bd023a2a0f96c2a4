"""tests of project: steps over many rows, worked out beside the session and written when they are ready."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.segments import State
from workbench.project.operations import _dump, changes_of
from workbench.project.outcome import Outcome
from workbench.project.row_change import RowChange
from workbench.project.search import FindQuery
from workbench.project.session import Session
from workbench.project.stopping import StopError, unheard
from workbench.project.store import BusyError

from .conftest import MakeSession
from .test_session import ids


@pytest.fixture
def written(make_session: MakeSession) -> Session:
    """A project with English in all five rows."""
    session = make_session()
    for number, row in enumerate(ids(session)):
        session.type(row, f"The old river {number}")
        session.pause()
    return session


def replacing(session: Session, new: str = "new") -> Outcome:
    return session.replace(session.replacements(FindQuery("old"), new))


def english(session: Session) -> list[str]:
    return [segment.target.text for segment in session.every_segment()]


def test_what_is_prepared_changes_nothing_until_it_is_carried_out(written: Session) -> None:
    before = english(written)
    prepared = written.preparing(replacing, 5)(unheard)
    assert english(written) == before
    assert prepared.rows == 5
    done = written.carry_out(prepared)
    assert done.message.startswith("Replaced 5 places in 5 rows")
    assert english(written)[4] == "The new river 4"
    written.undo()
    assert english(written) == before


def test_a_row_typed_in_meanwhile_is_left_and_that_is_said(written: Session) -> None:
    work = written.preparing(replacing, 5)
    written.type(ids(written)[1], "Typed meanwhile, in the old way")
    prepared = work(unheard)
    written.type(ids(written)[1], "Typed meanwhile, in the old way too")
    now = written.still(prepared)
    assert now is not None
    done = written.carry_out(now)
    assert "1 row was changed meanwhile and left" in done.message
    assert english(written)[:2] == ["The new river 0", "Typed meanwhile, in the old way too"]
    assert ids(written)[1] not in done.changed


def test_undoing_aside_is_not_done_when_something_was_typed_meanwhile(written: Session) -> None:
    replacing(written)
    prepared = written.preparing(Session.undo, 5, whole=True)(unheard)
    written.type(ids(written)[0], "Typed")
    assert written.still(prepared) is None


def test_undoing_and_repeating_aside_walk_through_the_same_steps(written: Session) -> None:
    before = english(written)
    replacing(written)
    after = english(written)
    assert written.weight() > written.weight(redo=True) == 0
    for command, now in ((Session.undo, before), (Session.redo, after), (Session.undo, before)):
        prepared = written.preparing(command, 5, whole=True)(unheard)
        written.lend("Taking back")
        written.write_aside(prepared)
        written.taken_back()
        assert english(written) == now
    assert "Undone: typing" in written.undo().message


def test_while_another_thread_writes_the_session_reads_and_refuses_to_write(written: Session) -> None:
    before = english(written)
    prepared = written.preparing(replacing, 5)(unheard)
    written.lend("Replacing")
    with pytest.raises(BusyError, match="Replacing: one moment"):
        written.type(ids(written)[0], "Typed")
    assert english(written) == before
    written.write_aside(prepared)
    written.taken_back()
    assert written.segment(ids(written)[0]).target.text == "The new river 0"
    written.type(ids(written)[0], "Typed")
    assert english(written)[0] == "Typed"


def test_writing_that_is_stopped_has_written_nothing(written: Session) -> None:
    before = written.every_segment()
    prepared = written.preparing(replacing, 5)(unheard)

    def stop(_done: int, _of: int) -> None:
        raise StopError

    written.lend("Replacing")
    with pytest.raises(StopError):
        written.write_aside(prepared, stop)
    written.taken_back()
    assert written.every_segment() == before
    assert "Undone: typing" in written.undo().message


def test_a_refusal_is_prepared_like_any_outcome(written: Session) -> None:
    for row in ids(written):
        written.toggle_lock(row)
    prepared = written.preparing(replacing, 5)(unheard)
    assert prepared.step is None
    assert not written.carry_out(prepared).done


def test_saving_that_is_stopped_leaves_the_folder_as_it_was(written: Session) -> None:
    written.save()
    written.set_state(ids(written)[0], State.CONFIRMED)

    def listed() -> dict[str, bytes]:
        folder = written.folder
        paths = [path for path in folder.rglob("*") if path.is_file() and "project.db" not in path.name]
        return {str(path.relative_to(folder)): path.read_bytes() for path in paths}

    before = listed()

    def stop(_done: int, _of: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        written.write_save(stop)
    assert listed() == before


def test_a_save_holds_the_rows_of_when_it_began_and_what_comes_later_counts_as_changed(
    written: Session,
) -> None:
    made = written.write_save()
    written.type(ids(written)[0], "Typed while it was written")
    assert written.settle_save(made).done
    assert "Typed while" not in (written.folder / "project.tmx").read_text("utf-8")
    assert not written.foreign_save()
    assert written.saved_at <= written.segment(ids(written)[0]).changed_at


def test_a_save_does_not_go_over_a_file_that_came_while_it_was_written(written: Session) -> None:
    written.save()
    written.type(ids(written)[0], "Ours")
    made = written.write_save()
    path = written.folder / "project.tmx"
    path.write_text(path.read_text("utf-8").replace("old river 4", "river of theirs"), "utf-8")
    assert not written.settle_save(made).done
    assert "river of theirs" in path.read_text("utf-8")
    assert [each.name for each in written.folder.glob(".project.tmx*")] == []
    assert "1 row taken" in written.merge_foreign().message


def test_a_window_that_only_reads_sees_that_another_has_written(written: Session) -> None:
    reader = Session.open(written.folder, read_only=True)
    seen = reader.written_elsewhere()
    assert reader.written_elsewhere() == seen
    written.type(ids(written)[0], "Written there")
    assert reader.written_elsewhere() != seen
    assert reader.segment(ids(written)[0]).target.text == "Written there"
    reader.close()


def test_rows_of_which_some_were_read_before_are_all_given(make_session: MakeSession) -> None:
    session = make_session([f"第{number}行" for number in range(2_600)], name="many")
    rows = ids(session)
    session.segments(rows[:600])
    assert [segment.id for segment in session.segments(rows)] == rows


_cells = st.dictionaries(st.sampled_from(("target", "note", "rank")), st.text(max_size=400) | st.integers())
_changes = st.builds(RowChange, st.integers(1, 1 << 50), st.none() | _cells, st.none() | _cells)


@given(st.lists(_changes, max_size=30), st.integers(1, 60))
def test_a_long_step_is_read_from_the_log_as_it_was_written(changes: list[RowChange], times: int) -> None:
    long = changes * times
    assert changes_of(_dump(long)) == tuple(long)
