"""tui: the English of a row written in another editor, to which the terminal is lent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from workbench.model.faults import WorkbenchError
from workbench.project.other_editor import edited, editor_command

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def write_elsewhere(desk: EditorScreen) -> None:
    """Hand the English of the active row to the other editor, and take what it leaves as one step of undo.

    Raises:
        WorkbenchError: no editor is named, it cannot be started, or it broke off; nothing is changed then.
    """
    command = editor_command()
    if not desk.keystrokes.end_step():
        return
    row, before = desk.row, desk.pane.target_text
    fault: WorkbenchError | None = None
    after = before
    try:
        with desk.app.suspend():  # which gives the terminal back only where nothing is raised inside
            try:
                after = edited(command, before, f"row-{desk.number}.txt")
            except WorkbenchError as error:
                fault = error
    except SuspendNotSupported as error:
        raise WorkbenchError("This terminal cannot be lent to another editor; write here instead.") from error
    if fault is not None:
        raise fault
    desk.apply(desk.session.take_text(row, after))
