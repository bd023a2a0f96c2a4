"""tui: the commands on matches and the concordance, a part of the one table of commands."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands import matches
from workbench.tui.commands.command import Command, Group, Moment

MATCH_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "use-match",
        "Use the match",
        "Puts the first match in: of an empty row one of the whole row where it is good, of a row that is "
        "begun one of the lit sentence, which then lights the next. Pressed again at once, another instead.",
        Group.MATCH,
        matches.use_match,
        keys=("ctrl+d",),
        hint="match",
        rank=23,
    ),
    Command(
        "pick-match",
        "Pick a match",
        "Goes to the list of matches: a number puts that one in, arrows and Enter choose too. The one under "
        "the cursor says where it is from and how its score comes about.",
        Group.MATCH,
        matches.pick_match,
        keys=("f12",),
    ),
    Command(
        "insert-match",
        "Insert the match at the caret",
        "Puts the match under the cursor of the list in at the caret; what is there stays.",
        Group.MATCH,
        matches.insert_match,
        menu="1",
    ),
    Command(
        "complete-match",
        "Insert what the match adds",
        "Keeps every word that is typed and puts in only what the match has beyond them.",
        Group.MATCH,
        matches.complete_match,
        menu="2",
    ),
    Command(
        "edit-unit",
        "Edit the unit in the memory",
        "Mends the English of the unit that the match under the cursor comes from.",
        Group.MATCH,
        matches.edit_unit,
        menu="3",
    ),
    Command(
        "lock-unit",
        "Lock or unlock the unit",
        "A locked unit cannot be edited or deleted, and no import replaces it.",
        Group.MATCH,
        matches.lock_unit,
        menu="4",
    ),
    Command(
        "delete-unit",
        "Delete the unit",
        "Takes the unit that the match under the cursor comes from out of its memory.",
        Group.MATCH,
        matches.delete_unit,
        menu="5",
    ),
    Command(
        "concordance",
        "Look up",
        "A Chinese or English text in the termbase and the dictionary, and where it stands in the memories, "
        "in this project and in its reference documents (concordance). What is selected is filled in.",
        Group.MATCH,
        matches.concordance,
        keys=("f3",),
        hint="look up",
        moments=(Moment.TARGET, Moment.SOURCE),
        rank=35,
    ),
)
