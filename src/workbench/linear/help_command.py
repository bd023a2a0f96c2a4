"""linear: the help, said from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk

FIRST = (
    "A line of English is the translation of the sentence that was said; the next one is said then.",
    "An empty line confirms the row and goes on to the next unconfirmed one.",
    "A line that begins with a stroke is a command; one that shall begin with a stroke itself has two.",
)


def help_(desk: LinearDesk, rest: str) -> None:
    """Say the commands, by chapter."""
    from workbench.linear.table import COMMANDS

    word = rest.strip().casefold().removeprefix("/")
    if not word:
        desk.tell(FIRST)
    chapter = ""
    found = [c for c in COMMANDS if word in f"{' '.join(c.names)} {c.help}".casefold()]
    if not found:
        desk.say(f"No command speaks of “{word}”.")
    for command in found:
        if command.chapter != chapter and not word:
            chapter = command.chapter
            desk.say(f"{chapter}:")
        short = (
            f" (short: {', '.join('/' + name for name in command.names[1:])})" if command.names[1:] else ""
        )
        desk.say(f"{command.shown}{short}: {command.help}")
