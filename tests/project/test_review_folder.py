"""tests of project: the folder under bad conditions: killed, full, unwritable, tampered with."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.model.faults import WorkbenchError
from workbench.project.creation import create_project
from workbench.project.exporting import export
from workbench.project.place import Place, RowFilter
from workbench.project.search import FindQuery
from workbench.project.session import Session

from .conftest import MakeSession
from .test_session import ids

KILLED = """
import os, signal, sys
from pathlib import Path
from workbench.project import atomic, creation, saving
from workbench.project.session import Session

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

session = Session.open(Path(sys.argv[1]))
session.type(session.full_view().ids[0], "Typed before the kill.")
calls, real, kept = [], atomic.os.replace, session.store.set_meta
"""
KILL_POINTS = {
    "before the backup": "atomic.os.fsync = die",
    "after the backup": "atomic.os.replace = lambda *a: die() if calls else (calls.append(1), real(*a))",
    "after the file": "session.store.set_meta = lambda k, v: die() if k == 'saved_sha' else kept(k, v)",
}


def killed(code: str, *arguments: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], check=False, capture_output=True
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.parametrize("point", KILL_POINTS)
def test_a_kill_in_the_middle_of_a_save_leaves_nothing_foreign_and_no_rest(
    make_session: MakeSession, point: str
) -> None:
    session = make_session()
    session.save()
    folder = session.folder
    session.close()
    killed(f"{KILLED}\n{KILL_POINTS[point]}\nsession.save()", folder)
    again = Session.open(folder)
    assert not again.foreign_save()
    assert again.segment(ids(again)[0]).target.text == "Typed before the kill."
    assert again.save().done
    assert not [path.name for path in folder.rglob(".*")]
    again.close()


def test_a_kill_in_the_middle_of_a_rebuild_leaves_it_to_the_next_opening(make_session: MakeSession) -> None:
    session = make_session()
    session.type(ids(session)[0], "Green")
    session.save()
    folder = session.folder
    session.close()
    (folder / "project.db").unlink()
    code = KILLED.replace("session = ", "creation._settle = die\nsession = ")
    killed(code, folder)
    again = Session.open(folder)
    assert again.segment(ids(again)[0]).target.text == "Green"
    assert not [path.name for path in folder.rglob(".*")]
    again.close()


def test_the_log_of_a_removed_database_is_not_played_into_the_new_one(
    make_session: MakeSession,
) -> None:
    session = make_session()
    session.type(ids(session)[0], "Saved")
    session.save()
    folder = session.folder
    session.close()
    killed(f"{KILLED}\ndie()", folder)
    assert (folder / "project.db-wal").stat().st_size
    (folder / "project.db").unlink()
    again = Session.open(folder)
    assert again.segment(ids(again)[0]).target.text == "Saved"
    assert again.store.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    again.close()


def test_a_folder_without_write_permission_is_copied_so_that_it_can_be_written(
    make_session: MakeSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = make_session()
    folder = session.folder
    session.close()
    (folder / "source" / "away").symlink_to("/etc")
    for path in (*folder.rglob("*"), folder):
        if not path.is_symlink():
            path.chmod(0o555 if path.is_dir() else 0o444)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("workbench.project.private_copy.tempfile.TemporaryFile", refuse)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    copy = Session.open(folder)
    assert copy.type(ids(copy)[0], "Here").done
    assert copy.save().done
    assert all(path.stat().st_mode & 0o200 for path in (copy.folder, *copy.folder.rglob("*")))
    assert not (copy.folder / "source" / "away").exists()
    copy.close()
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[Session], None]:
    """Makes the disk of a session full."""

    def fill(session: Session) -> None:
        pages = session.store.connection.execute("PRAGMA page_count").fetchone()[0]
        session.store.connection.execute(f"PRAGMA max_page_count={pages}")

        def no_room(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("workbench.project.atomic.os.fsync", no_room)

    return fill


def test_on_a_full_disk_each_command_says_so_and_the_rows_stay(
    session: Session, full_disk: Callable[[Session], None]
) -> None:
    row = ids(session)[0]
    session.type(row, "Green")
    session.save()
    full_disk(session)
    session.pause()
    with pytest.raises(WorkbenchError, match="free the disk"):
        session.type(row, "Long " * 5_000)
    with pytest.raises(WorkbenchError, match="could not be written"):
        session.type(row, "Green grows")
        session.save()
    session.remember(Place(row=row))
    assert session.set_filter(RowFilter()).done
    assert session.segment(row).target.text.startswith("Green")
    assert session.segment(row).target.text != "Long " * 5_000
    assert "taken over" in session.step_back().message


def test_a_second_process_sees_what_the_first_one_writes(session: Session) -> None:
    row = ids(session)[0]
    other = Session.open(session.folder)
    assert other.segment(row).target.text == ""
    session.type(row, "New")
    assert other.segment(row).target.text == "New"
    assert other.segments([row])[0].target.text == "New"
    other.close()


def test_two_that_write_because_the_lock_file_was_removed_do_not_overwrite_each_other(
    session: Session,
) -> None:
    row = ids(session)[0]
    (session.folder / "project.lock").unlink()
    other = Session.open(session.folder)
    assert other.type(row, "Theirs").done
    with pytest.raises(WorkbenchError, match="changed by another program"):
        session.type(row, "Ours")
    assert other.segment(row).target.text == "Theirs"
    other.close()


def test_taking_over_back_and_forth_undoes_in_the_order_of_work(session: Session) -> None:
    row = ids(session)[0]
    other = Session.open(session.folder)
    session.type(row, "one")
    for giver, taker, text in ((session, other, "two"), (other, session, "three"), (session, other, "four")):
        taker.request_take_over()
        assert giver.take_over_requested()
        giver.step_back()
        assert not giver.type(row, "no").done
        assert taker.try_take_over().done
        assert taker.type(row, text).done
    texts = []
    while other.undo().done:
        texts.append(other.segment(row).target.text)
    assert texts == ["three", "two", "one", ""]
    assert session.segment(row).target.text == ""
    other.close()


def test_a_damaged_database_is_one_sentence(make_session: MakeSession) -> None:
    session = make_session()
    folder = session.folder
    session.close()
    data = bytearray((folder / "project.db").read_bytes())
    data[200:] = b"\xff" * (len(data) - 200)
    (folder / "project.db").write_bytes(data)
    with pytest.raises(WorkbenchError, match="move it away"):
        Session.open(folder)
    (folder / "project.db").unlink()
    again = Session.open(folder)
    assert not again.read_only
    again.close()


def test_reading_all_rows_never_makes_an_empty_database(session: Session) -> None:
    path = session.folder / "project.db"
    shutil.move(path, session.folder / "moved.db")
    with pytest.raises((WorkbenchError, sqlite3.Error)):
        session.full_view()
    assert not path.exists()


def test_a_source_that_links_out_of_the_folder_is_refused(make_session: MakeSession, tmp_path: Path) -> None:
    session = make_session()
    folder = session.folder
    session.close()
    (tmp_path / "secret.txt").write_text("机密", "utf-8")
    (folder / "source" / "more.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "project.db").unlink()
    with pytest.raises(WorkbenchError, match="leads out of the project"):
        Session.open(folder)


def test_a_file_name_that_is_not_utf_8_makes_a_project(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xb8\xc4.txt"
    Path(os.fsdecode(name)).write_bytes("改革".encode())
    create_project([Path(os.fsdecode(name))], tmp_path / "p", "p")
    session = Session.open(tmp_path / "p")
    assert session.save().done
    assert session.store.documents()[0].path == "source/__.txt"
    session.close()


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.suffix not in ("", ".db-shm")}


@pytest.mark.parametrize(
    "name",
    [
        "project.db",
        "project.tmx",
        "project.toml",
        "glossary.tsv",
        "project.lock",
        "source/x.txt",
        "backups/b",
        ".",
    ],
)
def test_an_export_never_replaces_what_is_the_projects_own(session: Session, name: str) -> None:
    session.save()
    before = contents(session.folder)
    with pytest.raises(WorkbenchError):
        export(session, "txt", session.folder / name)
    assert contents(session.folder) == before


def test_a_name_in_project_toml_leads_no_export_out_of_the_folder(make_session: MakeSession) -> None:
    session = make_session()
    folder = session.folder
    session.close()
    (folder / "project.toml").write_text('name = "../../away"\n', "utf-8")
    again = Session.open(folder)
    assert export(again, "txt").parent == folder
    again.close()


@pytest.mark.parametrize(
    "line",
    ['target_language = ""', 'source_language = "a b"', 'glossaries = ["a\\u0000b"]', "x = " + "[" * 9999],
)
def test_an_impossible_project_toml_is_one_sentence(make_session: MakeSession, line: str) -> None:
    session = make_session()
    folder = session.folder
    session.close()
    (folder / "project.toml").write_text(line + "\n", "utf-8")
    with pytest.raises(WorkbenchError):
        Session.open(folder)


@pytest.mark.parametrize("pattern", ["a{99999999999999}", "(" * 20_000, "[[a]", "(?P<n", "a**"])
def test_no_regular_expression_is_more_than_a_sentence(session: Session, pattern: str) -> None:
    try:
        session.find(FindQuery(pattern, regex=True))
    except WorkbenchError as error:
        assert "regular expression" in str(error)


def test_a_language_other_than_english_outlives_a_rebuild(make_session: MakeSession) -> None:
    session = make_session()
    folder = session.folder
    session.close()
    (folder / "project.toml").write_text('source_language = "ja"\ntarget_language = "de"\n', "utf-8")
    again = Session.open(folder)
    again.type(ids(again)[0], "Grün")
    again.save()
    again.close()
    (folder / "project.db").unlink()
    rebuilt = Session.open(folder)
    assert rebuilt.segment(ids(rebuilt)[0]).target.text == "Grün"
    rebuilt.close()


def test_control_characters_of_comments_and_read_sources_survive_a_rebuild(make_session: MakeSession) -> None:
    session = make_session(["绿水\x0b青山"])
    row = ids(session)[0]
    session.edit_source(row, "绿水青山")
    session.set_note(row, "a\x0cb")
    session.save()
    before = session.segment(row)
    folder = session.folder
    session.close()
    (folder / "project.db").unlink()
    again = Session.open(folder)
    assert again.segment(row) == before
    again.close()
