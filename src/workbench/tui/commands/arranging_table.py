"""tui: the table of commands that arrange the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from workbench.tui.commands.command import Command, Group, later

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def _arranging(name: str) -> Callable[[EditorScreen], None]:
    return later("workbench.tui.commands.arranging", name)


ARRANGING_COMMANDS: Final = (
    Command(
        "layout",
        "Layout of the rows",
        "Side by side; stacked, the English below its Chinese; focus, the active row large and the others "
        "one line each; or automatic, stacked in a window of less than 90 columns.",
        Group.LOOK,
        _arranging("next_layout"),
        menu="0l",
    ),
    Command(
        "narrower",
        "Narrower source",
        "Gives the English more of the line; while one chooses in a lower pane that has others beside it, "
        "makes that pane narrower. The line between the columns can be dragged too.",
        Group.LOOK,
        _arranging("narrower"),
        menu="0a",
    ),
    Command(
        "wider",
        "Wider source",
        "Gives the source more of the line; in a lower pane beside others, makes that pane wider.",
        Group.LOOK,
        _arranging("wider"),
        menu="0d",
    ),
    Command(
        "hide-panes",
        "Hide or show the lower panes",
        "Gives all lines to the rows. A list that is asked for is shown while one chooses in it.",
        Group.LOOK,
        _arranging("hide_panes"),
        menu="0h",
    ),
    Command(
        "tall-panes",
        "Maximise the lower panes",
        "Gives the lower panes all lines but six, to read long matches or notes; again: as they were.",
        Group.LOOK,
        _arranging("tall_panes"),
        menu="0m",
    ),
    Command(
        "taller-panes",
        "Taller lower panes",
        "Two lines more for the lower panes. Their upper border can be dragged too.",
        Group.LOOK,
        _arranging("taller"),
        menu="0t",
    ),
    Command(
        "lower-panes",
        "Less tall lower panes",
        "Two lines less for the lower panes.",
        Group.LOOK,
        _arranging("lower"),
        menu="0g",
    ),
    Command(
        "spell-keys",
        "Keys in words",
        "Writes Ctrl+T for ^T in the hint line, or short again.",
        Group.LOOK,
        _arranging("spell_keys"),
        menu="0k",
    ),
)
