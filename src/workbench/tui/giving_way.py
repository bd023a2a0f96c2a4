"""tui: giving_way, work in a thread that lets the keys go first."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_INTERVAL: Final = 0.001
_WHOLE: Final = 1_000_000
"""The collector looks through everything after so many looks through what is young: not while this holds."""
_lock = threading.Lock()
_before: list[tuple[float, tuple[int, int, int]]] = []
_working = 0


@contextmanager
def giving_way() -> Iterator[None]:
    """While this holds, a key waits a millisecond for its turn beside a busy thread, not five.

    Nor does it wait for the collector of cycles to look through all that the work has made, which takes
    longer than a key may. Threads may hold it together: the last one puts back what was.
    """
    global _working
    with _lock:
        if not _working:
            _before.append((sys.getswitchinterval(), gc.get_threshold()))
            sys.setswitchinterval(_INTERVAL)
            gc.set_threshold(*gc.get_threshold()[:2], _WHOLE)
        _working += 1
    try:
        yield
    finally:
        with _lock:
            _working -= 1
            if not _working:
                interval, threshold = _before.pop()
                sys.setswitchinterval(interval)
                gc.set_threshold(*threshold)
