"""text: widths agree with the painter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.text.strategies import texts
from workbench.text.width import cell_width, char_width


@given(texts)
def test_every_text_is_as_wide_as_rich_paints_it(text: str) -> None:
    assert cell_width(text) == cell_len(text)


@given(st.characters())
def test_every_character_is_as_wide_as_rich_paints_it(ch: str) -> None:
    assert char_width(ch) == cell_len(ch)


def test_a_family_of_joined_emoji_is_one_wide_character() -> None:
    assert cell_width("👨\u200d👩\u200d👧") == 2
    assert cell_width("京津冀 GDP") == 10
