"""cli: `workbench annotate`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from workbench.cli.inputs import Reflow, read_file

if TYPE_CHECKING:
    from workbench.annotate.table import By


@click.command()
@click.argument("file")
@click.option(
    "--to", "form", type=click.Choice(["text", "tsv"]), required=True, help="The form of the output."
)
@click.option(
    "--by",
    type=click.Choice(["word", "char"]),
    default=None,
    help="Pinyin by word or by character. Default: word for text, char for tsv.",
)
@click.option(
    "--reflow",
    type=click.Choice(["auto", "never"]),
    default="auto",
    show_default=True,
    help="Whether hard line breaks are joined first, so that no word is cut.",
)
def command(file: str, form: str, by: By | None, reflow: Reflow) -> None:
    """Print FILE with its pinyin.

    As text: a line of pinyin under each paragraph, or syllables over the characters. As tsv: a header and
    a row a character or word (line, column, character, pinyin, word).
    """
    from workbench.annotate.table import as_table, as_text

    paragraphs = read_file(file, reflow).paragraphs
    if form == "tsv":
        lines = as_table(paragraphs, by or "char")
    else:
        lines = as_text(paragraphs, by or "word", shutil.get_terminal_size().columns)
    for line in lines:
        click.echo(line, nl=False)
