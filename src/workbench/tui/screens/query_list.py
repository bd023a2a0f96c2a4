"""tui: QueryList, the queries of the project, the open ones first; Enter goes to the row of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from workbench.project.queries import RowQuery
from workbench.text.shown import shown
from workbench.tui.screens.list_with_whole import ListWithWhole, line_of
from workbench.tui.screens.query_form import spanned
from workbench.tui.screens.telling import local_time, query_parts
from workbench.tui.widgets.choices import Choice

_KEYS = "Enter row   ^E edit   ^R reply   ^O {close}   ^D drop   ^W send   ^F read"
_NONE = "F9 9 q asks about a row or the selected Chinese   ^F reads answers   Esc cancel"
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


class QueryList(ListWithWhole[Wanted]):
    """Gives what to do.

    Args:
        queries: in the order of the text.
        at: id of the query that the cursor stands on at first.
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
        lines = query_lines(queries)
        start = next((query for query in queries if query.query.id == at), None)
        super().__init__(
            "Queries to the client", _NONE, lines, line_of(lines, start), share=0.66, whole=(7, 10)
        )

    @property
    def _asked(self) -> RowQuery | None:
        return self.value if isinstance(self.value, RowQuery) else None

    def on_choice_list_chosen(self) -> None:
        """Enter: to the row."""
        self.action_do(Act.GO)

    def action_do(self, act: str) -> None:
        """Do something with the query under the cursor; reading answers needs none."""
        if self._asked is not None or act == Act.READ:
            self.dismiss(Wanted(Act(act), self._asked))

    def whole(self) -> Content:
        """The query, with its keys."""
        asked = self._asked
        if asked is None:
            return Content("No query has been asked in this project.")
        self.tell_keys(_KEYS.format(close="close" if asked.query.open else "open"))
        return _whole(asked)


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
    when = Content.styled(f"{local_time(query.at)}{by}{answered}", "$faint")
    source = spanned(asked.source, (query.start, query.end)).truncate(_CELLS, ellipsis=True)
    told = query_parts(query)
    if query.answer:  # in a low window the end is cut off: what one came for stands first
        return Content("\n").join([head + when, told[-1], *told[:-1], source])
    return Content("\n").join([head + when, source, *told])
