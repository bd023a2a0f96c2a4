"""tui: the command on the sentence under the caret: ending it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.screens.printed import plain_offset

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def end_sentence(desk: EditorScreen) -> None:
    """Mark that the sentence ends at the caret, and light the next one."""
    caret = plain_offset(desk.pane.target_text, desk.pane.caret)
    desk.apply(desk.session.end_sentence(desk.row, caret))
    desk.facts.check_ended_sentence()
