"""tui: what stands on the screen hangs on a row, and does not shift while guesses turn exact."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.widgets.heights import HeightIndex
from workbench.tui.widgets.viewport import Viewport

rows = st.lists(st.integers(1, 12), min_size=1, max_size=80)


def view(true: list[int], size: int, guess: int = 3) -> Viewport:
    return Viewport(HeightIndex([guess] * len(true)), true.__getitem__, size)


@given(rows, st.integers(1, 30), st.integers(0, 100), st.integers(-40, 40))
def test_the_window_is_a_stretch_of_the_true_lines(true: list[int], size: int, row: int, y: int) -> None:
    viewport = view(true, size)
    viewport.hold(row % len(true), y)
    filled = viewport.fill()
    every = [(at, line) for at, height in enumerate(true) for line in range(height)]
    start = every.index(filled[0])
    assert filled == every[start : start + size]
    assert len(filled) == min(size, len(every))


@given(rows, st.integers(4, 30), st.data())
def test_a_row_revealed_is_whole_and_in_the_window(true: list[int], size: int, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(true) - 1))
    viewport = view([min(height, size) for height in true], size)
    viewport.hold(data.draw(st.integers(0, len(true) - 1)), 0)
    viewport.fill()
    getattr(viewport, data.draw(st.sampled_from(["reveal", "turn_to"])))(row)
    shown = [at for at, _ in viewport.fill()]
    assert shown.count(row) == viewport.index[row]


@given(rows, st.integers(4, 30), st.data())
def test_revealing_what_is_in_view_moves_nothing(true: list[int], size: int, data: st.DataObject) -> None:
    viewport = view([min(height, size) for height in true], size)
    viewport.hold(data.draw(st.integers(0, len(true) - 1)), data.draw(st.integers(-5, 5)))
    viewport.reveal(data.draw(st.integers(0, len(true) - 1)))
    before = viewport.fill()
    row = before[len(before) // 2][0]
    top = viewport.top_of(row)
    assert top is not None
    if top >= 1 and top + viewport.index[row] <= size - 1:
        viewport.turn_to(row)
        assert viewport.fill() == before


def test_the_scroll_bar_finds_its_line_among_guesses() -> None:
    viewport = view([5] * 100, 10)
    viewport.go_to(150)
    assert (viewport.row, viewport.line) == (50, 0)
    viewport.go_to(10_000)
    assert viewport.fill()[-1] == (99, 4)


def test_where_the_view_stands_in_all_is_what_the_index_knows() -> None:
    viewport = view([5] * 100, 10)
    viewport.hold(50, 0)
    assert viewport.top == 150
