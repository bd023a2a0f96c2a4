"""tui: Shelf, a list of things that were put by, such as bookmarks: Enter takes one, ^D throws one away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList


class Shelf(Dialog[object]):
    """Gives the value that was taken.

    Args:
        keys: what is told in the frame.
        lines: gives the lines; asked again when one was thrown away.
        drop: throws the thing with a value away; False where that cannot be done with it.
        start: the value on which the cursor stands at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+d,delete", "drop", show=False, priority=True)]

    def __init__(
        self,
        title: str,
        keys: str,
        lines: Callable[[], Sequence[Choice]],
        drop: Callable[[object], bool],
        *,
        start: object = None,
    ) -> None:
        super().__init__(title, keys)
        self._lines = lines
        self._drop = drop
        self._start = start

    def body(self) -> ComposeResult:
        """The list."""
        yield ChoiceList(self._lines(), share=0.5)

    def on_mount(self) -> None:
        """The list has the keyboard."""
        super().on_mount()
        self._fit(self.app.size.height)
        choices = self.query_one(ChoiceList)
        choices.focus()
        at = [number for number, choice in enumerate(choices.choices) if choice.value == self._start]
        if at and self._start is not None:
            choices.put_cursor(at[0])

    def on_resize(self, event: events.Resize) -> None:
        """Another window."""
        self._fit(event.size.height)

    def _fit(self, height: int) -> None:
        choices = self.query_one(ChoiceList)
        choices.styles.height = max(1, min(len(choices.choices), 18, (height - 2) * 4 // 5 - 2))

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        self.dismiss(message.value)

    def action_drop(self) -> None:
        """Throw what is under the cursor away; the list closes with the last one."""
        choices = self.query_one(ChoiceList)
        if choices.value is None or not self._drop(choices.value):
            return
        lines = self._lines()
        if not any(line.value is not None for line in lines):
            self.dismiss(None)
            return
        at = choices.cursor
        choices.set_choices(lines, keep=True)
        choices.put_cursor(max(0, min(at, len(lines) - 1)))
        self._fit(self.app.size.height)
