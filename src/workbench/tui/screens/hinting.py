"""tui: the hint line, which has the keys that matter now and no others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.project.reviewing import Role
from workbench.project.session import Session
from workbench.tui.commands.command import Command, Group, Moment, menu_keys, short_key
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.bottom_lines import Hint

if TYPE_CHECKING:
    from workbench.tui.screens.desk import Desk

_LAST = ("palette", "help")
_LONGEST_OFFER = 32  # characters of an offer in the hint line
_REVIEWING = {"confirm": "reviewed", "reject": "reject", "next-unconfirmed": "next unreviewed"}
"""The words of commands for a reviewer, who sees their keys first."""
MATCH_HINTS = (
    Hint("1-9 Enter", "puts it in"),
    Hint("F9 1", "at the caret", "insert-match"),
    Hint("F9 2", "what it adds", "complete-match"),
    Hint("F9 3", "edit unit", "edit-unit"),
    Hint("F9 4", "lock", "lock-unit"),
    Hint("F9 5", "delete", "delete-unit"),
    Hint("Esc", "back", "cancel"),
)
TERM_HINTS = (Hint("1-9 Enter", "inserts it"), Hint("Esc", "back", "cancel"))
"""The keys of the lists while one chooses in them."""
DIALOG_HINTS = (Hint("F1", "keys of this dialog"), Hint("Esc", "cancel"))
"""What goes in every dialog."""
_READING = frozenset({Group.GO, Group.LOOK, Group.PROJECT})
"""The chapters of commands that change nothing."""


def hints_of(desk: Desk) -> tuple[Hint, ...]:
    """The hints of an editor as it stands."""
    if isinstance(desk.app.screen, Dialog):
        return DIALOG_HINTS
    if desk.lower.matches.has_focus:
        return MATCH_HINTS
    if desk.lower.terms.has_focus:
        return TERM_HINTS
    moment = Moment.SOURCE if desk.pane.side == "source" else Moment.TARGET
    found, role = desk.finding.active, desk.session.role
    hints = hints_for(desk.workbench.commands, moment, found=found, role=role)
    empty, spelt = not desk.pane.target_text, desk.workbench.memory.spelt
    return with_offer(hints_now(desk.session, hints, empty=empty, spelt=spelt), desk.pane.offered)


def hints_for(
    commands: Sequence[Command], moment: Moment, *, found: bool, role: Role = Role.TRANSLATOR
) -> tuple[Hint, ...]:
    """The hints of a moment in the order of the table; the palette and the help come last.

    Args:
        found: the last search has hits to go through.
        role: for a reviewer some keys have other words and stand first.
    """
    wanted = {moment, Moment.FOUND} if found else {moment}
    words = _REVIEWING if role is Role.REVIEWER and moment is Moment.TARGET else {}
    chosen = [
        command
        for command in commands
        if (command.hint and wanted & set(command.moments)) or command.id in words
        if command.keys or command.menu
    ]
    chosen.sort(key=lambda command: (command.id in _LAST, command.id not in words, command.rank))
    return tuple(
        Hint(
            short_key(command.keys[0]) if command.keys else menu_keys(command.menu),
            words.get(command.id, command.hint),
            command.id,
        )
        for command in chosen
    )


def hints_now(session: Session, hints: Sequence[Hint], *, empty: bool, spelt: bool) -> tuple[Hint, ...]:
    """The hints that apply as things are.

    Args:
        empty: the row has no English, so that Enter confirms nothing and only goes on.
        spelt: keys in words: Ctrl+T for ^T.
    """
    if spelt:
        hints = [replace(hint, key=hint.key.replace("^", "Ctrl+")) for hint in hints]
    if session.read_only:
        from workbench.tui.commands.table import BY_ID

        take_over = Hint(menu_keys(BY_ID["take-over"].menu), "write here", "take-over")
        return take_over, *(hint for hint in hints if BY_ID[hint.command].group in _READING)
    if not empty:
        return tuple(hints)
    return tuple(
        replace(hint, word="go on") if (hint.command, hint.word) == ("confirm", "confirm") else hint
        for hint in hints
    )


def with_offer(hints: Sequence[Hint], offered: str) -> tuple[Hint, ...]:
    """The hints with what Right takes before them, while something is offered at the caret."""
    if not offered:
        return tuple(hints)
    cut = offered if len(offered) <= _LONGEST_OFFER else offered[: _LONGEST_OFFER - 1] + "…"
    return Hint("Right", f"takes …{cut}"), *hints
