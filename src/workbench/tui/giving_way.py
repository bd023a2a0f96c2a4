"""tui: giving_way, threads and the collector of cycles let the keys go first."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_INTERVAL: Final = 0.0002
"""Seconds a key waits for its turn beside a busy thread. It waits some three times: where it is read, dealt
with and written out. Python's own five milliseconds each time are felt."""
_WHOLE: Final = 1_000_000
"""The collector looks through everything after so many looks through what is young: not while one works."""
_lock = threading.Lock()
_before: list[tuple[int, int, int]] = []
_working = 0


def keys_first() -> None:
    """From now on no thread holds the others up for long."""
    sys.setswitchinterval(_INTERVAL)


@contextmanager
def giving_way() -> Iterator[None]:
    """While this holds, no key waits for the collector to look through all that the work has made.

    Threads may hold it together: the last one puts back what was.
    """
    global _working
    with _lock:
        if not _working:
            _before.append(gc.get_threshold())
            gc.set_threshold(*gc.get_threshold()[:2], _WHOLE)
        _working += 1
    try:
        yield
    finally:
        with _lock:
            _working -= 1
            if not _working:
                gc.set_threshold(*_before.pop())
