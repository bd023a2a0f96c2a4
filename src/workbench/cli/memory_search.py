"""cli: `workbench memory search`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.memory_choosing import reading, several
from workbench.cli.memory_match import text_of
from workbench.cli.memory_shown import (
    DIM,
    Style,
    Styled,
    clipped,
    painted,
    print_block,
    provenance,
    terminal_width,
)
from workbench.cli.reports import print_line
from workbench.text.sentences import chinese_sentences, english_sentences
from workbench.text.width import cell_width

if TYPE_CHECKING:
    from workbench.memory.concordance import Concordance, ConcordanceHit
    from workbench.memory.memory import Memory

_INDENT = 4
_FOUND: Style = (("fg", "yellow"), ("bold", True))
_LEAST_TEXT = 30
"""Cells that the other side has at least beside where a unit is from."""


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
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line for each unit.")
def search(
    text: str,
    exact: bool,
    side: str | None,
    limit: int,
    whole: bool,
    names: Sequence[str],
    as_json: bool,
) -> None:
    """Find TEXT wherever it stands in a unit (a concordance).

    "-" reads TEXT from standard input. Chinese is found in simplified and traditional characters alike;
    English by its stems, so that "develop" finds "developed", words of a phrase in order. What was found
    stands in one column, what translates it below.
    """
    query = text_of(text)
    with reading(names) as memories:
        left, more, at_least = limit, 0, False
        for memory in memories:
            found = _found(memory, query, exact, side)
            _show(memory.name, found.hits[:left], as_json=as_json, whole=whole)
            more += found.more + max(0, len(found.hits) - left)
            at_least |= found.at_least
            left -= min(len(found.hits), left)
    if left == limit:
        click.echo(f"“{query}” is not in {' or '.join(memory.name for memory in memories)}.", err=True)
    elif more or at_least:
        beyond = f"at least {more:,}" if at_least else f"{more:,}"
        click.echo(f"There are {beyond} more; --limit shows them.", err=True)


def _found(memory: Memory, text: str, exact: bool, side: str | None) -> Concordance:
    """What a memory has of it: all, for the sides and the limit of several memories part them later."""
    from workbench.memory.concordance import MOST_LOOKED_AT, ConcordanceQuery, concordance

    found = concordance(memory, ConcordanceQuery(text, exact), MOST_LOOKED_AT)
    if side is None:
        return found
    return replace(found, hits=tuple(hit for hit in found.hits if hit.side == side))


def _show(name: str, found: Sequence[ConcordanceHit], *, as_json: bool, whole: bool) -> None:
    if not found:
        return
    if not as_json:
        click.echo(click.style(name, bold=True))
    for hit in found:
        if as_json:
            print_line(_plain(hit))
        elif whole:
            click.echo()
            _print_whole(hit)
        else:
            _print_line(hit)
    if not as_json:
        click.echo()


def _print_line(hit: ConcordanceHit) -> None:
    """What was found with its context, and below it the sentence that should hold its translation."""
    from workbench.memory.kwic import kwic

    text, other = _texts(hit)
    width = terminal_width()
    line = kwic(text, hit.spans[0], width)
    click.echo(f"{line.left}{painted(line.hit, _FOUND)}{line.right}".rstrip())
    known = clipped(provenance("", hit.unit, short=True), width // 3)
    room = width - _INDENT - cell_width(known) - 2
    if room < _LEAST_TEXT:
        known, room = "", width - _INDENT
    below = clipped(_counterpart(text, hit.spans[0][0], other, hit.side), room)
    gap = " " * (room - cell_width(below) + 2)
    click.echo(f"{' ' * _INDENT}{below}{gap}{painted(known, DIM)}".rstrip())


def _print_whole(hit: ConcordanceHit) -> None:
    text, other = _texts(hit)
    parts: list[Styled] = []
    at = 0
    for start, end in hit.spans:
        parts += [Styled(text[at:start]), Styled(text[start:end], _FOUND)]
        at = end
    print_block("", [*parts, Styled(text[at:])], 0)
    print_block("", [Styled(other)], _INDENT)
    print_block("", [Styled(provenance("", hit.unit), DIM)], _INDENT)


def _texts(hit: ConcordanceHit) -> tuple[str, str]:
    """The side in which it was found, and the other."""
    sides = hit.unit.source.text, hit.unit.target.text
    return sides if hit.side == "source" else (sides[1], sides[0])


def _counterpart(text: str, place: int, other: str, side: str) -> str:
    """The other side from the sentence on that stands as far into it as the place does in its own."""
    cut_text, cut_other = chinese_sentences, english_sentences
    if side == "target":
        cut_text, cut_other = cut_other, cut_text
    own, others = cut_text(text), cut_other(other)
    if len(others) < 2:
        return other
    number = sum(end <= place for _, end in own)
    if len(own) != len(others):
        number = sum(end * len(text) <= place * len(other) for _, end in others)
    start = others[min(number, len(others) - 1)][0]
    return ("… " if start else "") + other[start:]


def _plain(hit: ConcordanceHit) -> dict[str, Any]:
    unit = hit.unit
    return {
        "memory": hit.memory,
        "id": unit.id,
        "side": hit.side,
        "spans": [list(span) for span in hit.spans],
        "source": unit.source.text,
        "target": unit.target.text,
        "place": unit.place,
        "state": unit.state.value,
        "origin": unit.origin.value,
        "created": unit.created,
        "changed": unit.changed,
        "changed_by": unit.changed_by,
        "note": unit.note,
    }
