"""linear: commands on the whole project: saving, exporting, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.project.exporting import FORMS, export, left_out
from workbench.project.reviewing import Role

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk


def save(desk: LinearDesk, rest: str) -> None:
    """Write project.tmx."""
    del rest
    desk.apply(desk.session.save())


def write(desk: LinearDesk, rest: str) -> None:
    """Write the translation as a file."""
    form = next((form for form in FORMS if form == rest.strip()), None)
    if form is None:
        desk.say(f"A form is one of: {', '.join(FORMS)}.")
        return
    path = export(desk.session, form)
    desk.say(f"Written: {path}. {left_out(desk.session)}".strip())


def role(desk: LinearDesk, rest: str) -> None:
    """Translate or review from here on."""
    chosen = next((role for role in Role if role.value == rest.strip()), None)
    if chosen is None:
        desk.say(f"A role is one of: {', '.join(role.value for role in Role)}.")
    else:
        desk.apply(desk.session.set_role(chosen))


def leave(desk: LinearDesk, rest: str) -> None:
    """End; nothing needs saving."""
    del rest
    desk.leaving = True
