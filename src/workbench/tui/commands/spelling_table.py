"""tui: the commands on spelling and completion, a part of the one table of commands."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands.command import Command, Group, later

_MODULE = "workbench.tui.commands.spelling"

SPELLING_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "propose-spelling",
        "Mend the spelling",
        "Proposes other words for the one at the caret, by number, and offers to put the chosen one into all "
        "rows; or takes the word as right, everywhere or in this project.",
        Group.WRITE,
        later(_MODULE, "propose_spelling"),
        menu="9k",
    ),
    Command(
        "next-misspelling",
        "Next misspelt word",
        "Goes to the next word that is in no dictionary, no list of words and no termbase, round the end.",
        Group.WRITE,
        later(_MODULE, "next_misspelling"),
        menu="9z",
    ),
    Command(
        "completion",
        "Complete words while typing",
        "Offers faintly how a word goes on, or no more: as a term of the sentence, a word of the project or "
        "of its memories. Right takes the offer, any other key lets it go.",
        Group.WRITE,
        later(_MODULE, "toggle_completion"),
        menu="9j",
    ),
)
