"""tui: what a person does in the rows, and what the screen is told of it."""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Mapping, Sequence

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from workbench.model.coded import CodedText, print_coded
from workbench.model.segments import Lock, Segment, State
from workbench.project.view import RowView
from workbench.text.width import cell_width
from workbench.tui.at_once import paint_at_once
from workbench.tui.widgets import grid_painting
from workbench.tui.widgets.columns import SIGNS
from workbench.tui.widgets.editor_messages import CaretMoved, Edited, Refused, RowChanged
from workbench.tui.widgets.editor_pane import EditorPane
from workbench.tui.widgets.rows import RowMarks

SENTENCE = "推进交通一体化建设，完善城市群的公共服务体系。"
ENGLISH = "Integrated transport and better public services serve the whole city cluster. "
SIZE = (100, 24)


class Store:
    """Rows in memory."""

    def __init__(self, rows: Sequence[Segment]) -> None:
        self.rows = {row.id: row for row in rows}

    def segment(self, id: int) -> Segment:
        return self.rows[id]

    def segments(self, ids: Sequence[int]) -> list[Segment]:
        return [self.rows[id] for id in ids]

    def put(self, id: int, **changes: object) -> None:
        self.rows[id] = dataclasses.replace(self.rows[id], **changes)  # type: ignore[arg-type]

    def view(self, ids: Sequence[int] | None = None) -> RowView:
        ids = sorted(self.rows) if ids is None else ids
        rows = self.segments(ids)
        return RowView(
            array("q", ids),
            array("l", ids),
            array("l", [cell_width(row.source.text) for row in rows]),
            array("l", [cell_width(row.target.text) for row in rows]),
            len(self.rows),
        )


def made_rows(count: int = 60) -> list[Segment]:
    """Row 5 is taller than the screen, row 7 locked, row 9 not translated; ids are numbers."""
    sizes = {5: 24, 3: 2}
    return [
        Segment(
            number,
            number,
            1,
            source=CodedText(SENTENCE * sizes.get(number, 1)),
            target=CodedText("" if number == 9 else (ENGLISH * sizes.get(number, 1)).rstrip()),
            state=State.UNTRANSLATED if number == 9 else State.DRAFT,
            lock=Lock("Li", "law") if number == 7 else None,
        )
        for number in range(1, count + 1)
    ]


class Room(Screen[None]):
    """A screen that hears what the pane says."""

    def compose(self) -> ComposeResult:
        assert isinstance(self.app, Desk)
        yield self.app.pane

    def on_mount(self) -> None:
        desk = self.app
        assert isinstance(desk, Desk)
        desk.pane.set_view(desk.store.view())
        desk.pane.activate(1)
        desk.pane.focus()

    def hear(self, message: Message) -> None:
        assert isinstance(self.app, Desk)
        self.app.told.append(message)

    def on_editor_pane_edited(self, message: Edited) -> None:
        desk = self.app
        assert isinstance(desk, Desk)
        self.hear(message)
        desk.order.append(message.text)
        if desk.stores:
            desk.store.put(message.row_id, target=CodedText(message.text))
            desk.pane.reload(message.row_id)

    def on_editor_pane_row_changed(self, message: RowChanged) -> None:
        self.hear(message)

    def on_editor_pane_caret_moved(self, message: CaretMoved) -> None:
        self.hear(message)

    def on_editor_pane_refused(self, message: Refused) -> None:
        self.hear(message)

    def on_key(self, event: events.Key) -> None:
        assert isinstance(self.app, Desk)
        self.app.keys.append(event.key)
        self.app.order.append(event.key)


class Desk(App[None]):
    """A pane and a list of what it said."""

    def __init__(self, rows: Sequence[Segment], *, stores: bool = True) -> None:
        super().__init__()
        self.store = Store(rows)
        self.pane = EditorPane(self.store, id="rows")
        self.told: list[Message] = []
        self.keys: list[str] = []
        self.order: list[str] = []
        self.stores = stores

    def get_default_screen(self) -> Screen[None]:
        return Room()

    def heard(self, kind: type[Message]) -> list[Message]:
        return [message for message in self.told if isinstance(message, kind)]

    def lines(self) -> list[str]:
        """What stands on the screen, a string a line."""
        return ["".join(piece.text for piece in strip) for strip in self.screen._compositor.render_strips()]


def line_of(desk: Desk, number: int) -> int:
    """The line of the screen on which a row begins."""
    marks = [line[1 : desk.pane.grid.columns.digits + 1].strip() for line in desk.lines()]  # type: ignore[union-attr]
    return marks.index(str(number))


