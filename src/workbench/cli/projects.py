"""cli: `workbench` alone: the projects opened lately, to choose from or as a list."""

from __future__ import annotations

import click

from workbench.cli.editing import edit
from workbench.cli.inputs import has_terminal


def list_projects() -> None:
    """Show the list of projects in a terminal; print name, folder and last opening elsewhere."""
    if has_terminal():
        edit(None)
        return
    from workbench.project.recent import recent

    for project in recent():
        click.echo(f"{project.name}\t{project.path}\t{project.opened_at}")
    if not recent():
        click.echo("No project has been opened yet; make one with `workbench new FILE`.", err=True)
