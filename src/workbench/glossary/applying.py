"""glossary: a difference is applied to the rows of a glossary; rows it does not touch stay as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.glossary.columns import CONCEPT_COLUMNS, HEADER
from workbench.glossary.diffs import UNSAID, Difference, RowChange
from workbench.glossary.rows import Row, Table


def applied(table: Table, difference: Difference, *, delete_missing: bool = False) -> str:
    """The text of the glossary file after a difference.

    New renderings stand below those of their concept, new concepts at the end. Columns that the glossary
    lacks come with the values that need them.

    Args:
        table: the glossary that was compared, see `rows.parse`.
        difference: see `diffs.compare`.
        delete_missing: whether rows that the file does not have go, and cells that it has empty become so;
            else they stay.
    """
    changes = {change.line: change for change in difference.changed}
    gone = {row.line for row in difference.missing} if delete_missing else set()
    further: dict[str, list[RowChange]] = {}
    for change in difference.new:
        further.setdefault(change.concept, []).append(change)
    owned: dict[str, list[Row]] = {}
    for row in table.rows:
        owned.setdefault(row.concept, []).append(row)
    last = {concept: rows[-1].line for concept, rows in owned.items()}
    edited = {
        concept: _edited(rows, changes, gone, delete_missing=delete_missing)
        for concept, rows in owned.items()
    }
    out: list[Mapping[str, str]] = []
    for row in table.rows:
        if row.line in edited[row.concept]:
            out.append(edited[row.concept][row.line])
        if row.line == last[row.concept]:
            out.extend(_cells(change) for change in further.pop(row.concept, ()))
    out.extend(_cells(change) for changes_of in further.values() for change in changes_of)
    return _written(table.columns, out)


def _edited(
    rows: Sequence[Row], changes: Mapping[int, RowChange], gone: set[int], *, delete_missing: bool
) -> dict[int, dict[str, str]]:
    """The rows of one concept that stay, by line; what is said of the concept is on the first of them."""
    first = {**rows[0].cells, "concept": rows[0].concept}
    staying: dict[int, dict[str, str]] = {}
    headword = rows[0].cell("zh")
    for row in rows:
        cells = {**row.cells, "concept": row.concept}
        change = changes.get(row.line)
        for one in change.fields if change else ():
            if one.new or delete_missing:
                cells[one.column] = one.new
                if row is rows[0]:
                    first[one.column] = one.new
        if cells.get("zh") == headword:
            cells["zh"] = first.get("zh", "")
        if row.line not in gone:
            staying[row.line] = cells
    if staying and rows[0].line in gone:
        top = next(iter(staying.values()))
        top |= {column: first.get(column, "") for column in CONCEPT_COLUMNS}
    return staying


def _cells(change: RowChange) -> dict[str, str]:
    return {one.column: one.new for one in change.fields}


def _written(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    needed = {
        column
        for cells in rows
        for column, cell in cells.items()
        if cell and cell != UNSAID.get(column) and not (column == "concept" and cell == cells.get("zh"))
    }
    kept = columns if columns and needed <= set(columns) else HEADER
    lines = ["\t".join(kept), *("\t".join(cells.get(column, "") for column in kept) for cells in rows)]
    return "".join(f"{line}\n" for line in lines)
