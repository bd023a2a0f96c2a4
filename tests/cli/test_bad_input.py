from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Workbench, files_under

BAD_TEXTS = {
    "empty.txt": b"",
    "blank.txt": b" \n\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
    "zip.txt": b"PK\x03\x04\x14\0\0\0",
    "noise.txt": bytes(range(256)) * 8,
    "cut.txt": "\ufeff改革".encode("utf-16")[:-1],
    "lying.txt": b"\xef\xbb\xbf" + "改革".encode("gb18030"),
}


@pytest.fixture
def bad(here: Path) -> Path:
    """A folder of files that are no text, and tables that are none."""
    for name, data in BAD_TEXTS.items():
        (here / name).write_bytes(data)
    (here / "long.txt").write_text("改" * 150_000, "utf-8")
    (here / "paper.docx").write_bytes(b"PK\x03\x04")
    (here / "ragged.tsv").write_text("source\ttarget\n甲\ta\n乙\tb\tc\n", "utf-8")
    (here / "headless.tsv").write_text("甲\ta\n", "utf-8")
    (here / "folder").mkdir()
    return here


def refused(workbench: Workbench, here: Path, *arguments: str) -> str:
    """One sentence on standard error, exit 2, nothing printed, nothing changed on disk."""
    before = files_under(here)
    result = workbench(*arguments)
    assert (result.code, result.out) == (2, ""), result
    assert result.err.startswith("workbench: ")
    assert result.err.count("\n") == 1
    assert "Traceback" not in result.err
    assert files_under(here) == before
    assert {path.name for path in here.iterdir()} >= {"folder"}
    return result.err


@pytest.mark.parametrize("name", [*BAD_TEXTS, "long.txt", "missing.txt", "folder"])
@pytest.mark.parametrize(
    "command",
    [("reflow",), ("new", "--name", "made"), ("annotate", "--to", "tsv")],
    ids=lambda command: command[0],
)
def test_a_file_that_is_no_text_is_named_and_refused(
    workbench: Workbench, bad: Path, command: tuple[str, ...], name: str
) -> None:
    assert name in refused(workbench, bad, command[0], name, *command[1:])
    assert not (bad / "made").exists()


@pytest.mark.parametrize("name", [*BAD_TEXTS, "missing.txt", "folder"])
def test_convert_refuses_them_too(workbench: Workbench, bad: Path, name: str) -> None:
    assert name in refused(workbench, bad, "convert", name, "--to", "hans")


def test_a_form_that_cannot_be_read_yet_says_which_can(workbench: Workbench, bad: Path) -> None:
    assert ".txt" in refused(workbench, bad, "new", "paper.docx")


def test_one_bad_source_among_good_ones_makes_no_project(workbench: Workbench, bad: Path) -> None:
    (bad / "good.txt").write_text("坚持改革。", "utf-8")
    assert "empty.txt" in refused(workbench, bad, "new", "good.txt", "empty.txt", "--name", "made")
    assert not (bad / "made").exists()


def test_a_folder_that_exists_is_not_overwritten(workbench: Workbench, bad: Path) -> None:
    (bad / "good.txt").write_text("坚持改革。", "utf-8")
    (bad / "folder" / "mine.txt").write_text("mine", "utf-8")
    assert "folder" in refused(workbench, bad, "new", "good.txt", "--name", "folder")


def test_standard_input_without_a_name_is_refused(workbench: Workbench, bad: Path) -> None:
    assert "--name" in refused(workbench, bad, "new", "-")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("ragged.tsv", "line 3"),
        ("headless.tsv", "line 1"),
        ("empty.txt", "empty.txt"),
        ("missing.tsv", "missing.tsv"),
    ],
)
def test_a_table_that_is_none_is_refused_with_its_line(
    workbench: Workbench, bad: Path, name: str, place: str
) -> None:
    assert place in refused(workbench, bad, "check", name)


@pytest.mark.parametrize("command", ["segments", "stats", "check", "open"])
@pytest.mark.parametrize("name", ["nowhere", "folder"])
def test_what_is_no_project_is_refused(workbench: Workbench, bad: Path, command: str, name: str) -> None:
    assert name in refused(workbench, bad, command, name)


def test_a_project_of_a_newer_version_or_a_damaged_one_is_refused(workbench: Workbench, project: str) -> None:
    Path(project, "project.db").write_bytes(b"not a database at all" * 100)
    for leftover in Path(project).glob("project.db-*"):
        leftover.unlink()
    result = workbench("segments", project)
    assert result.code == 2
    assert result.err.count("\n") == 1


def test_project_toml_cannot_lead_out_of_the_folder(workbench: Workbench, project: str) -> None:
    toml = Path(project, "project.toml")
    toml.write_text(
        toml.read_text("utf-8").replace("glossaries = []", 'glossaries = ["../../secret.tsv"]'), "utf-8"
    )
    result = workbench("segments", project)
    assert result.code == 2
    assert "outside" in result.err


def test_export_to_a_place_that_is_not_there_is_refused(
    workbench: Workbench, project: str, here: Path
) -> None:
    before = files_under(here)
    result = workbench("export", project, "--to", "txt", "-o", "no/such/folder/out.txt")
    assert result.code == 2
    assert "out.txt" in result.err
    assert files_under(here) == before
