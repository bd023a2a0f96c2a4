"""tests: the table of commands, and what is made from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding

from workbench.tui.commands.command import Command, long_key, short_key
from workbench.tui.commands.table import CELL_KEYS, COMMANDS
from workbench.tui.keys_page import keys_page
from workbench.tui.screens.editor import EditorScreen
from workbench.tui.screens.help import matching

SAFE = (
    {"enter", "tab", "escape"}
    | {f"f{number}" for number in range(1, 13)}
    | {f"ctrl+{letter}" for letter in "acdefgjklnopqrstuvwxyz"}
    | {"ctrl+up", "ctrl+down", "ctrl+left", "ctrl+right"}
)


def test_the_page_of_keys_is_the_table() -> None:
    page = Path(__file__).parents[2] / "docs" / "keys.md"
    assert page.read_text("utf-8") == keys_page(), "run: python -m workbench.tui.keys_page docs/keys.md"


def test_commands_sit_only_on_keys_that_every_terminal_passes_on() -> None:
    assert {key for command in COMMANDS for key in command.keys} <= SAFE


def test_no_key_and_no_letter_has_two_commands() -> None:
    keys = [key for command in COMMANDS for key in command.keys] + [
        key for keys, _ in CELL_KEYS for key in keys
    ]
    letters = [command.menu for command in COMMANDS if command.menu]
    ids = [command.id for command in COMMANDS]
    assert len(keys) == len(set(keys))
    assert len(letters) == len(set(letters))
    assert len(ids) == len(set(ids))


def test_every_key_of_the_table_is_bound() -> None:
    bound = {
        key
        for binding in EditorScreen.BINDINGS
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    }
    assert bound == {key for command in COMMANDS if not command.built_in for key in command.keys}


def test_a_command_without_a_key_is_in_the_menu() -> None:
    assert all(command.keys or command.menu for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_the_palette_finds_every_command_by_its_title(command: Command) -> None:
    assert command in matching(COMMANDS, command.title)[:2]


def test_the_palette_finds_by_what_the_help_says_and_by_the_key() -> None:
    assert "split" in [command.id for command in matching(COMMANDS, "becomes two")]
    assert "note" in [command.id for command in matching(COMMANDS, "f8")]
    assert matching(COMMANDS, "no such thing") == []


def test_keys_are_written_as_people_write_them() -> None:
    assert [short_key(key) for key in ("ctrl+t", "enter", "ctrl+down", "f2")] == [
        "^T",
        "Enter",
        "^Down",
        "F2",
    ]
    assert [long_key(key) for key in ("ctrl+t", "ctrl+pageup", "shift+left")] == [
        "Ctrl+T",
        "Ctrl+PgUp",
        "Shift+Left",
    ]
