"""linear: the one table of commands on rows; the help is made from it."""

from __future__ import annotations

from typing import Final

from workbench.linear.aid_table import AID_COMMANDS, MEMORY_COMMANDS, TERMBASE_COMMANDS
from workbench.linear.command import Command
from workbench.linear.desk import LinearDesk
from workbench.linear.going_table import GOING_COMMANDS
from workbench.linear.project_table import PROJECT_COMMANDS, REVISION_COMMANDS
from workbench.linear.row_table import ROW_COMMANDS, WRITING_COMMANDS

COMMANDS: Final[tuple[Command[LinearDesk], ...]] = (
    *ROW_COMMANDS,
    *WRITING_COMMANDS,
    *GOING_COMMANDS,
    *AID_COMMANDS,
    *MEMORY_COMMANDS,
    *TERMBASE_COMMANDS,
    *REVISION_COMMANDS,
    *PROJECT_COMMANDS,
)

ON_A_SCREEN: Final[dict[str, str]] = {
    "cancel": "a question is left with Ctrl+C; there is no dialog, list or pane to leave",
    "next-pane": "there are no panes: /terms, /matches, /findings and /row say what they show",
    "theme": "the colours are those of the terminal",
    "plain": "no borders are drawn, and nothing depends on how wide a sign is",
    "layout": "the row is said, not laid out",
    "narrower": "there are no columns",
    "wider": "there are no columns",
    "hide-panes": "there are no panes",
    "tall-panes": "there are no panes",
    "taller-panes": "there are no panes",
    "lower-panes": "there are no panes",
    "spell-keys": "there is no line of hints; commands are words",
}
"""Commands of the screen editor that make sense there only, by their id, and why."""
