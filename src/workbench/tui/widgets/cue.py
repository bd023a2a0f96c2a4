"""tui: Cue, which keys to try in the sample project, in a few lines that Escape puts away."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget


class Cue(Widget):
    """Shown when the sample project is opened."""

    DEFAULT_CSS = """
    Cue { height: auto; padding: 0 1; background: $primary 15%; color: $foreground; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text.strip()

    def render(self) -> Content:
        """The lines, and how to be rid of them."""
        return Content(self._text) + Content.styled("  (Esc)", "$faint")
