"""tui: the table of commands on the bead under the cursor, on the screen on which an alignment is mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from workbench.tui.commands.command import Command, Group, later

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def to_mend(name: str) -> Callable[[EditorScreen], None]:
    """What runs a function of `tui/commands/mending.py`, imported when it is run."""
    return later("workbench.tui.commands.mending", name)


BEAD_COMMANDS: Final = (
    Command(
        "right",
        "Right, and go on",
        "Says that the bead is right and goes to the next one that nobody has called right. A right bead is "
        "a pin: what lies between pins can be aligned again. Where the bead was mended by hand, that is done "
        "at once beside it.",
        Group.BEAD,
        to_mend("right"),
        keys=("enter",),
        hint="right",
        rank=10,
    ),
    Command(
        "right-stay",
        "Right, and stay",
        "Says that the bead is right and stays on it.",
        Group.BEAD,
        to_mend("right_stay"),
        keys=("ctrl+k",),
        menu="y",
    ),
    Command(
        "not-sure",
        "Not sure to be right",
        "Takes it back that a bead is right.",
        Group.BEAD,
        to_mend("not_sure"),
        menu="n",
    ),
    Command(
        "split-bead",
        "Split the bead",
        "The sentence under the cursor begins a bead of its own; the other side is cut where it fits best.",
        Group.BEAD,
        to_mend("split"),
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
        to_mend("merge"),
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
        to_mend("move_up"),
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
        to_mend("move_down"),
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
        to_mend("omit"),
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
        to_mend("cut"),
        menu="x",
    ),
    Command(
        "align-again",
        "Align the gap again",
        "What lies between the right beads before and behind the cursor is aligned again; the rest stays.",
        Group.BEAD,
        to_mend("align_again"),
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
        to_mend("sure_right"),
        menu="c",
    ),
)
