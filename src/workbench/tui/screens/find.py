"""tui: FindForm, what to find and where it stands; Enter jumps to the line under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from workbench.project.search import LIMIT, FindHit, FindQuery, Side
from workbench.project.stopping import Progress
from workbench.tui.screens.aside import Aside
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock

SIDES: dict[Side, str] = {"both": "both sides", "source": "source", "target": "English"}
Search = Callable[[FindQuery, Progress], Sequence[FindHit]]


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked, what was found, and the hit to jump to; or it is to be replaced."""

    query: FindQuery
    hits: tuple[FindHit, ...]
    at: int = 0
    to_replace: bool = False


class FindForm(Dialog[Found]):
    """Searches while you type. Tab changes the side, ctrl with a letter how the text is read.

    Args:
        query: the one of the last time.
        search: finds, in any thread.
        row: the row that one is in: the cursor goes to its first hit.
        filtered: a filter holds, so that one may look through the rows shown alone.
        few: there are so few rows that the search needs no thread.
    """

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
        Binding("ctrl+r", "flip('regex')", show=False, priority=True),
        Binding("ctrl+t", "flip('case')", show=False, priority=True),
        Binding("ctrl+o", "flip('words')", show=False, priority=True),
        Binding("ctrl+l", "flip('shown')", show=False, priority=True),
        Binding("ctrl+e", "replace", show=False, priority=True),
    ]

    def __init__(
        self, query: FindQuery, search: Search, row: int, *, filtered: bool = False, few: bool = True
    ) -> None:
        super().__init__("Find", "")
        self._query = query if filtered else replace(query, shown=False)
        self._search = search
        self._row = row
        self._filtered = filtered
        self._hits: tuple[FindHit, ...] = ()
        self._wrong = ""
        self._wanted = False
        self._aside: Aside[Sequence[FindHit]] = Aside(self, self._have, self._failed, at_once=few)

    def body(self) -> ComposeResult:
        """The text, how it is read, and where it stands."""
        yield Input(self._query.text, placeholder="Chinese or English", select_on_focus=True, compact=True)
        yield TextBlock()
        yield ChoiceList()

    def on_mount(self) -> None:
        """The last search again, its text selected."""
        super().on_mount()
        self.query_one(ChoiceList).styles.height = max(4, min(12, self.app.size.height // 2 - 5))
        keys = "Tab side   ^R pattern   ^T capitals   ^O words   "
        keys += "^L filter   " if self._filtered else ""
        front = "Enter jumps   " if self.app.size.width >= 100 else ""
        self.tell_keys(f"{front}{keys}^E replace")
        self._find()

    def on_unmount(self) -> None:
        """Nobody waits for the answer any more."""
        self._aside.stop()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search when the fingers rest."""
        if message.value != self._query.text:
            self._query = replace(self._query, text=message.value)
            self._aside.soon(self._work())

    def on_input_submitted(self) -> None:
        """Enter: jump to the hit under the cursor, as soon as it is known."""
        if not self._aside.busy:
            self.query_one(ChoiceList).action_choose()
            return
        self._wanted = True
        self._aside.now(self._work())

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
        sides = list(SIDES)
        self._query = replace(self._query, side=sides[(sides.index(self._query.side) + 1) % len(sides)])
        self._find()

    def action_flip(self, name: str) -> None:
        """A pattern or plain text; capitals count or not; whole words or not; the rows shown or all."""
        if name != "shown" or self._filtered:
            self._query = flipped(self._query, name)
            self._find()

    def action_replace(self) -> None:
        """Replace what is found."""
        self.dismiss(Found(self._query, self._hits, to_replace=True))

    def _find(self) -> None:
        self._aside.now(self._work())

    def _work(self) -> Callable[[Progress], Sequence[FindHit]]:
        self._tell("looking …" if self._query.text else "")
        return partial(self._search, self._query)

    def _failed(self, wrong: str) -> None:
        self._wrong = wrong
        self._show(())

    def _have(self, hits: Sequence[FindHit]) -> None:
        self._wrong = ""
        self._show(tuple(hits))
        if self._wanted:
            self._wanted = False
            self.query_one(ChoiceList).action_choose()

    def _show(self, hits: tuple[FindHit, ...]) -> None:
        self._hits = hits
        choices = self.query_one(ChoiceList)
        choices.set_choices([_line(hit) for hit in hits])
        first = next((at for at, hit in enumerate(hits) if hit.row == self._row), None)
        if first is not None:
            choices.put_cursor(first)
        rows = len({hit.row for hit in hits})
        count = f"{len(hits):,}" if len(hits) < LIMIT else f"the first {LIMIT:,}"
        found = f"{count} in {rows:,} row{'s' * (rows != 1)}" if hits else "nothing found"
        self._tell(found if self._query.text else "")

    def _tell(self, found: str) -> None:
        if self._wrong:
            content = Content.styled(self._wrong, "$warning")
        else:
            content = Content(f"{SIDES[self._query.side]} · {how_read(self._query, self._filtered)}   ")
            content += Content.styled(found, "bold")
        self.query_one(TextBlock).show(content)


def flipped(query: FindQuery, name: str) -> FindQuery:
    """The query read in another way: `regex`, `case`, `words` or `shown` turned round."""
    match name:
        case "regex":
            return replace(query, regex=not query.regex)
        case "case":
            return replace(query, case=not query.case)
        case "words":
            return replace(query, words=not query.words)
    return replace(query, shown=not query.shown)


def how_read(query: FindQuery, filtered: bool) -> str:
    """How the text of a query is read, and in which rows, where there is a filter."""
    parts = [
        "pattern" if query.regex else "plain",
        "capitals count" if query.case else "any capitals",
        "whole words" if query.words else "parts of words too",
    ]
    if filtered:
        parts.append("rows shown" if query.shown else "all rows")
    return " · ".join(parts)


def _line(hit: FindHit) -> Choice:
    start = hit.start - hit.context_start
    return Choice(hit, hit.context, label=str(hit.number), mark=(start, start + hit.end - hit.start))
