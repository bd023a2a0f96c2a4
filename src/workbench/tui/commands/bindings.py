"""tui: bindings, which Textual wants for keys, made from the table of commands."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingType

from workbench.tui.commands.command import Command

_TAKEN_BY_WIDGETS = frozenset({"f6", "f7", "tab"})


def bindings_of(commands: Sequence[Command]) -> list[BindingType]:
    """A binding for each command that has keys; its id is the command's, so that a keymap can change it."""
    return [
        Binding(
            ",".join(command.keys),
            f"run('{command.id}')",
            command.title,
            show=False,
            priority=bool(_TAKEN_BY_WIDGETS & set(command.keys)),
            id=command.id,
        )
        for command in commands
        if command.keys and not command.built_in
    ]
