"""Two renderings of an ordinary term read as two things, or as one that the sentence turns its way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.glossary.rewording import worded_otherwise


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("inclusive finance", "financial inclusion"),
        ("business environment", "environment for doing business"),
        ("left-behind children", "children left behind in rural areas"),
        ("new quality productive forces", "new productive forces"),
        ("modernized industrial system", "modern industrial system"),
        ("unified national market", "unified nationwide market"),
        ("common prosperity", "prosperity for all"),
        ("leading officials", "leading cadres"),
    ],
)
def test_another_head_or_modifier_is_another_wording(first: str, other: str) -> None:
    assert worded_otherwise(first, other, whole=True)
    assert worded_otherwise(other, first, whole=True)


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("socialist market economy", "market economy"),
        ("rural revitalization", "revitalization of rural areas"),
        ("new pattern of development", "new development patterns"),
        ("developing the private sector", "private sector development"),
        ("non-capital functions", "functions of the non capital"),
        ("statistical communiqué", "statistical communique"),
        ("political advisor", "political advisers"),
        ("participation in state affairs", "participate in state affairs"),
        ("Asian community", "community in Asia"),
        ("Party organization activities", "Party organizational activities"),
        ("permanent member of the Security Council", "permanent member of the UN Security Council"),
        ("public", "people"),
        ("head", "official in charge"),
    ],
)
def test_short_forms_order_number_and_single_words_are_not(first: str, other: str) -> None:
    assert not worded_otherwise(first, other, whole=True)
    assert not worded_otherwise(other, first, whole=True)


def test_a_place_may_lose_a_word_from_its_middle() -> None:
    assert not worded_otherwise("Yangtze River Delta", "Yangtze Delta", whole=False)


@given(st.text("abc defgist", max_size=24), st.text("abc defgist", max_size=24))
def test_which_came_first_makes_no_difference(one: str, two: str) -> None:
    assert worded_otherwise(one, two, whole=True) == worded_otherwise(two, one, whole=True)
    assert not worded_otherwise(one, one, whole=True)
