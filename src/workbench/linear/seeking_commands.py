"""linear: commands that choose rows: filters, the next of a kind, bookmarks, replacing in many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.found import numbered
from workbench.linear.going_commands import jump, options_of, query_of
from workbench.linear.told import one_line
from workbench.project.filter_text import parse_filter
from workbench.project.row_filter import RowFilter
from workbench.project.sought import Sought

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk
    from workbench.project.replacing import Replacement

_BESIDE = 30  # code points of English told on either side of a place


def show_only(desk: LinearDesk, rest: str) -> None:
    """Let only rows of a filter be gone to, by its text or its name; without a text all rows again."""
    session = desk.session
    row_filter = parse_filter(session.saved_filters().get(rest, rest)) if rest else RowFilter()
    sifted = session.sift(row_filter)
    if not len(sifted.view):
        desk.say("No row passes that filter; nothing was changed.")
        return
    session.show_sifted(sifted)
    desk.say(f"{len(sifted.view)} of {sifted.view.total} rows.")
    if sifted.view.index_of(desk.row) is None:
        desk.go(sifted.view.ids[0])


def filters(desk: LinearDesk, rest: str) -> None:
    """Say the filters that have names, keep one: NAME = TEXT, or drop one: NAME =."""
    name, sign, text = (part.strip() for part in rest.partition("="))
    if sign and not text:
        desk.apply(desk.session.drop_filter(name))
        return
    if sign:
        desk.apply(desk.session.save_filter(name, parse_filter(text)))
        return
    saved = desk.session.saved_filters()
    if not saved:
        desk.say("No filter has a name yet: /filters NAME = TEXT keeps one.")
    for name, text in saved.items():
        desk.say(f"{name}: {text}")


def next_of(desk: LinearDesk, rest: str) -> None:
    """Go to the next row of a kind; without a name the kind of the last time."""
    names = {sought.name.casefold(): sought for sought in Sought}
    sought = names.get(rest.casefold()) if rest else desk.session.sought
    if sought is None:
        desk.say(f"A kind is one of: {', '.join(names)}.")
        return
    desk.session.seek(sought)
    found = desk.session.next_of(sought, desk.row)
    if found.row is None:
        desk.say(f"There is no {sought.value}.")
        return
    if found.around:
        desk.say("Round the end.")
    desk.go(found.row)


def bookmark(desk: LinearDesk, rest: str) -> None:
    """Put a bookmark at the row, or take it away."""
    del rest
    done = desk.session.toggle_bookmark(desk.row)
    here = "has a bookmark" if desk.session.is_bookmarked(desk.row) else "has no bookmark any more"
    desk.say(f"Row {desk.number} {here}." if done.done else done.message)


def bookmarks(desk: LinearDesk, rest: str) -> None:
    """Say the rows that have one; with a number of the list, go to that one."""
    found = desk.session.segments(desk.session.bookmarks())
    chosen = numbered(found, rest)
    if chosen is not None:
        jump(desk, chosen.id)
        return
    if not found:
        desk.say("No row has a bookmark.")
    for number, segment in enumerate(found, 1):
        row = desk.session.number(segment.id)
        desk.say(f"{number}. Row {row}: {one_line(segment.source.text[:40])}")


def replace(desk: LinearDesk, rest: str) -> None:
    """Replace in the English of all rows under the filter: /replace OLD => NEW; all, or one by one."""
    options, rest = options_of(rest)
    old, sign, new = (part.strip() for part in rest.partition("=>"))
    if not (old and sign):
        desk.say("Write both: /replace OLD => NEW.")
        return
    places = desk.session.replacements(query_of(old, options, case="anycase" not in options), new)
    if not places:
        desk.say(f"“{old}” stands in no English.")
        return
    rows = len({place.row for place in places})
    desk.say(f"{len(places)} places in {rows} rows.")
    answer = (desk.ask("all, each or none: ") or "").strip().casefold()
    if answer in ("all", "a"):
        desk.apply(desk.session.replace(places))
    elif answer in ("each", "e"):
        desk.apply(desk.session.replace(_chosen(desk, places)))
    else:
        desk.say("Nothing was changed.")


def _chosen(desk: LinearDesk, places: list[Replacement]) -> list[Replacement]:
    chosen: list[Replacement] = []
    for place in places:
        before = place.english[max(0, place.start - _BESIDE) : place.start]
        after = place.english[place.end : place.end + _BESIDE]
        desk.say(f"Row {place.number}: {one_line(before)}[{place.old} => {place.new}]{one_line(after)}")
        answer = (desk.ask("yes, no or stop: ") or "stop").strip().casefold()
        if answer in ("stop", "s"):
            break
        if answer in ("yes", "y"):
            chosen.append(place)
    return chosen


def places(desk: LinearDesk, rest: str) -> None:
    """Say the rows worked on last; with a number, go to that of the list."""
    overview = desk.session.overview()
    chosen = numbered(overview.places, rest)
    if chosen is not None:
        jump(desk, chosen.row)
        return
    for number, place in enumerate(overview.places, 1):
        desk.say(
            f"{number}. Row {place.number}: {one_line(desk.session.segment(place.row).source.text[:40])}"
        )
