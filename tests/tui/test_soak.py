"""tests: the short form of the soak; `python bench/soak.py` is the long one."""

from __future__ import annotations

from pathlib import Path

from tests.tui.soak import soaked


async def test_after_random_commands_the_disk_is_what_the_log_says_and_undo_leads_back(
    project: Path,
) -> None:
    end = await soaked(project, seed=1, steps=120)
    assert end.disk == end.model, "the store is not what the log of operations leads to"
    assert end.shown == end.order, "the editor does not show the rows of the store"
    assert end.undone == end.start, "undo of everything does not lead back to the start"
