"""project: the units of a memory go into a file: TMX, a table for programs or people, a workbook."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import workbench
from workbench.exchange.sheets_writing import csv_parts, tsv_parts, write_workbook
from workbench.exchange.tmx import TmxHeader, write_tmx
from workbench.model.faults import WorkbenchError
from workbench.model.memory_units import WHOLE, MemoryUnit
from workbench.project.atomic import write_atomically
from workbench.project.memory_file_units import HEADER, exchange_unit, table_row

if TYPE_CHECKING:
    from workbench.memory.memory import Memory
    from workbench.memory.store_filter import UnitFilter

ExportForm = Literal["tmx", "tsv", "csv", "xlsx"]
Which = Literal["all", "whole", "sentence"]
FORMS: tuple[ExportForm, ...] = get_args(ExportForm)
MEMORY_PROP = "x-workbench-memory"
_CHUNK = 1 << 20
_TOLD_EVERY = 1000


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written.

    Attributes:
        where: which units.
        which: whole texts alone (rows of projects and what was imported), sentences of rows alone, or both.
        level: of TMX: 2 with inline codes, 1 without them.
    """

    where: UnitFilter
    form: ExportForm = "tmx"
    which: Which = "all"
    level: Literal[1, 2] = 2


def form_of(path: str) -> ExportForm:
    """The form that the ending of a file name says. Raises WorkbenchError where it says none."""
    ending = Path(path).suffix.lower().removeprefix(".")
    for form in FORMS:
        if ending == form:
            return form
    raise WorkbenchError(
        f"{path}: its ending says no form; let it end in .tmx, .tsv, .csv or .xlsx, or give --to."
    )


def export_memory(
    memory: Memory, path: Path, export: Export, progress: Callable[[int], None] | None = None
) -> int:
    """Write units of a memory to a file, which is there as a whole or not at all; how many they are.

    Units go through one by one: a memory of any size takes little room.

    Raises:
        WorkbenchError: the file cannot be written, or a workbook cannot hold a text.
    """
    going = MemoryExport(memory, export, progress)
    write_atomically(path, going.parts())
    return going.count


class MemoryExport:
    """A file in parts.

    Args:
        progress: told now and then how many units are written.

    Attributes:
        count: units that have gone into it so far.
    """

    def __init__(self, memory: Memory, export: Export, progress: Callable[[int], None] | None = None) -> None:
        self.count = 0
        self._memory, self._export, self._progress = memory, export, progress

    def parts(self) -> Iterator[bytes]:
        """The file, to be asked for once. Raises WorkbenchError where a workbook cannot hold a text."""
        if self._export.form == "xlsx":
            yield from self._workbook()
            return
        for part in self._text():
            yield part.encode("utf-8")

    def _text(self) -> Iterator[str]:
        match self._export.form:
            case "tsv":
                return tsv_parts(HEADER, map(table_row, self._units()))
            case "csv":
                return csv_parts(HEADER, map(table_row, self._units()))
            case _:
                header = TmxHeader(workbench.__version__, props=((MEMORY_PROP, self._memory.name),))
                return write_tmx(map(exchange_unit, self._units()), header, level=self._export.level)

    def _workbook(self) -> Iterator[bytes]:
        with tempfile.TemporaryFile() as file:
            write_workbook(file, HEADER, map(table_row, self._units()))
            file.seek(0)
            while part := file.read(_CHUNK):
                yield part

    def _units(self) -> Iterator[MemoryUnit]:
        which = self._export.which
        for unit in self._memory.units(self._export.where):
            part = WHOLE if unit.key is None else unit.key.part
            if which != "all" and (part == WHOLE) != (which == "whole"):
                continue
            self.count += 1
            if self._progress is not None and self.count % _TOLD_EVERY == 0:
                self._progress(self.count)
            yield unit
