"""tui: LongSteps, commands that change many rows: worked out aside, then written in one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from workbench.project.outcome import Outcome
from workbench.project.session import Session
from workbench.project.stopping import Progress
from workbench.tui.screens.long_work import FEW_KEPT, LongWork
from workbench.tui.screens.part import Part

if TYPE_CHECKING:
    from workbench.project.prepared import Prepared

FEW_WRITTEN: Final = 2500
"""Up to so many rows are written between two keys; more of them aside."""
HEAVY: Final = 1 << 20
"""Bytes of a step in the log from which on it is undone aside."""

Begin = Callable[[], Callable[[Progress], "Prepared"]]
"""Begins a command and gives its work; see `Session.preparing`."""
Then = Callable[[Outcome], None]


class LongSteps(Part):
    """One at a time; typing goes on beside it."""

    def do(
        self,
        name: str,
        command: Callable[[Session], Outcome],
        rows: int,
        then: Then | None = None,
        *,
        whole: bool = False,
    ) -> None:
        """Do a command of the session: at once where it is for a few rows, else aside.

        Args:
            name: what is done, as a sentence begins with it: "Replacing".
            command: of the session, which may be one on a copy of the rows.
            rows: how many it is for.
            then: shows the outcome; the editor where not given.
            whole: it is done again where one of its rows has changed meanwhile, and not without them.
        """
        session, show = self.desk.session, then or self.desk.apply
        if rows <= FEW_KEPT:
            self.desk.attempt(lambda: show(command(session)))
        else:
            self.run(name, partial(session.preparing, command, rows, whole=whole), show)

    def run(self, name: str, begin: Begin, then: Then) -> None:
        """Begin something whose step is worked out aside, and then written."""
        self.desk.keystrokes.end_step()
        work = begin()
        self.desk.part(LongWork).run(
            name, work, partial(self._ready, name, begin, then), quick=False, keeps=True
        )

    def walk(self, then: Then | None = None, *, redo: bool = False) -> None:
        """Undo or redo the next step; a long one aside."""
        session = self.desk.session
        if session.weight(redo=redo) < HEAVY:
            (then or self.desk.apply)(session.redo() if redo else session.undo())
            return
        name = "Repeating" if redo else "Taking back"
        rows = self.desk.view.total
        self.do(name, Session.redo if redo else Session.undo, rows, then, whole=True)

    def _ready(self, name: str, begin: Begin, then: Then, prepared: Prepared) -> None:
        """It is worked out: write it, unless what is typed meanwhile changes it."""
        session = self.desk.session
        self.desk.keystrokes.end_step()
        now = session.still(prepared)
        if now is None and prepared.step is not None and prepared.step.kind != "do":
            self.desk.say(f"{name}: not done, since something was changed meanwhile.", warn=True)
        elif now is None:
            self.run(name, begin, then)
        elif now.rows <= FEW_WRITTEN:
            then(session.carry_out(now))
        else:
            session.lend(name)
            self.desk.part(LongWork).run(
                f"{name}: writing",
                partial(session.write_aside, now),
                partial(self._written, then, now.outcome),
                quick=False,
                keeps=True,
                otherwise=session.taken_back,
            )

    def _written(self, then: Then, outcome: Outcome, _none: None) -> None:
        self.desk.session.taken_back()
        then(outcome)
