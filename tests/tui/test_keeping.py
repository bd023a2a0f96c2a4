"""tests: the project as a whole: saving, exporting, two windows on one project, another's project.tmx."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from workbench.model.faults import WorkbenchError
from workbench.project.outcome import Outcome
from workbench.project.search import FindQuery
from workbench.project.session import Session
from workbench.project.stopping import Progress
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.choose import Choose
from workbench.tui.screens.handing_over import HandingOver
from workbench.tui.screens.long_steps import LongSteps
from workbench.tui.screens.long_work import LongWork
from workbench.tui.screens.projects import ProjectsScreen

from .conftest import opened


async def test_ctrl_s_writes_project_tmx_and_the_header_says_when(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("A clear river")
        await desk.press("ctrl+s")
        assert "A clear river" in (project / "project.tmx").read_text("utf-8")
        assert "saved" in desk.lines()[0]


async def test_export_writes_a_file_and_says_where(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("A clear river")
        await desk.press("f9", "i", "2")
        assert "A clear river" in (project / "river.txt").read_text("utf-8")
        assert "river.txt" in desk.said


async def test_quitting_asks_nothing_and_loses_nothing(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("Half a sen")
        await desk.press("ctrl+q")
    session = Session.open(project)
    assert session.segments([session.first_view().ids[0]])[0].target.text == "Half a sen"
    session.close()


async def test_a_project_open_elsewhere_is_read_only_and_can_be_taken_over(project: Path) -> None:
    first = Session.open(project)
    async with opened(project) as desk:
        assert isinstance(desk.app.screen, Choose)
        assert "read-only" in desk.lines()[0]
        await desk.press("1")
        await desk.write("x")
        assert desk.screen.pane.target_text == ""
        assert "Read-only" in desk.said
        await desk.press("f9", "z")
        await desk.until(first.take_over_requested)
        first.step_back()
        await desk.until(lambda: not desk.session.read_only)
        await desk.write("x")
        assert desk.screen.pane.target_text == "x"
        assert "read-only" not in desk.lines()[0]
    first.close()


async def test_the_window_that_is_asked_saves_steps_back_and_says_so(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("Mine")
        second = Session.open(project)
        second.request_take_over()
        await desk.until(lambda: desk.session.read_only, 5)
        assert "taken over" in desk.said
        assert "read-only" in desk.lines()[0]
        assert second.try_take_over().done
        assert second.segment(desk.row(1)).target.text == "Mine"
        await desk.write("more")
        assert desk.screen.pane.target_text == "Mine"
        second.close()


async def test_taking_over_shows_what_the_other_window_wrote_and_types_on_from_there(project: Path) -> None:
    first = Session.open(project)
    row, below = first.first_view().ids[:2]
    first.type(row, "Old")
    async with opened(project) as desk:
        await desk.press("1")
        assert desk.screen.pane.target_text == "Old"
        first.type(row, "A clear river")
        first.type(below, "Relieving Beijing")
        await desk.press("f9", "z")
        await desk.until(first.take_over_requested)
        first.step_back()
        await desk.until(lambda: not desk.session.read_only)
        assert desk.screen.pane.target_text == "A clear river"
        assert any("Relieving Beijing" in line for line in desk.lines())
        await desk.press("end")
        await desk.write("s")
        await desk.press("ctrl+down")
        assert desk.session.segment(row).target.text == "A clear rivers"
    first.close()


async def test_a_window_that_takes_over_again_forgets_what_it_had_typed_itself(project: Path) -> None:
    async with opened(project) as desk:
        row = desk.row(1)
        await desk.write("Mine")
        await desk.press("ctrl+down")
        other = Session.open(project)
        other.request_take_over()
        await desk.until(lambda: desk.session.read_only, 5)
        assert other.try_take_over().done
        other.type(row, "Theirs")
        await desk.press("f9", "z")
        await desk.until(other.take_over_requested)
        other.step_back()
        await desk.until(lambda: not desk.session.read_only)
        assert any("Theirs" in line for line in desk.lines())
        await desk.press("ctrl+up")
        assert desk.screen.pane.target_text == "Theirs"
        other.close()


async def test_anothers_project_tmx_is_merged_on_the_users_word(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("Mine")
        await desk.press("ctrl+s")
    saved = project / "project.tmx"
    time.sleep(0.01)
    text = saved.read_text("utf-8")
    assert "Mine" in text
    saved.write_text(text.replace("Mine", "Theirs"), "utf-8")
    async with opened(project) as desk:
        assert isinstance(desk.app.screen, Choose)
        await desk.press("1")
        assert desk.session.segment(desk.row(1)).target.text == "Theirs"
        assert desk.screen.pane.target_text == "Theirs"
        await desk.press("ctrl+z")
        assert desk.screen.pane.target_text == "Mine"


async def test_the_list_of_projects_opens_the_last_one(project: Path) -> None:
    async with opened(project):
        pass
    app = WorkbenchApp()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ProjectsScreen)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert app.screen.__class__.__name__ == "EditorScreen"
        app.leave()


async def test_without_projects_the_list_says_how_to_begin(project: Path) -> None:
    app = WorkbenchApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "workbench new" in screen
        assert "workbench demo" in screen


async def test_a_full_disk_is_said_and_the_text_stays_on_the_screen(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(project) as desk:
        with monkeypatch.context() as full:

            def no_room(row: int, text: str) -> None:
                raise WorkbenchError("project.db could not be written (the disk is full); free some room.")

            full.setattr(desk.session, "type", no_room)
            await desk.write("Kept")
            await desk.until(lambda: "disk is full" in desk.said)
            await desk.press("enter", "ctrl+q")
            assert desk.screen.number == 1
            assert desk.screen.pane.target_text == "Kept"
        await desk.press("ctrl+k")
        assert desk.session.segment(desk.row(1)).target.text == "Kept"


async def test_a_step_over_many_rows_is_written_aside_while_one_types_on(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("An old river")
        await desk.press("ctrl+down")
        first = desk.row(1)

        def settle(session: Session) -> Outcome:
            return session.replace(session.replacements(FindQuery("old"), "new"))

        desk.screen.part(LongSteps).do("Replacing", settle, 100_000)
        await desk.write("Typed on")
        await desk.until(lambda: desk.session.segment(first).target.text == "An new river")
        await desk.until(lambda: "Replaced 1 place" in desk.said)
        assert any("An new river" in line for line in desk.lines())
        assert desk.screen.pane.target_text == "Typed on"
        await desk.until(lambda: desk.session.segment(desk.row(2)).target.text == "Typed on")


async def test_what_is_typed_in_two_rows_while_a_step_is_written_is_kept_after_it(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.lend("Replacing")
        await desk.write("First")
        await desk.press("down")
        desk.screen.keystrokes.edited(desk.row(2), "Second")
        assert not desk.screen.keystrokes.flush()
        desk.session.taken_back()
        assert desk.screen.keystrokes.flush()
        rows = desk.row(1), desk.row(2)
        assert [one.target.text for one in desk.session.segments(rows)] == ["First", "Second"]


async def test_quitting_waits_for_what_is_being_written_and_says_so(project: Path) -> None:
    async with opened(project) as desk:
        going, left = True, False

        def work(progress: Progress) -> str:
            while going:
                progress(1, 10)
                time.sleep(0.01)
            return "written"

        def then(found: str) -> None:
            nonlocal left
            left = found == "written"

        desk.screen.part(LongWork).run("Saving", work, then, quick=False, keeps=True)
        await desk.press("ctrl+q")
        assert "closes as soon as that is done" in desk.said
        assert desk.app.is_running
        going = False
        await desk.until(lambda: left)


async def test_one_thing_is_written_at_a_time_and_escape_stops_it(project: Path) -> None:
    async with opened(project) as desk:

        def work(progress: Progress) -> None:
            while True:
                progress(1, 10)
                time.sleep(0.01)

        def never(_none: None) -> None:
            raise AssertionError

        long_work = desk.screen.part(LongWork)
        long_work.run("Exporting tmx", work, never, quick=False, keeps=True)
        await desk.press("ctrl+s")
        assert "Exporting tmx is under way" in desk.said
        await desk.press("escape")
        await desk.until(lambda: desk.said == "Exporting tmx: stopped.")
        assert long_work.writing is None
        await desk.press("ctrl+s")
        assert (project / "project.tmx").is_file()


async def test_a_window_that_only_reads_shows_what_the_other_writes(project: Path) -> None:
    first = Session.open(project)
    async with opened(project) as desk:
        await desk.press("1")
        first.type(desk.row(3), "Written by the other window")
        await desk.until(lambda: any("Written by the other" in line for line in desk.lines()))
        first.split(desk.row(3), 5)
        await desk.until(lambda: len(desk.screen.view) == 7)
    first.close()


async def test_what_was_written_before_the_first_look_at_the_other_window_is_shown_too(project: Path) -> None:
    first = Session.open(project)
    async with opened(project) as desk:
        await desk.press("1")
        first.type(desk.row(3), "Written at once")
        desk.screen.part(HandingOver)
        await desk.until(lambda: any("Written at once" in line for line in desk.lines()))
    first.close()
