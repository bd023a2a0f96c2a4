"""tui: where stretches of a text are after it was typed in, until they are looked for anew."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]


def moved_spans(spans: Iterable[Span], before: str, after: str) -> tuple[Span, ...]:
    """The spans of a text in what became of it; those that the change touched are left out.

    Args:
        spans: half-open offsets in `before`, in code points.
        before: the text they were found in. `after` the text as it stands: taken as one change.
    """
    if before == after:
        return tuple(spans)
    same = _common(before, after)
    rest = _common(before[same:][::-1], after[same:][::-1])
    shift, tail = len(after) - len(before), len(before) - rest
    kept: list[Span] = []
    for start, end in spans:
        by = 0 if end <= same else shift
        outside = end <= same or start >= tail
        if outside and not _grown(before, (start, end), after, (start + by, end + by)):
            kept.append((start + by, end + by))
    return tuple(kept)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _grown(before: str, old: Span, after: str, new: Span) -> bool:
    """Whether a letter or figure stands beside a span now that did not: it is part of another word."""
    sides = (
        (before[old[0] - 1 : old[0]], after[new[0] - 1 : new[0]] if new[0] else ""),
        (before[old[1] : old[1] + 1], after[new[1] : new[1] + 1]),
    )
    return any(now.isalnum() and not then.isalnum() for then, now in sides)
