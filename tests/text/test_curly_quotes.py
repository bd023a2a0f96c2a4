"""tests/text: straight quotation marks made curly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.curly_quotes import curly


@pytest.mark.parametrize(
    ("straight", "after"),
    [
        ('He said "the model works".', "He said “the model works”."),
        ("the county's plan and the farmers' income", "the county’s plan and the farmers’ income"),
        ("the '90s and the 'new era'", "the ’90s and the ‘new era’"),
        ('("So")', "(“So”)"),
        ("\"'Two hands' policy\"", "“‘Two hands’ policy”"),
        ('town—"the hub"—and', "town—“the hub”—and"),
        ('"We will—"', "“We will—”"),
        ("5'10 tall", "5'10 tall"),
        ('⟨1⟩"hub"⟨/1⟩', "⟨1⟩“hub”⟨/1⟩"),
        ("Xi'an and Li Chang'an", "Xi’an and Li Chang’an"),
    ],
)
def test_marks_turn_the_right_way(straight: str, after: str) -> None:
    assert curly(straight) == after


@given(st.text(alphabet="ab '\"—-()“”0.⟨1⟩", max_size=30))
def test_only_straight_marks_change_and_none_is_left_but_feet(text: str) -> None:
    after = curly(text)
    assert len(after) == len(text)
    assert [c for c, d in zip(text, after, strict=True) if c != d and c not in "\"'"] == []
    assert curly(after) == after
    assert '"' not in after
