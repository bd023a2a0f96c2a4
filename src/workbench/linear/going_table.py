"""linear: the table of commands that go about, undo and redo."""

from __future__ import annotations

from typing import Final

from workbench.linear import going_commands as going
from workbench.linear import seeking_commands as seeking
from workbench.linear.command import Command
from workbench.linear.desk import LinearDesk

GO = "Going about"

GOING_COMMANDS: Final[tuple[Command[LinearDesk], ...]] = (
    Command(("next", "n"), "", "Goes one row down, confirming nothing.", going.next_row, GO, ("next-row",)),
    Command(("back", "b"), "", "Goes one row up.", going.previous_row, GO, ("previous-row",)),
    Command(
        ("open", "o"),
        "",
        "Goes to the next unconfirmed row; for a reviewer, the next unreviewed.",
        going.next_unconfirmed,
        GO,
        ("next-unconfirmed",),
    ),
    Command(
        ("go", "g"),
        "NUMBER",
        "Goes to a row; an empty line there confirms and comes back.",
        going.go,
        GO,
        ("go-to-row",),
    ),
    Command(
        ("find", "f"),
        "[-regex -case -words -chinese -english -filter] [TEXT]",
        "Finds a text and goes to the next place; without a text, the next hit.",
        going.find,
        GO,
        ("find", "next-hit"),
    ),
    Command(("findback",), "", "Goes to the hit before.", going.previous_hit, GO, ("previous-hit",)),
    Command(
        ("replace",),
        "[-regex -anycase -words -filter] OLD => NEW",
        "Replaces in the English, all or one by one.",
        seeking.replace,
        GO,
        ("replace",),
    ),
    Command(
        ("filter",),
        "[TEXT or NAME]",
        "Goes only to rows of a filter: state:draft; /filter alone for all.",
        seeking.show_only,
        GO,
        ("filter", "saved-filters"),
    ),
    Command(
        ("filters",),
        "[NAME = TEXT]",
        "Says the filters under names, keeps one, or with nothing behind the sign drops it.",
        seeking.filters,
        GO,
        ("saved-filters",),
    ),
    Command(
        ("nextof", "no"),
        "[KIND]",
        "Goes to the next draft, note, finding, query and so on.",
        seeking.next_of,
        GO,
        ("next-of-kind", "choose-kind"),
    ),
    Command(
        ("bookmark",),
        "",
        "Puts a bookmark at the row, or takes it away.",
        seeking.bookmark,
        GO,
        ("bookmark",),
    ),
    Command(
        ("bookmarks",),
        "[NUMBER]",
        "Says the rows that have one, or goes to one.",
        seeking.bookmarks,
        GO,
        ("bookmarks",),
    ),
    Command(
        ("places",),
        "[NUMBER]",
        "Says the rows worked on last, or goes to one.",
        seeking.places,
        GO,
        ("project",),
    ),
    Command(
        ("undo", "u"), "", "Takes back the last change in whatever row it was.", going.undo, GO, ("undo",)
    ),
    Command(("redo",), "", "Does again what was undone.", going.redo, GO, ("redo",)),
)
