"""linear: the loop: a line is read, done, and answered in plain lines."""

from __future__ import annotations

from pathlib import Path

from workbench.linear.desk import LinearDesk
from workbench.linear.handing_over import hand_over, listening
from workbench.linear.talk import Say, do_line
from workbench.project.config import OtherKindError
from workbench.project.reviewing import Role
from workbench.project.session import Session


def run(folder: Path, *, role: str | None = None) -> None:
    """Work on a project, or an alignment, line by line, on standard input and output.

    Args:
        folder: the project.
        role: translator or reviewer, remembered with the project; None for what it was.

    Raises:
        WorkbenchError: the folder is not a project or cannot be read.
    """
    from workbench.linear.lines import LineReader, completions

    try:
        session = Session.open(folder)
    except OtherKindError:
        from workbench.linear.mending_loop import run_mending

        run_mending(folder)
        return
    try:
        if role is not None:
            session.set_role(Role(role))
        reader = LineReader()
        desk = LinearDesk(session, reader.say, reader.ask)
        reader.completes(lambda before, begun: completions(desk, before, begun))
        with listening(desk):
            work(desk, reader.say)
    finally:
        session.close()


def work(desk: LinearDesk, say: Say) -> None:
    """Read and do until the end of the input, or until it is left."""
    config = desk.session.config
    say(f"{config.title}. /help says the commands.")
    desk.say_done(desk.session.opening_message)
    if desk.session.read_only:
        say("/takeover asks the other window for the project.")
    elif desk.session.foreign_save():
        say("project.tmx was changed by someone else: /mergesave takes what changed there.")
    desk.tell_row()
    while not desk.leaving:
        line = desk.prompt()
        if line is None:
            break
        hand_over(desk)
        do(desk, line)
    if desk.row and desk.session.number(desk.row):
        desk.session.leave(desk.row, desk.caret)
    say("Everything is kept.")


def do(desk: LinearDesk, line: str) -> None:
    """Do what a line asks for; what goes wrong is said, and Ctrl+C leaves it undone."""
    from workbench.linear.table import COMMANDS

    try:
        do_line(desk, line, COMMANDS, lambda text: _written(desk, text))
    except KeyboardInterrupt:
        desk.session.taken_back()  # a step is in the log whole or not at all, whatever was known of it here
        desk.say("Stopped; what was not done by then is as it was.")


def _written(desk: LinearDesk, text: str) -> None:
    if not desk.row:
        desk.say("This project has no rows.")
    elif text.strip():
        desk.write(text)
    else:
        desk.apply(desk.session.enter(desk.row))
