"""tests: what is shown and never changes the text: pinyin, script, panes, themes, help, small windows."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from workbench.project.session import Session
from workbench.tui.app import WorkbenchApp
from workbench.tui.commands.command import PAGES
from workbench.tui.commands.table import COMMANDS
from workbench.tui.screens.help import Help, Palette
from workbench.tui.screens.menu import Menu
from workbench.tui.widgets.choices import ChoiceList
from workbench.tui.widgets.cue import Cue
from workbench.tui.widgets.pinyin_line import PinyinLine

from .conftest import Desk, matches_snapshot, opened


async def test_pinyin_stands_in_its_pane_then_above_the_row_then_all_then_nowhere(
    project: Path,
) -> None:
    async with opened(project) as desk:
        line = desk.screen.query_one(PinyinLine)
        await desk.until(lambda: "yī jiāng" in line.text.lower() or "yījiāng" in line.text.lower())
        sources = [segment.source for segment in desk.session.segments(list(desk.screen.view.ids))]
        seen = []
        for _ in range(4):
            seen.append((line.display, desk.screen.pane.ruby))
            await desk.press("f2")
        assert seen == [(True, "off"), (False, "row"), (False, "all"), (False, "off")]
        assert sources == [s.source for s in desk.session.segments(list(desk.screen.view.ids))]


async def test_the_script_shown_changes_and_the_text_does_not(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f5")
        await desk.until(lambda: any("一江清水潤京畿" in line for line in desk.lines()))
        assert desk.session.segment(desk.row(1)).source.text == "一江清水润京畿"
        await desk.press("f5", "f5")
        await desk.until(lambda: any("一江清水润京畿" in line for line in desk.lines()))


async def test_one_lower_pane_with_tabs_where_three_have_no_room(project: Path) -> None:
    async with opened(project, (100, 30)) as desk:
        visible = [pane.id for pane in desk.screen.lower.children if pane.display]
        assert visible == ["terms"]
        await desk.press("f6")
        assert [pane.id for pane in desk.screen.lower.children if pane.display] == ["findings"]
    async with opened(project, (150, 45)) as desk:
        assert all(pane.display for pane in desk.screen.lower.children)


async def test_a_tiny_window_says_in_one_sentence_what_it_needs(project: Path) -> None:
    async with opened(project, (40, 10)) as desk:
        text = " ".join(line.strip() for line in desk.lines() if line.strip())
        assert text.startswith("Workbench needs a window of at least")
        assert "40 by 10" in text
        await desk.pilot.resize_terminal(100, 30)
        await desk.pilot.pause()
        await desk.write("x")
        assert desk.screen.pane.target_text == "x"


async def test_the_palette_runs_what_is_typed(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("ctrl+p")
        assert isinstance(desk.app.screen, Palette)
        await desk.write("go to row")
        await desk.press("enter")
        assert any("Go to row" in line for line in desk.lines())


async def test_the_help_lists_every_command_and_runs_one(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f1")
        assert isinstance(desk.app.screen, Help)
        listed = {choice.value for choice in desk.app.screen.query_one(ChoiceList).choices}
        assert set(COMMANDS) <= listed
        await desk.write("next row")
        await desk.press("enter")
        assert desk.screen.number == 2


async def test_the_menu_lists_every_letter(project: Path) -> None:
    async with opened(project, (80, 24)) as desk:
        await desk.press("f9")
        assert isinstance(desk.app.screen, Menu)
        screen = "\n".join(desk.lines())
        assert all(command.title in screen for command in COMMANDS if len(command.menu) == 1)
        for page in PAGES:
            await desk.press(page)
            screen = "\n".join(desk.lines())
            assert all(
                command.title in screen
                for command in COMMANDS
                if len(command.menu) == 2 and command.menu[0] == page
            )
            await desk.press("backspace")
        await desk.press("b")
        assert desk.app.theme == "workbench-light"


async def test_commands_are_run_from_the_palette(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(project) as desk:
        ran: list[str] = []
        some = COMMANDS[::7]  # that the palette finds each of them is held by the tests of the table
        for command in some:
            await desk.press("ctrl+p")
            palette = desk.app.screen
            palette.query_one(Input).value = command.title
            await desk.pilot.pause()
            choices = palette.query_one(ChoiceList)
            choices.put_cursor([choice.value for choice in choices.choices].index(command))
            with monkeypatch.context() as instead:
                instead.setattr(desk.screen, "run_command", lambda chosen: ran.append(chosen.id))
                await desk.press("enter")
        assert ran == [command.id for command in some]


async def test_plain_signs_write_tones_as_numbers_and_no_box_lines(project: Path) -> None:
    async with opened(project) as desk:
        line = desk.screen.query_one(PinyinLine)
        await desk.until(lambda: bool(line.text))
        await desk.press("f9", "d")
        await desk.until(lambda: "jiang1" in line.text)
        assert not any("█" in row or "─" in row for row in (desk.lines()[0], desk.lines()[-6]))


async def test_what_was_said_goes_when_typing_goes_on_and_a_warning_stays(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f9", "b")
        assert "theme" in desk.said
        await desk.write("x")
        assert desk.said == ""
        desk.screen.say("The disk is full.", warn=True)
        await desk.write("y")
        assert desk.said == "The disk is full."


async def test_what_a_term_key_says_is_not_cleared_by_the_term_itself(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(2))
        await desk.terms_known()
        await desk.press("ctrl+t")
        assert desk.screen.pane.target_text
        assert desk.screen.pane.target_text in desk.said


async def test_a_step_taken_back_is_told_as_undone(project: Path) -> None:
    async with opened(project, (160, 45)) as desk:
        await desk.write("A clear river")
        await desk.press("ctrl+k", "ctrl+z")
        await desk.until(lambda: any("undone: confirmed row 1" in line for line in desk.lines()))


@pytest.mark.parametrize(("height", "lines"), [(24, 1), (29, 2), (30, 3), (48, 3)])
async def test_pinyin_has_three_lines_where_there_is_room(project: Path, height: int, lines: int) -> None:
    async with opened(project, (100, height)) as desk:
        assert desk.screen.query_one(PinyinLine).size.height == lines


async def test_picking_a_term_puts_the_cue_of_the_sample_away(project: Path) -> None:
    app = WorkbenchApp(Session.open(project), cue="Try these keys.")
    async with app.run_test(size=(80, 24)) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: desk.screen.view.complete)
        desk.screen.go(desk.row(2))
        await desk.terms_known()
        assert not desk.screen.lower.display
        await desk.press("ctrl+o")
        assert desk.screen.lower.display
        assert desk.screen.lower.terms.has_focus
        assert not desk.screen.query(Cue)
        app.leave()


async def settled(desk: Desk) -> None:
    """Everything that workers bring is on the screen."""
    await desk.terms_known()
    await desk.until(lambda: bool(desk.screen.query_one(PinyinLine).text))
    await desk.pilot.pause(0.1)


@pytest.mark.usefixtures("_fixed_clock")
@pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=["80x24", "140x45"])
async def test_the_editor_looks_as_it_did(project: Path, size: tuple[int, int]) -> None:
    async with opened(project, size) as desk:
        await desk.write("A Clear River")
        await desk.press("enter")
        await desk.write("Relieving Beijing is the key.")
        await desk.press("ctrl+e")
        await settled(desk)
        matches_snapshot(f"editor-{size[0]}x{size[1]}", desk.lines())


@pytest.mark.usefixtures("_fixed_clock")
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("menu", ["f9"]),
        ("help", ["f1"]),
        ("palette", ["ctrl+p"]),
        ("filter", ["f4", "space"]),
        ("note", ["f8"]),
        ("term", ["f7"]),
    ],
)
async def test_the_dialogs_look_as_they_did(project: Path, name: str, keys: list[str]) -> None:
    async with opened(project, (80, 24)) as desk:
        await settled(desk)
        await desk.press(*keys)
        matches_snapshot(f"{name}-80x24", desk.lines())
