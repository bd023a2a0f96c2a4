"""tui: the table of commands of the screen on which an alignment is mended; keys as in the editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from workbench.tui.commands.command import Command, Group, later

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def _run(name: str) -> Callable[[EditorScreen], None]:
    return later("workbench.tui.commands.mending", name)


_BEAD_COMMANDS = (
    Command(
        "right",
        "Right, and go on",
        "Says that the bead is right and goes to the next one that nobody has called right. A right bead is "
        "a pin: what lies between pins can be aligned again. Where the bead was mended by hand, that is done "
        "at once beside it.",
        Group.BEAD,
        _run("right"),
        keys=("enter",),
        hint="right",
        rank=10,
    ),
    Command(
        "right-stay",
        "Right, and stay",
        "Says that the bead is right and stays on it.",
        Group.BEAD,
        _run("right_stay"),
        keys=("ctrl+k",),
        menu="y",
    ),
    Command(
        "not-sure",
        "Not sure to be right",
        "Takes it back that a bead is right.",
        Group.BEAD,
        _run("not_sure"),
        menu="n",
    ),
    Command(
        "split-bead",
        "Split the bead",
        "The sentence under the cursor begins a bead of its own; the other side is cut where it fits best.",
        Group.BEAD,
        _run("split"),
        keys=("f5",),
        menu="s",
        hint="split",
        rank=20,
    ),
    Command(
        "merge-bead",
        "Merge with the next bead",
        "Makes one bead of this and the next one of the texts.",
        Group.BEAD,
        _run("merge"),
        keys=("f6",),
        menu="m",
        hint="merge",
        rank=21,
    ),
    Command(
        "sentence-up",
        "Sentence to the bead before",
        "Moves the sentence under the cursor, with those before it in this bead, to the bead before.",
        Group.BEAD,
        _run("move_up"),
        keys=("f7", "shift+up"),
        menu="k",
        hint="up",
        rank=22,
    ),
    Command(
        "sentence-down",
        "Sentence to the next bead",
        "Moves the sentence under the cursor, with those behind it in this bead, to the next bead.",
        Group.BEAD,
        _run("move_down"),
        keys=("f8", "shift+down"),
        menu="j",
        hint="down",
        rank=23,
    ),
    Command(
        "no-partner",
        "Without a partner",
        "Says that the two sides have nothing to do with each other: the Chinese was left out, the English "
        "added. Of a bead with one side it says that this is right.",
        Group.BEAD,
        _run("omit"),
        keys=("f4", "delete"),
        menu="o",
        hint="no partner",
        rank=24,
    ),
    Command(
        "cut-sentence",
        "Cut the sentence",
        "Makes two sentences of the one under the cursor, on either side, so that they can go to two beads.",
        Group.BEAD,
        _run("cut"),
        menu="x",
    ),
    Command(
        "align-again",
        "Align the gap again",
        "What lies between the right beads before and behind the cursor is aligned again; the rest stays.",
        Group.BEAD,
        _run("align_again"),
        keys=("f3",),
        menu="a",
        hint="align again",
        rank=30,
    ),
    Command(
        "sure-right",
        "Call the sure ones right",
        "Says of all beads of which the aligner is 90 % sure or more that they are right, in one step.",
        Group.BEAD,
        _run("sure_right"),
        menu="c",
    ),
)

_TEXT_COMMANDS = (
    Command(
        "undo",
        "Undo",
        "Takes back the last step, whatever bead it was, goes there and says what it was.",
        Group.TEXT,
        _run("undo"),
        keys=("ctrl+z",),
        menu="u",
    ),
    Command(
        "redo",
        "Redo",
        "Does again what undo took back.",
        Group.TEXT,
        _run("redo"),
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
        _run("next_doubtful"),
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
        _run("order"),
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
        _run("next_bead"),
        keys=("ctrl+down",),
        built_in=True,
    ),
    Command(
        "previous-row",
        "Previous bead",
        "Goes one bead up; the arrow alone goes one sentence up.",
        Group.GO,
        _run("previous_bead"),
        keys=("ctrl+up",),
        built_in=True,
    ),
    Command(
        "other-side",
        "Chinese or English",
        "Changes sides; so do the arrows left and right.",
        Group.GO,
        _run("other_side"),
        keys=("tab",),
        built_in=True,
    ),
    Command(
        "go-to-row",
        "Go to bead",
        "Goes to a bead by its number.",
        Group.GO,
        _run("go_to"),
        keys=("ctrl+l",),
        menu="g",
    ),
    Command(
        "cancel",
        "Cancel",
        "Leaves a dialog; stops what is being aligned again.",
        Group.GO,
        _run("cancel"),
        keys=("ctrl+g", "escape"),
    ),
)

_LOOK_COMMANDS = (
    Command(
        "theme",
        "Next theme",
        "Dark, light, monochrome, high contrast; remembered for this terminal.",
        Group.LOOK,
        _run("theme"),
        menu="b",
    ),
    Command(
        "plain",
        "Plain signs",
        "For terminals that draw ─ two cells wide: signs of ASCII alone.",
        Group.LOOK,
        _run("plain"),
        menu="d",
    ),
    Command(
        "help",
        "Help",
        "Every command with its keys. Type to search; Enter runs the command.",
        Group.LOOK,
        _run("help_page"),
        keys=("f1",),
        hint="help",
    ),
    Command(
        "palette",
        "Commands",
        "Finds a command by its name and runs it.",
        Group.LOOK,
        _run("palette"),
        keys=("ctrl+p",),
        hint="commands",
    ),
    Command(
        "menu",
        "Menu",
        "The rarer commands by one letter each.",
        Group.LOOK,
        _run("menu"),
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
        _run("save"),
        keys=("ctrl+s",),
        menu="w",
    ),
    Command(
        "table",
        "Write a table",
        "Writes all beads as a table (tsv), also what has no partner.",
        Group.PROJECT,
        _run("table"),
        menu="e",
    ),
    Command(
        "into-memory",
        "Into a memory",
        "Puts the pairs into a translation memory. Done again, it brings what has changed. Matches of a pair "
        "that nobody has called right cost a penalty.",
        Group.PROJECT,
        _run("into_memory"),
        menu="t",
    ),
    Command(
        "into-project",
        "Into a translation project",
        "Makes a project: the Chinese in rows, the English in them as drafts.",
        Group.PROJECT,
        _run("into_project"),
        menu="i",
    ),
    Command(
        "quit",
        "Quit",
        "Quits at once: nothing is lost, and the alignment opens again at the same bead.",
        Group.PROJECT,
        _run("leave"),
        keys=("ctrl+q",),
        menu="q",
        built_in=True,
    ),
)

MENDING_COMMANDS: Final[tuple[Command, ...]] = (
    *_BEAD_COMMANDS,
    *_TEXT_COMMANDS,
    *_GO_COMMANDS,
    *_LOOK_COMMANDS,
    *_PROJECT_COMMANDS,
)

MENDING_BY_ID: Final[dict[str, Command]] = {command.id: command for command in MENDING_COMMANDS}
