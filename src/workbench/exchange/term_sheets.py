"""exchange: a table of terms (CSV, TSV, XLSX) as rows of cells under the names a glossary has for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from workbench.exchange.sheets_columns import columns_of as by_script
from workbench.exchange.term_sheets_cells import DATE, ERROR, WORKBOOKS, CellRow, read_cells
from workbench.exchange.term_sheets_columns import Columns, columns_beside, columns_of
from workbench.exchange.term_sheets_values import filled
from workbench.model.faults import WorkbenchError
from workbench.text.characters import is_hanzi

Told = dict[str, list[str]]
"""What is said of a file, and the places it is said of."""

_HEADER_WITHIN: Final = 10
"""Rows among which the names of the columns are looked for; titles may stand above them."""
_SPOILT: Final = {
    DATE: "a date, as a spreadsheet makes it of 1-2; left out: format the column as text and write it again",
    ERROR: "an error of the spreadsheet; left out: write the cell again, as text",
    "formula": "a formula; left out: paste its value as text",
}


@dataclass(frozen=True, slots=True)
class TermRow:
    """One row: where it stands, for a person, and its cells by the glossary's names of columns."""

    place: str
    cells: Mapping[str, str]


@dataclass(slots=True)
class TermSheet:
    """A table of terms as it was understood.

    Attributes:
        rows: one a rendering, each with its Chinese and English.
        columns: what the file has columns for, by the glossary's names; only these can change one.
        told: what was put right or left out, and where.
        named: the columns by their names in the file and in the glossary, where these differ.
    """

    rows: list[TermRow] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    told: Told = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)

    def tell(self, message: str, place: str) -> None:
        """Say something of a place."""
        self.told.setdefault(message, []).append(place)


def read_term_sheet(
    path: Path,
    known: Sequence[str],
    *,
    form: str = "",
    mapping: Mapping[str, str] | None = None,
    texts: Collection[str] = (),
) -> TermSheet:
    """Read a table of terms.

    Args:
        path: .xlsx and .xlsm are read as workbooks, all other files as text with a delimiter.
        known: the columns of a glossary, in order.
        form: csv, tsv or xlsx where the ending does not say it.
        mapping: what columns hold by the user's word, by their names; see `checked_mapping`.
        texts: cells that the glossary has, which are what they are though they look like a date.

    Raises:
        WorkbenchError: it cannot be read, is no table, or has no columns of Chinese and English.
    """
    done = TermSheet()
    is_book = form == "xlsx" if form else path.suffix.lower() in WORKBOOKS
    for title, rows in read_cells(path, as_workbook=is_book):
        start = _header(rows, known, mapping or {})
        if start is None:
            if rows:
                done.tell(f"sheet “{title}” has no columns of Chinese and English; left out", rows[0].place)
            continue
        at, columns = start
        _take(done, rows[at:], columns, known, texts)
        _name(done, columns, [] if at == 0 else rows[at - 1].cells)
    if not done.columns:
        raise WorkbenchError(
            f"{path}: no columns of Chinese and English are known by their names (zh, en, Chinese, English, "
            "中文, 英文, source term …); name them with --map, as in --map Term=zh --map Meaning=en."
        )
    return done


def _header(
    rows: Sequence[CellRow], known: Sequence[str], mapping: Mapping[str, str]
) -> tuple[int, Columns] | None:
    """The first row below the names of the columns, and the columns; by script where nothing names them."""
    for at, row in enumerate(rows[:_HEADER_WITHIN]):
        if columns := columns_of(row.cells, known, mapping):
            return at + 1, _right_way_round(columns, rows[at + 1 :])
    guessed = None if mapping else by_script([row.cells for row in rows[:100]])
    if guessed is None:
        return None
    if guessed.header:
        return 1, columns_beside(rows[0].cells, guessed.source, guessed.target)
    return 0, Columns({guessed.source: "zh", guessed.target: "en"}, guessed.width)


def _right_way_round(columns: Columns, rows: Sequence[CellRow]) -> Columns:
    """The columns with the sides changed where what is called Chinese has none and the English has."""
    zh = next(at for at, held in columns.holds.items() if held == "zh")
    en = next(at for at, held in columns.holds.items() if held == "en")
    if columns.own or not (_share_of_hanzi(rows, zh) < 0.1 and _share_of_hanzi(rows, en) > 0.5):
        return columns
    return replace(columns, holds={**columns.holds, zh: "en", en: "zh"})


def _share_of_hanzi(rows: Sequence[CellRow], at: int) -> float:
    cells = [row.cells[at] for row in rows[:100] if at < len(row.cells) and row.cells[at].strip()]
    return sum(any(map(is_hanzi, cell)) for cell in cells) / len(cells) if cells else 0.0


def _name(done: TermSheet, columns: Columns, header: Sequence[str]) -> None:
    done.columns = tuple(dict.fromkeys((*done.columns, *columns.holds.values())))
    done.named |= {
        header[at].strip(): held
        for at, held in columns.holds.items()
        if at < len(header) and header[at].strip() != held
    }
    if not header:
        order = ", ".join(f"column {at + 1} as {held}" for at, held in sorted(columns.holds.items()))
        done.tell(f"no row names the columns; taken were {order}", "the first row")
    for name in columns.unread:
        done.tell("columns that a glossary does not have, left out (--map says what one holds)", f"“{name}”")


def _take(
    done: TermSheet, rows: Sequence[CellRow], columns: Columns, known: Sequence[str], texts: Collection[str]
) -> None:
    above = ""
    for row in rows:
        if _is_header_again(row, columns):
            continue
        _tell_ragged(done, row, columns)
        cells = _sound(done, row, columns, texts)
        if not cells.get("zh") and not cells.get("concept") and cells.get("en") and above:
            cells["zh"] = above
            done.tell("no Chinese beside the English; taken with the Chinese above", row.place)
        above = cells.get("zh") or above
        for each in filled(cells, known, partial(done.tell, place=row.place)):
            done.rows.append(TermRow(row.place, each))


def _is_header_again(row: CellRow, columns: Columns) -> bool:
    """Whether a row repeats the names, as tables put together by hand have them in their middle."""
    named = {held: row.cells[at].strip() for at, held in columns.holds.items() if at < len(row.cells)}
    return named.get("zh") in ("zh", "中文", "Chinese") and named.get("en") in ("en", "英文", "English")


def _tell_ragged(done: TermSheet, row: CellRow, columns: Columns) -> None:
    if row.places:
        return  # a workbook keeps no empty cells at the end of a row
    if any(map(str.strip, row.cells[columns.width :])):
        done.tell("more cells than columns; the last ones were left out", row.place)
    elif len(row.cells) < max(columns.holds) + 1:
        done.tell("fewer cells than columns; the others were taken as empty", row.place)


def _sound(done: TermSheet, row: CellRow, columns: Columns, texts: Collection[str]) -> dict[str, str]:
    """The cells by what they hold, several of one kind parted by line feeds; spoilt ones are told."""
    cells: dict[str, str] = {}
    for at, held in columns.holds.items():
        text = " ".join(row.cells[at].split()) if at < len(row.cells) else ""
        odd = row.odd.get(at, "")
        if odd and not (held == "checked_on" and odd == DATE) and not (text in texts and not row.places):
            done.tell(_SPOILT[odd], f"{row.cell_place(at, held)} “{text}”")
            text = ""
        if text:
            cells[held] = f"{cells[held]}\n{text}" if held in cells else text
        else:
            cells.setdefault(held, "")
    return cells
