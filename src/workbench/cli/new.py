"""cli: `workbench new`."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.editing import edit
from workbench.cli.inputs import Furniture, Reflow, has_terminal, project_name, read_bytes
from workbench.cli.waiting import waiting
from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from workbench.project.references import Reference

_PATIENCE = 5.0  # seconds for comparing a new project with memories


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--name", default="", help="The project's name and folder; that of the first source by default."
)
@click.option(
    "--unit",
    type=click.Choice(["paragraph", "sentence"]),
    default="paragraph",
    show_default=True,
    help="What a row is.",
)
@click.option(
    "--reflow",
    type=click.Choice(["auto", "never"]),
    default="auto",
    show_default=True,
    help="Whether hard line breaks are joined into paragraphs.",
)
@click.option(
    "--furniture",
    type=click.Choice(["keep", "drop"]),
    default="keep",
    show_default=True,
    help="Whether running heads and page numbers are rows; a paragraph goes on over those dropped.",
)
@click.option(
    "--reference",
    "references",
    metavar="FILE",
    multiple=True,
    help="A text, table or memory that is searched with this project only; a pair as CHINESE=ENGLISH.",
)
@click.option("--no-open", is_flag=True, help="Make the project and do not open the editor.")
def command(
    sources: tuple[str, ...],
    name: str,
    unit: str,
    reflow: Reflow,
    furniture: Furniture,
    references: tuple[str, ...],
    no_open: bool,
) -> None:
    """Make the project folder ./NAME of one or more source files (.txt, .md), and open it in the editor.

    Without a terminal it is made and not opened. SOURCE may be - for standard input, with --name. What the
    memories have for it is counted at once, if that takes no longer than some seconds, and kept: see `stats`.
    """
    folder = Path(project_name(name, sources[0]))
    with tempfile.TemporaryDirectory() as scratch:
        paths = [_path(source, Path(scratch), folder.name) for source in sources]
        with waiting() as say:
            rows = _make(paths, folder, unit, reflow, furniture, references, say)
    click.echo(f"{folder}: {rows} rows from {', '.join(path.name for path in paths)}")
    if not no_open and has_terminal():
        edit(folder)


def _make(
    paths: list[Path],
    folder: Path,
    unit: str,
    reflow: Reflow,
    furniture: Furniture,
    references: tuple[str, ...],
    say: Callable[[str], None],
) -> int:
    from workbench.project.creation import create_project
    from workbench.project.recent import remember

    create_project(
        paths,
        folder,
        folder.name,
        unit="sentence" if unit == "sentence" else "paragraph",
        reflow=reflow,
        furniture=furniture,
        references=_references(references, say),
    )
    remember(folder, folder.name)
    return _taken_in(folder, say)


def _references(named: tuple[str, ...], say: Callable[[str], None]) -> list[Reference]:
    if not named:
        return []
    from workbench.project.references import named_reference

    say("Reading the references")
    return [named_reference(name) for name in named]


def _taken_in(folder: Path, say: Callable[[str], None]) -> int:
    """Compare the new project with its memories and keep that; how many rows it has."""
    from workbench.project.intake import freeze_analysis
    from workbench.project.opened import OpenedProject
    from workbench.project.statistics import analyse

    until = time.monotonic() + _PATIENCE

    def told(done: int, of: int) -> None:
        say(f"Comparing row {done:,} of {of:,}")
        if done < of and time.monotonic() > until:
            raise WorkbenchError("Not all rows were compared with the memories yet; `stats` does so.")

    project = OpenedProject.open(folder)
    try:
        try:
            found, _ = analyse(project, told)
            freeze_analysis(project.store, found.plain())
        except WorkbenchError as error:  # the project is made, and `stats` compares it later
            click.echo(str(error), err=True)
        return sum(project.counts().by_state.values())
    finally:
        project.close()


def _path(source: str, scratch: Path, name: str) -> Path:
    if source != "-":
        return Path(source)
    path = scratch / f"{name}.txt"
    path.write_bytes(read_bytes(source)[0])
    return path
