"""tui: the lines of the active row are all somebody's, and each side gets as many as there can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.widgets.row_room import side_by_side, stacked

lines = st.integers(1, 60)


@given(lines, lines, lines, st.booleans())
def test_a_stacked_row_keeps_to_its_lines_and_shows_something_of_both(
    source: int, target: int, cap: int, roomy: bool
) -> None:
    rooms = stacked(source, target, cap, roomy=roomy)
    assert rooms.height <= max(2, cap)
    assert 1 <= rooms.source.lines <= source
    assert rooms.target.lines >= 1
    sides = [rooms.side_at(line) for line in range(rooms.height)]
    assert sides.count("source") == rooms.source.lines
    assert sides.count("target") == rooms.target.lines
    assert [side for side in sides if side] == sorted(filter(None, sides))
    if source + target <= cap:
        assert (rooms.source.lines, rooms.target.lines) == (source, target)
    if not roomy:
        assert None not in sides


@given(lines, lines, st.integers(2, 60))
def test_where_a_stacked_row_is_too_tall_the_english_has_half_if_it_needs_it(
    source: int, target: int, cap: int
) -> None:
    rooms = stacked(source, target, cap, roomy=False)
    assert rooms.target.lines >= min(target, cap // 2)


@given(lines, lines, lines)
def test_side_by_side_both_have_every_line(source: int, target: int, cap: int) -> None:
    rooms = side_by_side(source, target, cap)
    assert rooms.height == min(cap, max(source, target))
    assert rooms.source == rooms.target
