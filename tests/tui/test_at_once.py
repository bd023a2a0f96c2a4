"""tests: keys and lines that take no turn of a queue do what they would have done in it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.at_once import paint_at_once
from workbench.tui.widgets import at_once as painted_line
from workbench.tui.widgets import grid_painting as painted_grid

from .conftest import Desk, opened

KEYS = ("ctrl+down", "ctrl+up", "pagedown", "pageup", "a", "b", "space", "left", "right", "f6", "up", "down")


def cells(strip: Strip) -> list[tuple[str, Style | None]]:
    """Every character with how it looks."""
    return [(character, segment.style) for segment in strip for character in segment.text]


def painted(monkeypatch: pytest.MonkeyPatch) -> dict[int, Strip]:
    """The lines of the grid as they were painted at once last, while the test goes on."""
    seen: dict[int, Strip] = {}

    def paint(widget: Widget, lines: Mapping[int, Strip]) -> bool:
        done = paint_at_once(widget, lines)
        if done:
            seen.update(lines)
        return done

    monkeypatch.setattr(painted_grid, "paint_at_once", paint)
    return seen


def shown(desk: Desk, y: int) -> Strip:
    """A line of the grid as the compositor puts it together."""
    region = desk.screen.pane.grid.scrollable_content_region
    return desk.screen._compositor.render_strips()[region.y + y].crop(region.x, region.right)


@pytest.mark.parametrize("size", [(80, 24), (150, 45)])
async def test_what_is_painted_at_once_is_what_the_compositor_would_paint(
    project: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = random.Random(3)
    async with opened(project, size) as desk:
        await desk.pilot.pause(0.3)
        seen = painted(monkeypatch)
        compared = 0
        for _ in range(60):
            seen.clear()
            await desk.press(keys.choice(KEYS))
            for y, strip in seen.items():
                assert cells(strip) == cells(shown(desk, y))
                compared += 1
        assert compared > 40


async def test_nothing_is_painted_over_a_dialog(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(project, (100, 30)) as desk:
        editor = desk.screen
        await desk.press("ctrl+p")
        assert desk.pilot.app.screen is not editor
        seen = painted(monkeypatch)
        editor.pane.activate(desk.session.full_view().ids[-1])
        await desk.pilot.pause()
        assert seen == {}


async def test_a_key_does_not_overtake_what_was_pasted_before_it(project: Path) -> None:
    async with opened(project) as desk:
        pane = desk.screen.pane
        before = pane.target_text
        pane._forward_event(events.Paste("pasted "))
        pane._forward_event(events.Key("x", "x"))
        pane._forward_event(events.Paste("and "))
        pane._forward_event(events.Key("y", "y"))
        await desk.pilot.pause()
        assert "pasted xand y" in pane.target_text
        assert len(pane.target_text) == len(before) + len("pasted xand y")


async def test_what_a_command_says_is_painted_with_what_it_does(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(project) as desk:
        await desk.write("A clear river.")
        seen: list[str] = []

        def paint(widget: Widget, lines: Mapping[int, Strip]) -> bool:
            done = paint_at_once(widget, lines)
            seen.extend(strip.text.strip() for strip in lines.values() if done)
            return done

        monkeypatch.setattr(painted_line, "paint_at_once", paint)
        await desk.press("enter")
        assert desk.said.startswith("Row 1 confirmed.")
        assert desk.said in seen
        assert any(desk.said in line for line in desk.lines())
