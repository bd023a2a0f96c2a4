"""cli: `workbench convert`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.inputs import read_bytes

if TYPE_CHECKING:
    from workbench.annotate.script import Script


@click.command()
@click.argument("file")
@click.option(
    "--to",
    "script",
    type=click.Choice(["hans", "hant", "tw", "hk"]),
    required=True,
    help="hans simplified; hant traditional, same words; tw, hk with the words used there.",
)
def command(file: str, script: Script) -> None:
    """Print FILE in simplified or traditional characters, line by line as it is."""
    from workbench.annotate.script import convert
    from workbench.documents.encoding import decode

    data, name = read_bytes(file)
    text, _ = decode(data, name)
    click.echo(convert(text, script), nl=False)
