"""tui: QueryList, the queries of the project, the open ones first; Enter goes to the row of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from workbench.project.queries import RowQuery
from workbench.text.shown import shown
from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.query_form import spanned
from workbench.tui.screens.telling import local_time, query_parts
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock

_KEYS = "Enter row   ^E edit   ^R reply   ^O {close}   ^D drop   ^W send   ^F read"
_NONE = "F9 9 q asks about a row or the selected Chinese   ^F reads answers   Esc cancel"
_TALL = 36
_CELLS = 160  # of the Chinese under the list: two lines


class Act(StrEnum):
    """What is to be done with the query under the cursor, or with all of them."""

    GO = "go"
    EDIT = "edit"
    ANSWER = "answer"
    CLOSE = "close"
    DELETE = "delete"
    SEND = "send"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen: an act, and the query under the cursor; None in an empty list."""

    act: Act
    asked: RowQuery | None


class QueryList(Dialog[Wanted]):
    """Gives what to do.

    Args:
        queries: in the order of the text.
        at: id of the query that the cursor stands on at first.
    """

    DEFAULT_CSS = """
    QueryList Panel { max-width: 140; }
    QueryList #whole { border-top: solid $foreground 25%; padding: 0 1; }
    .-plain QueryList #whole { border-top: ascii $foreground 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", "do('edit')", show=False, priority=True),
        Binding("ctrl+r", "do('answer')", show=False, priority=True),
        Binding("ctrl+o", "do('close')", show=False, priority=True),
        Binding("ctrl+d", "do('delete')", show=False, priority=True),
        Binding("ctrl+w", "do('send')", show=False, priority=True),
        Binding("ctrl+f", "do('read')", show=False, priority=True),
    ]

    def __init__(self, queries: Sequence[RowQuery], at: str = "") -> None:
        super().__init__("Queries to the client", _NONE)
        self._queries = queries
        self._at = at

    def body(self) -> ComposeResult:
        """The list, and the query under the cursor in full."""
        yield ChoiceList(query_lines(self._queries), share=0.66)
        whole = TextBlock()
        whole.id = "whole"
        yield whole

    def on_mount(self) -> None:
        """The list has the keyboard."""
        super().on_mount()
        self._fit(self.app.size.height)
        choices = self.query_one(ChoiceList)
        choices.focus()
        values = [choice.value for choice in choices.choices]
        at = [
            n for n, value in enumerate(values) if isinstance(value, RowQuery) and value.query.id == self._at
        ]
        if at:
            choices.put_cursor(at[0])
        self._show_whole()

    def on_resize(self, event: events.Resize) -> None:
        """Another window."""
        self._fit(event.size.height)

    def _fit(self, height: int) -> None:
        whole = 7 if height < _TALL else 10
        self.query_one("#whole", TextBlock).styles.height = whole
        room = max(3, min(16, (height - 2) * 4 // 5 - 3 - whole))
        lines = len(self.query_one(ChoiceList).choices)
        self.query_one(ChoiceList).styles.height = min(room, max(1, lines))

    @property
    def _asked(self) -> RowQuery | None:
        value = self.query_one(ChoiceList).value
        return value if isinstance(value, RowQuery) else None

    def on_choice_list_chosen(self) -> None:
        """Enter: to the row."""
        self.action_do(Act.GO)

    def on_choice_list_moved(self) -> None:
        """Another query is under the cursor."""
        self._show_whole()

    def action_do(self, act: str) -> None:
        """Do something with the query under the cursor; reading answers needs none."""
        if self._asked is not None or act == Act.READ:
            self.dismiss(Wanted(Act(act), self._asked))

    def _show_whole(self) -> None:
        asked = self._asked
        whole = self.query_one("#whole", TextBlock)
        if asked is None:
            whole.show(Content("No query has been asked in this project."))
            return
        whole.show(_whole(asked))
        self.tell_keys(_KEYS.format(close="close" if asked.query.open else "open"))


def query_lines(queries: Sequence[RowQuery]) -> list[Choice]:
    """The lines of the list: the open queries, then the closed ones, each with its row."""
    lines: list[Choice] = []
    for word, is_open in (("open", True), ("closed", False)):
        part = [each for each in queries if each.query.open is is_open]
        if part:
            lines.append(Choice(None, f"{word}: {len(part)}"))
        lines += [
            Choice(
                each,
                each.query.text,
                f"{'answered  ' if each.query.answer else ''}{each.asked}",
                label=str(each.number),
                quiet=not is_open,
            )
            for each in part
        ]
    return lines


def _whole(asked: RowQuery) -> Content:
    query = asked.query
    state = "open" if query.open else "closed"
    by = f"  by {shown(query.who)}" if query.who else ""
    answered = f"  answered {local_time(query.answered_at)}" if query.answered_at else ""
    head = Content.styled(f"row {asked.number} ", "bold") + Content(f"{asked.state.value}, query {state}  ")
    when = Content.styled(f"{local_time(query.at)}{by}{answered}", "$foreground 60%")
    source = spanned(asked.source, (query.start, query.end)).truncate(_CELLS, ellipsis=True)
    told = query_parts(query)
    if query.answer:  # in a low window the end is cut off: what one came for stands first
        return Content("\n").join([head + when, told[-1], *told[:-1], source])
    return Content("\n").join([head + when, source, *told])
