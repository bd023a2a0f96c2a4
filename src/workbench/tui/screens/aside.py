"""tui: Aside, a dialog's newest question is answered in a worker's thread, and the ones before it no more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from textual.screen import Screen
from textual.timer import Timer

from workbench.model.faults import WorkbenchError
from workbench.project.stopping import Progress, StopError, unheard
from workbench.tui.giving_way import giving_way

Found = TypeVar("Found")
_PAUSE = 0.15  # s that the fingers rest before a question is asked


class Aside(Generic[Found]):
    """Asks for a dialog.

    Args:
        screen: the dialog.
        then: is given the answer.
        failed: is given what was wrong with the question.
        at_once: the answer takes no time worth a thread.
    """

    def __init__(
        self,
        screen: Screen[Any],
        then: Callable[[Found], None],
        failed: Callable[[str], None],
        *,
        at_once: bool,
    ) -> None:
        self._screen = screen
        self._then = then
        self._failed = failed
        self._at_once = at_once
        self._timer: Timer | None = None
        self._token: object | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._timer is not None or self._token is not None

    def soon(self, work: Callable[[Progress], Found]) -> None:
        """Ask when the fingers rest."""
        self.stop()
        self._timer = self._screen.set_timer(_PAUSE, partial(self.now, work))

    def now(self, work: Callable[[Progress], Found]) -> None:
        """Ask at once."""
        self.stop()
        self._token = token = object()
        if self._at_once:
            self._work(token, work, lambda call, *given: call(*given), unheard)
        else:
            task = partial(self._work, token, work, self._screen.call_later, partial(self._watch, token))
            self._screen.run_worker(task, thread=True, group="aside")

    def stop(self) -> None:
        """Wait for no answer any more."""
        self._token = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _watch(self, token: object, _done: int, _of: int) -> None:
        if self._token is not token:
            raise StopError

    def _work(
        self,
        token: object,
        work: Callable[[Progress], Found],
        back: Callable[..., object],
        progress: Progress,
    ) -> None:
        """In a worker's thread, but where the answer comes at once."""
        try:
            with giving_way():
                found = work(progress)
        except StopError:
            return
        except WorkbenchError as error:
            back(self._answered, token, partial(self._failed, str(error)))
            return
        back(self._answered, token, partial(self._then, found))

    def _answered(self, token: object, then: Callable[[], None]) -> None:
        if self._token is token:
            self._token = None
            then()
