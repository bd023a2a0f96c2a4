"""tui: TerminologyFrame, the look of the terminology screen at each size, and the keys that move in it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.widgets import Input

from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.terminology_answer import Chosen
from workbench.tui.screens.terminology_lines import QuietList, ShelfLine
from workbench.tui.widgets.choices import ChoiceList
from workbench.tui.widgets.panes import TextBlock, TextPane

_SIDE_BY_SIDE, _COLUMNS = 110, 140  # cells from which list and concept, and the shelves too, are columns
_SCROLLED = 3
_KEYS = "Enter acts   Tab domains   ^N new   ^R rows   ^Up ^Down scroll   Esc back"


class TerminologyFrame(Dialog[Chosen]):
    """A search field that always has the keyboard; shelves, what is found, and one concept in full.

    Args:
        text: what is looked for at first.
    """

    DEFAULT_CSS = """
    TerminologyFrame Panel {
        height: 1fr; max-height: 100%; max-width: 100%; margin: 0; background: $surface;
    }
    TerminologyFrame #how { color: $foreground 80%; height: 1; }
    TerminologyFrame #shelves { display: none; width: 36; margin-right: 1; }
    TerminologyFrame #concepts { height: 1fr; }
    TerminologyFrame #concept {
        height: 2fr; border-top: solid $foreground 25%; scrollbar-size-vertical: 1;
    }
    .-plain TerminologyFrame #concept, TerminologyFrame.-plain #concept { border-top: ascii $foreground 25%; }
    TerminologyFrame.-side #pair { layout: horizontal; }
    TerminologyFrame.-side #concepts { height: 1fr; width: 5fr; }
    TerminologyFrame.-side #concept {
        height: 1fr; width: 6fr; border-top: none; border-left: solid $foreground 25%;
    }
    TerminologyFrame.-side.-plain #concept { border-top: none; border-left: ascii $foreground 25%; }
    TerminologyFrame.-columns #shelves { display: block; }
    TerminologyFrame.-columns ShelfLine { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list('move', -1)", show=False),
        Binding("down", "list('move', 1)", show=False),
        Binding("pageup", "list('page', -1)", show=False),
        Binding("pagedown", "list('page', 1)", show=False),
        Binding("tab", "shelf(1)", show=False, priority=True),
        Binding("shift+tab", "shelf(-1)", show=False, priority=True),
        Binding("ctrl+up", "scroll(-1)", show=False, priority=True),
        Binding("ctrl+down", "scroll(1)", show=False, priority=True),
        Binding("ctrl+n", "new", show=False, priority=True),
        Binding("ctrl+r", "rows", show=False, priority=True),
    ]

    def __init__(self, text: str) -> None:
        super().__init__("Terminology", _KEYS)
        self._text = text

    def body(self) -> ComposeResult:
        """The text, the shelves, what is found, and the concept in full."""
        self._fit(self.app.size.width)
        yield Input(
            self._text,
            placeholder="Chinese, pinyin, its initials, or English",
            select_on_focus=True,
            compact=True,
        )
        yield ShelfLine()
        how = TextBlock()
        how.id = "how"
        yield how
        with Horizontal():
            yield QuietList(id="shelves", share=0.8)
            with Container(id="pair"):
                yield QuietList(id="concepts", share=0.45)
                yield TextPane(id="concept")

    def on_resize(self, event: events.Resize) -> None:
        """Another window: columns, and lines of another width."""
        self._fit(event.size.width)
        self.call_after_refresh(self.show_whole)

    def _fit(self, width: int) -> None:
        self.set_class(width >= _SIDE_BY_SIDE, "-side")
        self.set_class(width >= _COLUMNS, "-columns")

    @property
    def concepts_list(self) -> ChoiceList:
        """What is found."""
        return self.query_one("#concepts", ChoiceList)

    def show_whole(self) -> None:
        """Show the concept under the cursor; the screen with the concepts in it knows how."""

    def action_list(self, what: str, step: int) -> None:
        """The arrows move in the list while the text has the focus."""
        self.concepts_list.action_move(step) if what == "move" else self.concepts_list.action_page(step)

    def action_scroll(self, step: int) -> None:
        """Scroll what is said of the concept."""
        self.query_one("#concept", TextPane).scroll_relative(y=step * _SCROLLED, animate=False)
