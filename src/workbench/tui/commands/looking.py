"""tui: commands that change what is shown and never the text: pinyin, script, panes, themes, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def pinyin(desk: EditorScreen) -> None:
    """Pinyin in its pane, above the active row, above all rows, or off."""
    desk.reading.next_ruby()


def script(desk: EditorScreen) -> None:
    """The source as it is, in traditional or in simplified characters."""
    desk.reading.next_script()


def next_pane(desk: EditorScreen) -> None:
    """Show the next of the lower panes; hidden ones are shown again."""
    if desk.arranging.look.hidden:
        desk.arranging.toggle_hidden()
    else:
        desk.lower.next_tab()


def theme(desk: EditorScreen) -> None:
    """Change to the next of the four themes."""
    desk.say(f"{desk.workbench.next_theme()} theme.")


def plain(desk: EditorScreen) -> None:
    """Numbers instead of tone marks, and borders without box lines."""
    desk.reading.toggle_plain()


def help_page(desk: EditorScreen) -> None:
    """What can be done where the caret is, then every command; type to search, Enter runs it."""
    from workbench.tui.commands.table import CELL_KEYS
    from workbench.tui.screens.help import Help
    from workbench.tui.screens.helping import here

    desk.ask(Help(desk.workbench.commands, CELL_KEYS, here(desk)), desk.run_chosen)


def palette(desk: EditorScreen) -> None:
    """Find a command by its name and run it."""
    from workbench.tui.screens.help import Palette

    desk.ask(Palette(desk.workbench.commands), desk.run_chosen)


def menu(desk: EditorScreen) -> None:
    """The rarer commands by one letter each."""
    from workbench.tui.screens.menu import Menu

    desk.ask(Menu(desk.workbench.commands), desk.run_chosen)
