"""tests of tui: an alignment is mended by keys alone."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.project.mending_folders import DOUBTED, alignment
from workbench.project.mending import Mending
from workbench.project.mending_beads import SOURCE, TARGET, Mark
from workbench.tui.commands.command import Group
from workbench.tui.commands.mending_table import MENDING_COMMANDS
from workbench.tui.mending_app import MendingApp
from workbench.tui.screens.cutting import cut_places
from workbench.tui.screens.mending import MendingScreen
from workbench.tui.widgets.bottom_lines import MessageLine
from workbench.tui.widgets.header import Header


class Bench:
    """A screen that a test drives."""

    def __init__(self, app: MendingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> MendingScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MendingScreen))

    @property
    def mending(self) -> Mending:
        return self.screen.mending

    @property
    def said(self) -> str:
        return self.screen.query_one(MessageLine).text

    @property
    def number(self) -> int:
        return self.screen.grid.number

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def done(self) -> None:
        """Wait for what a thread does."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    def lines(self) -> list[str]:
        """What the list shows."""
        grid = self.screen.grid
        return [grid.render_line(y).text for y in range(grid.size.height)]


@asynccontextmanager
async def opened(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Bench]:
    app = MendingApp(Mending.open(folder))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Bench(app, pilot)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return alignment(tmp_path / "river", DOUBTED)


async def test_it_opens_with_the_least_sure_first_and_says_what_stands_around(folder: Path) -> None:
    async with opened(folder) as bench:
        lines = bench.lines()
        assert lines[0].split()[:3] == ["2", "?", "31"]
        assert "清水河全长86公里" in lines[0]
        assert "no Chinese" in "".join(lines)
        facts = bench.screen.query_one(Header).facts
        assert (facts.confirmed, facts.total, facts.filtered) == (0, 5, "least sure first, 2 doubtful")
        known = str(bench.screen.query_one("#known").render())
        assert "Bead 2 of 5   31 % sure, doubtful   zh line 3   en line 3" in known
        assert "河长制带来了什么" in known, "the bead before it in the text"


async def test_enter_walks_through_what_is_open(folder: Path) -> None:
    async with opened(folder) as bench:
        walked = []
        for _ in range(5):
            walked.append(bench.number)
            await bench.press("enter")
        assert walked == [2, 3, 5, 4, 1]
        assert bench.said == "All 5 beads are right."
        assert bench.mending.right == 5


async def test_a_border_is_moved_and_undo_brings_it_back(folder: Path) -> None:
    async with opened(folder) as bench:
        start = list(bench.mending.beads)
        await bench.press("down", "f8")
        assert [bead.mark for bead in bench.mending.beads][1:3] == [Mark.HAND, Mark.HAND]
        assert bench.number == 2
        assert bench.said == "Bead 2 had its Chinese moved down."
        await bench.press("ctrl+z")
        assert list(bench.mending.beads) == start
        await bench.press("ctrl+y")
        assert bench.said == "Redone: bead 2 had its Chinese moved down."


async def test_split_merge_and_parting_keep_the_cursor_at_its_bead(folder: Path) -> None:
    async with opened(folder) as bench:
        await bench.press("f2")
        await bench.press("ctrl+end", "down", "tab")
        assert (bench.screen.grid.cursor.side, bench.number) == (TARGET, 5)
        await bench.press("down", "f5")
        assert (len(bench.mending.beads), bench.number) == (6, 5)
        await bench.press("f6")
        assert (len(bench.mending.beads), bench.number) == (5, 5)
        await bench.press("f4")
        assert [bead.is_pair for bead in bench.mending.beads][4:] == [False, False]
        await bench.press("f9", "n")
        assert bench.mending.beads[4].mark is Mark.HAND


async def test_a_sentence_is_cut_where_the_stroke_stands(folder: Path) -> None:
    async with opened(folder) as bench:
        await bench.press("f2", "ctrl+home", "ctrl+down", "f9", "x", "enter")
        cut = bench.mending.sentences(bench.mending.beads[1], SOURCE)
        assert [one.text for one in cut][:2] == ["清水河全长86公里，", "流经三个县。"]


