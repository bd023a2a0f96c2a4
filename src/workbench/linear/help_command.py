"""linear: the help, said from the table of commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.linear.command import Command
    from workbench.linear.desk import LinearDesk
    from workbench.linear.talk import Talk

FIRST = (
    "A line of English is the translation of the sentence that was said; the next one is said then.",
    "An empty line confirms the row and goes on to the next unconfirmed one.",
    "A line that begins with a stroke is a command; one that shall begin with a stroke itself has two.",
    "In a terminal, Tab completes terms, figures and letters, Ctrl+C leaves a question.",
)


def help_(desk: LinearDesk, rest: str) -> None:
    """Say the commands, by chapter."""
    from workbench.linear.table import COMMANDS, ON_A_SCREEN

    tell_help(desk, rest, COMMANDS, FIRST, ON_A_SCREEN)


def tell_help(
    desk: Talk,
    rest: str,
    commands: Sequence[Command[Any]],
    first: Sequence[str],
    on_a_screen: Mapping[str, str],
) -> None:
    """Say the commands of a table, or those in which a word occurs.

    Args:
        first: what is said before them all.
        on_a_screen: what the screen editor alone has, and why; said where a word names it.
    """
    word = rest.strip().casefold().removeprefix("/")
    if not word:
        desk.tell(first)
    chapter = ""
    found = [each for each in commands if word in _words(each)]
    for command in found:
        if command.chapter != chapter and not word:
            chapter = command.chapter
            desk.say(f"{chapter}:")
        short = ", ".join(f"/{name}" for name in command.names[1:])
        desk.say(f"{command.shown}{f' (short: {short})' if short else ''}: {command.help}")
    left = [(id, why) for id, why in on_a_screen.items() if word and word in id.replace("-", " ")]
    desk.tell(f"On a screen only, {id.replace('-', ' ')}: {why}." for id, why in left)
    if not found and not left:
        desk.say(f"No command speaks of “{word}”.")


def _words(command: Command[Any]) -> str:
    does = " ".join(command.does).replace("-", " ")
    return f"{' '.join(command.names)} {command.help} {does}".casefold()
