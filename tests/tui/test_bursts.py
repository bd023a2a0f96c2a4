"""tests: keys that come in one burst, as a slow line delivers them, do what they do one by one."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.widgets import Input

from tests.tui.conftest import Desk, opened
from workbench.tui.screens.accents import Accents
from workbench.tui.screens.ask import Ask
from workbench.tui.screens.choose import Choose


async def burst(desk: Desk, *keys: str) -> None:
    for key in keys:
        desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await desk.pilot.pause()
    await desk.pilot.pause()


async def test_letters_after_the_menu_key_choose_in_the_menu(project: Path) -> None:
    async with opened(project) as desk:
        await burst(desk, "a", "f9", "t")
        await desk.until(lambda: isinstance(desk.app.screen, Choose))
        assert desk.screen.pane.target_text == "a"


async def test_a_page_of_the_menu_opens_in_a_burst(project: Path) -> None:
    async with opened(project) as desk:
        await burst(desk, "f9", "9", "d")
        await desk.until(lambda: desk.said.startswith("Moved row 1"))
        assert desk.screen.pane.target_text == ""


async def test_a_number_after_the_key_that_asks_for_it_goes_into_the_question(project: Path) -> None:
    async with opened(project) as desk:
        await burst(desk, "ctrl+l", "4", "enter")
        await desk.until(lambda: desk.screen.number == 4)


async def test_what_was_typed_before_a_command_is_there_when_it_runs(project: Path) -> None:
    async with opened(project) as desk:
        await burst(desk, *"Lucid", "enter", *"Relief")
        await desk.until(lambda: desk.screen.number == 2)
        assert desk.session.segment(desk.row(1)).target.text == "Lucid"
        assert desk.screen.pane.target_text == "Relief"


async def test_a_key_from_before_the_menu_is_not_one_of_the_menu(project: Path) -> None:
    async with opened(project) as desk:
        await burst(desk, "ctrl+g", "ctrl+g", "f9", "9", "a")
        await desk.until(lambda: isinstance(desk.app.screen, Accents))


async def test_keys_behind_the_answer_of_a_dialog_are_for_the_rows(project: Path) -> None:
    async with opened(project) as desk:
        await burst(desk, "f9", "9", "m", *"typed")
        await desk.until(lambda: desk.screen.pane.target_text == "typed")
        assert desk.session.is_bookmarked(desk.row(1))


async def test_two_commands_of_the_menu_in_one_burst_both_run(project: Path) -> None:
    async with opened(project) as desk:
        await burst(desk, "f9", "9", "m", "ctrl+down", "f9", "9", "m")
        await desk.until(lambda: desk.session.bookmarks() == [desk.row(1), desk.row(2)])


async def test_a_burst_with_cancelling_in_it_ends_in_the_last_command(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("Lucid waters")
        await burst(desk, "f9", "9", "o", "ctrl+g", "ctrl+g", "f9", "9", "a", "ctrl+g", "f9", "9", "m")
        await desk.until(lambda: desk.session.is_bookmarked(desk.row(1)))
        assert desk.app.screen is desk.screen


async def test_a_text_behind_the_answer_that_asks_for_it_keeps_its_order(project: Path) -> None:
    async with opened(project) as desk:
        await burst(desk, "f9", "9", "x", "end", "enter", *"colleague")
        await desk.until(lambda: isinstance(desk.app.screen, Ask))
        await desk.until(lambda: desk.app.screen.query_one(Input).value == "colleague")


async def test_a_number_behind_a_letter_of_the_menu_chooses_and_is_not_typed(project: Path) -> None:
    async with opened(project) as desk:
        for _ in range(3):
            await burst(desk, "f9", "9", "n", "1")
            await desk.until(lambda: len(desk.app.screen_stack) == 1)
            await desk.until(lambda: "untranslated row" in desk.said)
            assert "1" not in desk.screen.pane.target_text


async def test_what_is_typed_in_a_list_goes_into_the_english_whole(project: Path) -> None:
    async with opened(project) as desk:
        for text in ("All are glad. ", "Nobody 1 key. ", "Lost."):
            desk.screen.lower.terms.focus()
            await desk.pilot.pause()
            await burst(desk, *text)
        await desk.until(lambda: desk.screen.pane.target_text.endswith("Lost."))
        assert desk.screen.pane.target_text == "All are glad. Nobody 1 key. Lost."
