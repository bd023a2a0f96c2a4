"""project: a row's position in a view is known however the rows were moved."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from workbench.project.view import RowView


@given(st.lists(st.integers(1, 40), unique=True))
def test_every_row_is_found_at_its_position_and_no_other_one_at_all(ids: list[int]) -> None:
    view = RowView(ids=array("q", ids))
    for row in range(42):
        assert view.index_of(row) == (ids.index(row) if row in ids else None)


@given(
    st.lists(st.integers(1, 40), unique=True),
    st.frozensets(st.integers(1, 60)),
    st.sampled_from([0, 5_100]),
)
def test_the_rows_that_pass_stay_in_order_with_all_that_is_known_of_them(
    ids: list[int], passing: frozenset[int], more: int
) -> None:
    ids += range(100, 100 + more)
    count = len(ids)
    numbers, source = array("l", range(1, count + 1)), array("l", (row * 3 for row in ids))
    view = RowView(array("q", ids), numbers, source, array("l", (row * 2 for row in ids)), count)
    only = view.only(passing)
    kept = [(row, at + 1, row * 3, row * 2) for at, row in enumerate(ids) if row in passing]
    columns = only.ids, only.numbers, only.source_cells, only.target_cells
    assert list(zip(*columns, strict=True)) == kept
    assert (only.total, only.complete) == (count, True)
