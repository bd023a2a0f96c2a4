"""tests: a colleague's file beside the project on the screen, and the reviewer's work."""

from __future__ import annotations

import shutil
from pathlib import Path

from workbench.model.segments import State
from workbench.project.session import Session
from workbench.tui.screens.compare import CompareForm

from .conftest import opened


def colleague(project: Path) -> None:
    """A copy beside the project, in which the first two rows were translated and confirmed."""
    with_save = Session.open(project)
    with_save.save()
    with_save.close()
    copy = project.parent / "copy"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("project.db*", "backups", "project.lock"))
    session = Session.open(copy)
    for row, english in zip(list(session.full_view().ids)[:2], ("A river", "Relieving Beijing"), strict=True):
        session.type(row, english)
        session.confirm_and_stay(row)
    session.save()
    session.close()


async def test_theirs_is_taken_row_by_row_and_taken_back(project: Path) -> None:
    colleague(project)
    async with opened(project, (100, 30)) as desk:
        await desk.press("f9", "9", "x")
        assert any("copy/project.tmx" in line for line in desk.lines())
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, CompareForm))
        await desk.press("enter")
        assert desk.session.segment(desk.row(1)).target.text == "A river"
        assert any("Took row 1" in line for line in desk.lines())
        assert any("Relieving" in line for line in desk.lines()[14:])
        await desk.press("ctrl+z")
        assert desk.session.segment(desk.row(1)).state is State.UNTRANSLATED
        await desk.press("ctrl+t", "1")
        assert desk.session.segment(desk.row(2)).state is State.CONFIRMED
        await desk.press("ctrl+r")
        assert desk.screen.row == desk.row(2)


async def test_the_reviewer_sees_what_changed_and_goes_on_with_enter(project: Path) -> None:
    session = Session.open(project)
    rows = list(session.full_view().ids)
    for row, english in zip(rows[:2], ("A river waters the capital", "Relieving Beijing"), strict=True):
        session.type(row, english)
        session.confirm_and_stay(row)
    session.close()
    async with opened(project, (100, 30)) as desk:
        await desk.press("f9", "9", "w")
        await desk.until(lambda: any("As it was confirmed" in line for line in desk.lines()))
        assert "reviewing" in desk.lines()[0]
        assert "0/6 reviewed" in desk.lines()[0]
        assert desk.lines()[-1].startswith(" Enter reviewed")
        await desk.press("end")
        await desk.write(" city")
        await desk.until(lambda: any("{+ city+}" in line for line in desk.lines()))
        await desk.press("enter")
        assert desk.screen.row == rows[1]
        assert desk.session.segment(rows[0]).state is State.REVIEWED
        await desk.press("f9", "j")
        await desk.write("Why")
        await desk.press("enter")
        assert desk.session.segment(rows[1]).state is State.REJECTED
        assert "1/6 reviewed" in desk.lines()[0]


async def test_the_project_screen_goes_to_the_row_worked_on_last(project: Path) -> None:
    session = Session.open(project)
    row = list(session.full_view().ids)[3]
    session.type(row, "12,000 jobs")
    session.close()
    async with opened(project, (80, 24)) as desk:
        await desk.press("f9", "0", "o")
        await desk.until(lambda: any("English words" in line for line in desk.lines()))
        assert any("river.txt" in line and "0 of 6 rows done" in line for line in desk.lines())
        await desk.press("down")
        assert any("typing in row 4" in line for line in desk.lines())
        await desk.press("enter")
        assert desk.screen.row == row
