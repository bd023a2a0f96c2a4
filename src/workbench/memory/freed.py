"""memory: memory that was freed goes back to the system, so that a large import stays small."""

from __future__ import annotations

import sys


def give_back_memory() -> None:
    """Give freed memory back to the system, where the C library keeps it for itself (glibc).

    Arrays of some megabytes are made and freed again and again in several threads; what is kept for each adds
    up to more than what is ever used at once. It takes some ten milliseconds.
    """
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
