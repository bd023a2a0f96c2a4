"""tui: commands on the sentence under the caret: ending it, and the terms of the termbase in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.screens.printed import plain_offset

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


def end_sentence(desk: EditorScreen) -> None:
    """Mark that the sentence ends at the caret, and light the next one."""
    caret = plain_offset(desk.pane.target_text, desk.pane.caret)
    desk.apply(desk.session.end_sentence(desk.row, caret))
    desk.facts.check_ended_sentence()


def next_term(desk: EditorScreen) -> None:
    """Insert the next unused term of the sentence; pressed again, its next rendering."""
    if not desk.may_type():
        return
    desk.terms.insert_next()


def pick_term(desk: EditorScreen) -> None:
    """Go to the list of terms: a digit or Enter inserts one."""
    if desk.may_type():
        desk.terms.start_picking()


def add_term(desk: EditorScreen) -> None:
    """Add a term to the project's glossary, the selected source filled in."""
    from workbench.tui.screens.term_form import NewTerm, TermForm

    side, start, end = desk.pane.selection()
    chosen = desk.pane.selected_text()
    chinese = chosen if side == "source" and end > start else ""
    english = chosen if side == "target" and end > start else ""

    def filled(term: NewTerm | None) -> None:
        if term is not None:
            desk.apply(
                desk.session.add_term(term.chinese, term.english, note=term.note, article=term.article)
            )
            desk.facts.terms_changed()

    desk.ask(TermForm(chinese, english), filled)
