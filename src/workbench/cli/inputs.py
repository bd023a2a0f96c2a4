"""cli: what the arguments of commands mean: FILE, PROJECT, a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from workbench.model.paragraphs import Document
    from workbench.project.opened import OpenedProject
    from workbench.project.session import Session

STANDARD_INPUT = "standard input"
Reflow = Literal["auto", "never"]
Furniture = Literal["keep", "drop"]


def read_bytes(file: str) -> tuple[bytes, str]:
    """The bytes of FILE and what to call it.

    Args:
        file: a path, or - for standard input.

    Raises:
        WorkbenchError: it is not there or cannot be read.
    """
    if file == "-":
        return sys.stdin.buffer.read(), STANDARD_INPUT
    path = Path(file)
    if path.is_dir():
        raise WorkbenchError(f"{file} is a folder; name a file in it.")
    try:
        return path.read_bytes(), file
    except FileNotFoundError as error:
        raise WorkbenchError(f"{file} does not exist; check the path.") from error
    except OSError as error:
        raise WorkbenchError(f"{file} cannot be read ({error.strerror}); check its permissions.") from error


def read_file(file: str, reflow: Reflow, furniture: Furniture = "keep") -> Document:
    """FILE as a document. Raises WorkbenchError for what is no text."""
    from workbench.documents.reading import read_document

    if file == "-":
        data = read_bytes(file)[0]
        return read_document(None, data=data, name=STANDARD_INPUT, reflow=reflow, furniture=furniture)
    return read_document(Path(file), reflow=reflow, furniture=furniture)


def project_name(name: str, first: str) -> str:
    """What a new project is called, and its folder here.

    Args:
        name: as the user wishes; empty for the name of the first source.
        first: the first source, a path or - for standard input.

    Raises:
        WorkbenchError: it is no name for a folder here, or is missing.
    """
    if not name and first == "-":
        raise WorkbenchError("A project of standard input needs a name; give it one with --name.")
    name = name or Path(first).stem
    if name in ("", ".", "..") or Path(name).name != name:
        raise WorkbenchError(
            f"--name {name}: the project becomes a folder here, so its name can have no path in it."
        )
    return name


@contextmanager
def reading(project: str) -> Iterator[OpenedProject]:
    """PROJECT open for reading, also beside an editor that has it open.

    Raises:
        WorkbenchError: there is no such project.
    """
    from workbench.project.opened import OpenedProject
    from workbench.project.recent import resolve
    from workbench.project.schema import FILE_NAME

    folder = resolve(project)
    # A folder without its database (a fresh clone) has it made again, which is writing.
    opened = OpenedProject.open(folder, read_only=(folder / FILE_NAME).is_file())
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def writing(project: str, what: str) -> Iterator[Session]:
    """PROJECT open for writing.

    Args:
        what: is to be done, such as "fill it", to be said where an editor has the project open.

    Raises:
        WorkbenchError: there is no such project, or an editor has it open.
    """
    from workbench.project.recent import resolve
    from workbench.project.session import Session

    session = Session.open(resolve(project))
    try:
        if session.read_only:
            raise WorkbenchError(f"{project} is open in another Workbench; close it there, or {what} there.")
        yield session
    finally:
        session.close()


def has_terminal() -> bool:
    """Whether the editor can be shown: a person sits at both ends. It draws on standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM", "") != "dumb"


def need_terminal(command: str) -> None:
    """Raise WorkbenchError where the editor cannot be shown."""
    if not has_terminal():
        raise WorkbenchError(
            f"`{command}` shows the editor and needs a terminal, with nothing redirected; "
            "for scripts there are `segments`, `export` and `check`."
        )
