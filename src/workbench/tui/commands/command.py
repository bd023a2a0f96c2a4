"""tui: Command, one thing the editor can do: its name, its keys, its help and the function that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


class Group(StrEnum):
    """The chapters of the help, in the order they are shown."""

    BEAD = "Beads"
    ROW = "Rows"
    SENTENCE = "Sentences and terms"
    MATCH = "Matches"
    WRITE = "Writing"
    TEXT = "Text and undo"
    GO = "Going about"
    REVISE = "Revision and queries"
    LOOK = "What is shown"
    PROJECT = "Project"


class Moment(StrEnum):
    """When a command is worth a place in the hint line."""

    TARGET = "target"
    SOURCE = "source"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        id: never changes; bindings and tests name it.
        title: a few words, as the palette and the menu show them.
        help: one or two sentences for the help and docs/keys.md.
        run: what it does, given the editor.
        keys: Textual's names of its keys, the first one shown; empty for what only the menu and palette have.
        menu: what is pressed behind F9, a letter or digit, or two where the first opens a page of the menu
            (`PAGES`); empty for none.
        hint: its word in the hint line; empty for none.
        moments: when the hint is shown; `rank` its place in the line, small ones first.
        built_in: the editor pane itself answers the key, so no binding is made for it.
    """

    id: str
    title: str
    help: str
    group: Group
    run: Callable[[EditorScreen], None]
    keys: tuple[str, ...] = ()
    menu: str = ""
    hint: str = ""
    moments: tuple[Moment, ...] = (Moment.TARGET,)
    rank: int = 50
    built_in: bool = False


PAGES = {"9": "Rows, writing, revision", "0": "Screen and project"}
"""The pages of the menu that a digit opens."""


def later(module: str, name: str) -> Callable[[EditorScreen], None]:
    """A command's function that is imported when it first runs: the first paint does not wait for it."""

    def run(desk: EditorScreen) -> None:
        getattr(import_module(module), name)(desk)

    return run


_NAMES = {
    "enter": "Enter",
    "tab": "Tab",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "backspace": "Backspace",
    "delete": "Delete",
}


def menu_keys(menu: str) -> str:
    """What is pressed behind F9, as help and documents show it: "F9 s", "F9 9 h"."""
    return " ".join(["F9", *menu])


def short_key(key: str) -> str:
    """A key as the hint line shows it: ^T, F2, Enter, ^Down."""
    *modifiers, name = key.split("+")
    shown = _NAMES.get(name, name.upper())
    return "".join("^" if each == "ctrl" else f"{each.title()}+" for each in modifiers) + shown


def long_key(key: str) -> str:
    """A key as help and documents show it: Ctrl+T, F2, Enter, Ctrl+Down."""
    *modifiers, name = key.split("+")
    return "+".join([*(each.title() for each in modifiers), _NAMES.get(name, name.upper())])
