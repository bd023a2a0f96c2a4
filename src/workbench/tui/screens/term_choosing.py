"""tui: TermChoosing, another concept of the termbase, found as one types."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input

from workbench.model.terms import Concept
from workbench.text.shown import shown
from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.terminology_lines import ConceptLines
from workbench.tui.screens.terminology_stock import ALL, Stock
from workbench.tui.widgets.choices import ChoiceList
from workbench.tui.widgets.panes import TextBlock

_PAUSE = 0.12


class TermChoosing(Dialog[Concept]):
    """Gives the concept chosen."""

    DEFAULT_CSS = "TermChoosing ChoiceList { height: 10; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list('move', -1)", show=False),
        Binding("down", "list('move', 1)", show=False),
        Binding("pageup", "list('page', -1)", show=False),
        Binding("pagedown", "list('page', 1)", show=False),
    ]

    def __init__(self, title: str, stock: Stock, but: Concept) -> None:
        super().__init__(title, "Enter chooses   Esc cancel")
        self._stock = stock
        self._but = but
        self._timer: Timer | None = None

    def body(self) -> ComposeResult:
        """What to look for, and what is found."""
        yield Input(placeholder="Chinese, pinyin, its initials, or English", compact=True)
        yield TextBlock()
        yield ChoiceList(share=0.45)

    def on_input_changed(self) -> None:
        """Look up when the fingers rest."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._find)

    def _find(self) -> None:
        self._timer = None
        query = self.query_one(Input).value
        places = self._stock.listed(ALL, query, None) if query.strip() else []
        but = self._stock.place(self._but)
        found = [at for at in places if at != but]
        self.query_one(ChoiceList).set_choices(ConceptLines(self._stock, found))
        told = f"No other concept has {query.strip()}." if query.strip() and not found else ""
        self.query_one(TextBlock).show(Content(shown(told)))

    def action_list(self, what: str, step: int) -> None:
        """The arrows move in the list while the text has the focus."""
        choices = self.query_one(ChoiceList)
        choices.action_move(step) if what == "move" else choices.action_page(step)

    def on_input_submitted(self) -> None:
        """Enter: the one under the cursor."""
        if self._timer is not None:
            self._timer.stop()
            self._find()
        self.query_one(ChoiceList).action_choose()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        if isinstance(message.value, Concept):
            self.dismiss(message.value)
