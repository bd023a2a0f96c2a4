"""bench: the least a Textual app can do, for the editor to be measured against.

`python bench/bare.py` paints a line that echoes every key, with nothing else on the screen and no blinking.
"""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

READY = "bare app ready"


class Echo(Widget, can_focus=True):
    """One line that says which key came last."""

    text = READY

    def render_line(self, y: int) -> Strip:
        """The line, at the top of the widget."""
        if y:
            return Strip.blank(self.size.width)
        return Strip([Segment(self.text)]).adjust_cell_length(self.size.width)

    def on_key(self, event: events.Key) -> None:
        """Echo."""
        self.text = (self.text + (event.character if event.is_printable and event.character else event.key))[
            -40:
        ]
        self.refresh(Region(0, 0, self.size.width, 1))


class Bare(App[None]):
    """Nothing but the echo."""

    def compose(self) -> ComposeResult:
        """The echo alone."""
        yield Echo()

    def on_mount(self) -> None:
        """Keys go to the echo."""
        self.query_one(Echo).focus()


if __name__ == "__main__":
    Bare().run()
