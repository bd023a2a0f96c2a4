"""memory: memory that was freed goes back to the system, so that a large import stays small."""

from __future__ import annotations

import sys
from typing import Final

_ARENA_MAX: Final = -8  # M_ARENA_MAX of malloc.h, and so on
_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
_LARGE: Final = 1 << 17  # bytes


def give_back_memory() -> None:
    """Give freed memory back to the system, where the C library keeps it for itself (glibc).

    Arrays of some megabytes are made and freed again and again in several threads; what is kept for each adds
    up to more than what is ever used at once. It takes some ten milliseconds.
    """
    _call("malloc_trim", 0)


def share_one_heap() -> None:
    """Have all threads that start from now on take memory from one heap; with glibc each would get its own.

    Python runs one thread at a time, so that none waits for another; and what one has freed, the next takes.
    What is large stands outside of it and goes back to the system when it is freed; glibc would come to take
    arrays of up to 32 MB for small.
    """
    _call("mallopt", _ARENA_MAX, 1)
    _call("mallopt", _MMAP_THRESHOLD, _LARGE)
    _call("mallopt", _TRIM_THRESHOLD, _LARGE)


def _call(function: str, *arguments: int) -> None:
    """Call a function of glibc; where the C library is another one, nothing happens."""
    if sys.platform == "linux":
        import ctypes

        found = getattr(ctypes.CDLL(None), function, None)
        if found is not None:
            found(*arguments)
