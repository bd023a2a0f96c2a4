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
from workbench.tui.widgets.bottom_lines import MessageLine

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

Found = TypeVar("Found")
FEW_ROWS: Final = 5_000
"""Up to so many rows, what only reads them once is done at once."""
FEW_KEPT: Final = 300
"""Up to so many rows, what writes them, into the project or a file, is done at once."""
_TELLING: Final = 0.4  # s before the first word on how far it is, and from one to the next
_READING: Final = 2.0  # s that another sentence is left to be read


def _nothing() -> None:
    """Nothing is to be put right where work was stopped."""


class _Job:
    """One piece of work.

    Attributes:
        keeps: it writes something: nothing takes its place, and quitting waits for it.
        stopping: it is to end as soon as it asks.
        over: nothing is to come of it any more.
        said: how far it is.
    """

    def __init__(self, name: str, *, keeps: bool) -> None:
        self.name = name
        self.keeps = keeps
        self.over = False
        self.stopping = False
        self.said = ""


class LongWork(Part):
    """Runs one piece of work that looks for something, and beside it one that writes.

    Looking for another thing takes the place of the first; what is written is written to its end, unless it
    is stopped. The newest of them tells how far it is.
    """

    def __init__(self, desk: EditorScreen) -> None:
        super().__init__(desk)
        self._jobs: list[_Job] = []
        self._then: Callable[[], None] | None = None
        self._other = self._ended = ("", 0.0)

    def run(
        self,
        name: str,
        work: Callable[[Progress], Found],
        then: Callable[[Found], None],
        *,
        quick: bool = True,
        keeps: bool = False,
        rows: int | None = None,
        otherwise: Callable[[], object] = _nothing,
    ) -> None:
        """Do something and go on with what came of it, unless it was stopped; what goes wrong is said.

        Args:
            name: what is done, as a sentence begins with it: "Looking for findings".
            work: done in a worker's thread; it tells how far it is. Where that raises `StopError` it leaves
                nothing behind.
            then: done in the thread of the screen.
            quick: it goes through the rows once and no more: with a few of them it is done at once.
            keeps: it writes something; refused while something else is being written.
            rows: how many rows it goes through; all of them where not given.
            otherwise: done in the place of `then` where it was stopped or went wrong.
        """
        count = self.desk.view.total if rows is None else rows
        writing = self.writing
        if keeps and writing is not None:
            self.desk.say(f"{writing.name} is under way: Esc stops it, or wait for its end.", warn=True)
        elif quick and count <= (FEW_KEPT if keeps else FEW_ROWS):
            self._end_looking()
            self._at_once(work, then, otherwise)
        else:
            self._begin(_Job(name, keeps=keeps), work, then, otherwise)

    @property
    def writing(self) -> _Job | None:
        """What is being written."""
        return next((job for job in self._jobs if job.keeps), None)

    def looking(self, name: str) -> str:
        """The whole name of what is being looked for, where it begins like that; else empty."""
        names = (job.name for job in self._jobs if not job.keeps)
        return next((each for each in names if each.startswith(name)), "")

    def stop(self) -> bool:
        """Stop the newest of what is under way; False where nothing is."""
        if not self._jobs:
            return False
        job = self._jobs[-1]
        job.stopping = True
        if not job.keeps:
            self._end(job)
        return True

    def finish(self, then: Callable[[], None]) -> bool:
        """Have something done when nothing is being written any more; False where nothing is."""
        writing = self.writing
        if writing is not None:
            self._then = then
            self.desk.say(f"{writing.name}: Workbench closes as soon as that is done.")
        return writing is not None

    def edited(self) -> None:
        """A key puts away what is said, but not how far the work is, nor at once what came of it."""
        said, since = self._ended
        if self._jobs:
            said = self._jobs[-1].said
        elif said and monotonic() - since > _READING:
            said, self._ended = "", ("", 0.0)
        if said and not self.desk.query_one(MessageLine).text:
            self.desk.say(said)

    def cancelled(self) -> None:
        """Escape."""
        job = self._jobs[-1] if self._jobs else None
        if job is not None and self.stop():
            self.desk.say(f"{job.name}: stopping …" if job.keeps else f"{job.name}: stopped.")

    def closing(self) -> None:
        """Nobody waits for it any more."""
        for job in list(self._jobs):
            job.stopping = True
            self._end(job)

    # ---- the work

    def _at_once(
        self,
        work: Callable[[Progress], Found],
        then: Callable[[Found], None],
        otherwise: Callable[[], object],
    ) -> None:
        try:
            found = work(unheard)
        except WorkbenchError as error:
            self._gave_up(otherwise, str(error), warn=True)
        else:
            self.desk.attempt(lambda: then(found))

    def _begin(
        self,
        job: _Job,
        work: Callable[[Progress], Found],
        then: Callable[[Found], None],
        otherwise: Callable[[], object],
    ) -> None:
        if not job.keeps:
            self._end_looking()
        self._jobs.append(job)
        task = partial(self._work, job, work, then, otherwise)
        # Described by its name, or Textual would spell out all that it is given.
        self.desk.run_worker(task, thread=True, group="long work", description=job.name)

    def _work(
        self,
        job: _Job,
        work: Callable[[Progress], Found],
        then: Callable[[Found], None],
        otherwise: Callable[[], object],
    ) -> None:
        """In a worker's thread."""
        begun = told = monotonic()

        def progress(done: int, of: int) -> None:
            nonlocal told
            if job.stopping or job.over:
                raise StopError
            now = monotonic()
            if now - told >= _TELLING and of:
                told = now
                self.desk.call_later(self._tell, job, how_far(job.name, done, of, now - begun))

        end: Callable[[], None]
        try:
            with giving_way():
                found = work(progress)
        except StopError:
            end = partial(self._gave_up, otherwise, f"{job.name}: stopped.")
        except WorkbenchError as error:
            end = partial(self._gave_up, otherwise, str(error), warn=True)
        else:
            end = partial(then, found)
        self.desk.call_later(self._done, job, end)

    def _gave_up(self, otherwise: Callable[[], object], said: str, *, warn: bool = False) -> None:
        self.desk.say(said, warn=warn)
        otherwise()

    def _tell(self, job: _Job, said: str) -> None:
        """Say how far it is, unless a newer work does or what was said last has not been read."""
        if job.over or job.stopping:
            return
        was, job.said = job.said, said
        if job is not self._jobs[-1]:
            return
        there = self.desk.query_one(MessageLine).text
        if there not in ("", was, *(each.said for each in self._jobs)):
            other, since = self._other
            if there != other:
                self._other = there, monotonic()
                return
            if monotonic() - since < _READING:
                return
        self.desk.say(said)

    def _done(self, job: _Job, then: Callable[[], None]) -> None:
        if job.over:
            return
        self._end(job)
        if self.desk.query_one(MessageLine).text == job.said:
            self.desk.say("")
        self.desk.attempt(then)
        self._ended = self.desk.query_one(MessageLine).text, monotonic()
        if self._then is not None and self.writing is None:
            last, self._then = self._then, None
            last()

    def _end(self, job: _Job) -> None:
        job.over = True
        if job in self._jobs:
            self._jobs.remove(job)

    def _end_looking(self) -> None:
        for job in [job for job in self._jobs if not job.keeps]:
            self._end(job)


def how_far(name: str, done: int, of: int, seconds: float) -> str:
    """How far work is and how long it still takes, at the speed it had so far."""
    left = round(seconds / done * max(0, of - done)) if done else None
    time = "" if left is None else f", {left // 60}:{left % 60:02} left"
    return f"{name}: {done:,} of {of:,}{time}. Esc stops it."
