"""tui: the table of commands on the active row: confirming it, its state, its note, its lock, its kind."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands import rows
from workbench.tui.commands.command import Command, Group, Moment

ROW_COMMANDS: Final = (
    Command(
        "confirm",
        "Confirm and go on",
        "Confirms the row and goes to the next unconfirmed one. On an empty row it only goes on; on a row "
        "reached by a jump it comes back to where you were. Findings never block it. For a reviewer it sets "
        "the row reviewed and goes to the next unreviewed one.",
        Group.ROW,
        rows.confirm,
        keys=("enter",),
        hint="confirm",
        rank=10,
    ),
    Command(
        "confirm-stay",
        "Confirm and stay",
        "Confirms the row and stays on it.",
        Group.ROW,
        rows.confirm_and_stay,
        keys=("ctrl+k",),
        menu="y",
    ),
    Command(
        "lock",
        "Lock or unlock the row",
        "A locked row cannot be changed; it says who locked it and why.",
        Group.ROW,
        rows.toggle_lock,
        menu="l",
    ),
    Command(
        "note",
        "Note on the row",
        "Writes a note or a query on the row; it goes into the exports.",
        Group.ROW,
        rows.write_note,
        keys=("f8",),
        menu="n",
        hint="note",
        moments=(Moment.TARGET, Moment.SOURCE),
        rank=45,
    ),
    Command(
        "state",
        "State of the row",
        "Makes the row untranslated, draft, confirmed, reviewed or rejected.",
        Group.ROW,
        rows.choose_state,
        menu="t",
    ),
    Command(
        "reject",
        "Reject the row with a comment",
        "For reviewers: sends the row back with the reason, and goes on to the next unreviewed row.",
        Group.ROW,
        rows.reject,
        menu="j",
    ),
    Command(
        "kind",
        "Kind of the row",
        "Says that the row is a title, a heading, a paragraph, a byline and so on.",
        Group.ROW,
        rows.choose_kind,
        menu="k",
    ),
    Command(
        "copy-source",
        "Copy the source into the English",
        "For names, numbers and tables that stay as they are.",
        Group.ROW,
        rows.copy_source,
        menu="c",
    ),
    Command(
        "clear",
        "Empty the English of the row",
        "Undo brings it back.",
        Group.ROW,
        rows.clear_target,
        menu="x",
    ),
)
