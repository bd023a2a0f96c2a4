from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.scoring import best_of, distance, similarity

few_signs = st.text("发展北京abc,", max_size=14)


def plain_distance(one: str, other: str) -> int:
    """Levenshtein's distance by the textbook."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


@given(few_signs, few_signs)
def test_the_score_is_the_published_formula_in_whole_numbers(query: str, unit: str) -> None:
    edits, longer = plain_distance(query, unit), max(len(query), len(unit))
    assert distance(query, unit) == edits
    assert similarity(query, unit) == (100 * (longer - edits) // longer if longer else 100)


def test_one_character_in_a_hundred_thousand_is_no_hundred() -> None:
    text = "展" * 100_000
    assert similarity(text, text[:-1] + "开") == 99


@given(few_signs, few_signs)
def test_a_hundred_is_said_of_equal_texts_only_and_either_way_round(query: str, unit: str) -> None:
    assert (similarity(query, unit) == 100) == (query == unit)
    assert similarity(query, unit) == similarity(unit, query)


def test_a_hanzi_outside_the_basic_plane_counts_as_one_character() -> None:
    assert similarity("𠮷野家店", "吉野家店") == 75


@given(few_signs, st.lists(few_signs, max_size=12), st.integers(0, 100), st.integers(0, 6))
def test_the_best_are_those_a_full_comparison_finds_ties_in_order(
    query: str, folds: list[str], least: int, best: int
) -> None:
    scores = [(place, similarity(query, folded)) for place, folded in enumerate(folds)]
    ranked = sorted((pair for pair in scores if pair[1] >= least), key=lambda pair: -pair[1])
    assert best_of(query, folds, least, best) == (ranked[:best] if best else ranked)
