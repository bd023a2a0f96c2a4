"""linear: Command, one thing that is done by a line that begins with a stroke, such as /go 12."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        names: what follows the stroke; the first is shown, the others are short for it.
        takes: what follows the name, as the help shows it; empty for nothing.
        help: one sentence.
        run: what it does, given the desk and what followed the name.
        chapter: of the help.
    """

    names: tuple[str, ...]
    takes: str
    help: str
    run: Callable[[LinearDesk, str], None]
    chapter: str

    @property
    def shown(self) -> str:
        """As it is written: "/go NUMBER"."""
        return f"/{self.names[0]}{' ' if self.takes else ''}{self.takes}"
