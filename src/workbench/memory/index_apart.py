"""memory: the cheapest bigrams of a query that share no character with one another."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence


class Apart:
    """For every number of places in a row, no two side by side, those of the lowest cost in sum.

    The cheapest place is taken, and it and its neighbours become one place whose cost is that of taking the
    neighbours instead; and so on. (The greedy algorithm with regret, which is exact on a path.)

    Args:
        costs: of the places, in order; infinite for what must not be taken.
    """

    def __init__(self, costs: Sequence[float]) -> None:
        size = len(costs)
        # Places 1..size; 0 and size + 1 are walls, which cannot be taken, and their own neighbours.
        self._cost = [math.inf, *costs, math.inf]
        self._before = [0, *range(size + 1)]
        self._after = [*range(1, size + 2), size + 1]
        self._first, self._last = list(range(size + 2)), list(range(size + 2))
        self._gone = bytearray(size + 2)
        self._heap = [(cost, at) for at, cost in enumerate(costs, 1) if cost < math.inf]
        heapq.heapify(self._heap)
        self._taken: list[tuple[int, int]] = []
        self._sums = [0.0]

    def cost(self, count: int) -> float:
        """The cost of so many places; infinite where there are fewer."""
        while len(self._sums) <= count:
            if not self._take():
                return math.inf
        return self._sums[count]

    def chosen(self, count: int) -> list[int]:
        """These places, from 0; `cost(count)` has been asked and was not infinite."""
        taken = bytearray(len(self._cost))
        for first, last in self._taken[:count]:
            for place in range(first, last + 1):
                taken[place] ^= 1
        return [place - 1 for place, is_taken in enumerate(taken) if is_taken]

    def _take(self) -> bool:
        """Take one place more, or a place's neighbours instead of it; whether there was one."""
        before, after, gone = self._before, self._after, self._gone
        while True:
            if not self._heap:
                return False
            cost, at = heapq.heappop(self._heap)
            if not gone[at]:
                break
        self._taken.append((self._first[at], self._last[at]))
        self._sums.append(self._sums[-1] + cost)
        left, right = before[at], after[at]
        regret = self._cost[left] + self._cost[right] - cost
        gone[left] = gone[right] = 1
        self._first[at], self._last[at] = self._first[left], self._last[right]
        self._cost[at] = regret
        before[at], after[at] = before[left], after[right]
        after[before[at]] = before[after[at]] = at
        if regret < math.inf:
            heapq.heappush(self._heap, (regret, at))
        return True
