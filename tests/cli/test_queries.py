"""tests of cli: `queries` sends the list to the client and reads the answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from workbench.project.queries import RowQuery
from workbench.project.session import Session

from .conftest import Workbench, files_under


@pytest.fixture
def asked(project: str) -> str:
    """A project with an open query on a span, another open one, and a closed one."""
    session = Session.open(Path(project))
    rows = [segment.id for segment in session.every_segment()]
    session.ask_query(rows[1], "Which county is meant?", (4, 7), "Qinghe County")
    session.ask_query(rows[1], "Since when?")
    session.ask_query(rows[2], "Is this needed?")
    session.close_query(rows[2], session.segment(rows[2]).queries[0].id)
    session.close()
    return project


def queries(project: str) -> list[RowQuery]:
    session = Session.open(Path(project))
    try:
        return session.queries()
    finally:
        session.close()


def answered(path: Path, answers: dict[str, str]) -> None:
    """Fill in the list as a client does."""
    document = Document(str(path))
    for row in document.tables[0].rows:
        row.cells[-1].text = answers.get(row.cells[3].text, row.cells[-1].text)
    document.save(str(path))


def test_the_list_on_the_terminal_shows_open_queries_and_all_with_all(
    workbench: Workbench, asked: str
) -> None:
    found = workbench("queries", asked)
    assert found.out.splitlines()[1:4] == [
        "    清河县",
        "    Question: Which county is meant?",
        "    Proposal: Qinghe County",
    ]
    assert "Is this needed?" not in found.out
    assert "Is this needed?" in workbench("queries", asked, "--all").out
    plain = [json.loads(line) for line in workbench("queries", asked, "--json").out.splitlines()]
    assert (plain[0]["number"], plain[0]["span"], plain[1]["span"]) == (2, [4, 7], None)


def test_the_list_is_written_answered_and_read(workbench: Workbench, asked: str) -> None:
    made = workbench("queries", asked, "--to", "docx")
    path = Path(made.out.strip())
    assert (path, made.err) == (Path("county/county.queries.docx"), "2 queries written.\n")
    answered(path, {"Which county is meant?": "河北省清河县"})
    read = workbench("queries", asked, "--answers", str(path))
    assert read.out.splitlines() == ["1 new answer: row 2", "1 left empty: row 2"]
    assert read.code == 0
    known = queries(asked)
    assert [each.query.answer for each in known] == ["河北省清河县", "", ""]
    assert [each.query.open for each in known] == [True, True, False]
    again = workbench("queries", asked, "--answers", str(path))
    assert again.out.splitlines() == ["0 new answers", "1 known already", "1 left empty: row 2"]


def test_a_workbook_does_as_well(workbench: Workbench, asked: str) -> None:
    assert workbench("queries", asked, "--to", "xlsx", "--all", "-o", "asked.xlsx").code == 0
    book: Any = load_workbook("asked.xlsx")
    book["Queries"]["F7"] = "不需要"
    book.save("asked.xlsx")
    assert workbench("queries", asked, "--answers", "asked.xlsx").out.startswith("1 new answer: row 3\n")
    assert [each.query.open for each in queries(asked)] == [True, True, False]


def test_an_answer_to_a_query_that_is_gone_is_told_and_not_lost(workbench: Workbench, asked: str) -> None:
    workbench("queries", asked, "--to", "docx", "-o", "asked.docx")
    answered(Path("asked.docx"), {"Since when?": "二〇一四年"})
    session = Session.open(Path(asked))
    gone = session.queries()[1]
    session.delete_query(gone.row, gone.query.id)
    session.close()
    result = workbench("queries", asked, "--answers", "asked.docx")
    assert result.code == 1
    assert f"{gone.query.id} is no query of {asked}; its answer is “二〇一四年”" in result.err


def test_answers_are_refused_beside_an_open_editor_and_the_list_is_written(
    workbench: Workbench, asked: str
) -> None:
    editor = Session.open(Path(asked))
    try:
        assert workbench("queries", asked, "--to", "docx", "-o", "asked.docx").code == 0
        answered(Path("asked.docx"), {"Since when?": "now"})
        result = workbench("queries", asked, "--answers", "asked.docx")
        assert result.code == 2
        assert "close it there, or enter the answers there" in result.err
    finally:
        editor.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--answers", "county/project.toml"), "read from .docx and .xlsx"),
        (("--answers", "missing.docx"), "does not exist"),
        (("--to", "docx", "--answers", "a.docx"), "give one of them"),
        (("--to", "docx", "-o", "county/source/article.docx"), "file of the project itself"),
        (("--to", "docx", "-o", "list.xlsx"), "does not end in .docx"),
        (("-o", "list.docx"), "needs --to"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    workbench: Workbench, asked: str, arguments: tuple[str, ...], said: str
) -> None:
    before = files_under(Path(asked))
    result = workbench("queries", asked, *arguments)
    assert (result.code, said in result.err) == (2, True)
    assert files_under(Path(asked)).keys() <= before.keys()


def test_a_project_without_queries_has_nothing_to_send(workbench: Workbench, project: str) -> None:
    assert workbench("queries", project).out == ""
    assert "has no query to send" in workbench("queries", project, "--to", "docx").err
