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
