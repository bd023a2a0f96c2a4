"""project: how long work tells how far it is, and is stopped between two steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")
_STRIDE = 64
Progress = Callable[[int, int], None]
"""Told how many of how many are done. It raises `StopError` to have the work end there."""


class StopError(Exception):
    """The translator has stopped long work: nothing is wrong, and what was done so far is of no use."""


def unheard(_done: int, _of: int) -> None:
    """Progress that nobody watches."""


def told(things: Iterable[Thing], progress: Progress, of: int) -> Iterator[Thing]:
    """Things one after the other, as many as `of`; now and then it is told how many there were."""
    for number, thing in enumerate(things):
        if number % _STRIDE == 0:
            progress(number, of)
        yield thing
