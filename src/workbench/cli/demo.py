"""cli: `workbench demo`."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.editing import edit
from workbench.cli.inputs import need_terminal


@click.command()
@click.option("--no-open", is_flag=True, help="Make the copy, print where it is, and do not open the editor.")
def command(no_open: bool) -> None:
    """Open a new copy of the bundled sample project: an article, a third of it translated.

    Copies are kept with the program's data, so nothing you try is lost; `workbench` alone lists them.
    """
    if not no_open:
        need_terminal("demo")
    from workbench.project.config import read_config
    from workbench.project.recent import remember
    from workbench.project.sample import copy_sample

    folder = _free_folder()
    copy_sample(folder)
    remember(folder, read_config(folder).name)
    if no_open:
        click.echo(folder)
        return
    edit(folder, demo=True)


def _free_folder() -> Path:
    from platformdirs import user_data_path

    demos = user_data_path("workbench", appauthor=False) / "demos"
    number = 1
    while (demos / str(number)).exists():
        number += 1
    return demos / str(number)
