"""tui: the lines of the terminology screen's list, made when they are looked at, and its line of shelves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import overload

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from workbench.model.terms import Concept
from workbench.tui.screens.terminology_stock import DOMAIN, Shelf, Stock
from workbench.tui.widgets.choices import Choice, ChoiceList

_GAP = "  "


class ConceptLines(Sequence[Choice]):
    """A line a concept: whose it is, its Chinese, its English. Only what is on the screen is made."""

    def __init__(self, stock: Stock, places: Sequence[int], counts: Mapping[int, int] | None = None) -> None:
        self._stock = stock
        self._places = places
        self._counts = counts
        self._made: dict[int, Choice] = {}

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Choice: ...
    @overload
    def __getitem__(self, index: slice) -> list[Choice]: ...
    def __getitem__(self, index: int | slice) -> Choice | list[Choice]:
        """A line, or those of a slice."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index not in self._made:
            self._made[index] = self._line(self._places[index])
        return self._made[index]

    def _line(self, at: int) -> Choice:
        concept = self._stock.concepts[at]
        text, struck = english(concept)
        if self._counts is not None:
            lead = f"{self._counts.get(at, 0):,} × "
            text, struck = lead + text, tuple((a + len(lead), b + len(lead)) for a, b in struck)
        return Choice(concept, concept.zh, text, label=self._stock.mark(at), struck=struck)


def english(concept: Concept) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The renderings to use in one line; of a concept without any, what not to write, struck."""
    if concept.usable:
        return " · ".join(one.en for one in concept.usable), ()
    first = concept.renderings[0].en
    return f"not {first}", ((4, 4 + len(first)),)


def shelf_lines(shelves: Sequence[Shelf]) -> list[Choice]:
    """The shelves below one another, a heading before the domains."""
    width = max((len(f"{shelf.count or 0:,}") for shelf in shelves), default=0)
    lines: list[Choice] = []
    for shelf in shelves:
        if shelf.id.startswith(DOMAIN) and not any(line.value is None for line in lines):
            lines.append(Choice(None, ""))
        count = "…" if shelf.count is None else f"{shelf.count:,}"
        lines.append(Choice(shelf.id, shelf.name, count.rjust(width)))
    return lines


class QuietList(ChoiceList, can_focus=False):
    """Leaves the keyboard to the search field; a click puts the cursor there, a second one chooses."""

    class Clicked(Message):
        """A line was clicked."""

        def __init__(self, choices: QuietList, value: object) -> None:
            super().__init__()
            self.choices = choices
            self.value = value

    def on_click(self, event: events.Click) -> None:
        """A click does not choose at once."""
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        if index < len(self.choices) and self.choices[index].value is not None:
            again = index == self.cursor and event.chain > 1
            self.put_cursor(index)
            self.post_message(self.Clicked(self, self.value))
            if again:
                self.action_choose()


class ShelfLine(Widget, can_focus=False):
    """The shelves side by side, the chosen one in sight; a click chooses."""

    DEFAULT_CSS = "ShelfLine { height: 1; padding: 0 1; color: $foreground 70%; }"

    class Chosen(Message):
        """A shelf was clicked."""

        def __init__(self, shelf: str) -> None:
            super().__init__()
            self.shelf = shelf

    def __init__(self) -> None:
        super().__init__()
        self._shelves: Sequence[Shelf] = ()
        self._now = ""

    def show(self, shelves: Sequence[Shelf], now: str) -> None:
        """Show these shelves, `now` being the id of the chosen one."""
        self._shelves, self._now = shelves, now
        self.refresh()

    def render(self) -> Content:
        """The shelves that fit, among them the chosen one."""
        first, last = self._in_sight()
        more = Content.styled("…", "$faint")
        parts = [_titled(shelf, shelf.id == self._now) for shelf in self._shelves[first:last]]
        before = [more] if first else []
        after = [more] if last < len(self._shelves) else []
        return Content(_GAP).join([*before, *parts, *after])

    def _in_sight(self) -> tuple[int, int]:
        """Half-open numbers of the shelves shown: up to the chosen one and one more, and what else fits."""
        widths = [_width(shelf) for shelf in self._shelves]
        room = self.size.width - 2 - 2 * len(_GAP + "…")
        at = next((at for at, shelf in enumerate(self._shelves) if shelf.id == self._now), 0)
        last = min(len(widths), at + 2)
        first = at
        while first > 0 and sum(widths[first - 1 : last]) <= room:
            first -= 1
        while last < len(widths) and sum(widths[first : last + 1]) <= room:
            last += 1
        if sum(widths[first:last]) > room and last > at + 1:
            last -= 1
        return first, last

    def on_click(self, event: events.Click) -> None:
        """Choose the shelf under the pointer."""
        first, last = self._in_sight()
        left = 1 + (len(_GAP + "…") if first else 0)
        for shelf in self._shelves[first:last]:
            if left <= event.x < left + _width(shelf):
                self.post_message(self.Chosen(shelf.id))
            left += _width(shelf)


def _titled(shelf: Shelf, chosen: bool) -> Content:
    """A shelf with its count; brackets show the chosen one without colour too."""
    title = f"[{shelf.name}]" if chosen else shelf.name
    count = "" if shelf.count is None else f" {shelf.count:,}"
    return Content.styled(title, "bold $primary" if chosen else "") + Content.styled(count, "$faint")


def _width(shelf: Shelf) -> int:
    return cell_len(_titled(shelf, False).plain) + len(_GAP)
