"""cli: `workbench memory search`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from workbench.cli.memory_choosing import reading, several
from workbench.cli.memory_match import text_of
from workbench.cli.memory_search_lines import plain_hit, print_line_of, print_whole
from workbench.cli.reports import print_line

if TYPE_CHECKING:
    from workbench.memory.concordance import Concordance, ConcordanceHit, ConcordanceQuery


@dataclass(frozen=True, slots=True)
class _Group:
    """What was found in one place: `where` is project, memory or references."""

    where: str
    name: str
    found: Concordance


@click.command()
@click.argument("text")
@click.option("--exact", is_flag=True, help="English as it is written, and not by its stems.")
@click.option(
    "--side",
    type=click.Choice(["source", "target"]),
    default=None,
    help="Only in the Chinese, or the English.",
)
@click.option(
    "--limit", type=click.IntRange(1), default=50, show_default=True, metavar="N", help="So many at most."
)
@click.option("--long", "whole", is_flag=True, help="Whole texts, and not a line of each.")
@several
@click.option(
    "--project", metavar="PROJECT", default="", help="In this project, its own memories and its references."
)
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line for each unit.")
def search(
    text: str,
    exact: bool,
    side: str | None,
    limit: int,
    whole: bool,
    names: Sequence[str],
    project: str,
    as_json: bool,
) -> None:
    """Find TEXT wherever it stands in a unit (a concordance).

    "-" reads TEXT from standard input. Chinese is found in simplified and traditional characters alike;
    English by its stems, so that "develop" finds "developed", words of a phrase in order. What was found
    stands in one column, what translates it below.
    """
    if names and project:
        raise click.UsageError("--project searches the memories of the project; leave --memory out.")
    from workbench.memory.concordance import ConcordanceQuery

    query = ConcordanceQuery(text_of(text), exact)
    left, more, at_least = limit, 0, False
    searched: list[str] = []
    for group in _in_project(query, project) if project else _in_memories(query, names):
        searched.append(group.name)
        hits = [hit for hit in group.found.hits if side in (None, hit.side)]
        _show(group, hits[:left], as_json=as_json, whole=whole)
        more += group.found.more + max(0, len(hits) - left)
        at_least |= group.found.at_least
        left -= min(len(hits), left)
    if left == limit:
        click.echo(f"“{query.text}” is not in {project or ' or '.join(searched)}.", err=True)
    elif more or at_least:
        beyond = f"at least {more:,}" if at_least else f"{more:,}"
        click.echo(f"There are {beyond} more; --limit shows them.", err=True)


def _in_memories(query: ConcordanceQuery, names: Sequence[str]) -> Iterator[_Group]:
    """All that each memory has, for sides and the limit part them later."""
    from workbench.memory.concordance import MOST_LOOKED_AT, concordance

    with reading(names) as memories:
        for memory in memories:
            yield _Group("memory", memory.name, concordance(memory, query, MOST_LOOKED_AT))


def _in_project(query: ConcordanceQuery, project: str) -> Iterator[_Group]:
    """What its rows have, its memories and its references; the place of a hit in a row is its number."""
    from workbench.cli.inputs import reading as reading_project
    from workbench.project.memory_lookup import project_concordance

    with reading_project(project) as opened:
        for group in project_concordance(opened, query):
            found, name = group.found, group.name
            if group.where == "project":
                name = opened.config.title
                rows = (replace(hit.unit, place=f"row {opened.number(hit.unit.id):,}") for hit in found.hits)
                hits = tuple(replace(hit, unit=unit) for hit, unit in zip(found.hits, rows, strict=True))
                found = replace(found, hits=hits)
            yield _Group(group.where, name, found)


def _show(group: _Group, hits: Sequence[ConcordanceHit], *, as_json: bool, whole: bool) -> None:
    if not hits:
        return
    if not as_json:
        click.echo(click.style(group.name, bold=True))
    for hit in hits:
        if as_json:
            print_line(plain_hit(hit, group.where))
        elif whole:
            click.echo()
            print_whole(hit)
        else:
            print_line_of(hit)
    if not as_json:
        click.echo()
