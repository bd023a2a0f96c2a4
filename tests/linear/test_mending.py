"""tests: an alignment is mended line by line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.project.mending_folders import DOUBTED, alignment
from workbench.linear.mending_desk import MendingDesk
from workbench.linear.mending_loop import work
from workbench.linear.mending_table import MENDING_COMMANDS
from workbench.project.mending import Mending
from workbench.project.mending_beads import SOURCE, TARGET, Mark

Talk = Callable[..., list[str]]


@pytest.fixture
def mending(tmp_path: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mending]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
    mending = Mending.open(alignment(tmp_path / "river", DOUBTED))
    yield mending
    mending.close()


@pytest.fixture
def talk(mending: Mending) -> Talk:
    def typed(*lines: str) -> list[str]:
        said: list[str] = []
        waiting = iter(lines)
        begun = 0

        def ask(prompt: str, filled: str = "") -> str | None:
            nonlocal begun
            begun = begun or len(said)
            return next(waiting, None)

        work(MendingDesk(mending, said.append, ask), said.append)
        return said[begun:-1]

    return typed


def shapes(mending: Mending) -> list[tuple[int, int]]:
    """How many sentences each bead has on its sides."""
    return [
        (len(mending.sentences(bead, SOURCE)), len(mending.sentences(bead, TARGET))) for bead in mending.beads
    ]


def test_the_least_sure_bead_is_said_first_with_both_sides(mending: Mending) -> None:
    said: list[str] = []
    work(MendingDesk(mending, said.append, lambda prompt, filled="": None), said.append)
    assert said[1] == "5 beads not called right yet, 2 of them doubtful."
    assert said[2] == "Bead 2 of 5, 31 per cent sure, doubtful."
    assert said[3] == "Chinese 1: 清水河全长86公里，流经三个县。"
    assert said[5].startswith("English: The Qingshui River runs")


def test_a_sentence_goes_to_the_next_bead_and_an_empty_line_goes_on(mending: Mending, talk: Talk) -> None:
    said = talk("/order text", "/go 2", "/down zh", "")
    assert shapes(mending)[1:3] == [(1, 1), (1, 1)]
    assert mending.beads.mark(1) is Mark.RIGHT
    assert any(
        line.startswith("Bead 3 of ") and line.endswith("made by hand, not yet right.") for line in said
    )


def test_beads_are_split_merged_and_a_sentence_goes_up(mending: Mending, talk: Talk) -> None:
    talk("/order text", "/go 5", "/split zh 2")
    assert shapes(mending)[-2:] == [(1, 1), (1, 1)]
    talk("/order text", "/go 5", "/merge")
    assert shapes(mending)[-1] == (2, 2)
    talk("/order text", "/go 5", "/up en 1")
    assert shapes(mending)[-2:] == [(1, 2), (2, 1)]


def test_what_is_done_is_undone_and_done_again_also_later(mending: Mending, talk: Talk) -> None:
    before = shapes(mending)
    talk("/go 2", "/split zh 2")
    after = shapes(mending)
    said = talk("/undo")
    assert said[0].startswith("Undone: ")
    assert shapes(mending) == before != after
    talk("/redo")
    assert shapes(mending) == after


def test_the_doubtful_are_walked_and_one_has_no_partner(mending: Mending, talk: Talk) -> None:
    said = talk("/go 1", "/doubtful", "/doubtful", "/omit", "")
    assert "Bead 2 of 5, 31 per cent sure, doubtful." in said
    assert "No Chinese: the English was added." in said
    assert mending.beads.mark(2) is Mark.RIGHT


def test_a_sentence_is_cut_before_a_text(mending: Mending, talk: Talk) -> None:
    talk("/go 5", "/cut zh 水清了")
    assert shapes(mending)[-1][0] == 3
    assert talk("/cut zh 没有这样的话")[0].endswith("stands inside no sentence of the Chinese.")


def test_the_sure_are_right_at_once_and_can_be_doubted_again(mending: Mending, talk: Talk) -> None:
    said = talk("/sure", "/go 1", "/notsure", "/stay")
    assert "3 beads not called right yet, 2 of them doubtful." in said
    assert mending.beads.mark(0) is Mark.RIGHT


def test_it_becomes_files_and_a_project(mending: Mending, talk: Talk, tmp_path: Path) -> None:
    project = tmp_path / "made"
    said = talk("/save", f"/table {tmp_path / 'all.tsv'}", f"/project {project}")
    assert (mending.folder / "river.tmx").is_file(), said
    assert (tmp_path / "all.tsv").is_file()
    assert (project / "project.toml").is_file()


def test_it_goes_into_a_memory(talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert talk("/memory rivers")[0].startswith("4 units are in the memory rivers;")


def test_every_command_can_be_run_and_says_something(
    talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for command in MENDING_COMMANDS:
        if command.names[0] not in ("quit", "again"):
            assert talk(f"/{command.names[0]}"), command.names


def test_it_works_in_a_pipe_and_stays_where_one_was(
    mending: Mending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = mending.folder
    mending.close()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def piped(lines: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "workbench", "open", "--linear", str(folder)],
            input=lines,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "Bead 5 of 5" in piped("/order text\n/go 5\n")
    assert piped("/quit\n").splitlines()[2].startswith("Bead 5 of 5")
