"""tests: the reviewer's line: every change in sight where there is room, and never more lines than it has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from workbench.project.english_changes import english_changes
from workbench.tui.widgets.review_line import difference_content, fitted_difference

WORDS = st.lists(st.sampled_from(["the", "river", "Party", "64.2%", "河", "—", "agreement"]), max_size=60)


@given(WORDS, WORDS, st.integers(20, 90), st.integers(1, 4))
def test_it_keeps_to_its_lines_and_its_width(
    before: list[str], after: list[str], width: int, height: int
) -> None:
    parts = english_changes(" ".join(before), " ".join(after))
    lines = fitted_difference(Content("2 changes:"), parts, width, height).plain.split("\n")
    assert len(lines) <= height
    assert all(cell_len(line.rstrip()) <= width for line in lines)


def test_unchanged_stretches_give_way_before_a_change_does() -> None:
    long = " ".join(["the river is clean"] * 12)
    parts = english_changes(f"A {long} end", f"The {long} close")
    said = fitted_difference(Content("2 changes:"), parts, 60, 2).plain
    assert "[-A-]{+The+}" in said
    assert "[-end-]{+close+}" in said
    assert "…" in said


def test_without_shortening_the_signs_alone_tell_what_changed() -> None:
    assert (
        difference_content(english_changes("a big river", "a wide river")).plain == "a [-big-]{+wide+} river"
    )
