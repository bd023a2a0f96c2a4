"""tui: Ask, a dialog for one line of text."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.widgets import Input

from workbench.tui.screens.dialog import Dialog


class Ask(Dialog[str]):
    """Gives the line typed, or None.

    Args:
        check: says in a sentence what is wrong with an answer; empty where it will do.
    """

    def __init__(
        self, title: str, prompt: str, value: str = "", *, check: Callable[[str], str] | None = None
    ) -> None:
        super().__init__(title, "Enter goes on   Esc cancel")
        self._prompt = prompt
        self._value = value
        self._check = check

    def body(self) -> ComposeResult:
        """The line."""
        yield Input(self._value, placeholder=self._prompt, compact=True)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter, when the answer will do."""
        wrong = self._check(message.value) if self._check else ""
        if wrong:
            self.tell_keys(wrong)
        else:
            self.dismiss(message.value)
