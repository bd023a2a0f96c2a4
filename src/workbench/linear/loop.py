"""linear: the loop: a line is read, done, and answered in plain lines."""

from __future__ import annotations

from pathlib import Path

from workbench.linear.desk import LinearDesk, Say
from workbench.linear.table import command_named
from workbench.model.faults import WorkbenchError
from workbench.project.reviewing import Role
from workbench.project.session import Session

_STROKES = ("/", "／")  # an input method that was left on sends the wide one


def run(folder: Path, *, role: str | None = None) -> None:
    """Work on a project line by line, on standard input and output.

    Args:
        folder: the project.
        role: translator or reviewer, remembered with the project; None for what it was.

    Raises:
        WorkbenchError: the folder is not a project or cannot be read.
    """
    from workbench.linear.lines import LineReader

    session = Session.open(folder)
    try:
        if role is not None:
            session.set_role(Role(role))
        reader = LineReader()
        desk = LinearDesk(session, reader.say, reader.ask)
        reader.completes(desk)
        work(desk, reader.say)
    finally:
        session.close()


def work(desk: LinearDesk, say: Say) -> None:
    """Read and do until the end of the input, or until it is left."""
    config = desk.session.config
    say(f"{config.title}. /help says the commands.")
    if desk.session.opening_message:
        say(desk.session.opening_message)
    desk.tell_row()
    while not desk.leaving:
        line = desk.ask("> ")
        if line is None:
            break
        do(desk, line)
    if desk.row and desk.session.number(desk.row):
        desk.session.leave(desk.row, desk.caret)
    say("Everything is kept.")


def do(desk: LinearDesk, line: str) -> None:
    """Do what a line asks for; what goes wrong is said."""
    try:
        if line.startswith(_STROKES) and not line[1:].startswith(_STROKES):
            _command(desk, line[1:])
        elif not desk.row:
            desk.say("This project has no rows.")
        elif line.strip():
            desk.write(line[1:] if line.startswith(_STROKES) else line)
        else:
            desk.apply(desk.session.enter(desk.row))
    except WorkbenchError as error:
        desk.say(str(error))


def _command(desk: LinearDesk, line: str) -> None:
    name, _, rest = line.strip().partition(" ")
    command = command_named(name.casefold())
    if command is None:
        desk.say(f"There is no command /{name}; /help says them all.")
    else:
        command.run(desk, rest.strip())
