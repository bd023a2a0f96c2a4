"""tests of exchange: the list of queries goes out as Word and Excel, is filled in, and comes back."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from workbench.exchange.query_docx import answers_of_docx, queries_docx
from workbench.exchange.query_list import HEADINGS, QueryLine, answers_in
from workbench.exchange.query_xlsx import answers_of_xlsx, queries_xlsx
from workbench.exchange.tmx_text import valid
from workbench.model.faults import WorkbenchError

LINES = (
    QueryLine("qabcdefg", "3", "三地共同治理河流。", (0, 2), "Which three places?", "the three localities"),
    QueryLine("qhjkmnpq", "12", "久久为功", (0, 0), "=1+1?", "", "yes\nindeed"),
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def filled_docx(path: Path, answers: dict[str, str]) -> Path:
    """The list, answered by a person with a word processor."""
    document = Document(io.BytesIO(queries_docx(LINES, "river")))
    for row in document.tables[0].rows[1:]:
        row.cells[-1].text = answers.get(row.cells[1].text, row.cells[-1].text)
    document.save(str(path))
    return path


def test_word_marks_the_span_and_leaves_the_answer_empty() -> None:
    table = Document(io.BytesIO(queries_docx(LINES, "river"))).tables[0]
    assert tuple(cell.text for cell in table.rows[0].cells) == HEADINGS
    first = table.rows[1].cells
    assert [cell.text for cell in first] == [*LINES[0].cells]
    assert [run.text for run in first[2].paragraphs[0].runs if run.bold and run.underline] == ["三地"]


def test_excel_marks_the_span_and_calculates_nothing() -> None:
    sheet: Any = load_workbook(io.BytesIO(queries_xlsx(LINES, "river")), rich_text=True)["Queries"]
    parts = sheet["C5"].value
    assert str(parts) == LINES[0].source
    assert str(parts[0]) == "三地" and parts[0].font.b
    assert (sheet["D6"].value, sheet["D6"].data_type) == ("=1+1?", "s")


def test_answers_typed_into_word_come_back(tmp_path: Path) -> None:
    path = filled_docx(tmp_path / "a.docx", {"qabcdefg": "京津冀\n三地"})
    assert answers_of_docx(path) == [("qabcdefg", "京津冀\n三地"), ("qhjkmnpq", "yes\nindeed")]


def test_answers_typed_into_excel_come_back(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(queries_xlsx(LINES, "river")))
    book["Queries"]["F5"] = 2014
    book.save(tmp_path / "a.xlsx")
    assert answers_of_xlsx(tmp_path / "a.xlsx") == [("qabcdefg", "2014"), ("qhjkmnpq", "yes\nindeed")]


def test_an_answer_with_tracked_changes_is_read_with_the_changes_taken(tmp_path: Path) -> None:
    document = Document(io.BytesIO(queries_docx(LINES, "river")))
    paragraph = document.tables[0].rows[1].cells[-1].paragraphs[0]
    for tag, text_tag, text in (
        ("del", "delText", "no"),
        ("ins", "t", "Beijing"),
        ("ins", "t", " and Tianjin"),
    ):
        change = paragraph._p.makeelement(W + tag, {W + "id": "1", W + "author": "client"})
        run = change.makeelement(W + "r", {})
        words = run.makeelement(W + text_tag, {})
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)
    document.save(str(tmp_path / "a.docx"))
    assert answers_of_docx(tmp_path / "a.docx")[0] == ("qabcdefg", "Beijing and Tianjin")


def test_columns_may_be_moved_and_headings_lost() -> None:
    moved = [["Answer 答复", "note", "ID"], ["是", "see mail", "QABCDEFG"], ["", "", ""]]
    assert answers_in(moved) == [("qabcdefg", "是")]
    assert answers_in([["12", "qabcdefg", "原文", "?", "", "是"]]) == [("qabcdefg", "是")]
    assert answers_in([["ID", "Answer"], ["a table", "of something else"]]) == []


@pytest.mark.parametrize("read", [answers_of_docx, answers_of_xlsx])
def test_what_is_no_list_is_said_in_a_sentence(tmp_path: Path, read: Any) -> None:
    path = tmp_path / "list.docx"
    path.write_bytes(b"not packed at all")
    with pytest.raises(WorkbenchError, match="save"):
        read(path)
    path.write_bytes(queries_xlsx(LINES, "x") if read is answers_of_docx else queries_docx(LINES, "x"))
    with pytest.raises(WorkbenchError, match="save"):
        read(path)


_words = st.text(st.characters(codec="utf-8"), max_size=20)


@settings(max_examples=25, deadline=None)
@given(_words, _words, _words, st.integers(0, 9), st.integers(0, 9))
def test_any_text_goes_out_and_the_answer_comes_back(
    tmp_path_factory: pytest.TempPathFactory, source: str, question: str, answer: str, start: int, end: int
) -> None:
    span = (start, end) if start < end <= len(source) else (0, 0)
    line = QueryLine("qabcdefg", "1", source, span, question, "", answer)
    folder = tmp_path_factory.mktemp("any")
    for name, data in (("a.docx", queries_docx([line], source)), ("a.xlsx", queries_xlsx([line], source))):
        (folder / name).write_bytes(data)
    plain = " ".join(valid(answer).split())
    for read, name in ((answers_of_docx, "a.docx"), (answers_of_xlsx, "a.xlsx")):
        ((id, back),) = read(folder / name)
        assert id == "qabcdefg"
        assert " ".join(back.split()) == plain
