"""tui: the keymap, keys that a person gave to commands by their ids in config.toml.

    [keys]
    confirm-stay = "f12"
    filter = ["ctrl+b", "f4"]
    script = ""            # no key: the menu and the palette still have it

What cannot be is left as it was, and said in a sentence; one wrong line never costs the others.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from workbench.tui.commands.command import Command, long_key

NO_KEY: Final = "no-key"
"""Textual passes over an empty entry of a keymap; a command without a key gets a name that no key has."""
_FIXED: Final = {
    "quit": "it is the same wherever you are",
    "cancel": "every dialog has it too",
}
_SPELT: Final = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "del": "delete",
    "ins": "insert",
    "control": "ctrl",
    "option": "alt",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "\\": "backslash",
    "/": "slash",
    "_": "underscore",
    "^": "circumflex_accent",
    "@": "at",
}
_ALONE: Final = re.compile(
    r"f([1-9]|1\d|2[0-4])|enter|tab|escape|backspace|delete|insert|home|end|pageup|pagedown|up|down|left|right"
)
_WITH: Final = re.compile(
    r"[a-z0-9]|space|slash|backslash|underscore|at|circumflex_accent|(left|right)_square_bracket"
)
_MODIFIERS: Final = ("ctrl", "alt", "shift")


@dataclass(frozen=True, slots=True)
class Keymap:
    """What the settings say of keys.

    Attributes:
        keys: the keys of each command that was changed, by its id; none for a command without a key.
        problems: what could not be done, a sentence each.
    """

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The problems in a sentence or two; empty for none."""
        if len(self.problems) < 2:
            return "".join(self.problems)
        return f"{self.problems[0]} `workbench config keys` tells {len(self.problems) - 1} more."

    def applied(self, commands: Sequence[Command]) -> tuple[Command, ...]:
        """The commands with the keys they have now."""
        if not self.keys:
            return tuple(commands)
        return tuple(
            replace(command, keys=self.keys[command.id]) if command.id in self.keys else command
            for command in commands
        )

    def for_textual(self) -> dict[str, str]:
        """The same as Textual takes it: keys by the ids of bindings."""
        return {id: ",".join(keys) or NO_KEY for id, keys in self.keys.items()}


def settings_path() -> Path:
    """Where a person's settings are kept, whether the file is there or not."""
    from platformdirs import user_config_path

    return user_config_path("workbench", appauthor=False) / "config.toml"


def read_keymap() -> Keymap:
    """The keymap of the person who runs the program."""
    from workbench.tui.commands.table import CELL_KEYS, COMMANDS

    return load_keymap(settings_path(), COMMANDS, CELL_KEYS, _commands_on_beads)


def _commands_on_beads() -> Sequence[Command]:
    from workbench.tui.commands.mending_table import MENDING_COMMANDS

    return MENDING_COMMANDS


def load_keymap(
    path: Path,
    commands: Sequence[Command],
    cell_keys: Iterable[tuple[tuple[str, ...], str]],
    on_beads: Callable[[], Sequence[Command]] = tuple,
) -> Keymap:
    """Read the section `[keys]` of the settings.

    Args:
        path: config.toml; where it is not there, nothing is changed.
        commands: with the keys that they have of themselves.
        cell_keys: keys that the cell answers, and what each does.
        on_beads: gives the commands on an alignment, which have the same ids where they do the same.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Keymap({})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Keymap({}, (f"{path} cannot be read, so all keys are as usual: {error}.",))
    section = data.get("keys", {})
    if not isinstance(section, dict):
        return Keymap({}, (f"{path}: keys is a section, [keys], with a line for each command.",))
    return keymap_of(section, commands, cell_keys, on_beads() if section else ())


def keymap_of(
    section: Mapping[str, object],
    commands: Sequence[Command],
    cell_keys: Iterable[tuple[tuple[str, ...], str]],
    on_beads: Sequence[Command] = (),
) -> Keymap:
    """What a section `[keys]` comes to; see `load_keymap`."""
    known = _known(commands, on_beads)
    taken = {key: what for keys, what in cell_keys for key in keys}
    wanted: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for id, value in section.items():
        problem = _cannot_change(id, known.get(id))
        keys, unread = _keys_of(value)
        if not problem and unread:
            problem = f"[keys] {id}: {unread}"
        busy = next((key for key in keys if key in taken), None)
        if not problem and busy is not None:
            problem = f"[keys] {id}: {long_key(busy)} is a key of the cell ({taken[busy]})."
        if problem:
            problems.append(problem)
        else:
            wanted[id] = keys
    while clashes := [*_without_clashes(wanted, commands), *_without_clashes(wanted, on_beads)]:
        problems += clashes
    return Keymap(wanted, tuple(problems))


def _known(commands: Sequence[Command], on_beads: Sequence[Command]) -> dict[str, Command]:
    """Commands by their ids; of two with one id, that whose key cannot be changed, else the editor's."""
    both = sorted((*on_beads, *commands), key=lambda command: command.built_in)
    return {command.id: command for command in both}


def _cannot_change(id: str, command: Command | None) -> str:
    if command is None:
        return (
            f"[keys] {id}: there is no command of that id; docs/keys.md and `workbench config keys` name all."
        )
    if command.built_in:
        return f"[keys] {id}: the rows answer {long_key(command.keys[0])} themselves; it stays."
    if id in _FIXED:
        return f"[keys] {id}: {long_key(command.keys[0])} stays, as {_FIXED[id]}."
    return ""


def _without_clashes(wanted: dict[str, tuple[str, ...]], commands: Sequence[Command]) -> list[str]:
    """Take back what would give one key to two commands, the later change first; says which."""
    problems: list[str] = []
    while True:
        owners: dict[str, str] = {}
        clash: tuple[str, str, str] | None = None
        for command in commands:
            for key in wanted.get(command.id, command.keys):
                if key in owners and clash is None:
                    clash = key, owners[key], command.id
                owners.setdefault(key, command.id)
        if clash is None:
            return problems
        key, *both = clash
        changed = [id for id in reversed(wanted) if id in both]
        mine = changed[0]
        other = both[0] if both[1] == mine else both[1]
        del wanted[mine]
        problems.append(
            f'[keys] {mine}: {long_key(key)} is the key of {other}; give {other} another key, or none ("").'
        )


def _keys_of(value: object) -> tuple[tuple[str, ...], str]:
    """The keys that a line names, by Textual's names; and what is wrong with them, empty for nothing."""
    names = value.split(",") if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return (), 'it is written as "ctrl+b", or as ["ctrl+b", "f4"] for several keys.'
    keys: list[str] = []
    for name in names:
        if not str(name).strip():
            continue
        key = key_named(str(name))
        if key is None:
            return (), f"{str(name).strip()} is no key for a command: a letter alone would be typed."
        keys.append(key)
    return tuple(dict.fromkeys(keys)), ""


def key_named(name: str) -> str | None:
    """Textual's name of a key that a person wrote, such as "Ctrl+K" or "PgUp"; None where it is none."""
    parts = [_SPELT.get(part, part) for part in name.strip().lower().split("+")]
    *modifiers, last = parts
    if not set(modifiers) <= set(_MODIFIERS) or len(set(modifiers)) != len(modifiers):
        return None
    typed = not {"ctrl", "alt"} & set(modifiers)
    if not _ALONE.fullmatch(last) and (typed or not _WITH.fullmatch(last)):
        return None
    return "+".join([*(each for each in _MODIFIERS if each in modifiers), last])
