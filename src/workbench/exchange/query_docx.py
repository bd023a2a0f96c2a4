"""exchange: the list of queries as a Word document, and the answers in one that came back.

Read from the XML and not through python-docx's texts: clients answer with tracked changes and in content
controls, which those leave out.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile

from workbench.exchange.query_list import HEADINGS, HOW, SHARES, Answer, QueryLine, answers_in, heading
from workbench.exchange.sheets_workbook import refuse_bomb
from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN: Final = frozenset(
    {_FALLBACK, *(_W + name for name in ("del", "moveFrom", "pPr", "rPr", "rt", "tbl"))}
)
"""Elements whose text is deleted, moved away, told twice, a reading above hanzi, or no text of the cell."""
_SIGNS: Final = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_BROKEN: Final = (
    *(BadZipFile, zlib.error, EOFError, KeyError, ValueError, SyntaxError, RuntimeError),
    *(AttributeError, TypeError, IndexError, NotImplementedError),
)
"""What zipfile, lxml and python-docx raise for files that are damaged, protected or made up."""
_WIDTH: Final = 26.7  # cm: A4 across, without its margins


def queries_docx(lines: Sequence[QueryLine], title: str) -> bytes:
    """A document across the page: what to do, and a table with a row for each query, to be filled in."""
    from docx import Document

    document = Document()
    _lay_out(document, title)
    document.add_heading(heading(title, len(lines)), level=1)
    for sentence in HOW:
        document.add_paragraph(sentence)
    table = document.add_table(rows=1, cols=len(HEADINGS), style="Table Grid")
    _head(table)
    for line in lines:
        _fill(table.add_row().cells, line)
    _fix_columns(table)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _lay_out(document: Document, title: str) -> None:
    """A4 across with narrow margins, one font for each script, and properties that name nobody."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(1.5))
    for name in ("Normal", "Heading 1"):
        style: Any = document.styles[name]
        style.font.name = "Calibri"
        fonts = style.element.rPr.rFonts
        for attribute in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[attribute]
        fonts.set(qn("w:eastAsia"), "SimSun")
    normal: Any = document.styles["Normal"]
    normal.font.size, normal.paragraph_format.space_after = Pt(10), Pt(2)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = heading(title, 0).rpartition(" (")[0], "", ""


def _head(table: Table) -> None:
    """The headings, on every page again."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    row = table.rows[0]
    for cell, text in zip(row.cells, HEADINGS, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E7E6E6")):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(cells: Sequence[_Cell], line: QueryLine) -> None:
    from docx.enum.text import WD_COLOR_INDEX

    for at, (cell, text) in enumerate(zip(cells, line.cells, strict=True)):
        paragraph = cell.paragraphs[0]
        if at != HEADINGS.index("Chinese 原文"):
            paragraph.add_run(text)
            continue
        for part, marked in line.parts():
            run = paragraph.add_run(part)
            if marked:
                run.bold = run.underline = True
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _fix_columns(table: Table) -> None:
    """Widths that no text changes, and rows that no page parts."""
    from docx.oxml.parser import OxmlElement
    from docx.shared import Cm

    table.autofit = False
    widths = [Cm(_WIDTH * share / 100) for share in SHARES]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table._tbl.tr_lst:
        row.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = width


def answers_of_docx(path: Path) -> list[Answer]:
    """Ids of queries and their answers, from all tables of a document, as they stand with all changes taken.

    Raises:
        WorkbenchError: it is no Word document or is damaged.
        OSError: it cannot be read.
    """
    from docx import Document

    try:
        refuse_bomb(path)
        body = Document(str(path)).element.body
        return answers_in(list(_cells(row)) for row in body.iter(_W + "tr"))
    except _BROKEN as error:
        raise WorkbenchError(
            f"{path} is damaged or no Word document ({error or type(error).__name__}); open it in a word"
            " processor and save it as .docx without a password."
        ) from error


def _cells(row: Any) -> Iterator[str]:
    """The texts of a row's cells, one for each column that they reach over."""
    for cell in row.iter(_W + "tc"):
        if next(cell.iterancestors(_W + "tr")) is not row:
            continue
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        yield "\n".join(_text(paragraph) for paragraph in _paragraphs(cell)).strip()
        for _ in range(1, int(span.get(_W + "val", "1")) if span is not None else 1):
            yield ""


def _paragraphs(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == _W + "p":
            yield child
        elif child.tag not in _UNSEEN:
            yield from _paragraphs(child)


def _text(element: Any) -> str:
    if element.tag == _W + "t":
        return element.text or ""
    if element.tag in _SIGNS:
        return _SIGNS[element.tag]
    return "".join(_text(child) for child in element if child.tag not in _UNSEEN)
