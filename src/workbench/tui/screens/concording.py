"""tui: Concording, the concordance of the editor: what was asked last, and what is done with a hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.screens.concordance import Chosen
    from workbench.tui.screens.editor import EditorScreen


class Concording:
    """Remembers what was asked."""

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._text = ""
        self._exact = False

    def ask(self) -> None:
        """Ask what to look up; what is selected is filled in."""
        from workbench.tui.screens.concordance import ConcordanceForm

        selected = self._desk.pane.selected_text()
        if selected and "\n" not in selected:
            self._text = selected
        self._desk.ask(ConcordanceForm(self._desk.session, self._text, exact=self._exact), self._chosen)

    def _chosen(self, chosen: Chosen | None) -> None:
        if chosen is None:
            return
        self._text, self._exact = chosen.text, chosen.exact
        if chosen.row is not None:
            before = self._desk.number
            self._desk.jump(chosen.row)
            if self._desk.number != before:
                self._desk.say(f"Row {self._desk.number}. Enter comes back to row {before}.")
        elif chosen.concept is not None:
            self._desk.terms.insert_concept(chosen.concept)
        elif chosen.english and self._desk.may_type():
            self._desk.pane.focus_side("target")
            self._desk.put_in(chosen.english)
