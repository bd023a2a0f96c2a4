"""linear: an alignment is mended line by line: a bead is said, and a line says what it is."""

from __future__ import annotations

from pathlib import Path

from workbench.linear.mending_desk import MendingDesk
from workbench.linear.talk import Say, do_line
from workbench.project.mending import Mending


def run_mending(folder: Path) -> None:
    """Work on an alignment line by line, on standard input and output. Raises WorkbenchError."""
    from workbench.linear.lines import LineReader
    from workbench.project.recent import remember

    mending = Mending.open(folder)
    try:
        remember(folder, mending.config.name)
        reader = LineReader()
        reader.completes(_commands)
        work(MendingDesk(mending, reader.say, reader.ask), reader.say)
    finally:
        mending.close()


def work(desk: MendingDesk, say: Say) -> None:
    """Read and do until the end of the input, or until it is left."""
    say(f"An alignment: {desk.mending.config.title}. /help says the commands.")
    desk.say_done(desk.mending.opening_message)
    desk.say(desk.left)
    desk.tell_bead()
    while not desk.leaving:
        line = desk.prompt()
        if line is None:
            break
        do(desk, line)
    desk.remember()
    say("Everything is kept.")


def do(desk: MendingDesk, line: str) -> None:
    """Do what a line asks for; what goes wrong is said."""
    from workbench.linear.mending_table import MENDING_COMMANDS

    do_line(desk, line, MENDING_COMMANDS, lambda text: _plain(desk, text))


def _plain(desk: MendingDesk, text: str) -> None:
    """An empty line calls the bead right; there is nothing to write."""
    from workbench.linear.mending_commands import right

    if text.strip():
        desk.say(
            "Here a line is a command that begins with a stroke: /help says them; an empty line is right."
        )
    else:
        right(desk, "")


def _commands(before: str, begun: str) -> list[str]:
    """The commands that begin so, at the beginning of a line."""
    from workbench.linear.mending_table import MENDING_COMMANDS

    if before:
        return []
    return [name for c in MENDING_COMMANDS if (name := f"/{c.names[0]}").startswith(begun or "/")]
