"""tests/lexicon: phrases become tokens with weights."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.lexicon.glosses import normalised, phrase_weights, rendering_weights


@pytest.mark.parametrize(
    ("phrase", "tokens"),
    [
        ("to reform", ["reform"]),
        ("sb's duty", ["duti"]),
        ("the people's livelihood", ["peopl", "livelihood"]),
        ("one country, two systems", ["countri", "#2", "system"]),
        ("Eighth Route Army", ["#8", "rout", "armi"]),
        ("ten thousand", ["#10000"]),
        ("hundred", ["#100"]),
        ("thirty percent", ["#30%"]),
        ("half", ["#1/2"]),
        ("May Fourth Movement", ["#M5", "#4", "movement"]),
        ("may be", ["may"]),
        ("Itō Hirobumi", ["ito", "hirobumi"]),
        ("Xi'an", ["xi"]),
        ("of the", ["of", "the"]),
        ("", []),
        ("——", []),
    ],
)
def test_the_tokens_of_a_phrase(phrase: str, tokens: list[str]) -> None:
    assert set(phrase_weights(phrase)) == set(tokens)


def test_verbs_that_lend_themselves_to_anything_count_less() -> None:
    weights = phrase_weights("to make peace")
    assert weights["peac"] > 2 * weights["make"] > 0


@given(st.text(max_size=40))
def test_weights_of_any_phrase_sum_to_one(phrase: str) -> None:
    weights = phrase_weights(phrase)
    assert not weights or abs(sum(weights.values()) - 1) < 1e-9


def test_the_first_rendering_counts_most() -> None:
    weights = rendering_weights(["rural revitalization", "village renewal"])
    assert weights["rural"] > weights["villag"] > 0
    assert abs(sum(weights.values()) - 1) < 1e-9


def test_nothing_normalised_is_nothing() -> None:
    assert normalised([]) == {} == normalised([({}, 1.0)]) == rendering_weights(["", "--"])
