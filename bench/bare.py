"""bench: the least a Textual app does for a key, for the editor to be measured against.

`python bench/bare.py` shows one line of text and puts the name of every key into it: a stock `Static` that is
updated, with nothing else on the screen and no blinking cursor.
"""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "bare app ready"


class Bare(App[None]):
    """A line that echoes keys."""

    pressed = 0

    def compose(self) -> ComposeResult:
        """The line alone."""
        yield Static(READY)

    def on_key(self, event: events.Key) -> None:
        """Say which key it was; what it types is told as it is."""
        self.pressed += 1
        typed = event.character if event.is_printable else event.key
        self.query_one(Static).update(f"{self.pressed} {typed}")


if __name__ == "__main__":
    Bare().run()
