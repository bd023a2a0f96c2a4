"""linear: Command, one thing that is done by a line that begins with a stroke, such as /go 12."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Desk = TypeVar("Desk", contravariant=True)


@dataclass(frozen=True, slots=True)
class Command(Generic[Desk]):
    """One command.

    Attributes:
        names: what follows the stroke; the first is shown, the others are short for it.
        takes: what follows the name, as the help shows it; empty for nothing.
        help: one sentence.
        run: what it does, given the desk and what followed the name.
        chapter: of the help.
        does: ids of the screen editor's commands that it stands for; what can be done there can be done here.
    """

    names: tuple[str, ...]
    takes: str
    help: str
    run: Callable[[Desk, str], None]
    chapter: str
    does: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """As it is written: "/go NUMBER"."""
        return f"/{self.names[0]}{' ' if self.takes else ''}{self.takes}"


Table = TypeVar("Table", bound=Command[Any])


def command_named(name: str, commands: Sequence[Table]) -> Table | None:
    """The command of a name, or the only one that begins with it."""
    for command in commands:
        if name in command.names:
            return command
    begun = [command for command in commands if command.names[0].startswith(name)] if name else []
    return begun[0] if len(begun) == 1 else None
