"""tui: going from row to row, tall rows, the mouse, and the rows that are shown."""

from __future__ import annotations

from textual import events

from workbench.text.width import cell_width
from workbench.tui.widgets.columns import SIGNS
from workbench.tui.widgets.editor_messages import RowChanged
from workbench.tui.widgets.rows import RowMarks

from .rows_desk import SENTENCE, SIZE, Desk, line_of, made_rows, settled


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
