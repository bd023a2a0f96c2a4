"""cli: `workbench glossary`: list, find, add, export and lint a termbase."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from workbench.model.terms import Concept, Rendering

FINDINGS = 1
"""Exit code of a lint that found something."""

_WHERE = click.Path(path_type=Path)


def _choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which glossaries a command reads."""
    files = click.option(
        "--glossary",
        "files",
        multiple=True,
        metavar="FILE",
        type=_WHERE,
        help="Read this glossary alone; may be given several times, the first takes precedence.",
    )
    project = click.option(
        "--project", metavar="PROJECT", default="", help="Put the terms of this project first."
    )
    return files(project(command))


@click.group(name="glossary")
def command() -> None:
    """List, find, add, export and check terms."""


@command.command(name="list")
@_choosing
@click.option("--domain", default="", help="Only concepts of this domain, such as party or economy.")
@click.option("--kind", default="", help="Only concepts of this kind: term, formula, person, place ...")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with every rendering.")
def list_terms(files: Sequence[Path], project: str, domain: str, kind: str, as_json: bool) -> None:
    """List concepts: Chinese, pinyin, renderings."""
    chosen = [
        concept
        for concept in _concepts(files, project)
        if domain in ("", concept.domain) and kind in ("", str(concept.kind))
    ]
    if as_json:
        _print_json([_entry(concept) for concept in chosen])
        return
    for concept in chosen:
        click.echo("\t".join((concept.zh, concept.pinyin, _said(concept))))


@command.command()
@click.argument("text")
@_choosing
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON: a list of hits (start, end, term, concept, renderings)."
)
def find(text: str, files: Sequence[Path], project: str, as_json: bool) -> None:
    """Find the terms that stand in TEXT; "-" reads standard input.

    In Chinese text, longest terms first, with those inside them below. Pinyin without tones or English is
    looked up instead, as in `glossary find feishoudu`; such hits have no start and end.
    """
    from workbench.glossary.lookup import has_hanzi, lookup
    from workbench.glossary.recognition import Recogniser

    text = _text(text)
    concepts = _concepts(files, project)
    if not has_hanzi(text):
        found = lookup(concepts, text)
        if as_json:
            _print_json([_hit(None, None, concept.zh, concept) for concept in found])
        else:
            _print_concepts(found)
        return
    hits = Recogniser(concepts).hits(text)
    if as_json:
        every = [one for hit in hits for one in (hit, *hit.nested)]
        _print_json([_hit(hit.start, hit.end, hit.term, hit.concept) for hit in every])
        return
    for hit in hits:
        click.echo(f"{hit.start}-{hit.end}\t{hit.term}\t{_said(hit.concept)}")
        for inner in hit.nested:
            click.echo(f"  {inner.start}-{inner.end}\t{inner.term}\t{_said(inner.concept)}")
    if not hits:
        _print_concepts(lookup(concepts, text))


@command.command()
@click.argument("zh")
@click.argument("en")
@click.option("--to", "target", metavar="FILE", type=_WHERE, default=None, help="Add to this glossary file.")
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
    from workbench.glossary.bundled import personal_path, project_path
    from workbench.model.terms import Status

    if target and project:
        raise click.UsageError("--to and --project name two glossaries; give one of them.")
    path = target or (project_path(_project(project)) if project else personal_path())
    concept = append_rendering(
        path, zh, en, article=article or "", note=note, status=Status(status) if status else None
    )
    click.echo(f"{concept.zh}\t{_said(concept)}\t{path}")


@command.command()
@click.option(
    "--to", "form", type=click.Choice(["tsv", "csv", "tbx"]), required=True, help="The form of the file."
)
@click.option("-o", "--output", type=_WHERE, default=None, metavar="FILE", help="Default: standard output.")
@_choosing
def export(form: str, output: Path | None, files: Sequence[Path], project: str) -> None:
    """Export concepts as a glossary file (tsv), for a spreadsheet (csv) or for a term tool (tbx)."""
    from workbench.exchange.tables import write_csv, write_tsv
    from workbench.exchange.tbx import write_tbx
    from workbench.glossary.columns import HEADER
    from workbench.glossary.table import cells_of, replace_file

    concepts = _concepts(files, project)
    if form == "tsv":
        body = write_tsv(HEADER, cells_of(concepts))
    elif form == "csv":
        body = write_csv(HEADER, cells_of(concepts))
    else:
        body = write_tbx(concepts, title="Workbench glossary", source=_sources(concepts))
    if output is None or str(output) == "-":
        click.echo(body, nl=False)
    else:
        # Excel reads UTF-8 in a CSV only behind a byte order mark.
        replace_file(output, "\ufeff" + body if form == "csv" else body)


@command.command()
@click.argument("file", type=_WHERE)
def lint(file: Path) -> None:
    """Check the glossary FILE; exit code 1 where something is found."""
    from workbench.glossary.lint import lint as problems_of

    problems = problems_of(file)
    for problem in problems:
        click.echo(problem.said(file))
    if problems:
        raise click.exceptions.Exit(FINDINGS)


def _text(text: str) -> str:
    if text != "-":
        return text
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WorkbenchError(f"standard input: not UTF-8 at byte {error.start + 1}.") from error


def _project(name: str) -> Path:
    from workbench.project.recent import resolve

    return resolve(name)


def _concepts(files: Sequence[Path], project: str) -> tuple[Concept, ...]:
    """The project's, the personal and the bundled glossary, or the files named; in order of precedence."""
    from workbench.glossary.bundled import personal_path, policy_path, project_path, read_all

    paths = [project_path(_project(project))] if project else []
    paths = [path for path in paths if path.exists()]
    if files:
        return read_all([*paths, *files])
    personal = personal_path()
    return read_all([*paths, *([personal] if personal.exists() else []), policy_path()])


def _said(concept: Concept) -> str:
    from workbench.glossary.offers import with_article

    return " · ".join(with_article(rendering) for rendering in concept.usable)


def _print_concepts(concepts: Sequence[Concept]) -> None:
    for concept in concepts:
        click.echo("\t".join((concept.zh, concept.pinyin, _said(concept))))


def _hit(start: int | None, end: int | None, term: str, concept: Concept) -> dict[str, Any]:
    return {
        "start": start,
        "end": end,
        "term": term,
        "concept": concept.id,
        "renderings": [_rendering(rendering) for rendering in (*concept.usable, *_to_avoid(concept))],
    }


def _to_avoid(concept: Concept) -> list[Rendering]:
    return [rendering for rendering in concept.renderings if not rendering.usable]


def _rendering(rendering: Rendering) -> dict[str, str]:
    return {
        "en": rendering.en,
        "article": rendering.article,
        "status": str(rendering.status),
        "attestation": str(rendering.attestation),
        "note": rendering.note,
    }


def _entry(concept: Concept) -> dict[str, Any]:
    return {
        "concept": concept.id,
        "zh": concept.zh,
        "zh_variants": list(concept.zh_variants),
        "pinyin": concept.pinyin,
        "kind": str(concept.kind),
        "domain": concept.domain,
        "glossary": concept.glossary,
        "renderings": [_rendering(rendering) for rendering in concept.renderings],
    }


def _print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _sources(concepts: Sequence[Concept]) -> str:
    names = ", ".join(dict.fromkeys(concept.glossary for concept in concepts))
    licence = "; policy: CC BY 4.0" if "policy" in names.split(", ") else ""
    return f"Workbench glossaries: {names}{licence}"
