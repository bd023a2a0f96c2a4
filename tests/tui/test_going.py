"""tests: going about: find, filter, go to row, sides, split and merge, and coming back where one was."""

from __future__ import annotations

from pathlib import Path

from workbench.model.segments import State
from workbench.tui.screens.find import FindForm
from workbench.tui.screens.term_form import TermForm
from workbench.tui.widgets.choices import ChoiceList

from .conftest import opened


async def test_find_is_blind_to_script_and_jumps_and_comes_back(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("ctrl+f")
        assert isinstance(desk.app.screen, FindForm)
        await desk.write("軌道上")
        await desk.until(lambda: len(desk.app.screen.query_one(ChoiceList).choices) == 1)
        await desk.press("enter")
        assert desk.screen.number == 6
        assert desk.screen.pane.side == "source"
        assert desk.screen.pane.selected_text() == "轨道上"
        await desk.press("tab")
        await desk.write("Rail")
        await desk.press("enter")
        assert desk.session.segment(desk.row(6)).state is State.CONFIRMED
        assert desk.screen.number == 1


async def test_the_next_hit_is_one_key_away(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("ctrl+f")
        await desk.write("河流")
        await desk.press("enter")
        assert desk.screen.number == 3
        await desk.press("ctrl+n")
        assert desk.screen.number == 5
        await desk.press("ctrl+n")
        assert desk.screen.number == 3


async def test_a_wrong_pattern_is_said_in_the_dialog(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("ctrl+f", "ctrl+r")
        await desk.press("left_parenthesis")
        await desk.pilot.pause(0.3)
        assert any("not a regular expression" in line for line in desk.lines())


async def test_a_filter_shows_its_rows_only_and_is_named_in_the_header(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("River")
        await desk.press("f4", "down", "enter")
        assert "draft" in desk.screen.session.filter.text
        assert list(desk.screen.view.numbers) == [1]
        assert "draft" in desk.lines()[0]
        assert desk.said == "Only draft: 1 of 6 rows."
        await desk.press("f4", "backspace")
        assert desk.app.screen is desk.screen
        assert len(desk.screen.view) == 6
        assert desk.said == "All rows."


async def test_a_filter_that_nothing_passes_shows_all_and_says_so(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f4", "down", "down", "down", "down", "enter")
        assert len(desk.screen.view) == 6
        assert "No row passes" in desk.said


async def test_go_to_row_by_number(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("ctrl+l", "5", "enter")
        assert desk.screen.number == 5


async def test_a_number_that_is_none_stays_in_the_dialog(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("ctrl+l", "9", "9", "enter")
        assert any("1 to 6" in line for line in desk.lines())
        await desk.press("escape")
        assert desk.screen.number == 1


async def test_split_at_the_source_caret_and_merge_again(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(3))
        await desk.press("tab", *["right"] * 9, "f9", "s")
        assert desk.session.segment(desk.row(3)).source.text == "三地共同治理河流。"
        assert len(desk.screen.view) == 7
        await desk.press("f9", "m")
        assert desk.session.segment(desk.row(3)).source.text.endswith("变绿。")
        assert len(desk.screen.view) == 6


async def test_the_source_caret_comes_to_the_lit_sentence(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(2))
        await desk.write("Relieving Beijing is the key.")
        await desk.press("ctrl+e", "tab")
        assert desk.screen.pane.side == "source"
        assert desk.screen.pane.source_caret == desk.screen.lighting.sentence[0] > 0


async def test_the_selected_source_is_filled_into_the_term_form(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(3))
        await desk.press("tab", "right", "right", *["shift+right"] * 4, "f7")
        form = desk.app.screen
        assert isinstance(form, TermForm)
        assert form._values["chinese"] == "共同治理"
        await desk.write("joint governance")
        await desk.press("enter")
        assert "joint governance" in (project / "glossary.tsv").read_text("utf-8")
        await desk.until(lambda: "共同治理" in [hit.term for hit in desk.screen.facts.now.hits])
        await desk.pilot.pause()
        assert desk.screen.pane.side == "source"
        assert "共同治理" in [choice.text for choice in desk.screen.lower.terms.choices]
        editor = desk.screen.pane.grid.editor
        assert editor is not None
        assert (2, 6) in editor.marks.terms


async def test_an_empty_row_is_not_rejected_and_no_comment_is_asked_for(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f9", "j")
        assert desk.app.screen is desk.screen
        assert "nothing to reject" in desk.said


async def test_pages_end_at_the_last_row_and_begin_at_the_first(project: Path) -> None:
    async with opened(project, (100, 40)) as desk:
        await desk.press("pagedown")
        assert desk.screen.number == 6
        await desk.press("pageup")
        assert desk.screen.number == 1


async def test_a_note_is_kept_and_shown(project: Path) -> None:
    async with opened(project, (160, 45)) as desk:
        await desk.press("f8")
        await desk.write("Ask the client.")
        await desk.press("enter")
        assert desk.session.segment(desk.row(1)).note == "Ask the client."
        assert any("Ask the client." in line for line in desk.lines())


async def test_the_state_is_chosen_and_a_rejection_asks_why(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("River")
        await desk.press("f9", "t", "5")
        await desk.write("Too short")
        await desk.press("enter")
        segment = desk.session.segment(desk.row(1))
        assert (segment.state, segment.comment) == (State.REJECTED, "Too short")


async def test_reopening_comes_back_to_row_scroll_filter_and_modes(project: Path) -> None:
    async with opened(project, (100, 20)) as desk:
        await desk.press("f4", "enter", "f5")
        desk.screen.go(desk.row(5))
        await desk.pilot.pause()
        place = desk.screen.pane.scroll_place()
    async with opened(project, (100, 20)) as desk:
        assert desk.screen.number == 5
        assert desk.screen.pane.scroll_place() == place
        assert desk.session.filter.states == {State.UNTRANSLATED}
        assert desk.screen.reading.script == "hant"
