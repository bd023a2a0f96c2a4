"""tui: commands that go to the next of a kind, put bookmarks and filters by, and replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.screens.seeking import Seeking
from workbench.tui.screens.shelves import Shelves

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def next_of_kind(desk: EditorScreen) -> None:
    """Go to the next row of the kind that was chosen last."""
    desk.part(Seeking).next()


def choose_kind(desk: EditorScreen) -> None:
    """Choose what the next one is, and go there."""
    desk.part(Seeking).choose()


def toggle_bookmark(desk: EditorScreen) -> None:
    """Put a bookmark at the row, or take it away."""
    desk.part(Shelves).toggle_bookmark()


def list_bookmarks(desk: EditorScreen) -> None:
    """The rows with a bookmark; Enter goes to one."""
    desk.part(Shelves).show_bookmarks()


def saved_filters(desk: EditorScreen) -> None:
    """The filters under names; the one that holds now can be kept."""
    desk.part(Shelves).show_filters()


def replace(desk: EditorScreen) -> None:
    """Find and replace in the English, with every place before and after."""
    desk.finding.ask_to_replace()
