"""tui: docs/keys.md, written from the table of commands: `python -m workbench.tui.keys_page [FILE]`."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.tui.commands.command import Command, Group, long_key
from workbench.tui.commands.table import CELL_KEYS, COMMANDS

_HEAD = """\
# Keys

This page is made from the table of commands: `python -m workbench.tui.keys_page docs/keys.md`.

Every command is in the palette (Ctrl+P) and in the help (F1), which is searched by typing and runs what is
chosen. What stands in the column *menu* is pressed after F9, one after the other. Commands never sit on a
letter alone: an input method may be on. Escape and Ctrl+G both cancel; some terminals pass Escape on late, so
Ctrl+G is quicker.
"""


def keys_page() -> str:
    """The page as Markdown."""
    parts = [_HEAD]
    for group in (group for group in Group if any(command.group is group for command in COMMANDS)):
        parts.append(f"\n## {group.value}\n\n| keys | menu | command | |\n|---|---|---|---|\n")
        parts += [_line(command) for command in COMMANDS if command.group is group]
    parts.append("\n## In a cell\n\n| keys | |\n|---|---|\n")
    parts += [f"| {_keys(keys)} | {what} |\n" for keys, what in CELL_KEYS]
    return "".join(parts)


def _line(command: Command) -> str:
    menu = f"`{' '.join(command.menu)}`" if command.menu else ""
    return f"| {_keys(command.keys)} | {menu} | {command.title} | {command.help} |\n"


def _keys(keys: tuple[str, ...]) -> str:
    return ", ".join(f"`{long_key(key)}`" for key in keys)


def main(arguments: list[str]) -> None:
    """Print the page, or write it to the file named."""
    if arguments:
        Path(arguments[0]).write_text(keys_page(), "utf-8")
    else:
        print(keys_page(), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
