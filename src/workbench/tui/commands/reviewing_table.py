"""tui: the commands of revision, a part of the one table of commands."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands.command import Command, Group, later

_REVIEWING = "workbench.tui.commands.reviewing"

REVIEWING_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "role",
        "Translate or review",
        "Changes whose work is done here; kept with the project. For a reviewer Enter sets the row "
        "reviewed and goes to the next unreviewed one, and what differs from what was confirmed is shown.",
        Group.REVISE,
        later(_REVIEWING, "change_role"),
        menu="9w",
    ),
    Command(
        "set-reviewed",
        "Set the row reviewed",
        "Sets the row reviewed and stays on it; a comment it was rejected with is done with.",
        Group.REVISE,
        later(_REVIEWING, "set_reviewed"),
        menu="9o",
    ),
    Command(
        "compare",
        "Compare with another file",
        "Shows the rows in which a colleague's TMX, another project.tmx or a save of ours differs, and what "
        "both came from where that is known. Theirs is taken row by row or by kind, each one step of undo.",
        Group.REVISE,
        later(_REVIEWING, "compare"),
        menu="9x",
    ),
    Command(
        "project",
        "The project at a glance",
        "Shows the documents with their rows by state and their words, the rows worked on last, and the "
        "settings of the project. Enter goes to a document's first open row, or to that row.",
        Group.PROJECT,
        later(_REVIEWING, "project_screen"),
        menu="0o",
    ),
)
