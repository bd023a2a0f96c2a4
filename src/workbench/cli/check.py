"""cli: `workbench check`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.inputs import reading
from workbench.cli.pairs import is_table, read_pairs
from workbench.cli.reports import print_object, report_format
from workbench.model.findings import Finding, Severity
from workbench.model.segments import Kind, Segment

if TYPE_CHECKING:
    from workbench.model.terms import Concept

FINDINGS = 1
FAMILIES = ("gaps", "numbers", "terms")
_ORDER = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


@click.command()
@click.argument("what", metavar="PROJECT|FILE.tsv")
@report_format("text", "json")
@click.option(
    "--severity",
    type=click.Choice([str(severity) for severity in _ORDER]),
    default="note",
    show_default=True,
    help="The least severity that is reported.",
)
@click.option(
    "--only",
    "families",
    type=click.Choice(FAMILIES),
    multiple=True,
    help="Report this family of checks; may be given several times. Without it: all.",
)
def command(what: str, form: str, severity: str, families: Sequence[str]) -> None:
    """Check the translations of PROJECT, or of a table with the columns source and target.

    Compared are numbers, by value; told are sentences without English, and terms: institutions, offices,
    documents and formulas that are missing, renderings to avoid, mixed renderings, and formulas not
    explained at their first mention. As json: an object with findings (row, check, family, severity,
    message, source_span, target_span, proposal). Exit code 1 where something is found.
    """
    least = _ORDER.index(Severity(severity))
    every = _all(what, families or FAMILIES)
    found = [(row, finding) for row, finding in every if _ORDER.index(finding.severity) >= least]
    if form == "json":
        print_object({"findings": [as_plain(row, finding) for row, finding in found]})
    else:
        for row, finding in found:
            proposal = f" Write: {finding.proposal}" if finding.proposal else ""
            click.echo(f"row {row}: {finding.severity}: {finding.message}.{proposal} [{finding.check}]")
    if found:
        raise click.exceptions.Exit(FINDINGS)


def as_plain(row: int, finding: Finding) -> dict[str, Any]:
    """A finding as the object that programs read; documented in docs/formats.md."""
    return {
        "row": row,
        "check": finding.check,
        "family": finding.family,
        "severity": str(finding.severity),
        "message": finding.message,
        "source_span": finding.source_span,
        "target_span": finding.target_span,
        "proposal": finding.proposal,
    }


def _all(what: str, families: Collection[str]) -> Iterator[tuple[int, Finding]]:
    rows, concepts = _rows(what, terms="terms" in families)
    found = [one for one in _of_rows(rows) if one[1].family in families]
    if "terms" in families:
        from workbench.project.term_checks import document_findings, recogniser_of

        found.extend(document_findings(rows, recogniser_of(concepts)))
    found.sort(key=lambda one: one[0])
    yield from found


def _of_rows(rows: Iterable[Segment]) -> Iterator[tuple[int, Finding]]:
    """What a row shows by itself."""
    from workbench.checks import gaps, numbers

    for number, segment in enumerate(rows, 1):
        if segment.kind is not Kind.IGNORED:
            found = (*gaps.findings(segment), *numbers.findings(segment))
            yield from ((number, finding) for finding in found)


def _rows(what: str, *, terms: bool) -> tuple[Sequence[Segment], Sequence[Concept]]:
    """The rows, and the terms that count there; of a table the personal and the bundled ones."""
    if is_table(what):
        return read_pairs(what), _common_concepts() if terms else ()
    with reading(what) as project:
        rows = list(project.store.every_segment())
        if not terms:
            return rows, ()
        from workbench.project.dictionary import project_concepts

        return rows, project_concepts(project.folder, project.config)


def _common_concepts() -> Sequence[Concept]:
    from workbench.glossary.bundled import personal_path, policy_path, read_all

    return read_all(path for path in (personal_path(), policy_path()) if path.exists())
