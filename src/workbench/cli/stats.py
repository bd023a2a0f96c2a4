"""cli: `workbench stats`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from workbench.cli.inputs import reading
from workbench.cli.reports import print_object, report_format

if TYPE_CHECKING:
    from workbench.project.statistics import Statistics


@click.command()
@click.argument("project")
@report_format("text", "json")
def command(project: str, form: str) -> None:
    """Count PROJECT: rows by state and kind, characters, words, repetitions; ignored rows left out."""
    from workbench.project.statistics import statistics

    with reading(project) as opened:
        counted = statistics(opened)
    if form == "json":
        print_object(asdict(counted))
        return
    for label, count in _lines(counted):
        click.echo(f"{label:<44}{count:>9,}")


def _lines(counted: Statistics) -> Iterator[tuple[str, int]]:
    yield "rows", counted.rows
    yield from ((f"  {state}", count) for state, count in sorted(counted.by_state.items()))
    yield "kinds of rows", len(counted.by_kind)
    yield from ((f"  {kind.replace('_', ' ')}", count) for kind, count in sorted(counted.by_kind.items()))
    yield "source: hanzi", counted.hanzi
    yield "source: characters without spaces", counted.characters
    yield "source: Asian characters and Latin words", counted.asian_and_words
    yield "target: words", counted.target_words
    yield "repeated rows", counted.repeated_rows
    yield "  hanzi in them", counted.repeated_hanzi
