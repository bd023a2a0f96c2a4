"""linear: commands that go about: rows, finding, filtering, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.told import counted, one_line
from workbench.project.reviewing import Role
from workbench.project.search import FindHit, FindQuery, Side
from workbench.project.views import neighbour, next_open

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk

SHOWN = 20
_OPTIONS = ("-regex", "-case", "-anycase", "-words", "-chinese", "-english", "-filter")


def next_row(desk: LinearDesk, rest: str) -> None:
    """Go one row down."""
    del rest
    _step(desk, 1)


def previous_row(desk: LinearDesk, rest: str) -> None:
    """Go one row up."""
    del rest
    _step(desk, -1)


def next_unconfirmed(desk: LinearDesk, rest: str) -> None:
    """Go to the next row that is still to be confirmed, or for a reviewer to be reviewed."""
    del rest
    reviewing = desk.session.role is Role.REVIEWER
    session = desk.session
    row = (
        session.next_unreviewed(desk.row)
        if reviewing
        else next_open(session.store.connection, session.filter, desk.row)
    )
    if row is None:
        desk.say(f"No {'unreviewed' if reviewing else 'unconfirmed'} row is left below.")
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


def options_of(rest: str) -> tuple[frozenset[str], str]:
    """The words with a hyphen before them at the beginning of what is sought, and what follows."""
    words = rest.split(" ")
    count = next((at for at, word in enumerate(words) if word not in _OPTIONS), len(words))
    return frozenset(word[1:] for word in words[:count]), " ".join(words[count:]).strip()


def query_of(text: str, options: frozenset[str], *, case: bool) -> FindQuery:
    """What is sought, as the options have it."""
    side: Side = "source" if "chinese" in options else "target" if "english" in options else "both"
    return FindQuery(
        text,
        side,
        regex="regex" in options,
        case=case,
        words="words" in options,
        shown="filter" in options,
    )


def find(desk: LinearDesk, rest: str) -> None:
    """Find a text on both sides; the first hit after this row is gone to, the others are told.

    Without a text, the next hit of the last search.
    """
    options, text = options_of(rest)
    if not text:
        _to_hit(desk, 1)
        return
    hits = desk.session.find(query_of(text, options, case="case" in options))
    desk.found.hits, desk.found.hit = hits, -1
    if not hits:
        desk.say(f"“{text}” is nowhere in this project.")
        return
    desk.say(f"{counted(len(hits), 'hit')} in {counted(len({hit.row for hit in hits}), 'row')}.")
    desk.tell(map(_hit_line, hits[:SHOWN]))
    if len(hits) > SHOWN:
        desk.say(f"And {len(hits) - SHOWN} more.")
    here = desk.number
    desk.found.hit = next((at for at, hit in enumerate(hits) if hit.number > here), 0)
    jump(desk, hits[desk.found.hit].row)


def previous_hit(desk: LinearDesk, rest: str) -> None:
    """Go to the hit before, of the last search."""
    del rest
    _to_hit(desk, -1)


def _to_hit(desk: LinearDesk, step: int) -> None:
    hits = desk.found.hits
    if not hits:
        desk.say("Say what to find: /find TEXT.")
        return
    desk.found.hit = (desk.found.hit + step) % len(hits)
    hit = hits[desk.found.hit]
    desk.say(f"Hit {desk.found.hit + 1} of {len(hits)}. {_hit_line(hit)}")
    if not desk.session.number(hit.row):
        desk.say("That row is gone: /find TEXT looks again.")
    elif hit.row != desk.row:
        jump(desk, hit.row)


def _hit_line(hit: FindHit) -> str:
    side = "Chinese" if hit.side == "source" else "English"
    return f"Row {hit.number}, {side}: {one_line(hit.context).strip()}"


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
