"""tui: the commands of revision: whose work is done here, setting a row reviewed, comparing with a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.project.reviewing import Role
from workbench.tui.screens.reviewing import Reviewing

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def change_role(desk: EditorScreen) -> None:
    """Translate or review from here on."""
    now = desk.session.role
    desk.apply(desk.session.set_role(Role.TRANSLATOR if now is Role.REVIEWER else Role.REVIEWER))
    desk.part(Reviewing).role_changed()


def set_reviewed(desk: EditorScreen) -> None:
    """Set the row reviewed and stay on it."""
    desk.apply(desk.session.set_reviewed(desk.row))
