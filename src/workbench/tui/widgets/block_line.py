"""tui: BlockLine, which rows are marked as a block and what can be done with them, while there is one."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class BlockLine(Widget):
    """One line above the panes: the block in words, and its keys."""

    DEFAULT_CSS = "BlockLine { height: 1; padding: 0 1; background: $accent 25%; color: $foreground; }"

    told: reactive[str] = reactive("")
    keys: reactive[str] = reactive("")

    def show(self, told: str, keys: str) -> None:
        """Say something else."""
        self.told, self.keys = told, keys

    def render(self) -> Content:
        """The block, and behind it the keys as far as there is room."""
        return Content.styled(self.told, "bold") + Content(f"  {self.keys}")
