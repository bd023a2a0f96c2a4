"""tui: the commands of revision and of the whole project: the role, reviewed, comparing, the project."""

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


def compare(desk: EditorScreen) -> None:
    """Compare with a colleague's TMX, a project.tmx or a save, and take what is theirs."""
    from workbench.tui.screens.comparing import Comparing

    desk.part(Comparing).ask()


def project_screen(desk: EditorScreen) -> None:
    """The project at a glance; go to a document or to a row worked on lately."""
    from workbench.tui.screens.project_form import ProjectForm

    def chosen(row: int | None) -> None:
        if row is not None:
            desk.jump(row)

    desk.ask(ProjectForm(desk.session), chosen)
