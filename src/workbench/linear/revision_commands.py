"""linear: commands on what was done and asked: history, another's file, queries to the client, research."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from workbench.linear.going_commands import jump
from workbench.linear.told import one_line
from workbench.model.matches import Change
from workbench.project.english_changes import english_changes
from workbench.project.research import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.linear.desk import LinearDesk
    from workbench.project.history import RowVersion
    from workbench.project.queries import RowQuery

SHOWN = 10
Listed = TypeVar("Listed")


def changes_said(before: str, after: str) -> str:
    """Two versions of a text as one, what was taken out and put in said in words."""
    words = {Change.REMOVED: "out", Change.ADDED: "in"}
    parts = [
        part.text if part.change is Change.KEPT else f" ({words[part.change]}: {part.text.strip()}) "
        for part in english_changes(before, after)
    ]
    return " ".join(one_line("".join(parts)).split())


def history(desk: LinearDesk, rest: str) -> None:
    """Say who changed the row, when and what, newest first."""
    del rest
    versions = desk.session.versions(desk.row)
    for number, version in enumerate(versions[:SHOWN], 1):
        desk.say(f"{number}. {version.at} {version.who}: {version.what}")
        if version.before is not None and version.before.target != version.segment.target:
            desk.say(changes_said(version.before.target.text, version.segment.target.text))
    if len(versions) > SHOWN:
        desk.say(f"And {len(versions) - SHOWN} more.")


def restore(desk: LinearDesk, rest: str) -> None:
    """Bring back the English of a version of the list, as a draft."""
    version = _numbered(desk.session.versions(desk.row), rest)
    if version is None:
        desk.say("Name a version by its number in /history: /restore NUMBER.")
    else:
        _restored(desk, version)


def _restored(desk: LinearDesk, version: RowVersion) -> None:
    desk.apply(desk.session.restore(desk.row, version))
    desk.say(f"English: {one_line(desk.segment.target.text)}")


def changes(desk: LinearDesk, rest: str) -> None:
    """Say what was changed since the row was confirmed last."""
    del rest
    confirmed = desk.session.confirmed_version(desk.row)
    if confirmed is None:
        desk.say("The row was never confirmed.")
    elif confirmed.target == desk.segment.target.text:
        desk.say("Nothing was changed since it was confirmed.")
    else:
        desk.say(changes_said(confirmed.target, desk.segment.target.text))


def compare(desk: LinearDesk, rest: str) -> None:
    """Go through the rows in which a colleague's TMX differs, and take theirs or not."""
    if not rest:
        for file in desk.session.comparable_files():
            desk.say(str(file.path))
        desk.say("Name a file: /compare FILE.")
        return
    found = desk.session.compare(Path(rest).expanduser())
    desk.say(f"{len(found.rows)} rows differ, {found.same} are the same. {found.said}".strip())
    for row in found.rows:
        desk.say(f"Row {row.number}, {row.changed.value}:")
        desk.say(changes_said(row.ours.target.text, row.theirs.work.target.text))
        answer = (desk.ask("take, leave, all or stop: ") or "stop").strip().casefold()
        if answer in ("take", "t"):
            desk.apply(desk.session.take(found, [row.row]))
        elif answer in ("all", "a"):
            desk.apply(desk.session.take(found, [each.row for each in found.rows]))
            return
        elif answer in ("stop", "s"):
            return


def query(desk: LinearDesk, rest: str) -> None:
    """Ask the client about the row: TEXT, or TEXT => PROPOSAL."""
    text, _, proposal = (part.strip() for part in rest.partition("=>"))
    desk.apply(desk.session.ask_query(desk.row, text, (0, 0), proposal))


def queries(desk: LinearDesk, rest: str) -> None:
    """Say the queries, open ones first; with a number, go to the row of that one."""
    found = _queries(desk)
    chosen = _numbered(found, rest)
    if chosen is not None:
        jump(desk, chosen.row)
        return
    if not found:
        desk.say("Nothing was asked yet.")
    for number, each in enumerate(found, 1):
        state = "open" if each.query.open else "closed"
        answer = f" Answer: {one_line(each.query.answer)}" if each.query.answer else ""
        desk.say(f"{number}. {state}, row {each.number}: {one_line(each.query.text)}{answer}")


def answer(desk: LinearDesk, rest: str) -> None:
    """Enter the client's answer to a query of the list."""
    number, _, text = rest.partition(" ")
    chosen = _numbered(_queries(desk), number)
    if chosen is None or not text.strip():
        desk.say("Name a query by its number in /queries: /answer NUMBER TEXT.")
    else:
        desk.apply(desk.session.answer_query(chosen.row, chosen.query.id, text.strip()))


def close(desk: LinearDesk, rest: str) -> None:
    """Close a query of the list, or open it again."""
    chosen = _numbered(_queries(desk), rest)
    if chosen is None:
        desk.say("Name a query by its number in /queries: /close NUMBER.")
    elif chosen.query.open:
        desk.apply(desk.session.close_query(chosen.row, chosen.query.id))
    else:
        desk.apply(desk.session.reopen_query(chosen.row, chosen.query.id))


def research(desk: LinearDesk, rest: str) -> None:
    """Say the research sheet, or put something down: TERM = CANDIDATE."""
    term, sign, candidate = (part.strip() for part in rest.partition("="))
    if sign and term:
        desk.apply(desk.session.keep_found(Found(term, candidate, row=desk.row)))
        return
    sheet = desk.session.research()
    if not sheet:
        desk.say("Nothing was put down yet: /research TERM = CANDIDATE.")
    for number, found in enumerate(sheet, 1):
        desk.say(f"{number}. {found.term}: {found.candidate or 'no candidate'}. {found.decision or 'Open.'}")


def decide(desk: LinearDesk, rest: str) -> None:
    """Decide a line of the research sheet."""
    number, _, decision = rest.partition(" ")
    found = _numbered(desk.session.research(), number)
    if found is None or not decision.strip():
        desk.say("Name a line by its number in /research: /decide NUMBER DECISION.")
    else:
        desk.apply(desk.session.decide(found, decision.strip()))


def _queries(desk: LinearDesk) -> list[RowQuery]:
    return sorted(desk.session.queries(), key=lambda each: not each.query.open)


def _numbered(listed: Sequence[Listed], text: str) -> Listed | None:
    at = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    return listed[at - 1] if 1 <= at <= len(listed) else None
