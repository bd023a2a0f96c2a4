"""tests of tui: after hours of dialogs and keys the memory holds no more than what is shown."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from textual.strip import Strip

from tests.tui.conftest import Desk, opened
from workbench.tui.screens.collecting import Collecting


def strips_kept() -> int:
    """Painted lines that something still holds."""
    gc.collect()
    return sum(isinstance(one, Strip) for one in gc.get_objects())


async def look_into_the_help(desk: Desk, times: int) -> None:
    """Open it, look about, and leave it."""
    for _ in range(times):
        await desk.press("f1", "down", "pagedown")
        await desk.press("ctrl+g")


async def test_dialogs_that_were_closed_leave_no_lines_behind(project: Path) -> None:
    async with opened(project) as desk:
        await look_into_the_help(desk, 3)
        before = strips_kept()
        await look_into_the_help(desk, 12)
        assert strips_kept() < before + 1500  # twelve helps are 6,000 lines


@pytest.mark.parametrize(("looks", "collects"), [(5, False), (600, True)])
async def test_one_who_never_rests_has_the_memory_cleared_all_the_same(
    project: Path, monkeypatch: pytest.MonkeyPatch, looks: int, collects: bool
) -> None:
    async with opened(project) as desk:
        await desk.press("down")
        seen: list[int] = []
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, looks))
        monkeypatch.setattr(gc, "collect", lambda: seen.append(1))
        monkeypatch.setattr(gc, "freeze", lambda: None)
        desk.screen.part(Collecting)._collect_when_resting()
        assert bool(seen) is collects
