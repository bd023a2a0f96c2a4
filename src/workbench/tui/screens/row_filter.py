"""tui: FilterForm, which states and kinds of rows to show."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from workbench.model.segments import Kind, State
from workbench.project.place import RowFilter
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList

_ALL = "all"


class FilterForm(Dialog[RowFilter]):
    """Gives the filter. Space marks lines; Enter shows what is marked, or else the line under the cursor."""

    DEFAULT_CSS = "FilterForm Horizontal { height: 11; } FilterForm ChoiceList { width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
        Binding("space", "mark", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

    def __init__(self, now: RowFilter) -> None:
        super().__init__("Show only", "Space marks   Enter shows   Backspace all rows   Esc cancel")
        self._marked: set[State | Kind] = {*now.states, *now.kinds}

    def body(self) -> ComposeResult:
        """States to the left, kinds to the right."""
        with Horizontal():
            yield ChoiceList(self._states(), cursor_always=False, id="states")
            yield ChoiceList(self._kinds(), cursor_always=False, id="kinds")

    def action_mark(self) -> None:
        """Mark the line under the cursor, or take its mark away."""
        value = self._under_cursor()
        if isinstance(value, State | Kind):
            self._marked ^= {value}
            self._show()

    def action_clear(self) -> None:
        """All rows again."""
        self.dismiss(RowFilter())

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        value = message.value
        if value == _ALL:
            self._marked.clear()
        elif isinstance(value, State | Kind) and not self._marked:
            self._marked.add(value)
        self.dismiss(
            RowFilter(
                frozenset(each for each in self._marked if isinstance(each, State)),
                frozenset(each for each in self._marked if isinstance(each, Kind)),
            )
        )

    def _under_cursor(self) -> object:
        focused = self.focused
        return focused.value if isinstance(focused, ChoiceList) else None

    def _show(self) -> None:
        self.query_one("#states", ChoiceList).set_choices(self._states(), keep=True)
        self.query_one("#kinds", ChoiceList).set_choices(self._kinds(), keep=True)

    def _states(self) -> list[Choice]:
        return [
            Choice(None, "State"),
            *(self._line(state, state.value) for state in State),
            Choice(_ALL, "all rows", label="   "),
        ]

    def _kinds(self) -> list[Choice]:
        return [Choice(None, "Kind"), *(self._line(kind, kind.value.replace("_", " ")) for kind in Kind)]

    def _line(self, value: State | Kind, words: str) -> Choice:
        return Choice(value, words, label="[x]" if value in self._marked else "[ ]")
