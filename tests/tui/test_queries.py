"""tests/tui: asking the client, the list of queries, and the research sheet, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from textual.widgets import Input

from tests.tui.conftest import opened
from workbench.model.segments import State
from workbench.project.research import TAKEN
from workbench.project.session import Session
from workbench.tui.screens.ask import Ask
from workbench.tui.screens.choose import Choose
from workbench.tui.screens.query_form import QueryForm
from workbench.tui.screens.query_list import QueryList
from workbench.tui.screens.research_form import ResearchForm
from workbench.tui.screens.research_list import ResearchList
from workbench.tui.screens.term_form import TermForm


async def test_selected_chinese_is_asked_about_and_the_row_confirmed_all_the_same(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(3))
        await desk.press("tab", "home", "shift+right", "shift+right", "f9", "9", "q")
        assert isinstance(desk.app.screen, QueryForm)
        assert any("【三地】共同治理" in line for line in desk.lines())
        await desk.write("Which places")
        await desk.press("tab")
        await desk.write("three localities")
        await desk.press("enter")
        (query,) = desk.session.segment(desk.row(3)).queries
        assert (query.start, query.end, query.text) == (0, 2, "Which places")
        assert query.proposal == "three localities"
        assert any(" 3? " in line for line in desk.lines())
        desk.screen.to_english()
        await desk.write("They work")
        await desk.press("ctrl+k")
        assert desk.session.segment(desk.row(3)).state is State.CONFIRMED
        assert any(" 3?✓" in line for line in desk.lines())


async def test_an_empty_question_is_not_asked_and_escape_asks_nothing(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f9", "9", "q", "enter")
        assert isinstance(desk.app.screen, QueryForm)
        assert any("The question is empty." in line for line in desk.lines())
        await desk.press("escape")
        assert desk.session.queries() == []


async def test_the_list_answers_closes_and_leads_to_the_place(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.ask_query(desk.row(1), "An image?")
        desk.session.ask_query(desk.row(4), "Since when?", (4, 6))
        await desk.press("f9", "9", "l", "down", "ctrl+r")
        await desk.write("2014")
        await desk.press("enter")
        assert isinstance(desk.app.screen, QueryList)
        await desk.press("ctrl+o")
        first, second = desk.session.queries()
        assert (second.query.answer, second.query.open, first.query.open) == ("2014", False, True)
        assert any("closed: 1" in line for line in desk.lines())
        await desk.press("enter")
        assert desk.screen.row == desk.row(4)
        assert desk.screen.pane.selected_text() == "就业"


async def test_the_list_goes_out_and_the_answers_come_in_as_one_step(project: Path, tmp_path: Path) -> None:
    async with opened(project) as desk:
        desk.session.ask_query(desk.row(1), "An image?")
        await desk.press("f9", "9", "l", "ctrl+w", "1")
        assert isinstance(desk.app.screen, Ask)
        path = tmp_path / "asked.docx"
        desk.app.screen.query_one(Input).value = str(path)
        await desk.press("enter")
        await desk.until(lambda: "Written" in desk.said)
        document = Document(str(path))
        document.tables[0].rows[1].cells[-1].text = "是"
        document.save(str(path))
        await desk.press("f9", "9", "l", "ctrl+f")
        desk.app.screen.query_one(Input).value = str(path)
        await desk.press("enter")
        await desk.until(lambda: "Entered 1 answer" in desk.said)
        assert desk.session.queries()[0].query.answer == "是"
        await desk.press("ctrl+z")
        assert desk.session.queries()[0].query.answer == ""


async def test_what_was_found_is_put_down_decided_copied_and_offered_as_a_term(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(3))
        await desk.press("tab", "home", "shift+right", "shift+right", "f9", "9", "t")
        assert isinstance(desk.app.screen, ResearchForm)
        await desk.write("three places")
        await desk.press("tab")
        await desk.write("example.org")
        await desk.press("enter")
        assert [(each.term, each.row) for each in desk.session.research()] == [("三地", desk.row(3))]
        copied: list[str] = []
        monkeypatch.setattr(desk.app, "copy_to_clipboard", copied.append)
        await desk.press("f9", "9", "t")
        assert isinstance(desk.app.screen, ResearchList)
        await desk.press("ctrl+y", "ctrl+t", "1")
        assert copied == ["example.org"]
        assert desk.session.research()[0].decision == TAKEN
        assert isinstance(desk.app.screen, TermForm)
        await desk.press("enter")
        assert any(concept.zh == "三地" for concept in desk.session.concepts())


async def test_read_only_shows_the_lists_and_changes_nothing(project: Path) -> None:
    writer = Session.open(project)
    row = writer.row_numbered(1)
    assert row is not None
    writer.ask_query(row, "An image?")
    async with opened(project) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, Choose))  # whether to take over
        await desk.press("escape", "f9", "9", "q")
        assert "it keeps the queries" in desk.said
        await desk.press("f9", "9", "l", "ctrl+o")
        assert desk.session.queries()[0].query.open
    writer.close()
