"""tests: splitting by sentences, moving rows and blocks, radicals and history, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Desk, opened
from workbench.model.segments import State
from workbench.project.session import Session
from workbench.tui.screens.block import Block
from workbench.tui.screens.history import HistoryForm
from workbench.tui.widgets.block_line import BlockLine
from workbench.tui.widgets.panes import TextBlock


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The folder of a project of four rows; the second came out of a PDF."""
    source = tmp_path / "small.txt"
    source.write_text("甲事已定。乙事未定。\n共⼈⼝增加。\n丙事待议。\n总标题\n", "utf-8")
    folder = tmp_path / "small"
    Session.create([source], folder=folder, name="small", reflow="never").close()
    return folder


def sources(desk: Desk) -> list[str]:
    return [row.source.text for row in desk.session.every_segment()]


async def test_a_block_is_marked_and_put_before_a_row_in_words(small: Path) -> None:
    async with opened(small, (100, 30)) as desk:
        await desk.press("ctrl+end", "f9", "9", "b")
        assert "begins at row 4" in desk.said
        await desk.press("f9", "9", "b")
        assert "Block: row 4" in desk.said
        assert desk.screen.query_one(BlockLine).told == "Block: row 4"
        await desk.press("ctrl+home", "f9", "9", "b")
        assert sources(desk)[0] == "总标题"
        assert desk.said == "Moved row 4 to row 1."
        assert desk.screen.row == desk.row(1) and not desk.screen.query(BlockLine)
        await desk.press("ctrl+z")
        assert sources(desk)[3] == "总标题"


async def test_a_block_moves_up_merges_and_escape_lets_it_go(small: Path) -> None:
    async with opened(small, (100, 30)) as desk:
        await desk.press("ctrl+end", "f9", "9", "b", "ctrl+up", "f9", "9", "b")
        row = desk.screen.row
        await desk.press("f9", "9", "u")
        assert sources(desk)[1:3] == ["丙事待议。", "总标题"] and desk.screen.row == row
        assert desk.screen.query_one(BlockLine).told == "Block: rows 2–3"
        await desk.press("f9", "m")
        assert sources(desk)[1] == "丙事待议。总标题"
        assert not desk.screen.part(Block).rows
        await desk.press("f9", "9", "b", "escape")
        assert desk.said == "The block is let go." and not desk.screen.query(BlockLine)


async def test_behind_the_last_row_of_a_document_a_block_can_be_put_too(small: Path) -> None:
    async with opened(small, (100, 30)) as desk:
        await desk.press("f9", "9", "b", "f9", "9", "b", "ctrl+end", "f9", "9", "b", "2")
        assert sources(desk)[3] == "甲事已定。乙事未定。"


async def test_an_undone_split_lets_a_block_of_its_rows_go(small: Path) -> None:
    async with opened(small, (100, 30)) as desk:
        await desk.press("f9", "9", "s")
        assert sources(desk)[:2] == ["甲事已定。", "乙事未定。"]
        await desk.press("f9", "9", "b", "ctrl+down", "f9", "9", "b", "ctrl+z")
        assert not desk.screen.part(Block).rows and len(sources(desk)) == 4


async def test_a_row_splits_where_an_english_sentence_ends_at_the_caret(small: Path) -> None:
    async with opened(small, (100, 30)) as desk:
        await desk.write("It is settled. ")
        await desk.press("f9", "s")
        assert sources(desk)[:2] == ["甲事已定。", "乙事未定。"]
        await desk.press("ctrl+z", "home", "f9", "s")
        assert desk.screen.pane.side == "source" and "then split again" in desk.said


async def test_radicals_are_offered_once_and_mended_in_one_row_or_all(small: Path) -> None:
    async with opened(small, (100, 30)) as desk:
        await desk.press("ctrl+down")
        await desk.until(lambda: "radicals" in desk.said)
        assert (
            desk.said == "2 characters of this row are radicals from the PDF (⼈ for 人): F9 9 r mends them."
        )
        await desk.press("f9", "9", "r")
        await desk.until(lambda: sources(desk)[1] == "共人口增加。")
        assert desk.session.segment(desk.row(2)).original_source == "共⼈⼝增加。"
        await desk.press("f9", "e", "2")
        assert sources(desk)[1] == "共⼈⼝增加。"


async def test_the_history_shows_the_difference_by_signs_and_restores(small: Path) -> None:
    async with opened(small, (100, 30)) as desk:
        await desk.write("It is open.")
        await desk.press("ctrl+k")
        for key in ("backspace", "backspace", "backspace", "backspace", "backspace"):
            await desk.press(key)
        await desk.write("closed.")
        await desk.press("f9", "9", "h")
        await desk.until(lambda: isinstance(desk.app.screen, HistoryForm))
        form = desk.app.screen
        await desk.until(lambda: "closed" in form.query_one(TextBlock).render().plain)
        told = form.query_one(TextBlock).render().plain
        assert "confirmed → draft" in told and "[-open-]{+closed+}" in told
        await desk.press("down", "enter")
        row = desk.session.segment(desk.row(1))
        assert (row.target.text, row.state) == ("It is open.", State.DRAFT)
        assert desk.screen.pane.target_text == "It is open."


async def test_a_misread_character_that_is_selected_is_typed_over(small: Path) -> None:
    async with opened(small, (100, 30)) as desk:
        await desk.press("ctrl+home", "tab", "home", "right", "shift+right", "f9", "e")
        await desk.write("物")
        await desk.press("enter")
        assert sources(desk)[0] == "甲物已定。乙事未定。"
