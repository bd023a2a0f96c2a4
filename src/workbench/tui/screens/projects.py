"""tui: ProjectsScreen, the projects opened lately; Enter opens one."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from workbench.model.faults import WorkbenchError
from workbench.project.recent import RecentProject, recent
from workbench.tui.screens.telling import local_time
from workbench.tui.widgets.bottom_lines import Hint, HintLine, MessageLine
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.header import Header, HeaderFacts
from workbench.tui.widgets.panes import TextBlock


class ProjectsScreen(Screen[None]):
    """What `workbench` alone shows."""

    DEFAULT_CSS = """
    ProjectsScreen { background: $surface; }
    ProjectsScreen ChoiceList { margin: 1 1; }
    ProjectsScreen TextBlock { margin: 1 1 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+g", "app.leave", show=False)]

    def compose(self) -> ComposeResult:
        """The list, or how to begin."""
        self._projects = [project for project in recent() if project.there]
        yield Header()
        told = TextBlock()
        told.show(Content(self._told()))
        yield told
        yield ChoiceList([_line(number, project) for number, project in enumerate(self._projects)])
        yield MessageLine()
        yield HintLine()

    def on_mount(self) -> None:
        """The lines around."""
        self.query_one(Header).facts = HeaderFacts(name="Projects")
        self.query_one(HintLine).hints = (Hint("Enter", "open"), Hint("^Q", "quit"))

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        from workbench.tui.app import WorkbenchApp

        if isinstance(message.value, int) and isinstance(self.app, WorkbenchApp):
            try:
                self.app.open_project(self._projects[message.value].path)
            except WorkbenchError as error:
                self.query_one(MessageLine).say(str(error), warn=True)

    def _told(self) -> str:
        if self._projects:
            return "Projects opened lately, the last one first."
        return (
            "No project has been opened yet.\n\n"
            "workbench new FILE.txt   makes a project of a Chinese text\n"
            "workbench demo           opens a copy of the sample project"
        )


def _line(number: int, project: RecentProject) -> Choice:
    return Choice(number, project.name, f"{local_time(project.opened_at):<17} {project.path}")
