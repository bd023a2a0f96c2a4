"""tui: the commands that split, merge and move rows, a part of the one table of commands."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands.command import Command, Group, Moment, later

_STRUCTURE = "workbench.tui.commands.structure"
_SOURCE = (Moment.SOURCE,)

STRUCTURE_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "split",
        "Split the row",
        "On the source side the row becomes two at the caret, the English at the nearest sentence end. On "
        "the English side it becomes two where a sentence ends at the caret; elsewhere it goes to the "
        "source.",
        Group.ROW,
        later(_STRUCTURE, "split"),
        menu="s",
        hint="split",
        moments=_SOURCE,
        rank=11,
    ),
    Command(
        "split-sentences",
        "Split by sentences",
        "The row becomes one row for each Chinese sentence; each takes its English along. Sentences that "
        "share their English stay together.",
        Group.ROW,
        later(_STRUCTURE, "split_sentences"),
        menu="9s",
    ),
    Command(
        "merge",
        "Merge with the next row",
        "Joins the row with the next row of the same document, or all rows of a block; they become one "
        "draft.",
        Group.ROW,
        later(_STRUCTURE, "merge"),
        menu="m",
        hint="merge",
        moments=_SOURCE,
        rank=12,
    ),
    Command(
        "move-up",
        "Move the row up",
        "Puts the row, or the block, before the row above it in the same document.",
        Group.ROW,
        later(_STRUCTURE, "move_up"),
        menu="9u",
    ),
    Command(
        "move-down",
        "Move the row down",
        "Puts the row, or the block, behind the row below it in the same document.",
        Group.ROW,
        later(_STRUCTURE, "move_down"),
        menu="9d",
    ),
    Command(
        "block",
        "Block of rows: from, to, put",
        "Pressed on the first row and on the last it marks a block; pressed on another row it puts the block "
        "before that row. Pressed inside the block, or with Esc, it lets the block go.",
        Group.ROW,
        later(_STRUCTURE, "block"),
        menu="9b",
    ),
    Command(
        "edit-source",
        "Edit the source",
        "Mends a misprint in the Chinese; the original is kept with the row and can be put back.",
        Group.ROW,
        later(_STRUCTURE, "edit_source"),
        menu="e",
        hint="edit",
        moments=_SOURCE,
        rank=14,
    ),
    Command(
        "mend-radicals",
        "Hanzi for radicals",
        "Puts hanzi for the radicals that a PDF gave in their place, in this row or in all; the original is "
        "kept.",
        Group.ROW,
        later(_STRUCTURE, "mend_radicals"),
        menu="9r",
    ),
    Command(
        "history",
        "History of the row",
        "Lists who changed the row, when and what, with the difference; Enter restores an earlier English as "
        "a draft.",
        Group.ROW,
        later(_STRUCTURE, "history"),
        menu="9h",
    ),
)
