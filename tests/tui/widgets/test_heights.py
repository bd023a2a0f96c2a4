"""tui: the height index answers as a plain list would, and guesses without looking at a text."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.widgets.heights import HeightIndex, guess_heights

heights = st.lists(st.integers(1, 40), min_size=1, max_size=900)
changes = st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 60)), max_size=12)


@given(heights, changes)
def test_starts_and_finds_agree_with_a_naive_list_after_any_changes(
    rows: list[int], edits: list[tuple[int, int]]
) -> None:
    index = HeightIndex(rows)
    for at, height in edits:
        rows[at % len(rows)] = height
        index.set(at % len(rows), height)
    line_of_row = [sum(rows[:at]) for at in range(len(rows) + 1)]
    assert index.total == line_of_row[-1]
    assert [index.start(at) for at in range(len(rows) + 1)] == line_of_row
    every = [(row, line) for row, height in enumerate(rows) for line in range(height)]
    probes = range(0, len(every), max(1, len(every) // 50))
    assert [index.find(line) for line in probes] == [every[line] for line in probes]
    assert index.find(len(every) + 7) == every[-1]
    assert index.find(-3) == (0, 0)


def test_no_rows_have_no_lines() -> None:
    index = HeightIndex(())
    assert (len(index), index.total, index.start(0)) == (0, 0, 0)


@given(st.lists(st.tuples(st.integers(0, 1300), st.integers(0, 2400)), max_size=60), st.booleans())
def test_a_guess_is_at_least_what_the_characters_need(cells: list[tuple[int, int]], ruby: bool) -> None:
    source, target = array("l", [a for a, _ in cells]), array("l", [b for _, b in cells])
    guessed = guess_heights(source, target, 40, 60, ruby=ruby)
    assert len(guessed) == len(cells)
    for (a, b), height in zip(cells, guessed, strict=True):
        assert height >= max(1, -(-a // 40) * (2 if ruby else 1), -(-b // 60))
