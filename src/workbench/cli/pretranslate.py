"""cli: `workbench pretranslate`."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from workbench.cli.inputs import writing
from workbench.cli.reports import print_object, report_format
from workbench.cli.waiting import waiting

if TYPE_CHECKING:
    from workbench.project.matching import MatchDesk
    from workbench.project.pretranslating import Plan
    from workbench.project.session import Session


@click.command()
@click.argument("project")
@click.option(
    "--min",
    "least",
    type=click.IntRange(50, 101),
    default=85,
    show_default=True,
    metavar="PER CENT",
    help="The lowest score that fills a row, after penalties.",
)
@click.option(
    "--memory",
    "memories",
    metavar="NAME",
    multiple=True,
    help="Use this memory instead of those of the project; may be repeated, the order counts.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be filled.")
@report_format("text", "json")
def command(project: str, least: int, memories: tuple[str, ...], dry_run: bool, form: str) -> None:
    """Fill the untranslated rows of PROJECT from its memories, as drafts; one step of undo.

    A row takes the best match of the whole of it, else what its sentences give together, when that has the
    score, sentences without a match counting nothing. Rows of numbers alone are filled too. What is locked or
    has English is not touched.
    """
    from workbench.project.pretranslating import planned

    with writing(project, "fill it") as session, waiting() as say:
        rows = session.flow()
        with _desk(session, memories) as desk:
            started = time.monotonic()
            plan = planned(rows, desk, least, lambda done, of: say(f"Looking up row {done:,} of {of:,}"))
            seconds = time.monotonic() - started
        if not dry_run and plan.fillings:
            session.fill(plan)
        figures = {session.number(f.before.id): f.figures for f in plan.fillings if f.figures}
    if form == "json":
        done = not dry_run and bool(plan.fillings)
        print_object({**_plain(plan, done=done, seconds=seconds), "figures_to_put_right": figures})
        return
    for line in (*_lines(plan, dry_run), *_figure_lines(figures)):
        click.echo(line)


@contextmanager
def _desk(session: Session, names: tuple[str, ...]) -> Iterator[MatchDesk]:
    """The project's own desk, or one with other memories."""
    if not names:
        for sentence in session.memories().said:
            click.echo(sentence, err=True)
        session.catch_up()
        yield session.match_desk()
        return
    from workbench.project.matching import MatchDesk
    from workbench.project.memories import project_memories

    opened = project_memories(session.folder, session.config, names=names, read_only=True)
    try:
        yield MatchDesk(opened.memories)
    finally:
        opened.close()


def _plain(plan: Plan, *, done: bool, seconds: float) -> dict[str, object]:
    return {
        "untranslated": plan.waiting,
        "filled": len(plan.fillings),
        "by_band": plan.by_band,
        "done": done,
        "elapsed_ms": round(1000 * seconds, 1),
    }


def _figure_lines(figures: Mapping[int, Sequence[str]]) -> Iterator[str]:
    """Rows whose English is that of another text with other figures."""
    if figures:
        yield "figures to put right"
    for row, lacking in figures.items():
        yield f"  row {row:,}: {', '.join(lacking)}"


def _lines(plan: Plan, dry_run: bool) -> Iterator[str]:
    said = "would be filled" if dry_run else "filled"
    yield f"{len(plan.fillings):,} of {plan.waiting:,} untranslated rows {said}"
    for band, count in plan.by_band.items():
        if count:
            yield f"  {band}{' %' if band[0].isdigit() else '':<2}{count:>9,}"
