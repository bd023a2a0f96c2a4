"""exchange: tables written as a stream: for programs (tsv), for spreadsheets (csv), as a workbook (xlsx).

A workbook is written by ourselves, after ECMA-376: openpyxl, which reads it, takes ten times as long for a
million rows, cuts a long cell without a word and makes formulas of texts.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import IO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from workbench.exchange.sheets_cells import escape_cell
from workbench.exchange.tables import guarded
from workbench.model.faults import WorkbenchError

LONGEST_CELL = 32_767
"""UTF-16 units that a cell of a workbook holds."""
MOST_ROWS = 1_048_576
"""Rows of one sheet, the header with them; what is more goes onto further sheets."""

_WRITTEN_OUT = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_LONG = ("source", "target", "before", "after", "en", "note")
_OLDEST = (1980, 1, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill'
    ' patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1">'
    '<border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/>'
    '</cellStyleXfs><cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment'
    ' vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def tsv_parts(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    r"""Lines of cells parted by tabs and never quoted: a tab in a cell is written \t, a line break \n."""
    yield "\t".join(header) + "\n"
    for row in rows:
        yield "\t".join(map(escape_cell, row)) + "\n"


def csv_parts(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """CSV as RFC 4180 says, behind a byte order mark, without which Excel does not read it as UTF-8.

    A cell that a spreadsheet would calculate gets an apostrophe before it.
    """
    yield "\ufeff"
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    yield text.getvalue()


def write_workbook(
    file: IO[bytes],
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    tab: str = "memory",
    choices: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """An .xlsx with the first row frozen and all cells as text, so that none is calculated.

    The same rows give the same bytes.

    Args:
        file: where it goes.
        header: names of the columns.
        rows: cells under them.
        tab: name of the sheet.
        choices: columns that take one of a few values, which a drop-down offers.

    Raises:
        WorkbenchError: a cell is longer than a workbook can hold.
        OSError: the file cannot be written.
    """
    left = iter(rows)
    sheets = 0
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        first: Sequence[str] | None = next(left, None)
        while first is not None or not sheets:
            sheets += 1
            here = islice(left, MOST_ROWS - 2)
            with packed.open(_entry(f"xl/worksheets/sheet{sheets}.xml"), "w", force_zip64=True) as sheet:
                for part in _sheet(header, chain(() if first is None else (first,), here), choices or {}):
                    sheet.write(part.encode())
            first = next(left, None)
        for name, text in _frame(sheets, tab):
            packed.writestr(_entry(name), text)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _OLDEST)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _sheet(
    header: Sequence[str], rows: Iterable[Sequence[str]], choices: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{60 if name in _LONG else 20}" customWidth="1"/>'
        for at, name in enumerate(header, 1)
    )
    yield (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1"'
        ' topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>"
    )
    columns = [_letters(at) for at in range(1, len(header) + 1)]
    yield _row(1, columns, header, ' s="1"')
    for number, row in enumerate(rows, 2):
        yield _row(number, columns, row)
    yield f"</sheetData>{_drop_downs(header, choices)}</worksheet>"


def _drop_downs(header: Sequence[str], choices: Mapping[str, Sequence[str]]) -> str:
    """Data validation of the columns that take one of a few values, all rows below the header."""
    each = [
        f'<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="{_letters(at)}2:'
        f'{_letters(at)}{MOST_ROWS}"><formula1>"{",".join(choices[name])}"</formula1></dataValidation>'
        for at, name in enumerate(header, 1)
        if name in choices
    ]
    return f'<dataValidations count="{len(each)}">{"".join(each)}</dataValidations>' if each else ""


def _row(number: int, columns: Sequence[str], cells: Sequence[str], style: str = "") -> str:
    written = "".join(
        f'<c r="{column}{number}"{style} t="inlineStr"><is><t xml:space="preserve">{_text(cell)}</t></is></c>'
        for column, cell in zip(columns, cells, strict=True)
        if cell
    )
    return f'<row r="{number}">{written}</row>'


def _text(text: str) -> str:
    """A text in XML. A character that XML cannot hold is written out as Office does: _x001F_."""
    if len(text) > LONGEST_CELL // 2 and len(text.encode("utf-16-le", "replace")) > 2 * LONGEST_CELL:
        raise WorkbenchError(
            f"“{text[:20]}…” is longer than a cell of a workbook ({LONGEST_CELL:,} characters); write tmx."
        )
    return escape(_WRITTEN_OUT.sub(lambda found: f"_x{ord(found[0]):04X}_", text))


def _letters(number: int) -> str:
    """The name of a column: A to Z, then AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _frame(sheets: int, tab: str) -> Iterator[tuple[str, str]]:
    """The parts of the package that say what the others are."""
    numbers = range(1, sheets + 1)
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    overrides += [(f"/xl/worksheets/sheet{n}.xml", "worksheet") for n in numbers]
    parts = "".join(
        f'<Override PartName="{name}" ContentType="{types}.{kind}+xml"/>' for name, kind in overrides
    )
    yield (
        "[Content_Types].xml",
        (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
            f'"application/vnd.openxmlformats-package.relationships+xml"/>{parts}</Types>'
        ),
    )
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    tabs = "".join(
        f'<sheet name="{tab if n == 1 else f"{tab} {n}"}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers
    )
    yield (
        "xl/workbook.xml",
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{tabs}</sheets></workbook>',
    )
    related = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*related, ("styles", "styles.xml")])
    yield "xl/styles.xml", _STYLES


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'
