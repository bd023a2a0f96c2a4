"""exchange: tables of Chinese and English (TSV, CSV, XLSX) as units, read as a stream."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from workbench.exchange.sheets_cells import Row, Sheet, text_sheet, unescape_cell
from workbench.exchange.sheets_columns import Columns, columns_of
from workbench.exchange.tables import without_guard
from workbench.exchange.xliff import DOCUMENT
from workbench.model.coded import CodedText, parse_coded
from workbench.model.faults import WorkbenchError
from workbench.model.units import TranslationUnit

WORKBOOKS = (".xlsx", ".xlsm")
_LOOKED_AT = 100
"""Rows by which columns are told from their content."""
_PROPS = {
    "state": "x-state",
    "origin": "x-origin",
    "confidence": "x-pair-confidence",
    "place": "x-place",
    "document": DOCUMENT,
    "locked": "x-locked",
}
"""Columns that Workbench writes, by the property they stand for."""


class SheetReader:
    """One file, to be iterated once.

    The columns are found by their names (source, target, zh, en, 中文, 英文, …), else the first of Chinese
    and the first of other words are taken. In an exported memory, inline codes are read from ⟨1⟩…⟨/1⟩.

    Args:
        path: .xlsx is read as a workbook, all other files as text with a delimiter.
        source: language that the units are to have; a table does not say.
        target: likewise.

    Attributes:
        skipped: how many rows were left out, by reason; complete when all have been read. A row without
            English is not left out: it comes with the target None.
    """

    def __init__(self, path: Path, *, source: str = "zh-CN", target: str = "en") -> None:
        self.path = path
        self.skipped: Counter[str] = Counter()
        self._languages = source, target
        self._misfits = ""

    def __iter__(self) -> Iterator[TranslationUnit]:
        """The rows in order.

        Raises:
            WorkbenchError: it cannot be read, or no two columns are Chinese and English; says file, line and
                what to do.
        """
        found = 0
        try:
            for sheet in self._sheets():
                first = list(islice(sheet.rows, _LOOKED_AT))
                columns = columns_of([row.cells for row in first])
                if columns is not None:
                    found += 1
                    rows = chain(first[1:] if columns.header else first, sheet.rows)
                    yield from self._units(sheet, columns, rows)
                elif first:
                    self.skipped["on sheets without Chinese and English columns"] += len(first)
        except OSError as error:
            raise WorkbenchError(f"{self.path} cannot be read ({error.strerror or error}).") from error
        if not found:
            raise WorkbenchError(
                f"{self.path}: no two columns are Chinese and English; name them source and target in the"
                " first line."
            )

    def _sheets(self) -> Iterator[Sheet]:
        if self.path.suffix.lower() not in WORKBOOKS:
            yield text_sheet(self.path)
            return
        from workbench.exchange.sheets_workbook import workbook_sheets

        yield from workbook_sheets(self.path)

    def _units(self, sheet: Sheet, columns: Columns, rows: Iterator[Row]) -> Iterator[TranslationUnit]:
        escaped = sheet.escaped and columns.own
        for row in rows:
            cells = self._fitting(row, columns)
            if cells is None:
                continue
            if escaped:
                cells = [unescape_cell(cell) for cell in cells]
            elif sheet.guarded or not columns.own:
                cells = [without_guard(cell) for cell in cells]
            if not cells[columns.source].strip():
                self.skipped["without Chinese"] += 1
                continue
            yield self._unit(sheet, columns, cells)

    def _fitting(self, row: Row, columns: Columns) -> list[str] | None:
        """The cells of a row, one a column; None where it has others than the first row."""
        cells = row.cells
        least = max(columns.source, columns.target) + 1
        if len(cells) < least or any(map(str.strip, cells[columns.width :])):
            self._misfits = self._misfits or f"with other cells than columns (first in line {row.line})"
            self.skipped[self._misfits] += 1
            return None
        return cells + [""] * (columns.width - len(cells))

    def _unit(self, sheet: Sheet, columns: Columns, cells: list[str]) -> TranslationUnit:
        read = parse_coded if columns.coded else CodedText
        said = {
            meaning: cells[at] for meaning, at in columns.others.items() if cells[at] or meaning == "place"
        }
        if sheet.name:
            said.setdefault("document", sheet.name)
        target = read(cells[columns.target])
        return TranslationUnit(
            id=said.get("id", ""),
            source=read(cells[columns.source]),
            target=target if target.text.strip() else None,
            source_language=self._languages[0],
            target_language=self._languages[1],
            created=said.get("created", ""),
            changed=said.get("changed", ""),
            changed_by=said.get("changed_by", ""),
            note=said.get("note", ""),
            props=tuple((name, said[key]) for key, name in _PROPS.items() if key in said),
        )
