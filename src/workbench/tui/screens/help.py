"""tui: Palette and Help, every command with its keys; typing narrows the list, Enter runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from workbench.tui.commands.command import Command, Group, long_key, menu_keys
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock


class Palette(Dialog[Command]):
    """Gives the command to run, or None."""

    DEFAULT_CSS = """
    Palette ChoiceList { height: 12; }
    Palette TextBlock { height: 3; color: $foreground 80%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list('move', -1)", show=False),
        Binding("down", "list('move', 1)", show=False),
        Binding("pageup", "list('page', -1)", show=False),
        Binding("pagedown", "list('page', 1)", show=False),
    ]
    TITLE_TEXT = "Commands"

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__(self.TITLE_TEXT, "type to search   Enter runs it   Esc cancel")
        self._commands = commands

    def body(self) -> ComposeResult:
        """What to search, the commands, and the sentence of the one under the cursor."""
        yield Input(placeholder="Search", compact=True)
        yield ChoiceList(self._choices(""))
        yield TextBlock()

    def on_mount(self) -> None:
        """As tall as fits; the sentence of the first."""
        super().on_mount()
        self.query_one(ChoiceList).styles.height = self._height()
        self._tell()

    def _height(self) -> int:
        return max(4, min(len(self._commands), self.app.size.height * 8 // 10 - 8, 14))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list."""
        self.query_one(ChoiceList).set_choices(self._choices(message.value))
        self._tell()

    def on_input_submitted(self) -> None:
        """Enter in the search line."""
        self.query_one(ChoiceList).action_choose()

    def on_choice_list_moved(self) -> None:
        """Another command under the cursor."""
        self._tell()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        if isinstance(message.value, Command):
            self.dismiss(message.value)

    def action_list(self, what: str, step: int) -> None:
        """The arrows move in the list while the search line has the focus."""
        choices = self.query_one(ChoiceList)
        choices.action_move(step) if what == "move" else choices.action_page(step)

    def _tell(self) -> None:
        command = self.query_one(ChoiceList).value
        self.query_one(TextBlock).show(Content(command.help if isinstance(command, Command) else ""))

    def _choices(self, query: str) -> list[Choice]:
        return [self._choice(command) for command in matching(self._commands, query)]

    def _choice(self, command: Command) -> Choice:
        return Choice(command, command.title, ways_to(command))


@dataclass(frozen=True, slots=True)
class Here:
    """Where the caret is, for the first chapter of the help.

    Attributes:
        title: the place in words, such as "On the source side".
        commands: what one does there. `keys`: what the place itself answers, keys and words.
    """

    title: str
    commands: Sequence[Command] = ()
    keys: Sequence[tuple[str, str]] = ()


class Help(Palette):
    """The palette by chapters, as tall as the screen; what can be done where the caret is comes first."""

    DEFAULT_CSS = "Help Panel { max-height: 95%; margin: 0 1 0 1; } Help { align: center middle; }"
    TITLE_TEXT = "Help"

    def __init__(
        self,
        commands: Sequence[Command],
        cell_keys: Iterable[tuple[tuple[str, ...], str]] = (),
        here: Here | None = None,
    ) -> None:
        """Make the help.

        Args:
            commands: all of them.
            cell_keys: keys that a cell itself answers, and what each does.
            here: where the caret is.
        """
        super().__init__(commands)
        self._cell_keys = tuple(cell_keys)
        self._here = here

    def _height(self) -> int:
        return max(4, min(len(self._choices("")), self.app.size.height - 8))

    def _choices(self, query: str) -> list[Choice]:
        if query.strip():
            return [*super()._choices(query), *self._cell_choices(query)]
        lines = self._lines_of_here()
        for group in Group:
            here = [self._choice(command) for command in self._commands if command.group is group]
            lines += [Choice(None, group.value), *here] if here else []
        return [*lines, *self._cell_choices("")]

    def _lines_of_here(self) -> list[Choice]:
        here = self._here
        if here is None:
            return []
        lines = [Choice(f"{keys} {what}", what, keys) for keys, what in here.keys]
        return [Choice(None, here.title), *lines, *map(self._choice, here.commands)]

    def _cell_choices(self, query: str) -> list[Choice]:
        found = [
            Choice(" ".join(keys), what, "   ".join(map(long_key, keys)))
            for keys, what in self._cell_keys
            if query.casefold() in what.casefold()
        ]
        return [Choice(None, "In a cell"), *found] if found else []


def ways_to(command: Command) -> str:
    """Its keys and its place in the menu, such as "Ctrl+L   F9 g"."""
    ways = [long_key(key) for key in command.keys]
    if command.menu:
        ways.append(menu_keys(command.menu))
    return "   ".join(ways)


def matching(commands: Sequence[Command], query: str) -> list[Command]:
    """Commands in which every word of `query` occurs; those with it in their title first."""
    words = query.casefold().split()

    def rank(command: Command) -> int:
        title = command.title.casefold()
        if all(word in title for word in words):
            return 0 if title.startswith(tuple(words[:1])) or not words else 1
        whole = f"{title} {command.help} {ways_to(command)}".casefold()
        return 2 if all(word in whole for word in words) else 3

    ranked = [(rank(command), command) for command in commands]
    return [command for at, command in sorted(ranked, key=lambda pair: pair[0]) if at < 3]
