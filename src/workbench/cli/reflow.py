"""cli: `workbench reflow`."""

from __future__ import annotations

import click

from workbench.cli.inputs import Furniture, read_file
from workbench.cli.reports import print_line, report_format


@click.command()
@click.argument("file")
@click.option(
    "--furniture",
    type=click.Choice(["keep", "drop"]),
    default="keep",
    show_default=True,
    help="Whether running heads and page numbers are paragraphs; a paragraph goes on over those dropped.",
)
@report_format("text", "jsonl")
def command(file: str, furniture: Furniture, form: str) -> None:
    """Show the true paragraphs of FILE: line breaks inside a paragraph joined, headings and bylines named.

    As text: one paragraph a line. As jsonl: one object a paragraph (text, kind, start_line, start_column,
    end_line, end_column).
    """
    for paragraph in read_file(file, "auto", furniture).paragraphs:
        if form == "text":
            click.echo(paragraph.text)
            continue
        (start_line, start_column), (end_line, end_column) = paragraph.start, paragraph.end
        print_line(
            {
                "text": paragraph.text,
                "kind": str(paragraph.kind),
                "start_line": start_line,
                "start_column": start_column,
                "end_line": end_line,
                "end_column": end_column,
            }
        )
