"""cli: `workbench check`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from workbench.cli.inputs import reading
from workbench.cli.pairs import is_table, read_pairs
from workbench.cli.reports import print_object, report_format
from workbench.model.findings import Finding, Severity
from workbench.model.segments import Kind, Segment

FINDINGS = 1
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
def command(what: str, form: str, severity: str) -> None:
    """Check the translations of PROJECT, or of a table with the columns source and target.

    Compared are numbers, by value. As json: an object with findings (row, check, family, severity, message,
    source_span, target_span, proposal). Exit code 1 where something is found.
    """
    least = _ORDER.index(Severity(severity))
    found = [(row, finding) for row, finding in _all(what) if _ORDER.index(finding.severity) >= least]
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


def _all(what: str) -> Iterator[tuple[int, Finding]]:
    from workbench.checks import gaps, numbers

    for number, segment in _rows(what):
        if segment.kind is not Kind.IGNORED:
            found = (*gaps.findings(segment), *numbers.findings(segment))
            yield from ((number, finding) for finding in found)


def _rows(what: str) -> Iterator[tuple[int, Segment]]:
    if is_table(what):
        yield from enumerate(read_pairs(what), 1)
        return
    with reading(what) as project:
        yield from enumerate(project.store.every_segment(), 1)
