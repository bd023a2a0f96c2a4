"""tests/tui: figures, names, case, marks and copying by key."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.conftest import Desk, opened


async def menu(desk: Desk, letter: str) -> None:
    await desk.press("f9", "9", letter)
    await desk.pilot.pause()


async def test_f10_puts_figures_in_and_says_what_comes_next(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(4))
        await desk.press("f10")
        await desk.until(lambda: desk.screen.pane.target_text == "12,000")
        await desk.until(lambda: desk.said.startswith("1.2万人: 12,000. F10 again: 12,000 people."))
        await desk.press("f10")
        await desk.until(lambda: desk.screen.pane.target_text == "12,000 people")
        await desk.press("space", "f10")
        await desk.until(lambda: desk.said == "The English has every figure of this row.")


async def test_a_selected_name_goes_in_and_its_other_reading_in_its_place(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(6))
        await menu(desk, "p")
        await desk.until(lambda: desk.said.startswith("Select a Chinese name first"))
        start = desk.session.segment(desk.row(6)).source.text.index("京津冀")
        desk.screen.pane.point_in_source(start, start + 3)
        await menu(desk, "p")
        await desk.until(lambda: desk.screen.pane.target_text == "Beijing-Tianjin-Hebei")
        await menu(desk, "p")
        await desk.until(lambda: desk.screen.pane.target_text == "Jingjinji")


async def test_case_marks_and_curly_quotes(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(3))
        await desk.press(*'a "clean" river')
        await menu(desk, "c")
        await desk.until(lambda: desk.screen.pane.target_text == 'a "clean" River')
        await menu(desk, "c")
        await desk.until(lambda: desk.screen.pane.target_text == 'a "clean" RIVER')
        await menu(desk, "a")
        await desk.press("q")
        await desk.until(lambda: desk.screen.pane.target_text == "a “clean” RIVER")
        await menu(desk, "a")
        await desk.press("u")
        await desk.until(lambda: desk.screen.pane.target_text == "a “clean” RIVERü")


async def test_what_is_copied_goes_to_the_tool_and_is_said(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "xclip"
    tool.write_text(f'#!/bin/sh\ncat > "{tmp_path}/clipboard"\n', "utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with opened(project) as desk:
        desk.screen.go(desk.row(1))
        await menu(desk, "y")
        await desk.press("1")
        await desk.until(lambda: desk.said == "Copied 7 characters with xclip.")
        assert (tmp_path / "clipboard").read_text("utf-8") == "一江清水润京畿"


async def test_a_screen_that_cannot_be_lent_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")
    async with opened(project) as desk:
        await menu(desk, "e")
        await desk.until(lambda: desk.said.startswith("This terminal cannot be lent to another editor"))
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", "")
    async with opened(project) as desk:
        await menu(desk, "e")
        await desk.until(lambda: desk.said.startswith("No editor is named: set VISUAL or EDITOR"))
