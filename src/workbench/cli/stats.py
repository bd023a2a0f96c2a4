"""cli: `workbench stats`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from workbench.cli.inputs import reading
from workbench.cli.reports import print_object, report_format
from workbench.cli.waiting import waiting

if TYPE_CHECKING:
    from workbench.project.analysis import Analysis, DocumentAnalysis
    from workbench.project.counts import Amounts
    from workbench.project.statistics import Statistics

_COLUMNS = ("units", "hanzi", "characters", "words", "words_without_marks")
_HEADS = ("count", "hanzi", "characters", "words", "without marks")


@click.command()
@click.argument("project")
@click.option("--counts-only", is_flag=True, help="Compare with nothing; a large memory takes its time.")
@report_format("text", "json")
def command(project: str, counts_only: bool, form: str) -> None:
    """Count PROJECT, and say how much of it is new; ignored rows are left out.

    Rows and sentences are compared with the memories of the project and with what stands before them in it:
    repetitions, then 101 (context), 100, 95-99, 85-94, 75-84, 50-74 per cent, then new. Bands go by
    similarity before penalties; what the project itself put into a memory is left out.
    """
    from workbench.project.statistics import analyse, freeze_first, statistics

    analysis: Analysis | None = None
    with reading(project) as opened, waiting() as say:
        if not counts_only:
            analysis, said = analyse(opened, lambda done, of: say(f"Comparing row {done:,} of {of:,}"))
            for sentence in said:
                click.echo(sentence, err=True)
        counted = statistics(opened, analysis)
        folder = opened.folder
    if analysis is not None and counted.intake is not None and counted.intake.analysis is None:
        freeze_first(folder, analysis)
    if form == "json":
        print_object(counted.plain())
        return
    for line in _lines(counted, analysis):
        click.echo(line)


def _lines(counted: Statistics, analysis: Analysis | None) -> Iterator[str]:
    from workbench.project.counts import DEFINITIONS

    yield from (f"{label:<44}{count:>9,}" for label, count in _counts(counted))
    yield from _since_intake(counted)
    if analysis is not None:
        yield from _compared(analysis)
    yield ""
    yield from (f"{name.replace('_', ' ')}: {said}." for name, said in DEFINITIONS.items())
    if analysis is not None:
        yield (
            "Each row and each sentence stands in the first band that holds it; repetitions are not looked"
            " up. Units of this project are left out."
        )


def _compared(analysis: Analysis) -> Iterator[str]:
    yield ""
    yield f"compared with {', '.join(analysis.memories) or 'no memory'}, by similarity before penalties"
    parts = analysis.documents if len(analysis.documents) > 1 else ()
    for document in (*parts, analysis.total):
        yield from _document(document)


def _counts(counted: Statistics) -> Iterator[tuple[str, int]]:
    total = counted.total
    yield "rows", counted.rows
    yield from ((f"  {state}", count) for state, count in sorted(counted.by_state.items()))
    yield "kinds of rows", len(counted.by_kind)
    yield from ((f"  {kind.replace('_', ' ')}", count) for kind, count in sorted(counted.by_kind.items()))
    yield "source: hanzi", total.hanzi
    yield "source: characters without spaces", total.characters
    yield "source: characters with spaces", total.characters_with_spaces
    yield "source: words", total.words
    yield "source: words without marks", total.words_without_marks
    yield "target: words", total.target_words
    yield "repeated rows", counted.repeated.units
    yield "  hanzi in them", counted.repeated.hanzi


def _since_intake(counted: Statistics) -> Iterator[str]:
    delta = counted.delta
    if counted.intake is None or delta is None:
        return
    more = [f"{count:+,} {name.replace('_', ' ')}" for name, count in delta.items() if count]
    said = ", ".join(more) if more else "nothing has changed in the source"
    yield f"since intake ({counted.intake.at[:10]}): {said}"
    yield from _since_analysis(counted)


def _since_analysis(counted: Statistics) -> Iterator[str]:
    """How many rows have moved to another band since the first analysis."""
    frozen = counted.intake.analysis if counted.intake is not None else None
    if frozen is None or counted.analysis is None:
        return
    then = frozen.get("total", {}).get("rows", {})
    moved = []
    for band, now in counted.analysis.total.rows.items():
        more = now.units - int(then.get(band, {}).get("units", 0))
        if more:
            moved.append(f"{more:+,} in {band}")
    if moved:
        yield f"  rows by band since {str(frozen.get('at', ''))[:10]}: {', '.join(moved)}"


def _document(document: DocumentAnalysis) -> Iterator[str]:
    yield ""
    yield f"{document.name or 'all'}"
    yield _row("rows", _HEADS)
    yield from _bands(document.rows)
    if any(counted.units for counted in document.alike.values()):
        yield "  of these like an earlier row of the project, and no more like a memory"
        yield from (_line(f"    {name}", each) for name, each in document.alike.items() if each.units)
    yield _row("sentences", _HEADS)
    yield from _bands(document.sentences)
    if document.inside.units:
        yield _line("  repetitions below the row", document.inside)


def _bands(bands: Mapping[str, Amounts]) -> Iterator[str]:
    for name, counted in bands.items():
        yield _line(f"  {name}{' %' if name[0].isdigit() else ''}", counted)


def _line(label: str, counted: Amounts) -> str:
    plain = counted.plain()
    return _row(label, [f"{plain[name]:,}" for name in _COLUMNS])


def _row(label: str, cells: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    return f"{label:<28}" + "".join(f"{cell:>14}" for cell in cells).rstrip()
