"""cli: `workbench memory match`."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.inputs import read_bytes
from workbench.cli.memory_choosing import reading, several
from workbench.cli.memory_shown import BOLD, DIM, Styled, difference, print_block, provenance
from workbench.cli.reports import print_line
from workbench.model.coded import CodedText
from workbench.model.matches import Query

if TYPE_CHECKING:
    from workbench.model.matches import Match

_INDENT = 7


@click.command()
@click.argument("text", required=False)
@click.option("--file", metavar="FILE", default="", help="Look up every line of FILE; - for standard input.")
@click.option(
    "--min",
    "least",
    type=click.IntRange(1, 100),
    default=70,
    show_default=True,
    metavar="PER CENT",
    help="The least similarity, before penalties.",
)
@click.option(
    "--best", type=click.IntRange(1, 1000), default=5, show_default=True, metavar="N", help="So many at most."
)
@several
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line for each query.")
def match(text: str | None, file: str, least: int, best: int, names: Sequence[str], as_json: bool) -> None:
    """Find translations of what is like TEXT, the best first.

    "-" reads TEXT from standard input.

    A match says how its score comes about, and in what its source differs: [-this is in the memory-], {+this
    in TEXT+}. The lines of a FILE are neighbours of each other: where those beside a match agree too, it is a
    context match (101). Empty lines part nothing and are passed over.
    """
    from workbench.project.memory_lookup import best_matches

    queries = _queries(text, file)
    with reading(names) as memories:
        for (
            memory
        ) in memories:  # what is loaded and opened at the first look-up is not the first query's time
            memory.look_up(Query(CodedText("一")), least=100, best=1)
        for query in queries:
            started = time.perf_counter()
            found = best_matches(memories, query, least=least, best=best)
            elapsed = 1000 * (time.perf_counter() - started)
            if as_json:
                print_line(_plain(query, found, elapsed))
            else:
                _print(query, found, least, alone=not file)


def _queries(text: str | None, file: str) -> list[Query]:
    if (text is None) == (not file):
        raise click.UsageError("Give either TEXT or --file FILE.")
    if file:
        lines = list(_lines(file))
        around = ["", *lines, ""]
        return [Query(CodedText(line), around[at], around[at + 2]) for at, line in enumerate(lines)]
    return [Query(CodedText(text_of(text or "")))]


def text_of(text: str) -> str:
    """TEXT as it was given, or standard input for "-". Raises UsageError for an empty one."""
    whole = " ".join(_lines("-")) if text == "-" else text.strip()
    if not whole:
        raise click.UsageError("TEXT is empty; say what to look for.")
    return whole


def _lines(file: str) -> Iterator[str]:
    from workbench.documents.encoding import decode
    from workbench.documents.reading import split_lines

    data, name = read_bytes(file)
    lines = split_lines(decode(data, name)[0])
    return (line.strip() for line in lines if line.strip())


def _print(query: Query, found: Sequence[Match], least: int, *, alone: bool) -> None:
    if not alone:
        print_block("", [Styled(query.source.text, BOLD)], 0)
    if not found:
        said = f"no match of {least} % or more"
        click.echo(said.capitalize() + "." if alone else f"{said}\n", err=alone)
    for at, one in enumerate(found):
        if at:
            click.echo()
        _print_match(one)
    if found and not alone:
        click.echo()


def _print_match(one: Match) -> None:
    print_block(f"{one.score:>4} %", difference(one.differences) or [Styled(one.unit.source.text)], _INDENT)
    print_block("", [Styled(one.proposal.text, BOLD)], _INDENT)
    if one.numbers_right:
        print_block("", [Styled(f"numbers put right; in the memory: {one.unit.target.text}", DIM)], _INDENT)
    why = "; ".join(f"{penalty.name}: {penalty.why}" for penalty in one.penalties)
    print_block("", [Styled(f"{one.formula} ({why})" if why else one.formula, DIM)], _INDENT)
    print_block("", [Styled(provenance(one.memory, one.unit), DIM)], _INDENT)


def _plain(query: Query, found: Sequence[Match], elapsed: float) -> dict[str, Any]:
    return {
        "query": query.source.text,
        "elapsed_ms": round(elapsed, 3),
        "matches": [_plain_match(one) for one in found],
    }


def _plain_match(one: Match) -> dict[str, Any]:
    unit = one.unit
    return {
        "score": one.score,
        "similarity": one.similarity,
        "kind": one.kind.value,
        "source": unit.source.text,
        "target": unit.target.text,
        "proposal": one.proposal.text,
        "formula": one.formula,
        "explanation": _explanation(one),
        "penalties": [{"name": p.name, "points": p.points, "why": p.why} for p in one.penalties],
        "differences": [{"change": part.change.value, "text": part.text} for part in one.differences],
        "memory": one.memory,
        "id": unit.id,
        "place": unit.place,
        "state": unit.state.value,
        "origin": unit.origin.value,
        "created": unit.created,
        "changed": unit.changed,
        "changed_by": unit.changed_by,
        "note": unit.note,
    }


def _explanation(one: Match) -> str:
    """The formula and, in words, what every penalty is for."""
    said = [one.formula, *(f"{p.name}: {p.why}" for p in one.penalties)]
    return "; ".join(said) + ("; its numbers are put right" if one.numbers_right else "")
