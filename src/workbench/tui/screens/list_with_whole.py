"""tui: ListWithWhole, a dialog with a list, and below it in full what is under the cursor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock

Wanted = TypeVar("Wanted")
_TALL = 36  # lines of a window that has room for more of the whole


class ListWithWhole(Dialog[Wanted], Generic[Wanted]):
    """Gives what is wanted of a line; which keys want what, each such dialog says itself.

    Args:
        title: of the dialog; `keys` the line of keys below it.
        lines: of the list.
        at: the line that the cursor stands on at first, counted from 0.
        share: of the width that is for the texts of the lines; what is left is for their details.
        whole: how many lines what is shown in full has, in a low window and in a tall one.
    """

    DEFAULT_CSS = """
    ListWithWhole Panel { max-width: 140; }
    ListWithWhole #whole { border-top: solid $foreground 25%; padding: 0 1; }
    .-plain ListWithWhole #whole { border-top: ascii $foreground 25%; }
    """

    def __init__(
        self, title: str, keys: str, lines: Iterable[Choice], at: int, *, share: float, whole: tuple[int, int]
    ) -> None:
        super().__init__(title, keys)
        self._lines = list(lines)
        self._first = at
        self._share = share
        self._heights = whole

    def body(self) -> ComposeResult:
        """The list, and what is under the cursor in full."""
        yield ChoiceList(self._lines, share=self._share)
        whole = TextBlock()
        whole.id = "whole"
        yield whole

    def on_mount(self) -> None:
        """The list has the keyboard."""
        super().on_mount()
        self._fit(self.app.size.height)
        choices = self.query_one(ChoiceList)
        choices.focus()
        if self._first:
            choices.put_cursor(self._first)
        self._show_whole()

    def on_resize(self, event: events.Resize) -> None:
        """Another window."""
        self._fit(event.size.height)

    def on_choice_list_moved(self) -> None:
        """Another line is under the cursor."""
        self._show_whole()

    @property
    def value(self) -> object:
        """That of the line under the cursor."""
        return self.query_one(ChoiceList).value

    def whole(self) -> Content:
        """What is under the cursor, in full; every list has its own."""
        return Content()

    def _show_whole(self) -> None:
        self.query_one("#whole", TextBlock).show(self.whole())

    def _fit(self, height: int) -> None:
        low, tall = self._heights
        whole = low if height < _TALL else tall
        self.query_one("#whole", TextBlock).styles.height = whole
        room = max(3, min(16, (height - 2) * 4 // 5 - 3 - whole))
        self.query_one(ChoiceList).styles.height = min(room, max(1, len(self._lines)))


def line_of(lines: Iterable[Choice], value: object) -> int:
    """Where the line of a value stands, counted from 0; 0 where there is none."""
    return next((at for at, line in enumerate(lines) if value is not None and line.value == value), 0)
