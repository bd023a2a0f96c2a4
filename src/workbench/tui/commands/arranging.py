"""tui: commands that arrange the screen: layout, columns, lower panes, keys in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def next_layout(desk: EditorScreen) -> None:
    """Side by side, stacked, focus, or as there is room."""
    desk.arranging.next_layout()


def narrower(desk: EditorScreen) -> None:
    """A narrower source column, or lower pane."""
    desk.arranging.widen(-1)


def wider(desk: EditorScreen) -> None:
    """A wider source column, or lower pane."""
    desk.arranging.widen(1)


def hide_panes(desk: EditorScreen) -> None:
    """Without the lower panes, or with them again."""
    desk.arranging.toggle_hidden()


def tall_panes(desk: EditorScreen) -> None:
    """The lower panes as tall as can be, or as they were."""
    desk.arranging.toggle_tall()


def taller(desk: EditorScreen) -> None:
    """Two lines more for the lower panes."""
    desk.arranging.heighten(2)


def lower(desk: EditorScreen) -> None:
    """Two lines less for the lower panes."""
    desk.arranging.heighten(-2)


def spell_keys(desk: EditorScreen) -> None:
    """Keys in words in the hint line, or short."""
    memory = desk.workbench.memory
    memory.spelt = not memory.spelt
    memory.keep()
    desk.refresh_hints()
    desk.say("Keys in words: Ctrl+T." if memory.spelt else "Short keys: ^T stands for Ctrl+T.")
