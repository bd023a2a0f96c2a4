"""tests/tui: a text is looked up where it stands, in any script; its English put in, its row gone to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Desk, opened
from workbench.project.session import Session
from workbench.tui.screens.concordance import ConcordanceForm
from workbench.tui.screens.editor import EditorScreen


@pytest.fixture(autouse=True)
def _dictionary(worded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dictionary's index is there already."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(worded))


async def found(desk: Desk, text: str) -> ConcordanceForm:
    """Open the concordance, look a text up, and wait for what is found."""
    await desk.press("f3")
    form = desk.app.screen
    assert isinstance(form, ConcordanceForm)
    await desk.write(text)
    await desk.until(lambda: any(" found" in line or "not in the memories" in line for line in desk.lines()))
    await desk.until(lambda: "nothing found" not in "".join(desk.lines()))
    await desk.until(lambda: any("dictionary" in line for line in desk.lines()))
    return form


async def test_traditional_characters_find_simplified_ones_and_enter_inserts_the_english(
    project: Path,
) -> None:
    async with opened(project) as desk:
        desk.session.type(desk.row(4), "The county created 12,000 jobs.")
        await found(desk, "新增就業")
        assert any("this project: 1" in line for line in desk.lines())
        await desk.press("enter")
        assert "The county created 12,000 jobs." in desk.screen.pane.target_text


async def test_english_is_found_by_its_stems_and_the_row_is_one_key_away(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.type(desk.row(4), "The county created 12,000 jobs.")
        await found(desk, "creating")
        await desk.press("ctrl+r")
        assert desk.screen.row == desk.row(4)
        await desk.pilot.pause()
        assert "Enter comes back to row 1" in desk.said


async def test_another_project_of_the_same_memory_is_found(project: Path, tmp_path: Path) -> None:
    source = tmp_path / "old.txt"
    source.write_text("有序疏解非首都功能。\n", "utf-8")
    session = Session.create([source], folder=tmp_path / "old", name="old", reflow="never")
    row = session.every_segment()[0].id
    session.type(row, "Relieve Beijing of non-capital functions in an orderly way.")
    session.confirm(row)
    session.catch_up()
    session.close()
    async with opened(project) as desk:
        await found(desk, "有序疏解")
        assert any("personal: 1" in line for line in desk.lines())
        await desk.press("escape")
        assert isinstance(desk.app.screen, EditorScreen)


async def test_what_has_english_is_under_the_cursor_and_of_the_rest_it_is_said(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.type(desk.row(5), "Together they treat the river.")
        await found(desk, "三地共同")
        lines = desk.lines()
        assert any("三地共同" in line and "Together they treat" in line for line in lines)
        assert any("三地共同" in line and "no English yet" in line for line in lines)
        await desk.press("down", "enter")
        assert isinstance(desk.app.screen, ConcordanceForm)
        assert any("nothing to insert" in line for line in desk.lines())


async def test_a_term_that_is_selected_is_under_the_cursor_and_goes_in_as_the_caret_needs_it(
    project: Path,
) -> None:
    async with opened(project) as desk:
        await found(desk, "非首都功能")
        assert any("termbase    非首都功能 = non-capital functions" in line for line in desk.lines())
        await desk.press("enter")
        await desk.until(lambda: "Non-capital functions" in desk.screen.pane.target_text)
        assert "^T again: functions nonessential" in desk.said


async def test_a_word_that_no_term_covers_is_in_the_dictionary_with_its_source(project: Path) -> None:
    async with opened(project) as desk:
        await found(desk, "獲得感")
        for _ in range(4):
            if any("CC-CEDICT" in line for line in desk.lines()):
                break
            await desk.press("down")
            await desk.pilot.pause()
        assert any("CC BY-SA 4.0" in line for line in desk.lines())


async def test_the_list_stays_where_it_is_whatever_is_found(project: Path) -> None:
    async with opened(project) as desk:
        form = await found(desk, "三地共同")
        before = form.query_one("#whole").region
        await desk.press("down")
        assert form.query_one("#whole").region == before
        await desk.write("xyz")
        await desk.until(lambda: any("not in the memories" in line for line in desk.lines()))
        assert form.query_one("#whole").region == before


async def test_what_is_said_of_the_search_never_moves_the_list_in_80_columns(project: Path) -> None:
    async with opened(project, size=(80, 24)) as desk:
        form = await found(desk, "三地共同")
        before = form.query_one("#how").region
        await desk.write("xyz")
        await desk.until(lambda: any("not in the memories or in this project" in x for x in desk.lines()))
        assert form.query_one("#how").region == before


async def test_another_size_of_the_window_gives_lines_of_another_width(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.type(desk.row(5), "Together they treat the river.")
        form = await found(desk, "三地共同")
        await desk.pilot.resize_terminal(80, 24)
        await desk.until(lambda: form.query_one("#whole").region.bottom < 24)
        assert any("三地共同" in line for line in desk.lines())
        assert not any("三地共同" in line and "no English yet" in line for line in desk.lines())
