"""cli: `workbench glossary export`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from workbench.cli.glossary_choosing import WHERE, choosing, chosen_concepts
from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from workbench.model.terms import Concept
    from workbench.project.glossary_export import TermForm

_ENDINGS: dict[str, TermForm] = {".tsv": "tsv", ".csv": "csv", ".xlsx": "xlsx", ".tbx": "tbx"}


@click.command()
@click.option(
    "--to",
    "form",
    type=click.Choice(["tsv", "csv", "xlsx", "tbx"]),
    default=None,
    help="The form. Default: what the ending of FILE says, else tsv.",
)
@click.option(
    "--style",
    type=click.Choice(["dca", "dct"]),
    default=None,
    help="Of TBX: categories as attributes (dca, the default) or as tags (dct).",
)
@click.option("-o", "--output", type=WHERE, default=None, metavar="FILE", help="Default: standard output.")
@choosing
def export(
    form: TermForm | None,
    style: Literal["dca", "dct"] | None,
    output: Path | None,
    files: Sequence[Path],
    project: str,
) -> None:
    """Export concepts as a file.

    A glossary file (tsv), a table for a spreadsheet (csv, xlsx), or TBX-Basic for a term tool (tbx). Each of
    them can be imported again. Standard error says what the form cannot hold.
    """
    from workbench.project.glossary_export import export_terms

    form = form or _form(output)
    if style and form != "tbx":
        raise click.UsageError(f"--style is for tbx and not for {form}; leave it out.")
    is_piped = output is None or str(output) == "-"
    if is_piped and form == "xlsx" and sys.stdout.isatty():
        raise WorkbenchError("A workbook is nothing for a terminal; name a file with -o.")
    concepts = chosen_concepts(files, project)
    done = export_terms(concepts, form, style=style or "dca", source=_sources(concepts))
    if output is None or is_piped:
        click.echo(done.body, nl=False)
    else:
        _write(output, done.body)
    for sentence in done.told:
        click.echo(sentence, err=True)


def _form(output: Path | None) -> TermForm:
    return _ENDINGS.get(output.suffix.lower(), "tsv") if output else "tsv"


def _write(output: Path, body: str | bytes) -> None:
    from workbench.project.atomic import write_atomically

    write_atomically(output, body)


def _sources(concepts: Sequence[Concept]) -> str:
    names = ", ".join(dict.fromkeys(concept.glossary for concept in concepts))
    licence = "; policy: CC BY 4.0" if "policy" in names.split(", ") else ""
    return f"Workbench glossaries: {names}{licence}"
