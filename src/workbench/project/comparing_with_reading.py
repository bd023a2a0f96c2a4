"""project: comparing another TMX with our rows: read as a stream, beside a snapshot of the project.

Only what differs is held: of a file of a hundred thousand units mostly little.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind
from workbench.model.units import TranslationUnit
from workbench.project.comparing_with import Comparison, DifferentRow, Theirs, Work, differs, work_of
from workbench.project.comparing_with_base import base_of, save_said
from workbench.project.comparing_with_units import Finder, OurRow, theirs_of
from workbench.project.config import TMX_NAME
from workbench.project.identity import PROJECT_PROP, identity_of
from workbench.project.log_reading import row_now, snapshot
from workbench.project.saved_units import part_of
from workbench.text.fold import fold

Progress = Callable[[str, int, int], None]
"""Told what is done, how much of it, and of how much (0 where that is not known); may raise to stop."""
_EVERY = 500


@dataclass(frozen=True, slots=True)
class _Found:
    """A row of ours beside theirs, before it is known what both came from."""

    row: OurRow
    ours: Work
    theirs: Theirs
    locked: bool
    source: str


def compared(
    folder: Path, database: Path, path: Path, languages: tuple[str, str], progress: Progress
) -> Comparison:
    """Compare a project with a TMX, a project.tmx, or another project's folder. Safe in any thread.

    Raises:
        WorkbenchError: the file is not there or cannot be read as TMX.
    """
    path = path / TMX_NAME if path.is_dir() else path
    if not path.is_file():
        raise WorkbenchError(f"{path} is not there; name a .tmx file or a project folder.")
    with snapshot(database) as connection:
        rows = _our_rows(connection)
        units = _Units(path, languages, identity_of(connection).project)
        first = list(islice(units, 1))  # the header is known then
        finder = Finder(rows, lambda row: _folded(connection, row), own=units.own)
        pairs = _found(connection, rows, finder, _both(first, units), progress)
        found = list(pairs)
    missing = sum(not each.ignored for each in finder.left.values())
    same = len(rows) - len(finder.left) - len(found)
    look = partial(_look, progress)
    save = base_of(folder, path, look, own=units.own) if found else None
    bases = {} if save is None else _bases(save, languages, {each.row.row for each in found}, progress)
    different = (_different(each, bases) for each in found)
    rows_told = [each for each in different if each is not None]
    elsewhere, more = finder.elsewhere()
    return Comparison(
        path,
        _name(path),
        tuple(sorted(rows_told, key=lambda each: each.number)),
        same + len(found) - len(rows_told),
        missing,
        elsewhere,
        more,
        "" if save is None else save_said(save) or save.name,
        units.said,
    )


def _look(progress: Progress, what: str) -> None:
    progress(what, 0, 0)


def _name(path: Path) -> str:
    """What the file is called: a project.tmx by the folder it lies in."""
    return f"{path.parent.name}/{path.name}" if path.name == TMX_NAME else path.name


class _Units:
    """The units of a file as a stream, and what is known of it once the first has come."""

    def __init__(self, path: Path, languages: tuple[str, str], project: str) -> None:
        from workbench.exchange.tmx_reading import TmxReader

        source, target = (language.partition("-")[0] for language in languages)
        self._reader = TmxReader(path, source=source, target=target)
        self._project = project
        self._stream = iter(self._reader)

    def __iter__(self) -> Iterator[TranslationUnit]:
        return self._stream

    @property
    def own(self) -> bool:
        """Whether the file was saved from this very project."""
        return bool(self._project) and dict(self._reader.header_props).get(PROJECT_PROP) == self._project

    @property
    def said(self) -> str:
        """What was left out, in a sentence."""
        return self._reader.said()


def _both(first: Iterable[TranslationUnit], rest: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
    yield from first
    yield from rest


def _our_rows(connection: sqlite3.Connection) -> list[OurRow]:
    query = "SELECT id, kind, fold_key FROM rows ORDER BY rank, id"
    return [
        OurRow(row, number, key, kind == Kind.IGNORED)
        for number, (row, kind, key) in enumerate(connection.execute(query), 1)
    ]


def _folded(connection: sqlite3.Connection, row: int) -> str:
    return str(connection.execute("SELECT source_fold FROM rows WHERE id = ?", (row,)).fetchone()[0])


def _found(
    connection: sqlite3.Connection,
    rows: list[OurRow],
    finder: Finder,
    units: Iterable[TranslationUnit],
    progress: Progress,
) -> Iterator[_Found]:
    """Rows that are another there, as far as one can say without a base."""
    known = {each.row: each for each in rows}

    def found() -> Iterator[tuple[int, Theirs]]:
        for number, unit in enumerate(units, 1):
            if number % _EVERY == 0:
                progress("reading", number, len(rows))
            if _is_same(connection, finder, unit):
                continue
            row = finder.find(unit)
            if row is not None:
                yield row, theirs_of(unit)
        yield from finder.rest()

    for row, theirs in found():
        segment = row_now(connection, row)
        if segment is not None and (not work_of(segment).same(theirs.work) or theirs.source):
            locked = segment.lock is not None
            yield _Found(known[row], work_of(segment), theirs, locked, segment.source.text)


def _is_same(connection: sqlite3.Connection, finder: Finder, unit: TranslationUnit) -> bool:
    """Whether a unit is plainly the row of its id, unchanged: that of most units is seen without more ado."""
    row = finder.known(unit)
    if row is None:
        return False
    query = "SELECT source, target, state, comment, note FROM rows WHERE id = ?"
    source, *ours = connection.execute(query, (row,)).fetchone()
    target = unit.target.text if unit.target is not None else ""
    if source != unit.source.text or ours != [
        target,
        unit.prop("x-state"),
        unit.prop("x-comment"),
        unit.note,
    ]:
        return False
    finder.had(row)
    return True


def _bases(
    save: Path, languages: tuple[str, str], rows: set[int], progress: Progress
) -> Mapping[int, tuple[str, Work]]:
    """Of the save that both came from: the folded source and the work of the rows that differ."""
    bases: dict[int, tuple[str, Work]] = {}
    progress("reading what both came from", 0, 0)
    with TemporaryDirectory(prefix="workbench-") as folder:
        part = Path(folder) / TMX_NAME
        part_of(save, rows, part)
        for unit in _Units(part, languages, ""):
            bases[int(unit.id)] = fold(unit.source.text), theirs_of(unit).work
    return bases


def _different(found: _Found, bases: Mapping[int, tuple[str, Work]]) -> DifferentRow | None:
    """The row with its base, where it is worth showing; one that the base did not have has none."""
    folded, base = bases.get(found.row.row, ("", None))
    if folded not in (fold(found.source), fold(found.theirs.source)):
        base = None  # it was split or merged since
    if not differs(found.ours, found.theirs.work, base) and not found.theirs.source:
        return None
    return DifferentRow(found.row.row, found.row.number, found.ours, found.theirs, base, found.locked)
