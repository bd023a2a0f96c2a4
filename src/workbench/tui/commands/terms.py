"""tui: commands on the terms of a row: inserting, picking, adding, settling, and the termbase itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept

if TYPE_CHECKING:
    from workbench.project.outcome import Outcome
    from workbench.tui.screens.editor import EditorScreen
    from workbench.tui.screens.term_form import NewTerm


def next_term(desk: EditorScreen) -> None:
    """Insert the next unused term of the sentence; pressed again, its next rendering."""
    if desk.may_type():
        desk.terms.insert_next()


def term_with_article(desk: EditorScreen) -> None:
    """Give the term that was just put in its article, or insert the next one with it."""
    if desk.may_type():
        desk.terms.insert_next(article=True)


def pick_term(desk: EditorScreen) -> None:
    """Go to the list of terms: a digit or Enter inserts one."""
    if desk.may_type():
        desk.terms.start_picking()


def add_term(desk: EditorScreen) -> None:
    """Add a term or another rendering, the selected text filled in."""
    from workbench.tui.screens.term_form import NewTerm

    side, start, end = desk.pane.selection()
    chosen = desk.pane.selected_text()
    chinese = chosen if side == "source" and end > start else ""
    english = chosen if side == "target" and end > start else ""
    offer_term(desk, NewTerm(chinese, english))


def offer_term(desk: EditorScreen, term: NewTerm) -> None:
    """Ask whether a term is to be added, this one filled in."""
    from workbench.tui.screens.term_form import TermForm

    def filled(kept: NewTerm | Concept | None) -> None:
        if isinstance(kept, Concept):
            _edit(desk, kept)
        elif kept is not None:
            _add(desk, kept)

    desk.ask(TermForm(desk.session.concepts, term), filled)


def _add(desk: EditorScreen, term: NewTerm) -> None:
    """Add a term; where that cannot be done, what was typed is kept in the form."""
    from workbench.tui.screens.term_form import NewTerm, TermForm

    try:
        added = desk.session.add_term(
            term.chinese, term.english, note=term.note, article=term.article, personal=term.personal
        )
    except WorkbenchError as error:
        desk.say(str(error), warn=True)
        again = TermForm(desk.session.concepts, term)
        desk.ask(again, lambda kept: _add(desk, kept) if isinstance(kept, NewTerm) else None)
        return
    desk.apply(added)
    desk.facts.terms_changed()


def _edit(desk: EditorScreen, concept: Concept) -> None:
    """Edit a concept without leaving the row."""
    from workbench.tui.screens.concept_form import ConceptForm

    session = desk.session
    written = session.as_written(concept)

    def keep(now: Concept, personal: bool) -> tuple[Concept, Outcome]:
        return now, session.keep_term(now, former=written.id, personal=personal)

    def kept(done: tuple[Concept, Outcome] | None) -> None:
        if done is not None:
            desk.apply(done[1])
            desk.facts.terms_changed()

    form = ConceptForm(written, session.concepts(), keep, personal=session.is_personal(written))
    desk.ask(form, kept)


def settle_rendering(desk: EditorScreen) -> None:
    """Settle on a rendering for this project, and bring its rows in line."""
    from workbench.tui.screens.settling import Settling

    Settling(desk).start()


def terminology(desk: EditorScreen) -> None:
    """The termbase: search, browse, change, and what no term covers."""
    from workbench.tui.screens.terminology import Terminology

    selected = desk.pane.selected_text()
    Terminology(desk).open(selected if "\n" not in selected else "")
