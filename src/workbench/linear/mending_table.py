"""linear: the table of commands on the beads of an alignment; the help is made from it."""

from __future__ import annotations

from typing import Final

from workbench.linear import mending_commands as beads
from workbench.linear import mending_going as going
from workbench.linear.command import Command
from workbench.linear.mending_desk import MendingDesk

BEAD, GO, RESULT = "The bead", "Going about", "What comes of it"

MENDING_COMMANDS: Final[tuple[Command[MendingDesk], ...]] = (
    Command(
        ("bead", "b"),
        "",
        "Says the bead again, both sides, sentence by sentence.",
        beads.say_bead,
        BEAD,
        ("other-side",),
    ),
    Command(("around",), "", "Says the beads before and behind in the texts.", beads.around, BEAD),
    Command(
        ("right", "r"),
        "",
        "Says that the bead is right and goes on, as an empty line does.",
        beads.right,
        BEAD,
        ("right",),
    ),
    Command(
        ("stay",), "", "Says that the bead is right and stays on it.", beads.right_stay, BEAD, ("right-stay",)
    ),
    Command(("notsure",), "", "Takes it back that a bead is right.", beads.not_sure, BEAD, ("not-sure",)),
    Command(
        ("split",),
        "zh or en [NUMBER]",
        "Makes two beads; the second begins with this sentence of the side, the second by default.",
        beads.split,
        BEAD,
        ("split-bead",),
    ),
    Command(
        ("merge",),
        "",
        "Makes one bead of this and the next one of the texts.",
        beads.merge,
        BEAD,
        ("merge-bead",),
    ),
    Command(
        ("up",),
        "zh or en [NUMBER]",
        "Gives the sentences of a side up to this number to the bead before.",
        beads.move_up,
        BEAD,
        ("sentence-up",),
    ),
    Command(
        ("down",),
        "zh or en [NUMBER]",
        "Gives the sentences of a side from this number on to the next bead.",
        beads.move_down,
        BEAD,
        ("sentence-down",),
    ),
    Command(
        ("omit",),
        "",
        "Says that the sides have nothing to do with each other, or that what is there has no partner.",
        beads.omit,
        BEAD,
        ("no-partner",),
    ),
    Command(
        ("cut",),
        "zh or en TEXT",
        "Makes two sentences of one; the second begins with this text.",
        beads.cut,
        BEAD,
        ("cut-sentence",),
    ),
    Command(
        ("again",),
        "",
        "Aligns again what lies between the right beads around.",
        beads.align_again,
        BEAD,
        ("align-again",),
    ),
    Command(
        ("sure",),
        "",
        "Calls all beads right of which the aligner is 90 per cent sure or more.",
        beads.sure_right,
        BEAD,
        ("sure-right",),
    ),
    Command(
        ("undo", "u"), "", "Takes back the last step, whatever bead it was.", beads.undo, BEAD, ("undo",)
    ),
    Command(("redo",), "", "Does again what was undone.", beads.redo, BEAD, ("redo",)),
    Command(
        ("doubtful", "d"),
        "",
        "Goes to the next doubtful bead; calls nothing right.",
        going.next_doubtful,
        GO,
        ("next-doubtful",),
    ),
    Command(
        ("order",),
        "[text or doubt]",
        "Goes about in the order of the texts, or with the least sure first.",
        going.order,
        GO,
        ("order",),
    ),
    Command(("next", "n"), "", "Goes one bead on.", going.next_bead, GO, ("next-row",)),
    Command(("back",), "", "Goes one bead back.", going.previous_bead, GO, ("previous-row",)),
    Command(
        ("go", "g"), "NUMBER", "Goes to a bead by its number in the texts.", going.go_to, GO, ("go-to-row",)
    ),
    Command(("progress",), "", "Says how many beads are still to be looked at.", going.progress, GO),
    Command(
        ("save", "w"),
        "[FILE]",
        "Writes the pairs as TMX; every change is on disk without it.",
        going.save,
        RESULT,
        ("save",),
    ),
    Command(
        ("table",),
        "[FILE]",
        "Writes all beads as a table, also what has no partner.",
        going.table,
        RESULT,
        ("table",),
    ),
    Command(
        ("memory",),
        "[NAME]",
        "Puts the pairs into a translation memory, the personal one by default.",
        going.into_memory,
        RESULT,
        ("into-memory",),
    ),
    Command(
        ("project",),
        "[FOLDER]",
        "Makes a translation project: the Chinese in rows, the English as drafts.",
        going.into_project,
        RESULT,
        ("into-project",),
    ),
    Command(
        ("help", "h", "?"),
        "[WORD]",
        "Says the commands, or those in which a word occurs.",
        going.help_,
        RESULT,
        ("help", "palette", "menu"),
    ),
    Command(("quit", "q"), "", "Ends; nothing is lost.", going.leave, RESULT, ("quit",)),
)

ON_A_SCREEN: Final[dict[str, str]] = {
    "cancel": "there is no dialog to leave; Ctrl+C stops what is aligned again",
    "theme": "the colours are those of the terminal",
    "plain": "no borders are drawn",
}
"""Commands of the screen that make sense there only, by their id, and why."""
