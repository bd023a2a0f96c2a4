"""tui: Arrivals, what workers find out of a row in which the caret has come to rest, shown all at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from workbench.tui.pause import Pause

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

PATIENCE: Final = 0.06
"""Seconds for which the first that comes is kept back for the others."""

Show = Callable[[], None]


class Arrivals:
    """Keeps back what comes first until the rest is there, but not for long: the panes are painted once.

    What nobody waits for (the facts again, when typing rests) is shown as it comes.
    """

    def __init__(self, desk: EditorScreen) -> None:
        self._awaited: set[str] = set()
        self._here: dict[str, Show] = {}
        self._pause = Pause(desk, self._show)

    def expect(self, *names: str) -> None:
        """Another row is active: wait for these. What is still here is of the row that was left."""
        self._pause.stop()
        self._here.clear()
        self._awaited = set(names)

    def take(self, name: str, show: Show, *, final: bool = True) -> None:
        """Something has come.

        Args:
            name: who brings it; a later one of this name takes its place.
            show: shows it.
            final: nothing more comes from there soon.
        """
        if name not in self._awaited:
            show()
            return
        self._here[name] = show
        if final:
            self._awaited.discard(name)
        if not self._awaited:
            self._show()
        elif not self._pause.pending:
            self._pause.begin(PATIENCE)

    def _show(self) -> None:
        """Show what is here, by name, so that it is always in the same order."""
        self._pause.stop()
        self._awaited.clear()
        here, self._here = self._here, {}
        for name in sorted(here, reverse=True):  # review, matches, facts: the light shows what those brought
            here[name]()
