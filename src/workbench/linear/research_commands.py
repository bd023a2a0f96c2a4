"""linear: commands on the research sheet: what was looked up, where it stands, and what was decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.linear.found import numbered, two
from workbench.linear.going_commands import jump
from workbench.linear.hand_commands import copied
from workbench.linear.told import one_line
from workbench.project.research import TAKEN, Found

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk

_FIELDS = ("term", "candidate", "address", "decision")


def research(desk: LinearDesk, rest: str) -> None:
    """Say the research sheet, put something down, or say all of a line and go to its row."""
    sheet = desk.session.research()
    one = numbered(sheet, rest)
    term, candidate = two(rest, "=")
    candidate, address = two(candidate, "@")
    if one is not None:
        _tell(desk, one)
    elif "=" in rest and term:
        found = Found(term, candidate, address, row=desk.row)
        desk.apply(desk.session.keep_found(found))
    elif not sheet:
        desk.say("Nothing was put down yet: /research TERM = CANDIDATE @ ADDRESS.")
    else:
        for number, found in enumerate(sheet, 1):
            decision = found.decision or "Open."
            desk.say(f"{number}. {found.term}: {found.candidate or 'no candidate'}. {decision}")


def _tell(desk: LinearDesk, found: Found) -> None:
    for name in _FIELDS:
        value = str(getattr(found, name))
        if value:
            desk.say(f"{name}: {one_line(value)}")
    if found.row and desk.session.number(found.row):
        jump(desk, found.row)


def edit_found(desk: LinearDesk, rest: str) -> None:
    """Change a line of the research sheet: NUMBER NAME = VALUE."""
    number, assignment = two(rest, " ")
    name, value = two(assignment, "=")
    former = numbered(desk.session.research(), number)
    if former is None or name not in _FIELDS or "=" not in assignment:
        desk.say(f"Write /editfound NUMBER NAME = VALUE. Names: {', '.join(_FIELDS)}.")
        return
    cells = {each: str(getattr(former, each)) for each in _FIELDS} | {name: value}
    term, candidate, address, decision = (cells[each] for each in _FIELDS)
    now = replace(former, term=term, candidate=candidate, address=address, decision=decision)
    desk.apply(desk.session.keep_found(now, former))


def drop_found(desk: LinearDesk, rest: str) -> None:
    """Take a line of the research sheet out."""
    found = numbered(desk.session.research(), rest)
    if found is None:
        desk.say("Name a line by its number in /research: /dropfound NUMBER.")
    else:
        desk.apply(desk.session.drop_found(found))


def copy_address(desk: LinearDesk, rest: str) -> None:
    """Copy the address of a line of the research sheet for another program."""
    found = numbered(desk.session.research(), rest)
    if found is None or not found.address:
        desk.say("Name a line with an address by its number in /research: /copyaddress NUMBER.")
    else:
        copied(desk, found.address)


def decide(desk: LinearDesk, rest: str) -> None:
    """Decide a line of the research sheet; what was taken is offered to the termbase."""
    number, decision = two(rest, " ")
    found = numbered(desk.session.research(), number)
    if found is None or not decision:
        desk.say("Name a line by its number in /research: /decide NUMBER DECISION; open opens it again.")
        return
    done = desk.session.decide(found, "" if decision == "open" else decision)
    desk.apply(done)
    offered = done.done and decision == TAKEN and found.candidate
    if offered and desk.agreed(f"Add {found.term} = {found.candidate} to the project's glossary?"):
        desk.apply(desk.session.add_term(found.term, found.candidate, note=found.address))
