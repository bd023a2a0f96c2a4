"""tui: Menu, the rarer commands behind F9, by a letter or digit, or by two where a digit opens a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from workbench.tui.commands.command import PAGES, Command, Group, long_key
from workbench.tui.screens.dialog import Dialog, Panel
from workbench.tui.widgets.choices import Choice, ChoiceList

_KEYS = "a letter or digit, or arrows and Enter   Esc cancel"
_BACK = "   Backspace back"


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
        super().__init__("Menu", _KEYS)
        self._commands = [command for command in commands if command.menu]
        self._page = ""

    def body(self) -> ComposeResult:
        """Two columns of commands, by chapter."""
        left, right = self._columns()
        with Horizontal():
            for column in (left, right):
                lines = ChoiceList(column, cursor_always=False)
                lines.styles.height = self._height(left, right)
                yield lines

    def _height(self, left: Sequence[Choice], right: Sequence[Choice]) -> int:
        """Lines of the longer column; in a low window as many as there are, and the columns scroll."""
        return max(1, min(max(len(left), len(right)), self.app.size.height - 2))

    def _open(self, page: str) -> None:
        """Show the commands of another page in the place of these."""
        self._page = page
        self.query_one(Panel).border_title = f"Menu {page}: {PAGES[page]}" if page else "Menu"
        self.tell_keys(f"{_KEYS}{_BACK if page else ''}")
        columns = self._columns()
        for lines, column in zip(self.query(ChoiceList), columns, strict=True):
            lines.set_choices(column)
            lines.styles.height = self._height(*columns)

    @property
    def _here(self) -> list[Command]:
        """The commands of the page that is open."""
        if self._page:
            return [
                command for command in self._commands if command.menu[1:] and command.menu[0] == self._page
            ]
        return [command for command in self._commands if len(command.menu) == 1]

    def _columns(self) -> tuple[list[Choice], list[Choice]]:
        """The chapters, their order kept in each column; which stand left is what keeps the columns low."""
        chapters = [lines for group in Group if (lines := self._chapter(group))]
        if not self._page and (pages := self._pages()):
            chapters.append(pages)
        first, *others = chapters or [[Choice(None, "Nothing yet")]]
        choices = (chosen for size in range(len(chapters)) for chosen in combinations(others, size))
        total = sum(map(len, chapters))

        def height(chosen: Sequence[list[Choice]]) -> int:
            left = len(first) + sum(map(len, chosen))
            return max(left, total - left)

        left = [first, *min(choices, key=height)]
        right = [lines for lines in chapters if lines not in left]
        return list(chain(*left)), list(chain(*right))

    def _chapter(self, group: Group) -> list[Choice]:
        lines = [
            Choice(command, command.title, ", ".join(map(long_key, command.keys[:1])), command.menu[-1])
            for command in self._here
            if command.group is group
        ]
        return [Choice(None, group.value), *lines] if lines else []

    def _pages(self) -> list[Choice]:
        used = {command.menu[0] for command in self._commands if command.menu[1:]}
        lines = [Choice(page, f"{words} …", label=page) for page, words in PAGES.items() if page in used]
        return [Choice(None, "More"), *lines] if lines else []

    def on_key(self, event: events.Key) -> None:
        """A letter runs its command, a digit may open a page; Backspace goes back to the first."""
        if event.key == "backspace" and self._page:
            event.stop()
            self._open("")
            return
        for command in self._here:
            if event.character == command.menu[-1]:
                event.stop()
                self.dismiss(command)
                return
        if not self._page and event.character in PAGES:
            event.stop()
            self._open(event.character)

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        if isinstance(message.value, Command):
            self.dismiss(message.value)
        elif isinstance(message.value, str):
            self._open(message.value)
