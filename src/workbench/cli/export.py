"""cli: `workbench export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.inputs import reading

if TYPE_CHECKING:
    from workbench.project.exporting import Form, Level


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
    "--level",
    type=click.Choice(["row", "sentence"]),
    default="row",
    show_default=True,
    help="What a unit of TMX is.",
)
@click.option(
    "-o", "--output", metavar="FILE", default="", help="Where to; - for standard output. Default: in PROJECT."
)
def command(project: str, form: Form, level: Level, output: str) -> None:
    """Write the translation of PROJECT as a file, and print where it is.

    TMX holds translated rows; txt and md the English; html both sides; tsv every row with its state.

    With --level sentence TMX holds the sentences of each row in pairs, by the sentence ends that were set
    in the editor, and between those as the aligner finds them, with its confidence. Sentences without a
    partner are counted and left out.

    PROJECT may be an alignment (`align --to alignment`): tmx holds its pairs, tsv also what has no partner.
    """
    from workbench.project.exporting import exported, left_out, write_exported
    from workbench.project.mending_folder import is_alignment
    from workbench.project.recent import resolve

    if is_alignment(folder := resolve(project)):
        _export_alignment(folder, form, output)
        return
    with reading(project) as opened:
        made = exported(opened, form, level)
        if output == "-":
            click.echo(made.text, nl=False)
        else:
            click.echo(write_exported(opened, made, Path(output) if output else None))
        for said in filter(None, (made.said, left_out(opened))):
            click.echo(said, err=True)


def _export_alignment(folder: Path, form: Form, output: str) -> None:
    from workbench.model.faults import WorkbenchError
    from workbench.project.mending import Mending
    from workbench.project.mending_results import exported, said, written

    if form not in ("tmx", "tsv"):
        raise WorkbenchError(f"{folder} is an alignment: it becomes tmx or tsv, and no {form}.")
    mending = Mending.open(folder, read_only=True)
    try:
        if output == "-":
            click.echo("".join(written(mending, form)), nl=False)
        else:
            click.echo(exported(mending, form, Path(output) if output else None))
        click.echo(said(mending, form), err=True)
    finally:
        mending.close()
