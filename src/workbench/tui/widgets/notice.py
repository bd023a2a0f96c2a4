"""tui: Notice, one sentence in place of an editor that has no room."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

LEAST_WIDTH = 56
LEAST_HEIGHT = 14


class Notice(Widget):
    """Says how much room is needed; typing goes nowhere while it is shown."""

    DEFAULT_CSS = """
    Notice { display: none; width: 1fr; height: 1fr; padding: 1 2; }
    """

    def render(self) -> Content:
        """The sentence."""
        size = self.app.size
        return Content(
            f"Workbench needs a window of at least {LEAST_WIDTH} columns and {LEAST_HEIGHT} lines; "
            f"this one has {size.width} by {size.height}. Nothing is lost: make it larger to go on, "
            "or quit with Ctrl+Q."
        )


def too_small(width: int, height: int) -> bool:
    """Whether a terminal of `width` columns and `height` lines has no room for the editor."""
    return width < LEAST_WIDTH or height < LEAST_HEIGHT