async def test_what_lies_beside_a_mended_bead_is_aligned_again(
    tmp_path: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.project.aligning import Pair

    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
    shifted = (
        *(Pair((n,), (n,), 0.9) for n in (0, 1)),
        Pair((2,), (), 0.4),
        *(Pair((n,), (n - 1,), 0.4) for n in (3, 4)),
        Pair((5,), (4, 5), 0.4),
    )
    async with opened(alignment(tmp_path / "shifted", shifted)) as bench:
        await bench.press("f2", "ctrl+home", "ctrl+down", "ctrl+down", "ctrl+down", "tab", "f7")
        assert bench.mending.beads[2].is_pair
        await bench.press("ctrl+up", "enter")
        await bench.done()
        assert [bead.is_pair for bead in bench.mending.beads] == [True] * 6
        await bench.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert bench.mending.beads[2].target == bench.mending.beads[2].target_end


async def test_place_and_order_are_those_of_the_last_time(folder: Path) -> None:
    async with opened(folder) as bench:
        await bench.press("f2", "ctrl+end")
    async with opened(folder) as bench:
        assert (bench.number, bench.screen.grid.order.doubtful_first) == (5, False)


async def test_results_are_written_by_keys(folder: Path, tmp_path: Path) -> None:
    async with opened(folder) as bench:
        await bench.press("ctrl+s")
        await bench.done()
        assert (folder / "river.tmx").is_file()
        assert bench.said.endswith("4 beads, 0 of them right; left out: 1 without a partner.")
        await bench.press("f9", "t", "enter")
        await bench.done()
        assert bench.said.startswith("4 units are in the memory personal")
        await bench.press("f9", "i", "enter")
        await bench.done()
        assert (tmp_path / "river-project" / "project.db").is_file()


async def test_a_bead_taller_than_the_screen_is_read_to_its_end(tmp_path: Path) -> None:
    long = "河水清了，" * 120 + "人也留得住了。"
    zh, en = f"　　{long}\n", "The water is clear. " * 3 + "\n"
    from workbench.project.aligning import Pair

    tall = alignment(tmp_path / "tall", [Pair((0,), (0, 1, 2), 0.9)], zh, en)
    async with opened(tall) as bench:
        assert "留得住了。" not in "".join(bench.lines())
        for _ in range(20):
            await bench.press("down")
        assert "留得住了。" in "".join(bench.lines())
        await bench.press("ctrl+home")
        assert bench.lines()[0].split()[0] == "1"


def test_no_two_commands_share_a_key_or_a_letter() -> None:
    keys = [key for command in MENDING_COMMANDS for key in command.keys]
    letters = [command.menu for command in MENDING_COMMANDS if command.menu]
    assert len(keys) == len(set(keys))
    assert len(letters) == len(set(letters))
    assert len({command.id for command in MENDING_COMMANDS}) == len(MENDING_COMMANDS)
    assert all(command.group in Group and command.help.endswith(".") for command in MENDING_COMMANDS)


def test_a_sentence_is_cut_before_words_and_hanzi_only() -> None:
    text = "In 2024 水清了。"
    assert [text[at:] for at in cut_places(text)] == ["2024 水清了。", "水清了。", "清了。", "了。"]


async def test_a_bead_is_merged_with_one_that_stands_above_it_in_the_list(folder: Path) -> None:
    async with opened(folder, (100, 30)) as bench:
        await bench.press("ctrl+down", "ctrl+down", "ctrl+down")
        assert bench.number == 4
        await bench.press("f9", "m")
        assert len(bench.mending.beads) == 4
        assert bench.number == 4
        await bench.press("ctrl+z")
        assert len(bench.mending.beads) == 5


async def test_a_command_on_beads_has_the_key_that_a_person_gave_it(folder: Path) -> None:
    path = Path(os.environ["XDG_CONFIG_HOME"]) / "workbench" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[keys]\norder = "f20"\n', "utf-8")
    async with opened(folder) as bench:
        before = bench.screen.grid.order.doubtful_first
        await bench.press("f2")
        assert bench.screen.grid.order.doubtful_first is before  # nothing sits there any more
        await bench.press("f20")
        assert bench.screen.grid.order.doubtful_first is not before


async def test_a_command_without_a_key_gets_one_that_another_had(folder: Path) -> None:
    path = Path(os.environ["XDG_CONFIG_HOME"]) / "workbench" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[keys]\norder = "f20"\nnot-sure = "f2"\nother-side = "f21"\n', "utf-8")
    async with opened(folder) as bench:
        assert "other-side" in bench.app.keymap.told
        await bench.press("ctrl+k")
        assert bench.screen.grid.bead.mark is Mark.RIGHT
        await bench.press("f2")
        assert bench.screen.grid.bead.mark is not Mark.RIGHT


async def test_a_key_of_the_rows_says_that_it_does_nothing_here(folder: Path) -> None:
    async with opened(folder) as bench:
        await bench.press("ctrl+f")
        assert bench.said == "Ctrl+F does nothing on an alignment; F1 says the keys."
        await bench.press("x")
        assert bench.said.startswith("X does nothing")
