"""tui: the commands on terms, a part of the one table of commands."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands import terms
from workbench.tui.commands.command import Command, Group, Moment

TERM_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "next-term",
        "Insert the next term",
        "Inserts the next unused term of the sentence, in the form the caret needs; pressed again at once, "
        "its other renderings.",
        Group.SENTENCE,
        terms.next_term,
        keys=("ctrl+t",),
        hint="term",
        rank=21,
    ),
    Command(
        "pick-term",
        "Pick a term",
        "Goes to the list of terms: a number inserts that one, arrows and Enter choose too. The one under "
        "the cursor says how it is used and what to avoid.",
        Group.SENTENCE,
        terms.pick_term,
        keys=("ctrl+o",),
        hint="pick",
        rank=22,
    ),
    Command(
        "add-term",
        "Add a term",
        "Adds a term, or another rendering of one, to the project's glossary or the personal one; what is "
        "selected is filled in.",
        Group.SENTENCE,
        terms.add_term,
        keys=("f7",),
        menu="a",
        hint="add term",
        moments=(Moment.SOURCE,),
        rank=13,
    ),
    Command(
        "terminology",
        "Terminology",
        "The termbase: search by Chinese, pinyin (fsdgn finds 非首都功能) or English, browse by domain, "
        "change and merge concepts, see where they are used, and what no term covers yet.",
        Group.SENTENCE,
        terms.terminology,
        menu="6",
    ),
    Command(
        "settle-rendering",
        "Settle on a rendering",
        "Says which English this project writes for a term, and changes the rows that have another, as far "
        "as you want, in one step of undo.",
        Group.SENTENCE,
        terms.settle_rendering,
        menu="7",
    ),
    Command(
        "term-article",
        "Insert the term with its article",
        "Gives the term that was just inserted its article, or inserts the next one with it.",
        Group.SENTENCE,
        terms.term_with_article,
        menu="8",
    ),
)
