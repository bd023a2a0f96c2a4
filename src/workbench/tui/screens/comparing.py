"""tui: Comparing, the way to a comparison: which file, reading it aside with its progress, and the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.project.outcome import Outcome, refused
from workbench.tui.giving_way import giving_way
from workbench.tui.screens.part import Part
from workbench.tui.screens.telling import local_time

if TYPE_CHECKING:
    from workbench.project.comparing_with import Comparison
    from workbench.project.comparing_with_files import ComparableFile

_EVERY = 0.5
_TYPED, _LAST, _STOP = "typed", "last", "stop"


class _StoppedError(Exception):
    """The comparison is not wanted any more."""


class Comparing(Part):
    """One comparison at a time; typing goes on beside it."""

    _stopped = False
    _began = 0.0
    _told = 0.0
    _running = ""
    _last: Comparison | None = None

    def ask(self) -> None:
        """Ask which file; where one is being read, whether to stop."""
        from workbench.tui.screens.choose import Choose, Option

        options: list[Option[ComparableFile | str]] = []
        if self._running:
            options.append(Option(_STOP, "stop", f"comparing with {self._running}"))
        if self._last is not None:
            options.append(
                Option(_LAST, f"{self._last.name} again", f"{len(self._last.rows):,} rows differed")
            )
        if not self._running:
            options += [
                Option(file, file.name, local_time(file.saved) if file.saved else str(file.path.parent))
                for file in self.desk.session.comparable_files()
            ]
            options.append(Option(_TYPED, "another file", "its name is asked for"))
        self.desk.ask(Choose("Compare with", options), self._chosen)

    def closing(self) -> None:
        """Nobody waits for it any more."""
        self._stopped = True

    def _chosen(self, file: ComparableFile | str | None) -> None:
        if file == _STOP:
            self._stopped = True
        elif file == _LAST and self._last is not None:
            self._show(self._last)
        elif file == _TYPED:
            self._ask_path()
        elif file is not None and not isinstance(file, str):
            self._begin(file.path)

    def _ask_path(self) -> None:
        from workbench.tui.screens.ask import Ask

        def check(text: str) -> str:
            return "" if Path(text.strip()).expanduser().exists() else "There is no such file or folder."

        def answered(text: str | None) -> None:
            if text is not None:
                self._begin(Path(text.strip()).expanduser())

        self.desk.ask(Ask("Compare with", "A .tmx file, or the folder of a project", check=check), answered)

    def _begin(self, path: Path) -> None:
        self._stopped, self._began, self._told, self._running = False, monotonic(), 0.0, path.name
        self.desk.say(f"Comparing with {path.name}…")
        self.desk.run_worker(partial(self._work, path), thread=True, group="comparing")

    def _work(self, path: Path) -> None:
        """In a worker's thread."""
        try:
            with giving_way():
                found = self.desk.session.compare(path, self._progress)
        except WorkbenchError as error:
            self.desk.call_later(self._over, str(error))
        except _StoppedError:
            self.desk.call_later(self._over, f"The comparison with {path.name} was stopped.")
        else:
            self.desk.call_later(self._done, found)

    def _progress(self, what: str, done: int, of: int) -> None:
        """In the worker's thread: say how far it is, twice a second."""
        if self._stopped:
            raise _StoppedError
        now = monotonic()
        if now - self._told < _EVERY:
            return
        self._told = now
        said = f"Comparing with {self._running}: {what}"
        if done:
            said += f", {done:,}" + (f" of about {of:,}" if of else "")
        if done and of > done and now - self._began > 2 * _EVERY:
            said += f", {(now - self._began) / done * (of - done):.0f} s left"
        self.desk.call_later(self.desk.say, f"{said}. F9 9 x stops it.")

    def _over(self, said: str) -> None:
        self._running = ""
        self.desk.say(said, warn=True)

    def _done(self, found: Comparison) -> None:
        """Show it at once, or say that it is there where something was typed meanwhile."""
        self._running, self._last = "", found
        if not found.rows and not found.elsewhere:
            self.desk.say(f"{found.name} has nothing that differs: {found.same:,} rows are the same.")
        elif self.desk.reading.touched > self._began or self.desk.app.screen is not self.desk:
            self.desk.say(f"{len(found.rows):,} rows differ in {found.name}; F9 9 x shows them.")
        else:
            self._show(found)

    def _show(self, found: Comparison) -> None:
        from workbench.tui.screens.compare import CompareForm

        steps = 0

        def take(rows: Sequence[int], leave: bool) -> Outcome:
            nonlocal steps
            done = self._applied(lambda: self.desk.session.take(found, rows, leave_confirmed=leave))
            steps += done.done
            return done

        def undo() -> Outcome:
            nonlocal steps
            if not steps:
                return refused("Nothing was taken here that could be taken back.")
            steps -= 1
            return self._applied(self.desk.session.undo)

        self.desk.say(found.said, warn=bool(found.said))
        self.desk.ask(CompareForm(self.desk.session, found, take, undo), self._left)

    def _applied(self, do: Callable[[], Outcome]) -> Outcome:
        """Do it and show it in the editor; what went wrong is the outcome."""
        try:
            outcome = do()
        except WorkbenchError as error:
            return refused(str(error))
        self.desk.apply(outcome)
        self.desk.refresh_header()
        return outcome

    def _left(self, row: int | None) -> None:
        if row is not None:
            self.desk.jump(row)
