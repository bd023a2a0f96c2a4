"""tui: FindForm, what to find and where it stands; Enter jumps to the line under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input

from workbench.model.faults import WorkbenchError
from workbench.project.search import FindHit, FindQuery, Side
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock

_SIDES: dict[Side, str] = {"both": "both sides", "source": "source", "target": "English"}
_PAUSE = 0.15


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked, what was found, and the hit to jump to."""

    query: FindQuery
    hits: tuple[FindHit, ...]
    at: int


class FindForm(Dialog[Found]):
    """Searches while you type. Tab changes the side, ctrl+r and ctrl+t how the text is read."""

    DEFAULT_CSS = """
    FindForm ChoiceList { height: 10; }
    FindForm TextBlock { color: $foreground 80%; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list('move', -1)", show=False),
        Binding("down,ctrl+n", "list('move', 1)", show=False),
        Binding("pageup", "list('page', -1)", show=False),
        Binding("pagedown", "list('page', 1)", show=False),
        Binding("tab", "side", show=False, priority=True),
        Binding("ctrl+r", "regex", show=False, priority=True),
        Binding("ctrl+t", "case", show=False, priority=True),
    ]

    def __init__(self, query: FindQuery, search: Callable[[FindQuery], Sequence[FindHit]], row: int) -> None:
        super().__init__("Find", "")
        self._query = query
        self._search = search
        self._row = row
        self._hits: tuple[FindHit, ...] = ()
        self._timer: Timer | None = None

    def body(self) -> ComposeResult:
        """The text, how it is read, and where it stands."""
        yield Input(self._query.text, placeholder="Chinese or English", select_on_focus=True, compact=True)
        yield TextBlock()
        yield ChoiceList()

    def on_mount(self) -> None:
        """The last search again, its text selected."""
        super().on_mount()
        self.query_one(ChoiceList).styles.height = max(4, min(12, self.app.size.height // 2 - 5))
        self._find()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search when the fingers rest."""
        if message.value == self._query.text:
            return
        self._query = replace(self._query, text=message.value)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._find)

    def on_input_submitted(self) -> None:
        """Enter: jump to the hit under the cursor."""
        if self._timer is not None:
            self._timer.stop()
            self._find()
        self.query_one(ChoiceList).action_choose()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        if isinstance(message.value, FindHit):
            self.dismiss(Found(self._query, self._hits, self._hits.index(message.value)))

    def action_list(self, what: str, step: int) -> None:
        """The arrows move in the list while the text has the focus."""
        choices = self.query_one(ChoiceList)
        choices.action_move(step) if what == "move" else choices.action_page(step)

    def action_side(self) -> None:
        """Both sides, source, English."""
        sides = list(_SIDES)
        self._query = replace(self._query, side=sides[(sides.index(self._query.side) + 1) % len(sides)])
        self._find()

    def action_regex(self) -> None:
        """Plain text or a regular expression."""
        self._query = replace(self._query, regex=not self._query.regex)
        self._find()

    def action_case(self) -> None:
        """Capitals count or not."""
        self._query = replace(self._query, case=not self._query.case)
        self._find()

    def _find(self) -> None:
        self._timer = None
        wrong = ""
        try:
            self._hits = tuple(self._search(self._query))
        except WorkbenchError as error:
            self._hits, wrong = (), str(error)
        choices = self.query_one(ChoiceList)
        choices.set_choices([_line(hit) for hit in self._hits])
        first = next((at for at, hit in enumerate(self._hits) if hit.row == self._row), None)
        if first is not None:
            choices.put_cursor(first)
        self.query_one(TextBlock).show(self._told(wrong))
        self.tell_keys("Enter jumps   Tab side   ^R pattern   ^T capitals   Esc cancel")

    def _told(self, wrong: str) -> Content:
        query = self._query
        how = f"{_SIDES[query.side]} · {'pattern' if query.regex else 'plain'}"
        how += f" · {'capitals count' if query.case else 'any capitals'}"
        if wrong:
            return Content.styled(wrong, "$warning")
        if not query.text:
            return Content(how)
        rows = len({hit.row for hit in self._hits})
        count = len(self._hits)
        found = f"{count:,} in {rows:,} row{'s' * (rows != 1)}" if count else "nothing found"
        return Content(f"{how}   ") + Content.styled(found, "bold")


def _line(hit: FindHit) -> Choice:
    start = hit.start - hit.context_start
    return Choice(hit, hit.context, label=str(hit.number), mark=(start, start + hit.end - hit.start))
