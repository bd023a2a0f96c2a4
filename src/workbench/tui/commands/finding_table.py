"""tui: the commands that seek, keep and replace, a part of the one table of commands."""

from __future__ import annotations

from typing import Final

from workbench.tui.commands.command import Command, Group, later

_FINDING = "workbench.tui.commands.finding"

FINDING_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "next-of-kind",
        "Next of this kind",
        "Goes to the next row of the kind chosen last, among the rows shown and round the end: untranslated, "
        "draft, rejected, with a finding, a note, an open query, a bookmark, a doubtful alignment, repeated.",
        Group.GO,
        later(_FINDING, "next_of_kind"),
        keys=("f11",),
    ),
    Command(
        "choose-kind",
        "Go to the next …",
        "Chooses the kind of row that F11 goes to, and goes to the next one.",
        Group.GO,
        later(_FINDING, "choose_kind"),
        menu="9n",
    ),
    Command(
        "bookmark",
        "Bookmark",
        "Puts a bookmark at the row, or takes it away. Bookmarks are kept with the project.",
        Group.GO,
        later(_FINDING, "toggle_bookmark"),
        menu="9m",
    ),
    Command(
        "bookmarks",
        "Bookmarks",
        "The rows with a bookmark and their texts; Enter jumps to one, and Enter there comes back.",
        Group.GO,
        later(_FINDING, "list_bookmarks"),
        menu="9g",
    ),
    Command(
        "replace",
        "Find and replace",
        "Replaces in the English, also by patterns with groups. Every place is shown before and after and "
        "can be left out; it is one step of undo, and confirmed rows become drafts.",
        Group.GO,
        later(_FINDING, "replace"),
        menu="9f",
    ),
    Command(
        "saved-filters",
        "Filters under names",
        "The filters kept in project.toml: show one, keep the one that holds now, drop one.",
        Group.GO,
        later(_FINDING, "saved_filters"),
        menu="9v",
    ),
)
