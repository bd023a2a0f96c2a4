"""linear: two windows on one project: stepping back for the other one, and asking it to step back."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from types import FrameType

    from workbench.linear.desk import LinearDesk

_WAIT = 20.0
_LOOK_EVERY = 0.5
"""Seconds."""


@contextmanager
def listening(desk: LinearDesk) -> Iterator[None]:
    """While this holds, the other window gets the project also while a line is waited for.

    A signal comes twice a second; it does nothing while a command is at work. Where there are no such signals
    (Windows), the other window waits for the next line.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return

    def look(_signal: int, _frame: FrameType | None) -> None:
        if desk.waits and _is_wanted(desk):
            desk.say("")  # what was typed so far stays on its own line
            try:
                hand_over(desk)
            except WorkbenchError as error:
                desk.say_done(str(error))

    former = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _LOOK_EVERY, _LOOK_EVERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


def hand_over(desk: LinearDesk) -> None:
    """Save, step back and say so where the other window has asked for it; looked at before each line too."""
    if _is_wanted(desk):
        desk.say_done(desk.session.step_back().message)


def _is_wanted(desk: LinearDesk) -> bool:
    return not desk.session.read_only and desk.session.take_over_requested()


def take_over(desk: LinearDesk, rest: str) -> None:
    """Ask the other window to step back, and wait for it."""
    del rest
    session = desk.session
    if not session.read_only:
        desk.say("You can write here already.")
        return
    session.request_take_over()
    desk.say("Asked the other Workbench to step back. Waiting for it.")
    end = time.monotonic() + _WAIT
    outcome = session.try_take_over()
    while not outcome.done and time.monotonic() < end:
        time.sleep(_LOOK_EVERY)
        outcome = session.try_take_over()
    if outcome.done:
        desk.apply(outcome)
    else:
        desk.say("It has not stepped back yet: /takeover asks again.")
