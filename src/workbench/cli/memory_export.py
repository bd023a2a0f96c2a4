"""cli: `workbench memory export`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from workbench.cli.memory_choosing import one, reading
from workbench.cli.waiting import waiting
from workbench.model.faults import WorkbenchError
from workbench.model.memory_units import UnitState
from workbench.model.segments import OriginKind

if TYPE_CHECKING:
    from workbench.memory.memory import Memory, UnitFilter
    from workbench.project.memory_export import Export, ExportForm, Which

UNKNOWN = "unknown"
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T[\d:]{2,8}Z?)?)?)?")


@click.command()
@one
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="-",
    help="Where to; what is there is replaced. Default: standard output.",
)
@click.option(
    "--to",
    "form",
    type=click.Choice(["tmx", "tsv", "csv", "xlsx"]),
    default=None,
    help="The form. Default: what the ending of FILE says, else tmx.",
)
@click.option(
    "--level",
    type=click.Choice(["1", "2"]),
    default=None,
    help="Of TMX: 2 with inline codes (the default), 1 without them.",
)
@click.option("--text", default="", help="Only units with this in the source or the translation.")
@click.option("--place", default="", help="Only from projects or files with this in their names.")
@click.option(
    "--state",
    type=click.Choice([state.value or UNKNOWN for state in UnitState]),
    default=None,
    help="Only of this state.",
)
@click.option(
    "--origin",
    type=click.Choice([kind.value or UNKNOWN for kind in OriginKind]),
    default=None,
    help="Only made in this way.",
)
@click.option(
    "--since", metavar="DATE", default="", help="Only changed then or later: 2026, 2026-10, 2026-10-02."
)
@click.option("--until", metavar="DATE", default="", help="Only changed then or earlier.")
@click.option("--who", default="", help="Only last changed by this person.")
@click.option(
    "--unit",
    "which",
    type=click.Choice(["all", "whole", "sentence"]),
    default="all",
    show_default=True,
    help="Whole texts alone, or the sentences of rows alone.",
)
def export(
    name: str,
    output: str,
    form: ExportForm | None,
    level: Literal["1", "2"] | None,
    which: Which,
    **filters: str,
) -> None:
    """Write a memory, or a part of it, as a file.

    As tmx with all that is known of a unit; as tsv for programs; as csv or xlsx for people. Each of them can
    be imported again. Standard error says how many units there are.
    """
    from workbench.project.memory_export import Export, form_of

    form = form or ("tmx" if output == "-" else form_of(output))
    if level is not None and form != "tmx":
        raise click.UsageError(f"--level is for tmx and not for {form}; leave it out.")
    if output == "-" and form == "xlsx" and sys.stdout.isatty():
        raise WorkbenchError("A workbook is nothing for a terminal; name a file with -o.")
    export = Export(_where(filters), form, which, 1 if level == "1" else 2)
    with reading([name]) as (memory,):
        count = _written(memory, output, export)
    if output != "-":
        click.echo(output)
    click.echo(f"{count:,} unit{'' if count == 1 else 's'} of {memory.name}", err=True)


def _written(memory: Memory, output: str, export: Export) -> int:
    from workbench.project.memory_export import MemoryExport, export_memory

    if output != "-":
        with waiting() as say:
            return export_memory(memory, Path(output), export, lambda count: say(f"{count:,} units"))
    going = MemoryExport(memory, export)
    for part in going.parts():
        click.echo(part, nl=False)
    return going.count


def _where(filters: dict[str, str]) -> UnitFilter:
    from workbench.memory.memory import UnitFilter

    for option in ("since", "until"):
        if filters[option] and not _DATE.fullmatch(filters[option]):
            raise click.UsageError(
                f"--{option} {filters[option]}: write a date as 2026, 2026-10 or 2026-10-02."
            )
    state, origin = filters["state"], filters["origin"]
    return UnitFilter(
        text=filters["text"],
        place=filters["place"],
        state=None if state is None else UnitState("" if state == UNKNOWN else state),
        origin=None if origin is None else OriginKind("" if origin == UNKNOWN else origin),
        since=filters["since"],
        until=filters["until"],
        who=filters["who"],
    )
