"""align: a long text is cut into pieces where the first run is surest, so that memory grows little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.align.steps import Step

_ROWS = 1500  # Chinese sentences of a piece
_AROUND = 300  # beads on each side of the middle among which the cut is looked for


def pieces(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """Stretches of a path, cut in the middle of the longest runs of one sentence to one.

    Args:
        steps: the path of the first run.
    """
    start = 0
    while start < len(steps):
        end = _next_cut(steps, start)
        yield list(steps[start:end])
        start = end


def _next_cut(steps: Sequence[Step], start: int) -> int:
    rows = steps[start][0] + _ROWS
    wished = next((k for k in range(start, len(steps)) if steps[k][1] >= rows), len(steps))
    if len(steps) - wished < _ROWS // 4:
        return len(steps)
    first, last = max(start + 1, wished - _AROUND), min(len(steps), wished + _AROUND)
    best, best_length, run = wished, 0, 0
    for k in range(first, last):
        z0, z1, e0, e1 = steps[k]
        run = run + 1 if z1 - z0 == 1 and e1 - e0 == 1 else 0
        if run > best_length:
            best, best_length = k - run // 2, run
    return best
