"""tests: what waits for a rest is done once, with the last of what began it, and not when it was stopped."""

from __future__ import annotations

import gc
from pathlib import Path

from workbench.tui.pause import Pause

from .conftest import opened


async def test_what_is_begun_again_is_done_once(project: Path) -> None:
    async with opened(project) as desk:
        done: list[str] = []
        pause = Pause(desk.screen, lambda: done.append("done"))
        for _ in range(5):
            pause.begin(0.02)
        assert pause.pending
        await desk.until(lambda: not pause.pending)
        await desk.pilot.pause(0.1)
        assert done == ["done"]


async def test_what_was_stopped_is_not_done(project: Path) -> None:
    async with opened(project) as desk:
        done: list[str] = []
        pause = Pause(desk.screen, lambda: done.append("done"))
        pause.begin(0.02)
        pause.stop()
        assert not pause.pending
        await desk.pilot.pause(0.1)
        assert done == []


async def test_no_key_waits_for_a_look_through_all_that_is_in_memory(project: Path) -> None:
    before = gc.get_threshold()
    async with opened(project):
        assert gc.get_threshold()[2] > 1000 * before[2]
