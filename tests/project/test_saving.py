"""tests of project: project.tmx, the folder that is rebuilt from it, and files that others wrote."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind, Segment, State
from workbench.project.session import Session

from .conftest import MakeSession
from .test_session import ids


def work(session: Session) -> None:
    rows = ids(session)
    session.type(rows[0], "Green Is the Background Color of Development")
    session.set_kind(rows[0], Kind.HEADING)
    session.confirm(rows[0])
    session.type(rows[1], "The three treat the river together. ")
    session.end_sentence(rows[1], 35)
    session.set_note(rows[1], "Query: <which> river & where?")
    session.toggle_lock(rows[4], "figures agreed")
    session.split(rows[2], 17)
    session.edit_source(rows[3], "三地共治河流。")
    session.type(rows[3], "Rejected one")
    session.set_state(rows[3], State.REJECTED, "too free")


def test_a_folder_without_its_database_opens_as_it_was(make_session: MakeSession) -> None:
    session = make_session()
    work(session)
    before = session.every_segment()
    session.save()
    folder = session.folder
    session.close()
    (folder / "project.db").unlink()
    again = Session.open(folder)
    assert "made again" in again.opening_message
    assert [replace(s, rank=0) for s in again.every_segment()] == [replace(s, rank=0) for s in before]
    again.split(ids(again)[0], 3)
    assert max(ids(again)) > max(row.id for row in before)
    again.close()


def test_an_id_is_not_used_again_after_a_rebuild(make_session: MakeSession) -> None:
    session = make_session()
    rows = ids(session)
    gone = session.split(rows[1], 9).changed[1]
    session.merge(rows[1])
    session.save()
    folder = session.folder
    session.close()
    (folder / "project.db").unlink()
    again = Session.open(folder)
    assert again.split(rows[1], 9).changed[1] > gone
    again.close()


def test_without_either_file_the_source_is_read_again(make_session: MakeSession) -> None:
    session = make_session()
    folder = session.folder
    session.close()
    (folder / "project.db").unlink()
    again = Session.open(folder)
    assert "source/" in again.opening_message
    assert again.counts().total == 5
    again.close()


def test_saving_twice_writes_the_same_file_and_keeps_ten_backups(session: Session) -> None:
    session.save()
    first = (session.folder / "project.tmx").read_bytes()
    session.save()
    assert (session.folder / "project.tmx").read_bytes() == first
    assert len(list((session.folder / "backups").iterdir())) == 1
    for n in range(14):
        session.type(ids(session)[0], f"Version {n}")
        session.save()
    assert len(list((session.folder / "backups").iterdir())) == 10


def change_file(session: Session, old: str, new: str) -> None:
    path = session.folder / "project.tmx"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_colleagues_file_is_noticed_and_merged_row_by_row(session: Session) -> None:
    rows = ids(session)
    for row, text in zip(rows, ("one", "two", "three"), strict=False):
        session.type(row, text)
        session.confirm_and_stay(row)
    session.save()
    change_file(session, "<seg>one</seg>", "<seg>their one</seg>")
    change_file(session, "<seg>three</seg>", "<seg>their three</seg>")
    session.type(rows[1], "our two")
    session.type(rows[2], "our three")
    assert session.foreign_save()
    assert not session.save().done
    done = session.merge_foreign()
    assert "1 row taken" in done.message
    assert "1 row changed on both sides" in done.message
    texts = [segment.target.text for segment in session.segments(rows[:3])]
    assert texts == ["their one", "our two", "our three"]
    assert "their three" in session.segment(rows[2]).note
    assert not session.foreign_save()
    session.undo()
    assert session.segment(rows[0]).target.text == "one"


def test_a_damaged_project_tmx_says_where_and_changes_nothing(make_session: MakeSession) -> None:
    session = make_session()
    session.save()
    folder = session.folder
    session.close()
    (folder / "project.db").unlink()
    path = folder / "project.tmx"
    path.write_text(path.read_text("utf-8")[:-200], "utf-8")
    before = sorted(p.name for p in folder.iterdir())
    with pytest.raises(WorkbenchError, match=re.escape("project.tmx, line")):
        Session.open(folder)
    assert sorted(p.name for p in folder.iterdir() if p.name != "project.lock") == [
        name for name in before if name != "project.lock"
    ]


def test_control_characters_of_a_source_survive_project_tmx(make_session: MakeSession) -> None:
    session = make_session()
    row = ids(session)[0]
    session.edit_source(row, "绿水\x0b青山\r就是")
    kept: Segment = session.segment(row)
    session.save()
    folder = session.folder
    session.close()
    (folder / "project.db").unlink()
    again = Session.open(folder)
    assert again.segment(row).source == kept.source
    again.close()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = 3", "title must be text"),
        ("title = ", "not valid TOML"),
        ('unit = "page"', "paragraph or sentence"),
        ('glossaries = ["../../secret.tsv"]', "outside the project folder"),
        ("[terms]\nx = 1", "must hold lines"),
    ],
)
def test_a_wrong_project_toml_is_named(make_session: MakeSession, text: str, said: str) -> None:
    session = make_session()
    folder = session.folder
    session.close()
    (folder / "project.toml").write_text(text, "utf-8")
    with pytest.raises(WorkbenchError, match=said):
        Session.open(folder)


def test_a_database_of_a_newer_version_is_refused(make_session: MakeSession) -> None:
    session = make_session()
    session.store.connection.execute("PRAGMA user_version=99")
    folder = session.folder
    session.close()
    with pytest.raises(WorkbenchError, match="newer version"):
        Session.open(folder)


def test_a_database_that_is_none_says_how_to_mend_it(make_session: MakeSession) -> None:
    session = make_session()
    folder = session.folder
    session.close()
    (folder / "project.db").write_bytes(b"not a database at all, " * 100)
    with pytest.raises(WorkbenchError, match="move it away"):
        Session.open(folder)


def test_a_folder_that_cannot_be_written_opens_as_a_private_copy(
    make_session: MakeSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = make_session()
    folder = session.folder
    session.close()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("workbench.project.private_copy.tempfile.TemporaryFile", refuse)
    copy = Session.open(folder)
    assert copy.folder != folder
    assert "private copy" in copy.opening_message
    assert copy.type(ids(copy)[0], "Here").done
    copy.close()
    shutil.rmtree(copy.folder)
