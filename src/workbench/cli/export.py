"""cli: `workbench export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.inputs import reading

if TYPE_CHECKING:
    from workbench.project.exporting import Form


@click.command()
@click.argument("project")
@click.option(
    "--to",
    "form",
    type=click.Choice(["tmx", "txt", "md", "html", "tsv"]),
    required=True,
    help="The file form.",
)
@click.option(
    "-o", "--output", metavar="FILE", default="", help="Where to; - for standard output. Default: in PROJECT."
)
def command(project: str, form: Form, output: str) -> None:
    """Write the translation of PROJECT as a file, and print where it is.

    TMX holds translated rows; txt and md the English; html both sides; tsv every row with its state.
    """
    from workbench.project.exporting import export, exported, left_out

    with reading(project) as opened:
        if output == "-":
            click.echo(exported(opened, form), nl=False)
        else:
            click.echo(export(opened, form, Path(output) if output else None))
        if said := left_out(opened):
            click.echo(said, err=True)
