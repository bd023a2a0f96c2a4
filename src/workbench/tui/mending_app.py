"""tui: MendingApp, the program on an alignment: the same app with the screen for mending."""

from __future__ import annotations

from pathlib import Path

from textual.screen import Screen

from workbench.project.mending import Mending
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.mending import MendingScreen


class MendingApp(WorkbenchApp):
    """An alignment in a terminal."""

    def __init__(self, mending: Mending) -> None:
        super().__init__()
        self._mending = mending

    def get_default_screen(self) -> Screen[None]:
        """The beads."""
        return MendingScreen(self._mending)


def mending_screen(folder: Path) -> MendingScreen:
    """The screen for an alignment. Raises WorkbenchError where it cannot be opened."""
    return MendingScreen(Mending.open(folder))


def run_mending(folder: Path) -> None:
    """Mend the alignment of a folder. Raises WorkbenchError where it cannot be opened."""
    MendingApp(Mending.open(folder)).run()
