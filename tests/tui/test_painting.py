"""tests: what a key costs the terminal: nothing is laid out anew, panes come together, lists can wait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.at_once import paint_at_once
from workbench.tui.widgets import grid_painting as painted_grid
from workbench.tui.widgets.choices import Choice
from workbench.tui.widgets.grid import SegmentGrid
from workbench.tui.widgets.match_layout import MatchEntry, Run

from .conftest import Desk, opened

WIDE = (150, 45)


async def rested(desk: Desk) -> None:
    """Wait until the facts of the active row are shown, and nothing more is to come."""
    await desk.terms_known()
    await desk.until(lambda: not desk.screen.facts.unsettled)
    await desk.pilot.pause(0.5)


@contextmanager
def patched_refresh(grid: SegmentGrid, asked: list[Region]) -> Iterator[None]:
    """Keep what the grid paints or asks to have painted."""
    with pytest.MonkeyPatch.context() as patch:

        def paint(widget: Widget, lines: Mapping[int, Strip]) -> bool:
            asked.extend(Region(0, y, 1, 1) for y in lines)
            return paint_at_once(widget, lines)

        patch.setattr(painted_grid, "paint_at_once", paint)
        patch.setattr(grid, "refresh", lambda *regions: asked.extend(regions))
        yield


@pytest.mark.parametrize("key", ["ctrl+down", "ctrl+up", "e"])
async def test_a_key_lays_nothing_out_again_and_neither_do_the_panes_that_follow(
    project: Path, key: str
) -> None:
    async with opened(project, WIDE) as desk:
        await desk.press("ctrl+down")
        await rested(desk)
        laid_out: list[Screen[object]] = []
        desk.screen.screen_layout_refresh_signal.subscribe(desk.screen, laid_out.append, immediate=True)
        await desk.press(key)
        await rested(desk)
        assert laid_out == []


async def test_a_list_of_the_panes_that_got_longer_can_be_scrolled_to_its_end(project: Path) -> None:
    async with opened(project, WIDE) as desk:
        await rested(desk)
        terms = desk.screen.lower.terms
        terms.set_choices([Choice(number, f"line {number}") for number in range(40)])
        terms.put_cursor(39)
        await desk.pilot.pause()
        assert terms.scroll_offset.y == 40 - terms.size.height
        assert any("line 39" in line for line in desk.lines())
        terms.set_choices([Choice(0, "one line")])
        await desk.pilot.pause()
        assert terms.scroll_offset.y == 0
        assert any("one line" in line for line in desk.lines())


async def test_what_comes_first_waits_for_the_rest_and_is_shown_with_it(project: Path) -> None:
    async with opened(project) as desk:
        arrivals, shown = desk.screen.arrivals, list[str]()
        arrivals.expect("facts", "matches")
        arrivals.take("facts", lambda: shown.append("facts"))
        assert shown == []
        arrivals.take("matches", lambda: shown.append("matches"))
        assert shown == ["matches", "facts"]
        arrivals.take("facts", lambda: shown.append("facts again"))
        assert shown[2:] == ["facts again"]


async def test_what_comes_first_is_shown_alone_when_the_rest_takes_long(project: Path) -> None:
    async with opened(project) as desk:
        arrivals, shown = desk.screen.arrivals, list[str]()
        arrivals.expect("facts", "matches")
        arrivals.take("facts", lambda: shown.append("early"), final=False)
        arrivals.take("facts", lambda: shown.append("facts"))
        await desk.until(lambda: shown == ["facts"])
        arrivals.take("matches", lambda: shown.append("matches"))
        assert shown == ["facts", "matches"]


async def test_what_was_found_of_a_row_that_was_left_is_not_shown(project: Path) -> None:
    async with opened(project) as desk:
        arrivals, shown = desk.screen.arrivals, list[str]()
        arrivals.expect("facts", "matches")
        arrivals.take("facts", lambda: shown.append("of the row that was left"))
        arrivals.expect("facts", "matches")
        arrivals.take("facts", lambda: shown.append("facts"))
        arrivals.take("matches", lambda: shown.append("matches"))
        assert shown == ["matches", "facts"]


async def test_while_one_types_the_list_of_terms_waits_and_the_key_that_goes_to_it_does_not(
    project: Path,
) -> None:
    async with opened(project, WIDE) as desk:
        desk.screen.go(desk.row(2))
        await rested(desk)
        before = desk.screen.lower.terms.choices
        desk.screen.pane.insert("Moving nonessential functions out of Beijing ")
        await desk.press("ctrl+o")
        assert desk.screen.terms.offers
        assert [one.used for one in desk.screen.terms.offers] == [
            choice.quiet for choice in desk.screen.lower.terms.choices if choice.value is not None
        ]
        assert desk.screen.lower.terms.choices != before


async def test_rows_that_change_while_another_line_is_painted_are_painted_too(project: Path) -> None:
    async with opened(project, WIDE) as desk:
        await rested(desk)
        grid = desk.screen.pane.grid
        first = desk.screen.number
        desk.screen.go(desk.row(first + 1))
        asked: list[Region] = []
        with patched_refresh(grid, asked):
            grid.render_lines(Region(0, grid.size.height - 1, grid.size.width, 1))
        top, after = grid.viewport.top_of(first - 1), grid.viewport.top_of(first)
        assert top is not None and after is not None
        assert {top, after} <= {y for region in asked for y in region.line_range}


async def test_matches_that_came_while_their_list_was_hidden_are_shown_with_it(project: Path) -> None:
    async with opened(project, (100, 30)) as desk:
        await rested(desk)
        lower = desk.screen.lower
        lower.show_tab("matches")
        await desk.pilot.pause()
        lower.show_tab("terms")
        await desk.pilot.pause()
        lower.matches.show([MatchEntry(1, "1", "86 %", target=(Run("Relieving Beijing", ""),))])
        lower.show_tab("matches")
        await desk.pilot.pause()
        await desk.pilot.pause()
        assert any("Relieving Beijing" in line for line in desk.lines())


@pytest.mark.parametrize("size", [WIDE, (100, 30), (80, 24)])
async def test_what_is_put_together_from_the_front_is_what_textual_puts_together(
    project: Path, size: tuple[int, int]
) -> None:
    async with opened(project, size) as desk:
        await rested(desk)
        for key in ("ctrl+down", "f2", "f12", "ctrl+g"):
            await desk.press(key)
            ours = desk.screen._compositor
            whole = ours.size.region
            for crop in (whole, Region(0, 2, whole.width, 5), Region(3, 1, 7, whole.height - 3)):
                lines = set(crop.line_range)
                theirs = Compositor._render_chops(ours, crop, lines.__contains__)
                made = ours._render_chops(crop, lines.__contains__)
                for y in lines:
                    assert [strip and strip.text for strip in made[y].values()] == [
                        strip and strip.text for strip in theirs[y].values()
                    ]
