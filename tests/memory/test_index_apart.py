"""memory: the bigrams that a look-up reads share no character, and none cost less."""

from __future__ import annotations

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.index_apart import Apart

costs = st.one_of(st.integers(0, 9).map(float), st.just(math.inf), st.floats(0, 1e6).map(round).map(float))


@given(st.lists(costs, max_size=11), st.lists(st.integers(0, 7), min_size=1, max_size=3))
def test_places_apart_have_the_lowest_cost_that_trying_all_finds(
    given_costs: list[float], asked: list[int]
) -> None:
    apart = Apart(given_costs)
    for count in asked:
        sums = [
            sum(given_costs[at] for at in some)
            for some in itertools.combinations(range(len(given_costs)), count)
            if all(b - a > 1 for a, b in itertools.pairwise(some))
        ]
        least = min(sums, default=math.inf)
        assert apart.cost(count) == least
        if least < math.inf:
            chosen = apart.chosen(count)
            assert len(chosen) == count
            assert all(b - a > 1 for a, b in itertools.pairwise(chosen))
            assert sum(given_costs[at] for at in chosen) == least
