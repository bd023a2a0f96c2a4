"""tui: giving_way, work in a thread that lets the keys go first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_INTERVAL = 0.001


@contextmanager
def giving_way() -> Iterator[None]:
    """While this holds, a key waits a millisecond for its turn beside a busy thread, not five."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_INTERVAL)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
