"""tui: commands on spelling and completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.screens.completing import Completing
from workbench.tui.screens.spelling import Spelling

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def toggle_completion(desk: EditorScreen) -> None:
    """Complete words while one types, or not."""
    desk.part(Completing).toggle()


def propose_spelling(desk: EditorScreen) -> None:
    """Propose other words for the one at the caret, or add it."""
    desk.part(Spelling).propose()


def next_misspelling(desk: EditorScreen) -> None:
    """Go to the next misspelt word."""
    desk.part(Spelling).next()
