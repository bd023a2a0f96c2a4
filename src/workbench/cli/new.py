"""cli: `workbench new`."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from workbench.cli.editing import edit
from workbench.cli.inputs import Reflow, has_terminal, project_name, read_bytes


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
@click.option("--no-open", is_flag=True, help="Make the project and do not open the editor.")
def command(sources: tuple[str, ...], name: str, unit: str, reflow: Reflow, no_open: bool) -> None:
    """Make the project folder ./NAME of one or more source files (.txt, .md), and open it in the editor.

    Without a terminal it is made and not opened. SOURCE may be - for standard input, with --name.
    """
    folder = Path(project_name(name, sources[0]))
    with tempfile.TemporaryDirectory() as scratch:
        paths = [_path(source, Path(scratch), folder.name) for source in sources]
        rows = _make(paths, folder, unit, reflow)
    click.echo(f"{folder}: {rows} rows from {', '.join(path.name for path in paths)}")
    if not no_open and has_terminal():
        edit(folder)


def _make(paths: list[Path], folder: Path, unit: str, reflow: Reflow) -> int:
    from workbench.project.creation import create_project
    from workbench.project.opened import OpenedProject
    from workbench.project.recent import remember

    create_project(
        paths, folder, folder.name, unit="sentence" if unit == "sentence" else "paragraph", reflow=reflow
    )
    remember(folder, folder.name)
    project = OpenedProject.open(folder, read_only=True)
    try:
        return sum(project.counts().by_state.values())
    finally:
        project.close()


def _path(source: str, scratch: Path, name: str) -> Path:
    if source != "-":
        return Path(source)
    path = scratch / f"{name}.txt"
    path.write_bytes(read_bytes(source)[0])
    return path
