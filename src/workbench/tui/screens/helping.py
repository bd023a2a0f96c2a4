"""tui: where the caret is, as the first chapter of the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.commands.command import Moment
from workbench.tui.screens.help import Here
from workbench.tui.screens.hinting import MATCH_HINTS, TERM_HINTS

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen
    from workbench.tui.widgets.bottom_lines import Hint

_MATCH_KEYS = (("Up, Down", "another match; the one under the cursor is shown whole"),)
_TERM_KEYS = (
    ("Up, Down", "another term; the message line says what is known of it"),
    ("a letter", "goes back to the English and types there"),
)
_SOURCE_KEYS = (
    ("Tab", "back to the English"),
    ("Shift and arrows", "selects: for a term, a look-up, a query"),
)


def here(desk: EditorScreen) -> Here:
    """What can be done where the caret is now."""
    if desk.lower.matches.has_focus:
        return _of_list(desk, "In the list of matches", MATCH_HINTS, _MATCH_KEYS)
    if desk.lower.terms.has_focus:
        return _of_list(desk, "In the list of terms", TERM_HINTS, _TERM_KEYS)
    source = desk.pane.side == "source"
    moment = Moment.SOURCE if source else Moment.TARGET
    commands = [
        command
        for command in desk.workbench.commands
        if command.hint and moment in command.moments and command.id not in ("help", "palette")
    ]
    commands.sort(key=lambda command: command.rank)
    if source:
        return Here("Here, on the source side", commands, _SOURCE_KEYS)
    return Here("Here, in the English", commands)


def _of_list(
    desk: EditorScreen, title: str, hints: tuple[Hint, ...], keys: tuple[tuple[str, str], ...]
) -> Here:
    by_id = {command.id: command for command in desk.workbench.commands}
    commands = [by_id[hint.command] for hint in hints if hint.command in by_id]
    own = [(hint.key, hint.word) for hint in hints if not hint.command]
    return Here(title, commands, (*own, *keys))
