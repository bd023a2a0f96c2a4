"""linear: commands on queries to the client: asking, the list, answers, the list as a file and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.linear.found import numbered, two
from workbench.linear.going_commands import jump
from workbench.linear.told import one_line

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk
    from workbench.project.queries import RowQuery


def query(desk: LinearDesk, rest: str) -> None:
    """Ask the client about the row: TEXT, TEXT => PROPOSAL, or first the Chinese it is about and a colon."""
    text, proposal = two(rest, "=>")
    about, _, behind = text.replace("：", ":").partition(":")
    at = desk.segment.source.text.find(about.strip()) if behind.strip() and about.strip() else -1
    span = (at, at + len(about.strip())) if at >= 0 else (0, 0)
    desk.apply(desk.session.ask_query(desk.row, behind.strip() if at >= 0 else text, span, proposal))


def queries(desk: LinearDesk, rest: str) -> None:
    """Say the queries, open ones first; with a number, go to the row of that one."""
    found = _queries(desk)
    chosen = numbered(found, rest)
    if chosen is not None:
        jump(desk, chosen.row)
        return
    if not found:
        desk.say("Nothing was asked yet.")
    for number, each in enumerate(found, 1):
        asked = each.query
        state = "open" if asked.open else "closed"
        about = f" About {one_line(each.asked)}." if asked.spans else ""
        proposal = f" Proposal: {one_line(asked.proposal)}." if asked.proposal else ""
        answered = f" Answer: {one_line(asked.answer)}" if asked.answer else ""
        said = f"{number}. {state}, row {each.number}: {one_line(asked.text)}"
        desk.say(f"{said}{about}{proposal}{answered}")


def answer(desk: LinearDesk, rest: str) -> None:
    """Enter the client's answer to a query of the list."""
    number, _, text = rest.partition(" ")
    chosen = numbered(_queries(desk), number)
    if chosen is None or not text.strip():
        desk.say("Name a query by its number in /queries: /answer NUMBER TEXT.")
    else:
        desk.apply(desk.session.answer_query(chosen.row, chosen.query.id, text.strip()))


def reword(desk: LinearDesk, rest: str) -> None:
    """Word a query of the list anew, and its proposal."""
    number, text = two(rest, " ")
    text, proposal = two(text, "=>")
    chosen = numbered(_queries(desk), number)
    if chosen is None or not text:
        desk.say("Name a query by its number in /queries: /reword NUMBER TEXT [=> PROPOSAL].")
    else:
        proposal = proposal if "=>" in rest else chosen.query.proposal
        desk.apply(desk.session.reword_query(chosen.row, chosen.query.id, text, proposal))


def drop(desk: LinearDesk, rest: str) -> None:
    """Take a query of the list away; undo brings it back."""
    chosen = numbered(_queries(desk), rest)
    if chosen is None:
        desk.say("Name a query by its number in /queries: /dropquery NUMBER.")
    else:
        desk.apply(desk.session.delete_query(chosen.row, chosen.query.id))


def close(desk: LinearDesk, rest: str) -> None:
    """Close a query of the list, or open it again."""
    chosen = numbered(_queries(desk), rest)
    if chosen is None:
        desk.say("Name a query by its number in /queries: /close NUMBER.")
    elif chosen.query.open:
        desk.apply(desk.session.close_query(chosen.row, chosen.query.id))
    else:
        desk.apply(desk.session.reopen_query(chosen.row, chosen.query.id))


def write_list(desk: LinearDesk, rest: str) -> None:
    """Write the open queries for the client, as docx or xlsx; in the folder, or where it is said."""
    from workbench.project.query_files import FORMS, query_file

    word, path = two(rest, " ")
    form = next((form for form in FORMS if form == word.casefold()), None)
    if form is None:
        desk.say(f"A form is one of: {', '.join(FORMS)}.")
        return
    asked = desk.session.queries(open_only=True)
    if not asked:
        desk.say("Every query is closed: there is nothing to ask the client.")
        return
    made = query_file(desk.session, asked, form, Path(path).expanduser() if path else None)
    made.write()
    desk.say(f"Written: {made.path}")


def read_answers(desk: LinearDesk, rest: str) -> None:
    """Read the client's answers from the list that came back."""
    from workbench.project.query_files import read_answers as read

    if not rest:
        desk.say("Name the file that came back: /answers FILE.")
        return
    found = desk.session.match_answers(read(Path(rest).expanduser()))
    desk.apply(desk.session.enter_answers(found))
    if found.empty:
        desk.say(f"{len(found.empty)} left empty.")
    for id, answered in found.unknown:
        desk.say(f"No query is {id}: {one_line(answered)}")
    for id in found.twice:
        desk.say(f"{id} was answered twice: the first counts.")


def _queries(desk: LinearDesk) -> list[RowQuery]:
    return sorted(desk.session.queries(), key=lambda each: not each.query.open)
