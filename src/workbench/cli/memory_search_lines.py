"""cli: what a concordance found, as lines for a person and as objects for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

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
from workbench.text.sentences import chinese_sentences, english_sentences
from workbench.text.width import cell_width

if TYPE_CHECKING:
    from workbench.memory.concordance import ConcordanceHit

_INDENT = 4
_FOUND: Style = (("fg", "yellow"), ("bold", True))
_LEAST_TEXT = 30
"""Cells that the other side has at least beside where a unit is from."""


def print_line_of(hit: ConcordanceHit) -> None:
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


def print_whole(hit: ConcordanceHit) -> None:
    """Both texts in full, what was found in colour."""
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


def plain_hit(hit: ConcordanceHit, where: str) -> dict[str, Any]:
    """A hit for JSON; `where` is project, memory or references."""
    unit = hit.unit
    return {
        "where": where,
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
