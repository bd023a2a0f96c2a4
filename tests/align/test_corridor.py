from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.align.corridor import Boundary, Corridor, around, limits, touches
from workbench.align.steps import Step, boundaries

SIZES = st.integers(0, 14)


@st.composite
def chains(draw: st.DrawFn, rows: int, columns: int) -> list[Boundary]:
    """Boundaries rising on both sides, where one side may stand still."""
    count = draw(st.integers(0, 5))
    x = sorted(draw(st.lists(st.integers(0, rows), min_size=count, max_size=count)))
    y = sorted(draw(st.lists(st.integers(0, columns), min_size=count, max_size=count)))
    return list(zip(x, y, strict=True))


@st.composite
def walls_apart(draw: st.DrawFn, rows: int, columns: int) -> list[Boundary]:
    """Walls inside of the texts, no two of them around one Chinese sentence."""
    rows_of_walls = draw(st.lists(st.integers(0, max(0, rows // 2 - 2)), max_size=3, unique=True))
    x = [2 * row + 1 for row in sorted(rows_of_walls) if 0 < 2 * row + 1 < rows]
    y = sorted(draw(st.lists(st.integers(0, columns), min_size=len(x), max_size=len(x))))
    return list(zip(x, y, strict=True))


def assert_sound(path: Corridor, rows: int, columns: int) -> None:
    """What the searches rely on: a path from corner to corner exists, and every cell lies on one."""
    low, high = path.low, path.high
    assert len(low) == len(high) == len(path.solid) == rows + 1
    assert low[0] == 0
    assert high[-1] == columns
    assert (low <= high).all()
    assert (np.diff(low) >= 0).all()
    assert (np.diff(high) >= 0).all()
    assert (low[1:] <= high[:-1]).all()


@given(SIZES, SIZES)
def test_without_walls_everything_is_allowed(rows: int, columns: int) -> None:
    path = limits(rows, columns)
    assert_sound(path, rows, columns)
    assert path.cells == (rows + 1) * (columns + 1)


@given(st.data(), SIZES, SIZES)
def test_a_path_passes_every_wall(data: st.DataObject, rows: int, columns: int) -> None:
    walls = data.draw(walls_apart(rows, columns))
    path = limits(rows, columns, walls)
    assert_sound(path, rows, columns)
    for row, column in walls:
        assert path.low[row] <= column <= path.high[row]
        assert path.high[row - 1] <= column <= path.low[row + 1]


@given(st.data(), SIZES, SIZES, st.integers(0, 6))
def test_a_corridor_is_sound_and_holds_its_points(
    data: st.DataObject, rows: int, columns: int, reach: int
) -> None:
    points = data.draw(chains(rows, columns))
    path = around(points, limits(rows, columns), reach)
    assert_sound(path, rows, columns)
    for row, column in points:
        assert path.low[row] <= column <= path.high[row]


@given(st.data(), st.integers(1, 14), st.integers(1, 14), st.integers(0, 6))
def test_a_stretch_between_two_points_has_a_corridor_of_its_own(
    data: st.DataObject, rows: int, columns: int, reach: int
) -> None:
    points = [(0, 0), *data.draw(chains(rows, columns)), (rows, columns)]
    path = around(points, limits(rows, columns), reach)
    first = data.draw(st.integers(0, len(points) - 2))
    (z0, e0), (z1, e1) = points[first], points[data.draw(st.integers(first + 1, len(points) - 1))]
    part = path.part(z0, z1, e0, e1)
    assert_sound(part, z1 - z0, e1 - e0)
    assert (part.low + e0 >= np.minimum(path.low[z0 : z1 + 1], e1))[1:].all()
    assert (part.high + e0 <= np.maximum(path.high[z0 : z1 + 1], e0))[:-1].all()


def test_a_missing_block_lies_in_the_corridor_from_its_foot_to_its_top() -> None:
    path = around([(50, 50), (50, 130)], limits(100, 180), 10)
    assert path.low[50] <= 50
    assert path.high[50] >= 130


def test_between_far_points_only_a_strip_is_searched() -> None:
    bounds = limits(20_000, 20_000)
    path = around([(5000, 5200), (15_000, 14_900)], bounds, 20)
    assert_sound(path, 20_000, 20_000)
    assert path.widths.max() <= 2 * (20 + 200) + 2
    strayed = around([(5000, 5200)], limits(20_000, 30_000), 20)
    assert strayed.cells < bounds.cells / 20


@given(st.integers(3, 14), st.integers(1, 3))
def test_a_path_along_the_edge_asks_for_a_wider_corridor(size: int, reach: int) -> None:
    bounds = limits(size, size)
    path = around([(i, i) for i in range(size + 1)], bounds, reach)
    along_the_edge: list[Step] = [(0, 0, j, j + 1) for j in range(reach)]
    along_the_edge += [(i, i + 1, i + reach, i + reach + 1) for i in range(size - reach)]
    along_the_edge += [(i, i + 1, size, size) for i in range(size - reach, size)]
    assert touches(boundaries(along_the_edge), path, bounds) == (path.cells < bounds.cells)
    assert not touches(boundaries(along_the_edge), bounds, bounds)


def test_a_path_in_the_middle_of_its_corridor_asks_for_nothing() -> None:
    bounds = limits(60, 60)
    diagonal: list[Step] = [(i, i + 1, i, i + 1) for i in range(60)]
    path = around([(i, i) for i in range(61)], bounds, 8)
    assert path.cells < bounds.cells
    assert not touches(boundaries(diagonal), path, bounds)
