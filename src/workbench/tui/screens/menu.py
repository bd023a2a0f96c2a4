"""tui: Menu, the rarer commands behind F9, one letter or digit each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from workbench.tui.commands.command import Command, Group, long_key
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList


class Menu(Dialog[Command]):
    """Gives the command whose letter was pressed, or that was chosen."""

    DEFAULT_CSS = """
    Menu Panel { max-height: 100%; margin: 0 1; }
    Menu Horizontal { height: auto; }
    Menu ChoiceList { width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__("Menu", "a letter or digit, or arrows and Enter   Esc cancel")
        self._commands = [command for command in commands if command.menu]

    def body(self) -> ComposeResult:
        """Two columns of commands, by chapter."""
        left, right = self._columns()
        with Horizontal():
            for column in (left, right):
                lines = ChoiceList(column, cursor_always=False)
                lines.styles.height = max(len(left), len(right))
                yield lines

    def _columns(self) -> tuple[list[Choice], list[Choice]]:
        """The chapters, their order kept in each column; which stand left is what keeps the columns low."""
        chapters = [lines for group in Group if (lines := self._chapter(group))]
        first, *others = chapters
        choices = (chosen for size in range(len(chapters)) for chosen in combinations(others, size))
        total = sum(map(len, chapters))

        def height(chosen: Sequence[list[Choice]]) -> int:
            left = len(first) + sum(map(len, chosen))
            return max(left, total - left)

        left = [first, *min(choices, key=height)]
        right = [lines for lines in chapters if lines not in left]
        return list(chain(*left)), list(chain(*right))

    def _chapter(self, group: Group) -> list[Choice]:
        here = [command for command in self._commands if command.group is group]
        lines = [
            Choice(command, command.title, ", ".join(map(long_key, command.keys[:1])), command.menu)
            for command in here
        ]
        return [Choice(None, group.value), *lines] if lines else []

    def on_key(self, event: events.Key) -> None:
        """A letter runs its command."""
        for command in self._commands:
            if event.character == command.menu:
                event.stop()
                self.dismiss(command)
                return

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        if isinstance(message.value, Command):
            self.dismiss(message.value)
