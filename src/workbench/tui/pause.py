"""tui: Pause, what is done when nothing has happened for a while; cheap to begin again with every key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.message_pump import MessagePump


class Pause:
    """Waits, and waits anew whenever it is told to begin again.

    A timer of Textual is a task of its own, which takes longer to make and to stop than a key may cost.
    """

    def __init__(self, pump: MessagePump, do: Callable[[], object]) -> None:
        """Make one.

        Args:
            pump: the widget or screen in whose turn it is done.
            do: what is done.
        """
        self._pump = pump
        self._do = do
        self._waits: asyncio.TimerHandle | None = None
        self._due = False

    @property
    def pending(self) -> bool:
        """Whether it is still to be done."""
        return self._waits is not None or self._due

    def begin(self, after: float) -> None:
        """Do it in so many seconds, whatever was to be done before."""
        self.stop()
        self._waits = asyncio.get_running_loop().call_later(after, self._over)

    def stop(self) -> None:
        """Do not do it."""
        self._due = False
        if self._waits is not None:
            self._waits.cancel()
            self._waits = None

    def _over(self) -> None:
        self._waits = None
        self._due = self._pump.call_later(self._done)

    def _done(self) -> None:
        if self._due:
            self._due = False
            self._do()
