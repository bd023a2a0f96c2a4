"""tui: the table of commands that go elsewhere: to the next row, by number, to a hit, to rows of a kind."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands import going
from workbench.tui.commands.command import Command, Group, Moment

GO_COMMANDS: Final = (
    Command(
        "next-row",
        "Next row",
        "Goes one row down, confirming nothing.",
        Group.GO,
        going.next_row,
        keys=("ctrl+down",),
        built_in=True,
    ),
    Command(
        "previous-row",
        "Previous row",
        "Goes one row up.",
        Group.GO,
        going.previous_row,
        keys=("ctrl+up",),
        built_in=True,
    ),
    Command(
        "next-unconfirmed",
        "Next unconfirmed row",
        "Goes to the next row that is not confirmed, or for a reviewer not reviewed, and confirms nothing.",
        Group.GO,
        going.next_unconfirmed,
        keys=("ctrl+r",),
    ),
    Command(
        "other-side",
        "Source or English",
        "Changes sides. The source side is for reading, selecting, splitting and adding terms.",
        Group.GO,
        going.other_side,
        keys=("tab",),
        hint="English",
        moments=(Moment.SOURCE,),
        rank=5,
    ),
    Command(
        "go-to-row",
        "Go to row",
        "Jumps to a row by its number; Enter there confirms and comes back.",
        Group.GO,
        going.go_to_row,
        keys=("ctrl+l",),
        menu="g",
    ),
    Command(
        "find",
        "Find",
        "Finds text or a pattern in source, English or both. In Chinese, simplified and traditional, full "
        "and half width count as the same. Enter in the list jumps.",
        Group.GO,
        going.find,
        keys=("ctrl+f",),
        hint="find",
        moments=(Moment.TARGET, Moment.FOUND),
        rank=40,
    ),
    Command(
        "next-hit",
        "Next hit",
        "Jumps to the next hit of the last search.",
        Group.GO,
        going.next_hit,
        keys=("ctrl+n",),
        hint="next hit",
        moments=(Moment.FOUND,),
        rank=5,
    ),
    Command(
        "previous-hit",
        "Previous hit",
        "Jumps to the hit before.",
        Group.GO,
        going.previous_hit,
        menu="h",
    ),
    Command(
        "filter",
        "Filter rows",
        "Shows only rows of some states or kinds; the header says so.",
        Group.GO,
        going.filter_rows,
        keys=("f4",),
        menu="f",
    ),
    Command(
        "cancel",
        "Cancel",
        "Leaves a dialog, a list or the source side, and changes nothing.",
        Group.GO,
        going.cancel,
        keys=("ctrl+g", "escape"),
    ),
)
