"""tui: Terminology, the termbase from the editor: opened as it was left, and what is done with a concept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from workbench.tui.screens.printed import plain_offset, plain_text, printed_offset

if TYPE_CHECKING:
    from workbench.model.terms import Concept
    from workbench.tui.screens.editor import EditorScreen
    from workbench.tui.screens.terminology_answer import Chosen, Left

_LEFT: WeakKeyDictionary[EditorScreen, Left] = WeakKeyDictionary()
"""How each editor left it."""


class Terminology:
    """Opens the screen and does what was chosen there."""

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk

    def open(self, text: str = "") -> None:
        """Open it; `text` is looked up, else what was looked up last."""
        from workbench.tui.screens.terminology_answer import Left
        from workbench.tui.screens.terminology_form import TerminologyForm

        left = _LEFT.setdefault(self._desk, Left())
        if text.strip() and text.strip() != left.text:
            left.text, left.shelf, left.concept = text.strip(), "all", None
        changed = self._desk.facts.terms_changed
        self._desk.ask(TerminologyForm(self._desk.session, left, changed), self._chosen)

    def _chosen(self, chosen: Chosen | None) -> None:
        if chosen is None:
            return
        if chosen.settle:
            from workbench.tui.screens.settling import Settling

            Settling(self._desk).choose_english(chosen.concept)
        elif chosen.row is not None:
            self._go(chosen.row)
        elif chosen.insert is not None and self._desk.may_type():
            self._insert(chosen.concept, chosen.insert)

    def _go(self, row: int) -> None:
        before = self._desk.number
        self._desk.jump(row)
        if self._desk.number != before:
            self._desk.say(f"Row {self._desk.number}. Enter comes back to row {before}.")

    def _insert(self, concept: Concept, at: int) -> None:
        """Put a rendering in at the caret, in the form that the words around it need."""
        from workbench.model.terms import TermHit
        from workbench.project.offers import insertion

        pane = self._desk.pane
        pane.focus_side("target")
        self._desk.keystrokes.flush()
        printed = pane.target_text
        caret = plain_offset(printed, pane.caret)
        hit = TermHit(0, 0, concept.zh, concept)
        put = insertion(hit, concept.usable, at, plain_text(printed), caret, caret)
        place = printed_offset(printed, put.start), printed_offset(printed, put.end)
        self._desk.put_in(put.text, replace=place)
