"""linear: Talk, saying and asking, and a line that is done by the table of commands it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from workbench.linear.command import Command, command_named
from workbench.linear.keys_worded import worded
from workbench.linear.letters import with_letters
from workbench.model.faults import WorkbenchError

Say = Callable[[str], None]
STROKES = ("/", "／")  # an input method that was left on sends the wide one


class LetGoError(Exception):
    """A question was left with Ctrl+C: whatever asked it changes nothing."""


class Ask(Protocol):
    """Reads a line; `filled` stands there already and can be changed. None at the end of the input."""

    def __call__(self, prompt: str, filled: str = "", /) -> str | None:
        """One line, without its end. Raises LetGoError where it was left."""
        ...


class Talk:
    """What both kinds of work, rows and beads, have in common.

    Attributes:
        leaving: True once it shall end.
        waits: a line is being waited for, so nothing is being done.
    """

    def __init__(self, say: Say, ask: Ask) -> None:
        self._say = say
        self._ask = ask
        self.leaving = False
        self.waits = False

    def say(self, text: str) -> None:
        """One line."""
        self._say(text)

    def say_done(self, message: str) -> None:
        """What a function of the session says; a key of the screen in it is told as the command."""
        if message:
            self.say(worded(message))

    def tell(self, lines: Iterable[str]) -> None:
        """Say lines, one after the other."""
        for line in lines:
            self.say(line)

    def ask(self, prompt: str, filled: str = "", /) -> str | None:
        """Ask for a line; letters in braces, such as {u umlaut}, are put in as what they are."""
        line = self._ask(prompt, filled)
        return None if line is None else with_letters(line)

    def agreed(self, question: str) -> bool:
        """Ask whether something is to be done; only yes is yes."""
        return (self.ask(f"{question} yes or no: ") or "").strip().casefold() in ("yes", "y")

    def prompt(self) -> str | None:
        """The next line; None at the end of the input. One that was left is an empty talk, not a command."""
        while True:
            self.waits = True
            try:
                return self.ask("> ")
            except LetGoError:
                self.say("/quit ends; nothing was changed.")
            finally:
                self.waits = False


Desk = TypeVar("Desk", bound=Talk)


def do_line(desk: Desk, line: str, commands: Sequence[Command[Desk]], text: Callable[[str], None]) -> None:
    """Do what a line asks for; what goes wrong is said.

    Args:
        commands: the table of what begins with a stroke.
        text: does what any other line says; given an empty one too.
    """
    try:
        if line.startswith(STROKES) and not line[1:].startswith(STROKES):
            _command(desk, line[1:], commands)
        else:
            text(line[1:] if line.startswith(STROKES) else line)
    except WorkbenchError as error:
        desk.say_done(str(error))
    except LetGoError:
        desk.say("Left as it was.")


def _command(desk: Desk, line: str, commands: Sequence[Command[Desk]]) -> None:
    name, _, rest = line.strip().partition(" ")
    command = command_named(name.casefold(), commands)
    if command is None:
        desk.say(f"There is no command /{name}; /help says them all.")
    else:
        command.run(desk, rest.strip())
