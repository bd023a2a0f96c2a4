"""cli: `workbench memory import`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.inputs import STANDARD_INPUT
from workbench.cli.memory_choosing import place_of, writing
from workbench.cli.waiting import waiting
from workbench.memory.places import PERSONAL
from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from workbench.memory.memory import Memory
    from workbench.project.memory_files import Imported


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--into",
    metavar="NAME",
    default=PERSONAL,
    show_default=True,
    help="The memory; made where it is missing.",
)
@click.option(
    "--duplicates",
    type=click.Choice(["newest", "all", "reviewed"]),
    default="newest",
    show_default=True,
    help="Of two translations of one source: the newest stays; all stay; a reviewed one gives way only to"
    " another reviewed one.",
)
@click.option("--source", default="zh", show_default=True, help="Language of the source, zh or zh-TW.")
@click.option("--target", default="en", show_default=True, help="Language of the translation, en or en-GB.")
def import_files(files: Sequence[str], into: str, duplicates: str, source: str, target: str) -> None:
    """Put the translations in FILE... into a memory.

    Read are TMX, XLIFF 1.2 and 2 (also sdlxliff, mqxliff) and tables (tsv, csv, xlsx). Columns of a table are
    found by their names (source, target, zh, en, 中文, 英文 ...), else by their script.

    What is left out is counted and said. Of a file that breaks off, what stands before the break is taken.
    """
    from workbench.project.memory_files import check_file

    for file in files:
        if file != "-":
            check_file(Path(file))
    damaged: list[str] = []
    with _into(into) as memory:
        for file in files:
            done = _imported(memory, file, duplicates, (source, target))
            click.echo(done.sentence())
            damaged += [done.cut] if done.cut else []
    if damaged:
        raise WorkbenchError(f"{' '.join(damaged)} What stands before that place was taken.")


@contextmanager
def _into(name: str) -> Iterator[Memory]:
    """The memory to fill; one that was made for this goes again where not a single unit came into it."""
    from workbench.project.memory_lookup import remove_memory

    path = place_of(name)
    is_bare = not path.exists()
    try:
        with writing(name, create=True) as memory:
            try:
                yield memory
            finally:
                is_bare = is_bare and next(memory.units(), None) is None
    finally:
        if is_bare and path.exists():
            remove_memory(path)


def _imported(memory: Memory, file: str, duplicates: str, languages: tuple[str, str]) -> Imported:
    from workbench.memory.memory import Duplicates
    from workbench.project.memory_files import import_file

    with _on_disk(file) as path, waiting() as say:
        name = STANDARD_INPUT if file == "-" else path.name
        say(f"{name} is read")
        done = import_file(
            memory,
            path,
            source=languages[0],
            target=languages[1],
            duplicates=Duplicates(duplicates),
            progress=lambda count: say(f"{name}: {count:,} units"),
            place=name,
        )
    return replace(done, cut=done.cut.replace(str(path), name))


@contextmanager
def _on_disk(file: str) -> Iterator[Path]:
    """FILE, or standard input as a file whose ending says what it is.

    Raises:
        WorkbenchError: what is wrong with standard input, called by that name.
    """
    if file != "-":
        yield Path(file)
        return
    data = sys.stdin.buffer.read()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"input{_ending(data)}"
        path.write_bytes(data)
        try:
            yield path
        except WorkbenchError as error:
            raise WorkbenchError(str(error).replace(str(path), STANDARD_INPUT)) from error


def _ending(data: bytes) -> str:
    """What bytes are, by how they begin: a workbook, TMX, XLIFF, else a table as text."""
    head = data[:4096].replace(b"\0", b"").lower()
    if head.startswith(b"pk"):
        return ".xlsx"
    if head.lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").startswith(b"<"):
        return ".xlf" if b"<xliff" in head else ".tmx"
    return ".tsv"
