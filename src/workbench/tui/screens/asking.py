"""tui: Asking, a screen that says what it did in its message line, and asks in dialogs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from textual.screen import Screen

from workbench.model.faults import WorkbenchError
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.bottom_lines import MessageLine

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

Answer = TypeVar("Answer")


class Asking(Screen[None]):
    """What the screen of rows and that of beads have in common."""

    @property
    def workbench(self) -> WorkbenchApp:
        """The app, as what it is."""
        return cast("WorkbenchApp", self.app)

    def say(self, text: str, *, warn: bool = False) -> None:
        """Say one sentence."""
        self.query_one(MessageLine).say(text, warn=warn)

    def attempt(self, do: Callable[[], None]) -> None:
        """Do something that may go wrong, and say what did."""
        try:
            do()
        except WorkbenchError as error:
            self.say(str(error), warn=True)

    def ask(self, dialog: Dialog[Answer], then: Callable[[Answer | None], None]) -> None:
        """Ask, and go on with the answer; None where it was cancelled."""
        self.app.push_screen(dialog, lambda answer: self.attempt(lambda: then(answer)))
