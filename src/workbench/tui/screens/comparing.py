"""tui: Comparing, the way to a comparison: which file, reading it aside with its progress, and the list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from workbench.project.outcome import Outcome, refused
from workbench.project.stopping import Progress
from workbench.tui.screens.long_steps import LongSteps
from workbench.tui.screens.long_work import LongWork
from workbench.tui.screens.part import Part
from workbench.tui.screens.telling import local_time

if TYPE_CHECKING:
    from workbench.project.comparing_with import Comparison
    from workbench.project.comparing_with_files import ComparableFile
    from workbench.project.session import Session
    from workbench.tui.screens.compare import Then

_TYPED, _LAST, _STOP = "typed", "last", "stop"
_NAME = "Comparing with"


class Comparing(Part):
    """One comparison at a time; typing goes on beside it."""

    _began = 0.0
    _last: Comparison | None = None

    def ask(self) -> None:
        """Ask which file; where one is being read, whether to stop."""
        from workbench.tui.screens.choose import Choose, Option

        options: list[Option[ComparableFile | str]] = []
        running = self.desk.part(LongWork).looking(_NAME)
        if running:
            options.append(Option(_STOP, "stop", running.lower()))
        if self._last is not None:
            options.append(
                Option(_LAST, f"{self._last.name} again", f"{len(self._last.rows):,} rows differed")
            )
        if not running:
            options += [
                Option(file, file.name, local_time(file.saved) if file.saved else str(file.path.parent))
                for file in self.desk.session.comparable_files()
            ]
            options.append(Option(_TYPED, "another file", "its name is asked for"))
        self.desk.ask(Choose("Compare with", options), self._chosen)

    def _chosen(self, file: ComparableFile | str | None) -> None:
        if file == _STOP:
            self.desk.part(LongWork).cancelled()
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
        self._began = monotonic()
        session = self.desk.session

        def work(progress: Progress) -> Comparison:
            return session.compare(path, lambda _what, done, of: progress(done, of))

        self.desk.say(f"Comparing with {path.name}…")
        self.desk.part(LongWork).run(f"{_NAME} {path.name}", work, self._done, quick=False)

    def _done(self, found: Comparison) -> None:
        """Show it at once, or say that it is there where something was typed meanwhile."""
        self._last = found
        if not found.rows and not found.elsewhere:
            self.desk.say(f"{found.name} has nothing that differs: {found.same:,} rows are the same.")
        elif self.desk.reading.touched > self._began or self.desk.app.screen is not self.desk:
            self.desk.say(f"{len(found.rows):,} rows differ in {found.name}; F9 9 x shows them.")
        else:
            self._show(found)

    def _show(self, found: Comparison) -> None:
        from workbench.tui.screens.compare import CompareForm

        steps = 0
        long_steps = self.desk.part(LongSteps)

        def take(rows: Sequence[int], leave: bool, then: Then) -> None:
            def command(session: Session) -> Outcome:
                return session.take(found, rows, leave_confirmed=leave)

            def taken(outcome: Outcome) -> None:
                nonlocal steps
                steps += outcome.done
                self._applied(outcome, then)

            long_steps.do("Taking rows", command, len(rows), taken)

        def undo(then: Then) -> None:
            nonlocal steps
            if not steps:
                then(refused("Nothing was taken here that could be taken back."))
                return
            steps -= 1
            long_steps.walk(lambda outcome: self._applied(outcome, then))

        self.desk.say(found.said, warn=bool(found.said))
        self.desk.ask(CompareForm(self.desk.session, found, take, undo), self._left)

    def _applied(self, outcome: Outcome, then: Then) -> None:
        """Show it in the editor, and in the list."""
        self.desk.apply(outcome)
        self.desk.refresh_header()
        then(outcome)

    def _left(self, row: int | None) -> None:
        if row is not None:
            self.desk.jump(row)
