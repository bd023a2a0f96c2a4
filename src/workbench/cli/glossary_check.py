"""cli: `workbench glossary check` and `workbench glossary lint`: terms in a translation, and a glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.glossary_choosing import WHERE, choosing, chosen_concepts
from workbench.cli.reports import print_object, report_format

if TYPE_CHECKING:
    from workbench.model.findings import Finding

FINDINGS = 1
"""Exit code where something is found."""


@click.command()
@click.argument("file", type=WHERE)
def lint(file: Path) -> None:
    """Check the glossary FILE; exit code 1 where something is found."""
    from workbench.glossary.lint import lint as problems_of

    problems = problems_of(file)
    for problem in problems:
        click.echo(problem.said(file))
    if problems:
        raise click.exceptions.Exit(FINDINGS)


@click.command()
@click.argument("what", metavar="PROJECT|FILE.tsv")
@choosing
@report_format("text", "json")
def check(what: str, files: Sequence[Path], project: str, form: str) -> None:
    """Check the terms of a translation; exit code 1 where something is found.

    Of PROJECT, or of a table with the columns source and target. Institutions, titles, documents, formulas
    and what the project has fixed must stand in the English once a paragraph; a rendering to avoid never.
    The same findings as of `check`, without those on other things.
    """
    found = list(_found(what, files, project))
    if form == "json":
        from workbench.cli.check import as_plain

        print_object({"findings": [as_plain(row, finding) for row, finding in found]})
    else:
        for row, finding in found:
            proposal = f" Write: {finding.proposal}" if finding.proposal else ""
            click.echo(f"row {row}: {finding.severity}: {finding.message}.{proposal} [{finding.check}]")
    if found:
        raise click.exceptions.Exit(FINDINGS)


def _found(what: str, files: Sequence[Path], project: str) -> Iterator[tuple[int, Finding]]:
    from workbench.cli.inputs import reading
    from workbench.cli.pairs import is_table, read_pairs
    from workbench.project.dictionary import project_concepts
    from workbench.project.term_checks import document_findings, recogniser_of

    if is_table(what):
        yield from document_findings(read_pairs(what), recogniser_of(chosen_concepts(files, project)))
        return
    with reading(what) as opened:
        concepts = (
            chosen_concepts(files, project)
            if files or project
            else project_concepts(opened.folder, opened.config)
        )
        yield from document_findings(opened.store.every_segment(), recogniser_of(concepts))
