"""tui: Choose, a dialog with a few answers; a digit, the arrows and Enter, or a click give one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from workbench.text.shown import shown
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Option(Generic[Value]):
    """One answer: its value, its words and a remark."""

    value: Value
    text: str
    detail: str = ""


class Choose(Dialog[Value], Generic[Value]):
    """Gives the value of the option chosen, or None."""

    DEFAULT_CSS = "Choose ChoiceList { height: auto; max-height: 14; }"

    def __init__(
        self, title: str, options: Sequence[Option[Value]], *, start: Value | None = None, text: str = ""
    ) -> None:
        super().__init__(title, "1-9 or Enter choose   Esc cancel")
        self._options = options
        self._start = start
        self._text = text

    def body(self) -> ComposeResult:
        """The question and its answers."""
        if self._text:
            told = TextBlock()
            told.add_class("told")
            told.show(Content(shown(self._text)))
            yield told
        yield ChoiceList(
            [
                Choice(number, option.text, option.detail, label=str(number))
                for number, option in enumerate(self._options, 1)
            ]
        )

    def on_mount(self) -> None:
        """The cursor on what holds now."""
        super().on_mount()
        choices = self.query_one(ChoiceList)
        choices.styles.height = min(14, len(self._options))
        at = [number for number, option in enumerate(self._options) if option.value == self._start]
        if at:
            choices.put_cursor(at[0])

    def on_key(self, event: events.Key) -> None:
        """A digit answers at once."""
        number = int(event.character) if event.character and event.character.isdecimal() else 0
        if 1 <= number <= len(self._options):
            event.stop()
            self.dismiss(self._options[number - 1].value)

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        if isinstance(message.value, int):
            self.dismiss(self._options[message.value - 1].value)
