"""tests: offsets between what a cell shows and the plain text, with codes and a literal bracket in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.coded import parse_coded, stretches
from workbench.tui.screens.printed import plain_offset, plain_text, printed_offset

printed_forms = st.lists(
    st.sampled_from(["a", "改", "⟨1⟩", "⟨/1⟩", "⟨2/⟩", "⟨⟨", "⟨", "1⟩"]), max_size=8
).map("".join)


@given(printed_forms)
def test_the_stretches_cover_the_printed_form_and_count_its_plain_text(printed: str) -> None:
    parts = list(stretches(printed))
    assert "".join(printed[start:end] for start, end, _ in parts) == printed
    assert sum(length for *_, length in parts) == len(parse_coded(printed).text)


@given(printed_forms, st.data())
def test_an_offset_comes_back_from_the_printed_form(printed: str, data: st.DataObject) -> None:
    plain = plain_text(printed)
    offset = data.draw(st.integers(0, len(plain)))
    there = printed_offset(printed, offset)
    assert plain_offset(printed, there) == offset
    assert 0 <= there <= len(printed)


def test_a_single_bracket_stands_for_itself() -> None:
    assert printed_offset("⟨abc", 2) == 2
    assert plain_offset("⟨1⟩ab", 4) == 1
