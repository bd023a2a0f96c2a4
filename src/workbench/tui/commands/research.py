"""tui: commands on the research sheet: the list, and what can be done there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workbench.project.research import LEFT, TAKEN, Found
from workbench.tui.screens.research_form import ResearchForm
from workbench.tui.screens.research_list import Act, ResearchList, Wanted

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

_READ_ONLY = "Read-only: another Workbench has this project; it keeps the research sheet."


def research(desk: EditorScreen) -> None:
    """Show the sheet; selected Chinese that is not in it yet is put down at once."""
    side, start, end = desk.pane.selection()
    chosen = desk.pane.selected_text().strip() if end > start else ""
    entries = desk.session.research()
    if side == "source" and chosen and "\n" not in chosen and all(each.term != chosen for each in entries):
        _new(desk, chosen)
        return
    here = next((each for each in entries if each.term == chosen), None)
    _show(desk, here or next((each for each in entries if each.row == desk.row), None))


def _show(desk: EditorScreen, at: Found | None = None) -> None:
    entries = desk.session.research()
    rows = {each.row for each in entries if each.row}
    numbers = {row: number for row in rows if (number := desk.session.number(row))}
    desk.ask(ResearchList(entries, numbers, partial(_copied, desk), at), partial(_wanted, desk))


def _copied(desk: EditorScreen, text: str) -> str:
    """Copy a text; what to say until the message line says by which way."""
    desk.app.copy_to_clipboard(text)
    return f"Copying {text}"


def _wanted(desk: EditorScreen, wanted: Wanted | None) -> None:
    if wanted is None:
        return
    found = wanted.found
    if wanted.act is Act.GO and found is not None:
        _go(desk, found)
    elif desk.session.read_only:
        desk.say(_READ_ONLY, warn=True)
    elif wanted.act is Act.NEW:
        side, _, _ = desk.pane.selection()
        _new(desk, desk.pane.selected_text().strip() if side == "source" else "")
    elif found is not None:
        {Act.EDIT: _edit, Act.DECIDE: _decide, Act.DELETE: _delete}[wanted.act](desk, found)


def _go(desk: EditorScreen, found: Found) -> None:
    """To the row, with the term selected where it stands there."""
    desk.jump(found.row)
    at = desk.segment.source.text.find(found.term)
    if at >= 0:
        desk.pane.point_in_source(at, at + len(found.term))
        desk.refresh_hints()


def _new(desk: EditorScreen, term: str) -> None:
    if desk.session.read_only:
        desk.say(_READ_ONLY, warn=True)
        return

    def filled(found: Found | None) -> None:
        if found is not None:
            desk.apply(desk.session.keep_found(found))
            _offer_term(desk, found)

    start = Found(" ".join(term.split()), row=desk.row)
    desk.ask(ResearchForm(f"Found for row {desk.number}", start), filled)


def _edit(desk: EditorScreen, former: Found) -> None:
    def filled(found: Found | None) -> None:
        if found is None:
            _show(desk, former)
            return
        desk.apply(desk.session.keep_found(found, former))
        if former.decision == TAKEN or not _offer_term(desk, found):
            _show(desk, found)

    desk.ask(ResearchForm(f"Found for {former.term}", former), filled)


def _decide(desk: EditorScreen, found: Found) -> None:
    """Take the candidate, leave it, or open the question again."""
    from workbench.tui.screens.choose import Choose, Option

    options = [
        Option(TAKEN, "taken", "and offered as a term"),
        Option(LEFT, "left", "another is better, or none is needed"),
        Option("", "open", "not decided yet"),
    ]

    def decided(decision: str | None) -> None:
        if decision is None:
            _show(desk, found)
            return
        outcome = desk.session.decide(found, decision)
        desk.apply(outcome)
        now = replace(found, decision=decision)
        if decision != TAKEN or not outcome.done or not _offer_term(desk, found, taken=True):
            _show(desk, now)

    title = f"{found.term}: {found.candidate}" if found.candidate else found.term
    desk.ask(Choose(title, options, start=found.decision), decided)


def _offer_term(desk: EditorScreen, found: Found, *, taken: bool = False) -> bool:
    """Offer what was taken as a term, to be kept in a glossary or cancelled; whether it was offered."""
    if not found.candidate or not (taken or found.decision == TAKEN):
        return False
    from workbench.tui.commands.terms import offer_term
    from workbench.tui.screens.term_form import NewTerm

    offer_term(desk, NewTerm(found.term, found.candidate, note=found.address))
    return True


def _delete(desk: EditorScreen, found: Found) -> None:
    desk.apply(desk.session.drop_found(found))
    _show(desk)
