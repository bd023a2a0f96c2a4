"""cli: `workbench glossary`: list, find, add, import, export and check a termbase."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.glossary_check import check, lint
from workbench.cli.glossary_choosing import WHERE, choosing, chosen_concepts, target_of
from workbench.cli.glossary_export import export
from workbench.cli.glossary_import import import_file
from workbench.cli.glossary_shown import entry, hit, print_concepts, print_json, said
from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from workbench.model.terms import Concept


@click.group(name="glossary")
def command() -> None:
    """List, find, add, import, export and check terms."""


command.add_command(import_file)
command.add_command(export)
command.add_command(check)
command.add_command(lint)


@command.command(name="list")
@choosing
@click.option("--domain", default="", help="Only concepts of this domain, such as party or economy.")
@click.option("--kind", default="", help="Only concepts of this kind: term, formula, person, place ...")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with every rendering.")
def list_terms(files: Sequence[Path], project: str, domain: str, kind: str, as_json: bool) -> None:
    """List concepts: Chinese, pinyin, renderings."""
    chosen = [
        concept
        for concept in chosen_concepts(files, project)
        if domain in ("", concept.domain) and kind in ("", str(concept.kind))
    ]
    if as_json:
        print_json([entry(concept) for concept in chosen])
        return
    print_concepts(chosen)
    if not chosen:
        asked = [f"{name} {value}" for name, value in (("domain", domain), ("kind", kind)) if value]
        click.echo(" ".join(["No concept", *(["of", " and ".join(asked)] if asked else [])]) + ".", err=True)


@command.command()
@click.argument("text")
@choosing
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON: a list of hits (start, end, term, concept, renderings)."
)
def find(text: str, files: Sequence[Path], project: str, as_json: bool) -> None:
    """Find the terms that stand in TEXT; "-" reads standard input.

    In Chinese text, longest terms first, with those inside them below. Pinyin without tones or English is
    looked up instead, as in `glossary find feishoudu`; such hits have no start and end.
    """
    from workbench.glossary.lookup import has_hanzi, lookup
    from workbench.project.term_checks import recogniser_of

    text = _text(text)
    concepts = chosen_concepts(files, project)
    if not has_hanzi(text):
        found = lookup(concepts, text)
        if as_json:
            print_json([hit(None, None, concept.zh, concept) for concept in found])
        else:
            _print_found(found)
        return
    hits = recogniser_of(concepts).hits(text)
    if as_json:
        every = [one for outer in hits for one in (outer, *outer.nested)]
        print_json([hit(one.start, one.end, one.term, one.concept) for one in every])
        return
    for one in hits:
        click.echo(f"{one.start}-{one.end}\t{one.term}\t{said(one.concept)}")
        for inner in one.nested:
            click.echo(f"  {inner.start}-{inner.end}\t{inner.term}\t{said(inner.concept)}")
    if not hits:
        _print_found(lookup(concepts, text))


@command.command()
@click.argument("zh")
@click.argument("en")
@click.option("--to", "target", metavar="FILE", type=WHERE, default=None, help="Add to this glossary file.")
@click.option("--project", metavar="PROJECT", default="", help="Add to this project's glossary.")
@click.option("--note", default="", help="Usage, or for a rendering to avoid the reason.")
@click.option(
    "--article", type=click.Choice(["the", "a", "an"]), default=None, help="Its article, if it takes one."
)
@click.option(
    "--status",
    type=click.Choice(["preferred", "admitted", "deprecated", "superseded"]),
    default=None,
    help="Default: preferred for the first rendering of the Chinese, else admitted.",
)
def add(
    zh: str, en: str, target: Path | None, project: str, note: str, article: str | None, status: str | None
) -> None:
    """Add the rendering EN of ZH to the personal glossary, a project's or a file."""
    from workbench.glossary.adding import append_rendering
    from workbench.model.terms import Status

    path = target_of(target, project)
    concept = append_rendering(
        path, zh, en, article=article or "", note=note, status=Status(status) if status else None
    )
    click.echo(f"{concept.zh}\t{said(concept)}\t{path}")


def _print_found(found: Sequence[Concept]) -> None:
    """What was looked up; that there is nothing is said on standard error."""
    print_concepts(found)
    if not found:
        click.echo("No term was found.", err=True)


def _text(text: str) -> str:
    if text != "-":
        return text
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WorkbenchError(f"standard input: not UTF-8 at byte {error.start + 1}.") from error
