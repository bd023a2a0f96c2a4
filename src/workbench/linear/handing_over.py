"""linear: two windows on one project: stepping back for the other one, and asking it to step back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk

_WAIT = 20.0
_LOOK_EVERY = 0.5
"""Seconds."""


def hand_over(desk: LinearDesk) -> None:
    """Save, step back and say so where the other window has asked for it; looked at before each line."""
    if not desk.session.read_only and desk.session.take_over_requested():
        desk.say_done(desk.session.step_back().message)


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
