"""cli: `workbench memory`: import, export, search, match, and what there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.memory_choosing import chosen, every_name, place_of, reading, writing
from workbench.cli.memory_export import export
from workbench.cli.memory_import import import_files
from workbench.cli.memory_match import match
from workbench.cli.memory_search import search
from workbench.cli.reports import print_object, report_format
from workbench.cli.waiting import waiting

if TYPE_CHECKING:
    from workbench.memory.memory import Memory, MemoryStatistics


@click.group(name="memory")
def command() -> None:
    """Import, export, search and count translation memories.

    NAME is a memory of yours; `personal` is the one that projects write to unless they say otherwise. The
    path of a .tm file names a memory too.
    """


command.add_command(import_files)
command.add_command(export)
command.add_command(search)
command.add_command(match)


@command.command(name="list")
@report_format("text", "json")
def list_memories(form: str) -> None:
    """List the memories: name, units, size, last change."""
    counted = _counted(every_name(), wanted=False)
    if form == "json":
        print_object({"memories": [_plain(*each) for each in counted]})
        return
    if not counted:
        click.echo("There is no memory yet; make one with `workbench memory import FILE`.", err=True)
    widest = max((len(memory.name) for memory, _ in counted), default=0)
    for memory, figures in counted:
        said = f"{_units(figures.units):>18}  {_size(figures.size_bytes):>10}  {figures.newest[:10]}"
        click.echo(f"{memory.name:<{widest}}{said.rstrip()}")


@command.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@report_format("text", "json")
def stats(names: Sequence[str], form: str) -> None:
    """Count units by state and origin, projects, dates.

    Of the memories NAME, or of all.
    """
    counted = _counted(names, wanted=True)
    if form == "json":
        print_object({"memories": [_plain(*each) for each in counted]})
        return
    for at, (memory, figures) in enumerate(counted):
        click.echo(("\n" if at else "") + click.style(memory.name, bold=True))
        for label, value in _lines(figures):
            click.echo(f"  {label:<40}{value:>20}")
        click.echo(f"  {memory.path}")


@command.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
def compact(names: Sequence[str]) -> None:
    """Give back the disk space that deleted units took.

    In the memories NAME, or in all.
    """
    for name in chosen(names):
        with writing(name) as memory, waiting() as say:
            say(f"{memory.name} is made smaller")
            before = memory.statistics()
            memory.compact()
            after = memory.statistics()
        was, is_now = (_size(figures.size_bytes) for figures in (before, after))
        click.echo(f"{memory.name}: {is_now}, was {was}")


@command.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Needed: there is no way back.")
def delete(name: str, yes: bool) -> None:
    """Delete the memory NAME with all its units."""
    from workbench.project.memory_lookup import remove_memory

    with reading([name]) as (memory,):
        units = memory.statistics().units
    if not yes:
        raise click.UsageError(f"This would delete {name} with {_units(units)} for good; add --yes to do it.")
    remove_memory(place_of(name))
    click.echo(f"{name}: deleted, {_units(units)}")


def _counted(names: Sequence[str], *, wanted: bool) -> list[tuple[Memory, MemoryStatistics]]:
    """What memories hold; where none is `wanted`, there may be none."""
    if not wanted and not names:
        return []
    with reading(names) as memories:
        return [(memory, memory.statistics()) for memory in memories]


def _plain(memory: Memory, figures: MemoryStatistics) -> dict[str, Any]:
    return {
        "name": memory.name,
        "path": str(memory.path),
        "units": figures.units,
        "projects": figures.projects,
        "oldest": figures.oldest,
        "newest": figures.newest,
        "by_state": {state.value or "unknown": count for state, count in figures.by_state.items()},
        "by_origin": {origin.value or "unknown": count for origin, count in figures.by_origin.items()},
        "size_bytes": figures.size_bytes,
        "index_bytes": figures.index_bytes,
    }


def _lines(figures: MemoryStatistics) -> Iterator[tuple[str, str]]:
    yield "units", f"{figures.units:,}"
    yield from _parted("state", figures.by_state)
    yield from _parted("origin", figures.by_origin)
    yield "projects", f"{figures.projects:,}"
    if figures.newest:
        yield "changed from", figures.oldest[:10]
        yield "changed to", figures.newest[:10]
    yield "size", _size(figures.size_bytes)
    yield "size of the index, which can be made anew", _size(figures.index_bytes)


def _parted(what: str, counts: Mapping[Any, int]) -> Iterator[tuple[str, str]]:
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], str(item[0]))):
        yield f"  {name or f'{what} not known'}", f"{count:,}"


def _units(count: int) -> str:
    return f"{count:,} unit{'' if count == 1 else 's'}"


def _size(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB" if size >= 1_000_000 else f"{size / 1000:,.0f} kB"
