"""linear: commands that go about: rows, finding, filtering, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.told import one_line
from workbench.project.search import FindQuery
from workbench.project.views import neighbour, next_open

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk

SHOWN = 20


def next_row(desk: LinearDesk, rest: str) -> None:
    """Go one row down."""
    del rest
    _step(desk, 1)


def previous_row(desk: LinearDesk, rest: str) -> None:
    """Go one row up."""
    del rest
    _step(desk, -1)


def next_unconfirmed(desk: LinearDesk, rest: str) -> None:
    """Go to the next row that is still to be confirmed."""
    del rest
    row = next_open(desk.session.store.connection, desk.session.filter, desk.row)
    if row is None:
        desk.say("No unconfirmed row is left below.")
    else:
        desk.go(row)


def go(desk: LinearDesk, rest: str) -> None:
    """Go to a row by its number; Enter there confirms and comes back."""
    row = desk.session.row_numbered(int(rest)) if rest.isascii() and rest.isdecimal() else None
    if row is None:
        desk.say(f"A row number is 1 to {desk.session.counts().total}.")
    else:
        jump(desk, row)


def jump(desk: LinearDesk, row: int) -> None:
    """Go to a row from a list or a number: an empty line there confirms and comes back."""
    if row != desk.row:
        desk.session.jump(row, desk.row)
    desk.go(row)


def find(desk: LinearDesk, rest: str) -> None:
    """Find a text on both sides; the first hit after this row is gone to, the others are told."""
    if not rest:
        desk.say("Say what to find: /find TEXT.")
        return
    hits = desk.session.find(FindQuery(rest))
    if not hits:
        desk.say(f"“{rest}” is nowhere in this project.")
        return
    rows = list(dict.fromkeys(hit.row for hit in hits))
    desk.say(f"{len(hits)} hits in {len(rows)} rows.")
    for hit in hits[:SHOWN]:
        desk.say(
            f"Row {hit.number}, {'Chinese' if hit.side == 'source' else 'English'}: {one_line(hit.context)}"
        )
    if len(hits) > SHOWN:
        desk.say(f"And {len(hits) - SHOWN} more.")
    here = desk.number
    follow = next((hit.row for hit in hits if hit.number > here), rows[0])
    jump(desk, follow)


def undo(desk: LinearDesk, rest: str) -> None:
    """Take back the last change, wherever it was."""
    del rest
    desk.apply(desk.session.undo())


def redo(desk: LinearDesk, rest: str) -> None:
    """Do again what was undone."""
    del rest
    desk.apply(desk.session.redo())


def progress(desk: LinearDesk, rest: str) -> None:
    """Say how far the project is."""
    del rest
    counts = desk.session.counts()
    desk.say(f"{counts.confirmed} of {counts.total} rows are confirmed.")
    for state, count in counts.by_state.items():
        desk.say(f"{state.value}: {count}")


def _step(desk: LinearDesk, step: int) -> None:
    row = neighbour(desk.session.store.connection, desk.session.filter, desk.row, step)
    if row is None:
        desk.say("This is the last row." if step > 0 else "This is the first row.")
    else:
        desk.go(row)