def press_at_once(desk: Desk, key: str, character: str) -> None:
    """A key as the app passes it on, without waiting for what it does."""
    event = events.Key(key, character)
    event._set_forwarded()
    desk.pane.post_message(event)


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause()


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


async def test_up_and_down_cross_rows_and_keep_the_column() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.set_caret(10)
        await pilot.press("down")
        assert desk.pane.active == 1
        await pilot.press("down")
        await settled(pilot)
        assert (desk.pane.active, desk.pane.caret) == (2, 10)
        changed = desk.heard(RowChanged)[-1]
        assert isinstance(changed, RowChanged)
        assert (changed.row_id, changed.previous, changed.placed) == (2, 1, True)
        await pilot.press("up")
        assert desk.pane.active == 1
        assert desk.pane.caret > 10


async def test_ctrl_down_goes_to_the_next_row_and_leaves_the_caret_to_the_screen() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        await pilot.press("ctrl+down", "ctrl+down", "ctrl+up")
        await settled(pilot)
        changed = desk.heard(RowChanged)
        assert [(m.row_id, m.previous, m.placed) for m in changed if isinstance(m, RowChanged)] == [
            (2, 1, False),
            (3, 2, False),
            (2, 3, False),
        ]
        await pilot.press("ctrl+end")
        assert desk.pane.active == 60
        await pilot.press("ctrl+home")
        assert desk.pane.active == 1


async def test_going_to_a_row_in_view_moves_no_other_row() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(20, scroll="centre")
        await settled(pilot)
        places = {number: line_of(desk, number) for number in (18, 19, 20, 21, 22)}
        for key in ("ctrl+down", "ctrl+up", "ctrl+up", "ctrl+down"):
            await pilot.press(key)
            await settled(pilot)
            assert {number: line_of(desk, number) for number in places} == places


async def test_a_row_taller_than_the_screen_fits_it_and_scrolls_each_side_by_itself() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(5)
        source = SENTENCE * 24
        lit = (len(SENTENCE) * 20, len(SENTENCE) * 21)
        desk.pane.set_marks(5, RowMarks(lit_source=lit, lit_target=(0, 10)))
        await settled(pilot)
        editor = desk.pane.grid.editor
        assert editor is not None
        assert editor.height == SIZE[1] - 2
        lines = desk.lines()
        assert line_of(desk, 6) == SIZE[1] - 1
        assert SIGNS.above in lines[1]
        assert SIGNS.below in lines[SIZE[1] - 2]
        first, last = editor.source.line_of(lit[0]), editor.source.line_of(lit[1] - 1)
        above, below = editor.hidden("source")
        assert above <= first <= last < len(editor.source.lines) - below
        assert editor.hidden("target")[0] == 0
        assert source[lit[0] : lit[0] + 4] in "".join(lines)
        desk.pane.set_caret(len(desk.pane.target_text))
        await settled(pilot)
        assert editor.hidden("target")[1] == 0
        assert editor.hidden("source") == (above, below)


async def test_page_down_reads_on_inside_a_tall_row_before_it_leaves_it() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(5)
        pressed = 0
        while desk.pane.active == 5 and pressed < 20:
            await pilot.press("pagedown")
            pressed += 1
        assert 3 <= pressed < 20
        assert desk.pane.active > 5


async def test_leaving_a_tall_row_downwards_keeps_the_next_row_where_it_was() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(5)
        desk.pane.set_caret(len(desk.pane.target_text))
        desk.pane.activate(6)
        await settled(pilot)
        assert desk.pane.active == 6
        assert 1 <= line_of(desk, 6) < SIZE[1]


async def test_a_click_puts_the_caret_there_and_a_drag_selects() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        await settled(pilot)
        columns = desk.pane.grid.columns
        assert columns is not None
        y = line_of(desk, 3)
        await pilot.click(offset=(columns.target_at + 11, y))
        await settled(pilot)
        assert (desk.pane.active, desk.pane.caret, desk.pane.side) == (3, 11, "target")
        changed = desk.heard(RowChanged)[-1]
        assert isinstance(changed, RowChanged)
        assert changed.placed
        await pilot.mouse_down(offset=(columns.source_at + 2, y))
        await pilot.hover(offset=(columns.source_at + 8, y))
        await pilot.mouse_up(offset=(columns.source_at + 8, y))
        assert desk.pane.selection() == ("source", 1, 4)


async def test_a_double_click_selects_the_word() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        await settled(pilot)
        columns = desk.pane.grid.columns
        assert columns is not None
        await pilot.click(offset=(columns.target_at + 13, line_of(desk, 2)), times=2)
        await settled(pilot)
        assert desk.pane.selected_text() == "transport"


