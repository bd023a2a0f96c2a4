"""tui: Write, a dialog for several lines of text: notes, comments, the source of a row."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from workbench.text.shown import shown
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.panes import TextBlock


class Area(TextArea):
    """Enter is done, ctrl+j is a new line: the same as in a cell of the editor."""

    class Done(Message):
        """Enter was pressed."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Done())
        elif event.key == "ctrl+j":
            event.stop()
            event.prevent_default()
            self.insert("\n")
        else:
            await super()._on_key(event)


class Write(Dialog[str]):
    """Gives the text, or None.

    Args:
        about: shown above it.
        selected: half-open offsets that are selected at first; without them the caret is at the end.
    """

    DEFAULT_CSS = """
    Write TextArea, Write TextArea:focus { height: 7; padding: 0 1; background: $boost; }
    Write .told { max-height: 4; }
    """

    def __init__(
        self, title: str, text: str = "", *, about: str = "", selected: tuple[int, int] | None = None
    ) -> None:
        super().__init__(title, "Enter keeps it   ^J new line   Esc cancel")
        self._text = text
        self._selected = selected
        self._about = about

    def body(self) -> ComposeResult:
        """What it is about, and the text."""
        if self._about:
            told = TextBlock()
            told.add_class("told")
            told.show(Content(shown(self._about)))
            yield told
        yield Area(self._text, tab_behavior="focus", show_line_numbers=False, compact=True)

    def on_mount(self) -> None:
        """The caret at the end, or the selection."""
        super().on_mount()
        area = self.query_one(Area)
        area.move_cursor(area.document.end)
        if self._selected is not None:
            area.selection = Selection(*(_place(self._text, offset) for offset in self._selected))
        area.styles.height = 5 if self.app.size.height < 30 else 8

    def on_area_done(self) -> None:
        """Enter."""
        self.dismiss(self.query_one(Area).text)


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, as the area counts them."""
    before = text[:offset].split("\n")
    return len(before) - 1, len(before[-1])
