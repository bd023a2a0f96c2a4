"""tui: what a person types in the rows, and what the screen is told of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from workbench.model.coded import CodedText, print_coded
from workbench.tui.at_once import paint_at_once
from workbench.tui.widgets import grid_painting
from workbench.tui.widgets.editor_messages import Edited, Refused

from .rows_desk import SENTENCE, SIZE, Desk, made_rows, press_at_once, settled


async def test_typing_changes_the_cell_and_is_told_with_the_caret() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(9)
        await pilot.press("T", "o", "space", "北", "京")
        await settled(pilot)
        assert desk.pane.target_text == "To 北京"
        last = desk.heard(Edited)[-1]
        assert isinstance(last, Edited)
        assert (last.row_id, last.text, last.caret) == (9, "To 北京", 5)
        assert any("To 北京" in line for line in desk.lines())


async def test_an_input_method_may_send_several_characters_at_once() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(9)
        press_at_once(desk, "京津冀", "京津冀")
        await settled(pilot)
        assert desk.pane.target_text == "京津冀"


async def test_keys_of_the_screen_pass_through_and_change_nothing() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        before = desk.pane.target_text
        passed = [
            "enter",
            "escape",
            "ctrl+e",
            "ctrl+k",
            "ctrl+g",
            "ctrl+t",
            "ctrl+s",
            "ctrl+z",
            "f2",
            "f6",
            "f9",
        ]
        await pilot.press(*passed)
        await settled(pilot)
        assert desk.keys == passed
        assert desk.pane.target_text == before


async def test_what_was_typed_is_told_before_a_key_that_follows_in_the_same_burst() -> None:
    async with Desk(made_rows(), stores=False).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(9)
        for key, character in (("a", "a"), ("b", "b"), ("enter", "\r")):
            press_at_once(desk, key, character)
        await settled(pilot)
        assert desk.order == ["a", "ab", "enter"]


async def test_a_store_that_lags_behind_loses_nothing_typed() -> None:
    async with Desk(made_rows(), stores=False).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(9)
        await pilot.press("a", "b", "ctrl+down", "ctrl+up", "end", "c")
        await settled(pilot)
        assert desk.pane.target_text == "abc"


async def test_undo_from_outside_is_shown() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(9)
        await pilot.press("a", "b")
        await settled(pilot)
        desk.store.put(9, target=CodedText(""))
        desk.pane.reload(9)
        await settled(pilot)
        assert desk.pane.target_text == ""
        assert desk.pane.caret == 0


async def test_newlines_in_a_paste_are_newlines_and_controls_go() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(9)
        desk.post_message(events.Paste("one\r\ntwo\x1b[31m\u202e\x00 three"))
        await settled(pilot)
        assert desk.pane.target_text == "one\ntwo three"
        assert "enter" not in desk.keys
        await pilot.press("ctrl+j")
        assert desk.pane.target_text.endswith("three\n")


async def test_a_locked_row_refuses_and_says_why() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(7)
        before = desk.pane.target_text
        await pilot.press("x", "backspace", "ctrl+w")
        await settled(pilot)
        assert desk.pane.target_text == before
        refused = desk.heard(Refused)
        assert len(refused) == 3
        assert isinstance(refused[0], Refused)
        assert "locked by Li: law" in refused[0].why


async def test_a_project_opened_read_only_refuses_in_its_own_words() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.why_not = "Somebody else has it."
        desk.pane.editable = False
        desk.pane.insert("x")
        await settled(pilot)
        refused = desk.heard(Refused)[-1]
        assert isinstance(refused, Refused)
        assert refused.why == "Somebody else has it."


async def test_the_source_has_a_caret_and_a_selection_and_is_not_typed_in() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.focus_side("source")
        await pilot.press("right", "right", "shift+right", "shift+right")
        assert desk.pane.selected_text() == "交通"
        assert desk.pane.selection() == ("source", 2, 4)
        assert desk.pane.source_caret == 4
        await pilot.press("x")
        await settled(pilot)
        assert desk.heard(Refused)
        assert desk.store.segment(1).source.text == SENTENCE


async def test_a_term_put_in_for_a_span_is_told_like_typing() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.insert("Unified", replace=(0, len("Integrated")))
        await settled(pilot)
        assert desk.pane.target_text.startswith("Unified transport")
        assert desk.pane.caret == len("Unified")
        assert print_coded(desk.store.segment(1).target).startswith("Unified")


async def test_copy_cut_and_paste_inside_the_editor() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(9)
        await pilot.press(*"river", "ctrl+a", "ctrl+x", "ctrl+v", "ctrl+v")
        assert desk.pane.target_text == "riverriver"


@pytest.mark.parametrize("key", ["a", "right", "ctrl+down"])
async def test_a_key_paints_only_the_lines_that_look_different(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(20, scroll="centre")
        await settled(pilot)
        painted: set[int] = set()

        def note(widget: Widget, lines: Mapping[int, Strip]) -> bool:
            painted.update(lines)
            return paint_at_once(widget, lines)

        monkeypatch.setattr(grid_painting, "paint_at_once", note)
        await pilot.press(key)
        await settled(pilot)
        assert painted
        rows = 2 if key == "ctrl+down" else 1
        assert len(painted) <= 2 * rows


async def test_what_is_offered_goes_with_any_key_and_comes_in_with_right() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        gone: list[bool] = []
        desk.pane.ghost_gone = lambda: gone.append(True)
        desk.pane.activate(9)
        await pilot.press("g", "o")
        desk.pane.offer("vernance")
        await settled(pilot)
        assert any("governance" in line for line in desk.lines())
        await pilot.press("f5")
        await settled(pilot)
        assert not any("governance" in line for line in desk.lines())
        assert (desk.pane.offered, gone) == ("", [True])
        desk.pane.offer("vernance")
        await pilot.press("right")
        await settled(pilot)
        assert desk.pane.target_text == "governance"
        assert [message.text for message in desk.heard(Edited) if isinstance(message, Edited)][-2:] == [
            "go",
            "governance",
        ]
        desk.pane.activate(7)
        desk.pane.offer("never in a locked row")
        assert not desk.pane.offered
