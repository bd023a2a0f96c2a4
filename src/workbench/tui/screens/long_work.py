"""tui: LongWork, work that takes its time: aside, with how far it is and how long still; Escape stops it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeVar

from workbench.model.faults import WorkbenchError
from workbench.project.stopping import Progress, StopError, unheard
from workbench.tui.giving_way import giving_way
from workbench.tui.screens.part import Part

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

Found = TypeVar("Found")
FEW_ROWS: Final = 5_000
"""Up to so many rows, what only reads them once is done at once."""
_TELLING: Final = 0.4  # s before the first word on how far it is, and from one to the next


class LongWork(Part):
    """Runs one piece of work at a time; another one takes its place."""

    def __init__(self, desk: EditorScreen) -> None:
        super().__init__(desk)
        self._token: object | None = None
        self._name = ""

    def run(
        self,
        name: str,
        work: Callable[[Progress], Found],
        then: Callable[[Found], None],
        *,
        quick: bool = True,
    ) -> None:
        """Do something and go on with what came of it, unless it was stopped; what goes wrong is said.

        Args:
            name: what is done, as a sentence begins with it: "Looking for findings".
            work: done in a worker's thread; it tells how far it is.
            then: done in the thread of the screen.
            quick: it reads the rows once and no more: with a few of them it is done at once.
        """
        self.stop()
        if quick and self.desk.view.total <= FEW_ROWS:
            self.desk.attempt(lambda: then(work(unheard)))
            return
        self._token, self._name = token, _ = object(), name
        task = partial(self._work, token, name, work, then)
        self.desk.run_worker(task, thread=True, exclusive=True, group="long work")

    def stop(self) -> bool:
        """Stop what is under way; False where nothing is."""
        running, self._token = self._token is not None, None
        return running

    def cancelled(self) -> None:
        """Escape."""
        if self.stop():
            self.desk.say(f"{self._name}: stopped.")

    def closing(self) -> None:
        """Nobody waits for it any more."""
        self.stop()

    def _work(
        self, token: object, name: str, work: Callable[[Progress], Found], then: Callable[[Found], None]
    ) -> None:
        """In a worker's thread."""
        begun = told = monotonic()

        def progress(done: int, of: int) -> None:
            nonlocal told
            if self._token is not token:
                raise StopError
            now = monotonic()
            if now - told >= _TELLING and of:
                told = now
                self.desk.call_later(self._tell, token, how_far(name, done, of, now - begun))

        try:
            with giving_way():
                found = work(progress)
        except StopError:
            return
        except WorkbenchError as error:
            self.desk.call_later(self._failed, token, str(error))
            return
        self.desk.call_later(self._done, token, partial(then, found))

    def _tell(self, token: object, said: str) -> None:
        if self._token is token:
            self.desk.say(said)

    def _failed(self, token: object, said: str) -> None:
        if self._token is token:
            self._token = None
            self.desk.say(said, warn=True)

    def _done(self, token: object, then: Callable[[], None]) -> None:
        if self._token is token:
            self._token = None
            self.desk.attempt(then)


def how_far(name: str, done: int, of: int, seconds: float) -> str:
    """How far work is and how long it still takes, at the speed it had so far."""
    left = round(seconds / done * max(0, of - done)) if done else None
    time = "" if left is None else f", {left // 60}:{left % 60:02} left"
    return f"{name}: {done:,} of {of:,}{time}. Esc stops it."