async def test_the_wheel_scrolls_the_rows_and_leaves_the_caret() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        await settled(pilot)
        grid = desk.pane.grid
        for _ in range(4):
            grid.post_message(events.MouseScrollDown(grid, 40, 20, 0, 1, 0, False, False, False))
        await settled(pilot)
        assert desk.pane.active == 1
        assert desk.pane.scroll_place()[0] > 1
        place = desk.pane.scroll_place()
        await pilot.press("right")
        await settled(pilot)
        assert desk.pane.scroll_place() != place


async def test_the_terminal_cursor_stands_at_the_caret_for_input_methods() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        columns = desk.pane.grid.columns
        assert columns is not None
        desk.pane.activate(9)
        await pilot.press("京", "x")
        await settled(pilot)
        assert desk.cursor_position == (columns.target_at + 3, line_of(desk, 9))
        desk.pane.focus_side("source")
        await pilot.press("right")
        await settled(pilot)
        assert desk.cursor_position == (columns.source_at + 2, line_of(desk, 9))


def readings(text: str) -> tuple[str, ...]:
    return tuple("pīn" if ch != "，" else "" for ch in text)


async def test_readings_stand_above_the_active_row_or_above_all() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.readings = readings
        desk.pane.ruby = "row"
        await settled(pilot)
        with_row = sum("pīn" in line for line in desk.lines())
        assert with_row > 0
        desk.pane.ruby = "all"
        await settled(pilot)
        assert sum("pīn" in line for line in desk.lines()) > with_row
        desk.pane.ruby = "off"
        await settled(pilot)
        assert not any("pīn" in line for line in desk.lines())


async def test_the_caret_in_the_source_finds_its_character_under_its_reading() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.readings, desk.pane.ruby = readings, "row"
        desk.pane.focus_side("source")
        await pilot.press("right")
        await settled(pilot)
        columns = desk.pane.grid.columns
        assert columns is not None
        x, y = desk.cursor_position
        assert desk.lines()[y][: x // 2 + columns.source_at].count("推") == 1
        await pilot.press("down")
        assert desk.pane.source_caret > 5


async def test_the_script_view_changes_what_is_seen_and_nothing_else() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.script = lambda text: text.replace("进", "進")
        await settled(pilot)
        assert sum("推進交通" in line for line in desk.lines()) >= 2
        desk.pane.focus_side("source")
        await pilot.press("right", "shift+right")
        assert desk.pane.selected_text() == "进"


async def test_a_window_gives_way_to_all_rows_without_a_jump() -> None:
    rows = made_rows(3000)
    async with Desk(rows).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.set_view(desk.store.view(range(1400, 1520)), keep=False)
        desk.pane.activate(1460, scroll="centre")
        await pilot.press("end")
        await settled(pilot)
        before, caret = desk.lines(), desk.pane.caret
        desk.pane.set_view(desk.store.view())
        await settled(pilot)
        # The last cell is the scroll bar's.
        assert [line[:-1] for line in desk.lines()] == [line[:-1] for line in before]
        assert (desk.pane.active, desk.pane.caret) == (1460, caret)


async def test_a_filter_that_hides_the_active_row_makes_the_next_one_active() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(20)
        desk.pane.set_view(desk.store.view([3, 15, 31, 40]))
        await settled(pilot)
        assert desk.pane.active == 31
        changed = desk.heard(RowChanged)[-1]
        assert isinstance(changed, RowChanged)
        assert (changed.row_id, changed.previous) == (31, 20)
        assert not desk.pane.activate(20)
        desk.pane.set_view(desk.store.view([]))
        await settled(pilot)
        assert desk.pane.active == 0
        await pilot.press("x", "down", "ctrl+down", "pagedown")
        assert desk.pane.target_text == ""


async def test_the_place_of_the_view_comes_back() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.restore_scroll(30, 1)
        await settled(pilot)
        place = desk.pane.scroll_place()
        assert place == (30, 1)
        desk.pane.restore_scroll(2, 0)
        await settled(pilot)
        desk.pane.restore_scroll(*place)
        await settled(pilot)
        assert desk.pane.scroll_place() == place
        assert line_of(desk, 31) < line_of(desk, 32)


async def test_a_resize_lays_out_anew_and_keeps_the_active_row_in_view() -> None:
    async with Desk(made_rows()).run_test(size=SIZE) as pilot:
        desk = pilot.app
        assert isinstance(desk, Desk)
        desk.pane.activate(40, scroll="centre")
        await pilot.resize_terminal(60, 12)
        await settled(pilot)
        assert all(cell_width(line) == 60 for line in desk.lines())
        assert 0 <= line_of(desk, 40) < 12
        await pilot.resize_terminal(40, 10)
        await settled(pilot)
        assert 0 <= line_of(desk, 40) < 10


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
