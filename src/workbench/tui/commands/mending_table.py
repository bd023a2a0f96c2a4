"""tui: the table of commands of the screen on which an alignment is mended; keys as in the editor."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands.command import Command, Group
from workbench.tui.commands.mending_bead_table import BEAD_COMMANDS, to_mend

_TEXT_COMMANDS = (
    Command(
        "undo",
        "Undo",
        "Takes back the last step, whatever bead it was, goes there and says what it was.",
        Group.TEXT,
        to_mend("undo"),
        keys=("ctrl+z",),
        menu="u",
    ),
    Command(
        "redo",
        "Redo",
        "Does again what undo took back.",
        Group.TEXT,
        to_mend("redo"),
        keys=("ctrl+y",),
        menu="r",
    ),
)

_GO_COMMANDS = (
    Command(
        "next-doubtful",
        "Next doubtful bead",
        "Goes to the next bead that is more likely wrong than right, or was made by hand and not called "
        "right yet; calls nothing right.",
        Group.GO,
        to_mend("next_doubtful"),
        keys=("ctrl+r",),
        hint="next doubtful",
        rank=31,
    ),
    Command(
        "order",
        "Order: least sure, or text",
        "Shows the beads with the least sure first, or in the order of the texts. What you mend stays where "
        "it is until the order is chosen anew.",
        Group.GO,
        to_mend("order"),
        keys=("f2",),
        menu="f",
        hint="order",
        rank=32,
    ),
    Command(
        "next-row",
        "Next bead",
        "Goes one bead down; the arrow alone goes one sentence down.",
        Group.GO,
        to_mend("next_bead"),
        keys=("ctrl+down",),
        built_in=True,
    ),
    Command(
        "previous-row",
        "Previous bead",
        "Goes one bead up; the arrow alone goes one sentence up.",
        Group.GO,
        to_mend("previous_bead"),
        keys=("ctrl+up",),
        built_in=True,
    ),
    Command(
        "other-side",
        "Chinese or English",
        "Changes sides; so do the arrows left and right.",
        Group.GO,
        to_mend("other_side"),
        keys=("tab",),
        built_in=True,
    ),
    Command(
        "go-to-row",
        "Go to bead",
        "Goes to a bead by its number.",
        Group.GO,
        to_mend("go_to"),
        keys=("ctrl+l",),
        menu="g",
    ),
    Command(
        "cancel",
        "Cancel",
        "Leaves a dialog; stops what is being aligned again.",
        Group.GO,
        to_mend("cancel"),
        keys=("ctrl+g", "escape"),
    ),
)

_LOOK_COMMANDS = (
    Command(
        "theme",
        "Next theme",
        "Dark, light, monochrome, high contrast; remembered for this terminal.",
        Group.LOOK,
        to_mend("theme"),
        menu="b",
    ),
    Command(
        "plain",
        "Plain signs",
        "For terminals that draw ─ two cells wide: signs of ASCII alone.",
        Group.LOOK,
        to_mend("plain"),
        menu="d",
    ),
    Command(
        "help",
        "Help",
        "Every command with its keys. Type to search; Enter runs the command.",
        Group.LOOK,
        to_mend("help_page"),
        keys=("f1",),
        hint="help",
    ),
    Command(
        "palette",
        "Commands",
        "Finds a command by its name and runs it.",
        Group.LOOK,
        to_mend("palette"),
        keys=("ctrl+p",),
        hint="commands",
    ),
    Command(
        "menu",
        "Menu",
        "The rarer commands by one letter each.",
        Group.LOOK,
        to_mend("menu"),
        keys=("f9",),
        hint="menu",
        rank=60,
    ),
)

_PROJECT_COMMANDS = (
    Command(
        "save",
        "Write the TMX",
        "Writes the pairs as TMX into the folder of the alignment, with who stands for each and how sure it "
        "is. Every change is on disk without it.",
        Group.PROJECT,
        to_mend("save"),
        keys=("ctrl+s",),
        menu="w",
    ),
    Command(
        "table",
        "Write a table",
        "Writes all beads as a table (tsv), also what has no partner.",
        Group.PROJECT,
        to_mend("table"),
        menu="e",
    ),
    Command(
        "into-memory",
        "Into a memory",
        "Puts the pairs into a translation memory. Done again, it brings what has changed. Matches of a pair "
        "that nobody has called right cost a penalty.",
        Group.PROJECT,
        to_mend("into_memory"),
        menu="t",
    ),
    Command(
        "into-project",
        "Into a translation project",
        "Makes a project: the Chinese in rows, the English in them as drafts.",
        Group.PROJECT,
        to_mend("into_project"),
        menu="i",
    ),
    Command(
        "quit",
        "Quit",
        "Quits at once: nothing is lost, and the alignment opens again at the same bead.",
        Group.PROJECT,
        to_mend("leave"),
        keys=("ctrl+q",),
        menu="q",
        built_in=True,
    ),
)

MENDING_COMMANDS: Final[tuple[Command, ...]] = (
    *BEAD_COMMANDS,
    *_TEXT_COMMANDS,
    *_GO_COMMANDS,
    *_LOOK_COMMANDS,
    *_PROJECT_COMMANDS,
)

MENDING_BY_ID: Final[dict[str, Command]] = {command.id: command for command in MENDING_COMMANDS}
