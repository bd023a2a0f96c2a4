"""cli: `workbench open`."""

from __future__ import annotations

import click

from workbench.cli.editing import edit
from workbench.cli.inputs import need_terminal


@click.command()
@click.argument("project")
@click.option(
    "--role",
    type=click.Choice(["translator", "reviewer"]),
    help="Translate or review: what Enter does. Remembered with the project.",
)
@click.option("--linear", is_flag=True, help="One row or bead at a time in plain lines, for screen readers.")
def command(project: str, role: str | None, linear: bool) -> None:
    """Open PROJECT, a folder or the name of a project opened before, in the editor."""
    from workbench.project.recent import resolve

    folder = resolve(project)
    if linear:
        from workbench.linear.loop import run

        run(folder, role=role)
        return
    need_terminal("open")
    edit(folder, role=role)
