"""tests: how the screen is arranged: layouts, columns, lower panes, by key and mouse; all remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.project.session import Session
from workbench.tui.look import LEAST_SHARE, MOST_SHARE, Arrangement, Look
from workbench.tui.widgets.columns import PLAIN_SIGNS

from .conftest import opened


@given(
    st.builds(
        Look,
        layout=st.sampled_from(Arrangement),
        share=st.integers(LEAST_SHARE, MOST_SHARE),
        lower=st.integers(0, 60),
        hidden=st.booleans(),
        tall=st.booleans(),
        widths=st.tuples(*[st.integers(1, 200)] * 4),
    )
)
def test_what_was_remembered_is_the_same_again(look: Look) -> None:
    assert Look.read(look.text) == look


@given(st.text(st.sampled_from("layout=focus share=9,lower=true widths=1,2 hidden"), max_size=60))
def test_a_damaged_memory_gives_a_look_that_can_be_shown(text: str) -> None:
    look = Look.read(text)
    assert LEAST_SHARE <= look.share <= MOST_SHARE
    assert len(look.widths) == 4 and min(look.widths) > 0


async def test_a_narrow_window_stacks_the_rows_and_a_wide_one_does_not(project: Path) -> None:
    async with opened(project, (80, 24)) as desk:
        assert desk.screen.pane.arrangement is Arrangement.STACKED
        await desk.write("A clear river")
        source = next(at for at, line in enumerate(desk.lines()) if line.startswith("▸ 1"))
        assert "│ A clear river" in desk.lines()[source + 1]
        assert "∙" in desk.lines()[source]
        await desk.pilot.resize_terminal(120, 30)
        await desk.pilot.pause()
        line = next(line for line in desk.lines() if line.startswith("▸ 1"))
        assert "A clear river" in line


async def test_one_key_goes_round_the_layouts_and_the_next_opening_has_the_last(project: Path) -> None:
    async with opened(project) as desk:
        seen = []
        for _ in range(4):
            await desk.press("f9", "0", "l")
            seen.append(desk.screen.arranging.look.layout)
        assert seen == [
            Arrangement.SIDE,
            Arrangement.STACKED,
            Arrangement.FOCUS,
            Arrangement.AUTOMATIC,
        ]
        await desk.press("f9", "0", "l", "f9", "0", "l")
        assert "stacked" in desk.said
    async with opened(project) as desk:
        assert desk.screen.pane.arrangement is Arrangement.STACKED


@pytest.mark.parametrize("width", [60, 120])
async def test_in_focus_the_active_row_stands_still_and_the_others_have_a_line_each(
    tmp_path: Path, width: int
) -> None:
    source = tmp_path / "long.txt"
    lines = [f"第{number}条河流经过三地，" * (1 + number % 5) + "水质好转。" for number in range(60)]
    source.write_text("\n".join(lines), "utf-8")
    Session.create([source], folder=tmp_path / "long", name="long", reflow="never").close()
    async with opened(tmp_path / "long", (width, 40)) as desk:
        await desk.press(*("f9", "0", "l") * 3)
        assert desk.screen.pane.arrangement is Arrangement.FOCUS
        places = set()
        for number in (30, 31, 32, 36, 29):
            desk.screen.go(desk.row(number))
            await desk.pilot.pause()
            grid = desk.screen.pane.grid
            places.add(grid.viewport.top_of(grid.active_index))
            shown = [index for index, _ in grid.viewport.fill()]
            assert all(shown.count(index) == 1 for index in shown if index != grid.active_index)
            assert shown.count(grid.active_index) >= 4
        assert len(places) == 1
        await desk.write("x")
        assert desk.screen.pane.target_text == "x"
        assert {grid.viewport.top_of(grid.active_index)} == places


@pytest.mark.parametrize("layout", [1, 2, 3])
async def test_a_click_finds_the_character_under_it_in_every_layout(project: Path, layout: int) -> None:
    async with opened(project, (120, 40)) as desk:
        for _ in range(layout):
            await desk.press("f9", "0", "l")
        desk.screen.go(desk.row(3))
        await desk.write("Rivers are mended together.")
        await desk.pilot.pause()
        lines = desk.lines()
        y = next(at for at, line in enumerate(lines) if "Rivers are" in line)
        x = lines[y].index("mended")
        cells = x + sum(1 for character in lines[y][:x] if ord(character) > 0x2E80)
        await desk.pilot.click(offset=(cells, y))
        assert desk.screen.pane.caret == len("Rivers are ")
        assert desk.screen.pane.side == "target"
        y = next(at for at, line in enumerate(lines) if "三地共同" in line)
        x = lines[y].index("三地共同")
        await desk.pilot.click(offset=(x + 4, y))
        assert desk.screen.pane.selection() == ("source", 2, 2)


async def test_a_double_click_selects_a_chinese_word(project: Path) -> None:
    async with opened(project, (120, 40)) as desk:
        await desk.until(lambda: desk.screen.pane.segmenter is not None)
        lines = desk.lines()
        y = next(at for at, line in enumerate(lines) if "全县新增就业" in line)
        x = lines[y].index("全县新增就业")
        await desk.pilot.click(offset=(x + 2 * 4, y), times=2)
        assert desk.screen.pane.selected_text() == "就业"


async def test_the_columns_are_shared_by_keys_and_by_dragging_the_line_between_them(project: Path) -> None:
    async with opened(project, (120, 40)) as desk:
        grid = desk.screen.pane.grid
        assert grid.columns is not None
        before = grid.columns.source
        await desk.press("f9", "0", "d")
        assert grid.columns.source > before
        assert "48 %" in desk.said
        await desk.press("f9", "0", "a")
        assert grid.columns.source == before
        at = grid.columns.target_at - 2
        await desk.pilot.mouse_down(offset=(at, 2))
        await desk.pilot.hover(offset=(at - 12, 2))
        await desk.pilot.mouse_up(offset=(at - 12, 2))
        assert abs(grid.columns.target_at - 2 - (at - 12)) <= 1
        share = grid.share
        assert desk.screen.pane.selected_text() == ""
    async with opened(project, (120, 40)) as desk:
        assert desk.screen.pane.grid.share == share


async def test_the_lower_panes_grow_shrink_and_follow_the_pointer(project: Path) -> None:
    async with opened(project, (120, 40)) as desk:
        lower = desk.screen.lower
        before = lower.region.height
        await desk.press("f9", "0", "t")
        assert lower.region.height == before + 2
        await desk.press("f9", "0", "g", "f9", "0", "g")
        assert lower.region.height == before - 2
        top = lower.region.y
        await desk.pilot.mouse_down(offset=(60, top))
        await desk.pilot.hover(offset=(60, top - 5))
        await desk.pilot.mouse_up(offset=(60, top - 5))
        await desk.pilot.pause()
        assert lower.region.y == top - 5
        tab = lower.tab
        assert tab == "terms"  # a drag is no click
    async with opened(project, (120, 40)) as desk:
        assert desk.screen.lower.region.height == before + 3
    async with opened(project, (120, 24)) as desk:
        assert desk.screen.pane.region.height >= 6


async def test_the_lower_panes_are_hidden_maximised_and_shown_while_one_chooses(project: Path) -> None:
    async with opened(project, (120, 40)) as desk:
        lower = desk.screen.lower
        before = lower.region.height
        await desk.press("f9", "0", "h")
        assert not lower.display
        desk.screen.go(desk.row(2))
        await desk.terms_known()
        await desk.press("ctrl+o")
        assert lower.display and lower.terms.has_focus
        await desk.press("escape")
        await desk.until(lambda: not lower.display)
        await desk.press("f9", "0", "m")
        assert lower.region.height > 20
        await desk.press("f9", "0", "m")
        assert lower.region.height == before


async def test_lower_panes_side_by_side_are_widened_where_one_is_choosing(project: Path) -> None:
    async with opened(project, (160, 45)) as desk:
        desk.screen.go(desk.row(2))
        await desk.terms_known()
        await desk.press("ctrl+o")
        before = desk.screen.lower.terms.region.width
        await desk.press("f9", "0", "d")
        assert desk.screen.lower.terms.region.width > before
        assert desk.screen.lower.terms.has_focus
        edge = desk.screen.lower.matches.region.right
        y = desk.screen.lower.region.y + 2
        await desk.pilot.mouse_down(offset=(edge, y))
        await desk.pilot.hover(offset=(edge + 10, y))
        await desk.pilot.mouse_up(offset=(edge + 10, y))
        await desk.pilot.pause()
        assert desk.screen.lower.matches.region.right == edge + 10


async def test_plain_signs_reach_the_rows(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("A river")
        await desk.press("ctrl+k", "f9", "d")
        row = next(line for line in desk.lines() if line.startswith(PLAIN_SIGNS.active))
        assert row.startswith("> 1 +")
        assert PLAIN_SIGNS.line in row
        assert not any(sign in line for line in desk.lines() for sign in "│▸✓∙─█")
    async with opened(project) as desk:
        assert any(line.startswith(">") for line in desk.lines())
