"""tui: ChoiceList, lines to choose from, in columns; only the visible ones are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from workbench.text.shown import shown
from workbench.tui.widgets.inks import ink
from workbench.tui.widgets.still_view import StillView


@dataclass(frozen=True, slots=True)
class Choice:
    """One line.

    Attributes:
        value: what choosing it means; None for a line that cannot be chosen, such as a heading.
        text: the line itself; `detail` stands to its right, dimmer.
        label: a digit or a key to the left.
        mark: half-open offsets in `text` to set off, such as a hit.
        quiet: shown dim, such as a term already used.
        struck: half-open offsets in `detail` to strike through, such as English to be avoided.
    """

    value: object
    text: str
    detail: str = ""
    label: str = ""
    mark: tuple[int, int] | None = None
    quiet: bool = False
    struck: tuple[tuple[int, int], ...] = ()


class ChoiceList(StillView, can_focus=True):
    """A list with a cursor. Enter or a click chooses; the arrows move."""

    DEFAULT_CSS = """
    ChoiceList {
        background: transparent; scrollbar-size-vertical: 1; overflow-x: hidden; height: 1fr;
    }
    ChoiceList > .choices--label { color: $primary; }
    ChoiceList > .choices--detail { color: $foreground 70%; }
    ChoiceList > .choices--quiet { color: $foreground 50%; }
    ChoiceList > .choices--struck { text-style: strike; }
    ChoiceList > .choices--heading { color: $secondary; }
    ChoiceList > .choices--mark { color: $accent; text-style: bold underline; }
    ChoiceList > .choices--cursor { background: $primary 25%; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "choices--label",
        "choices--detail",
        "choices--quiet",
        "choices--struck",
        "choices--heading",
        "choices--mark",
        "choices--cursor",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """A line was chosen."""

        def __init__(self, choices: ChoiceList, value: object) -> None:
            super().__init__()
            self.choices = choices
            self.value = value

        @property
        def control(self) -> ChoiceList:
            """The list it was chosen in."""
            return self.choices

    class Moved(Message):
        """The cursor stands on another line."""

        def __init__(self, choices: ChoiceList, value: object) -> None:
            super().__init__()
            self.choices = choices
            self.value = value

        @property
        def control(self) -> ChoiceList:
            """The list whose cursor moved."""
            return self.choices

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        cursor_always: bool = True,
        share: float = 0.5,
        id: str | None = None,
    ) -> None:
        """Make a list.

        Args:
            choices: the lines.
            cursor_always: show the cursor also while the focus is elsewhere.
            share: of the width, at most, that goes to the texts before the column of details begins.
        """
        super().__init__(id=id)
        self.choices: Sequence[Choice] = choices
        self.cursor = _first(choices)
        self._cursor_always = cursor_always
        self._share = share
        self._inks: dict[str, Style] = {}

    def on_mount(self) -> None:
        """Know how far it scrolls."""
        self._measure()

    def set_choices(self, choices: Sequence[Choice], *, keep: bool = False) -> None:
        """Show other lines; the cursor goes to the first, or stays where it was with `keep`."""
        same = keep and self.cursor < len(choices) and choices[self.cursor].value is not None
        self.choices = choices
        self.cursor = self.cursor if same else _first(choices)
        self._measure()
        if not same:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    @property
    def value(self) -> object:
        """What the cursor stands on; None in an empty list."""
        return self.choices[self.cursor].value if self.cursor < len(self.choices) else None

    def put_cursor(self, index: int) -> None:
        """Put the cursor on the line `index`, in sight."""
        self.cursor = index
        self.scroll_to_region(Region(0, index, 1, 1), animate=False, force=True, immediate=True)
        self.refresh()
        self.post_message(self.Moved(self, self.value))

    def action_move(self, step: int) -> None:
        """One line on, over headings; round the ends."""
        count = len(self.choices)
        for distance in range(1, count + 1):
            index = (self.cursor + step * distance) % count
            if self.choices[index].value is not None:
                self.put_cursor(index)
                return

    def action_page(self, step: int) -> None:
        """A screen on."""
        if not self.choices:
            return
        goal = self.cursor + step * max(1, self.size.height - 1)
        self._put_near(max(0, min(len(self.choices) - 1, goal)), step)

    def action_edge(self, step: int) -> None:
        """To the first or the last line."""
        if self.choices:
            self._put_near(0 if step < 0 else len(self.choices) - 1, -step)

    def action_choose(self) -> None:
        """Choose the line under the cursor."""
        if self.value is not None:
            self.post_message(self.Chosen(self, self.value))

    def _put_near(self, index: int, step: int) -> None:
        while 0 <= index < len(self.choices):
            if self.choices[index].value is not None:
                self.put_cursor(index)
                return
            index += step

    def on_click(self, event: events.Click) -> None:
        """A click chooses."""
        index = event.y + self.scroll_offset.y
        if index < len(self.choices) and self.choices[index].value is not None:
            self.put_cursor(index)
            self.action_choose()

    def on_focus(self) -> None:
        """The cursor shows where the focus is."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor shows where the focus is."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Another theme: other inks."""
        super().notify_style_update()
        self._inks.clear()

    def on_resize(self) -> None:
        """Lines are as wide as the widget."""
        self._measure()

    def watch_show_vertical_scrollbar(self) -> None:
        """Lines are narrower beside a scrollbar."""
        self.refresh()

    def _measure(self) -> None:
        self.hold(len(self.choices))

    def _ink(self, name: str) -> Style:
        """The style of a part, mixed with the ground once; empty for the line itself."""
        if name not in self._inks:
            self._inks[name] = ink(self, f"choices--{name}") if name else self.rich_style
        return self._inks[name]

    def render_line(self, y: int) -> Strip:
        """Paint one line of the screen."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        if index >= len(self.choices):
            return Strip.blank(width, self._ink(""))
        choice = self.choices[index]
        base = self._ink("")
        if index == self.cursor and (self.has_focus or self._cursor_always) and choice.value is not None:
            base += self._ink("cursor")
        return Strip(list(self._line(choice, width, base)), width)

    def _line(self, choice: Choice, width: int, base: Style) -> list[Segment]:
        if choice.value is None:
            return [Segment(_fit(f" {shown(choice.text)}", width), base + self._ink("heading"))]
        label = max((len(each.label) for each in self.choices[:99]), default=0)
        parts = [Segment(" ", base)]
        if label:
            parts.append(Segment(f"{choice.label:>{label}} ", base + self._ink("label")))
        left = width - sum(len(part.text) for part in parts)
        body = base + self._ink("quiet") if choice.quiet else base
        text, detail = _one_line(choice.text), _one_line(choice.detail)
        column = min(max(self._column(width), cell_len(text) + 2), left) if detail else left
        parts += self._marked(text, choice.mark, column, body)
        parts += self._struck(_fit(detail, left - column), choice.struck, body + self._ink("detail"))
        return parts

    def _struck(self, fitted: str, spans: Sequence[tuple[int, int]], body: Style) -> list[Segment]:
        """The details, with what is to be avoided struck through."""
        parts: list[Segment] = []
        at = 0
        for start, end in spans:
            parts += [
                Segment(fitted[at:start], body),
                Segment(fitted[start:end], body + self._ink("struck")),
            ]
            at = end
        return [part for part in [*parts, Segment(fitted[at:], body)] if part.text]

    def _marked(self, text: str, mark: tuple[int, int] | None, width: int, body: Style) -> list[Segment]:
        fitted = _fit(text, width)
        if mark is None or mark[0] >= len(fitted):
            return [Segment(fitted, body)]
        start, end = mark
        return [
            Segment(fitted[:start], body),
            Segment(fitted[start:end], body + self._ink("mark")),
            Segment(fitted[end:], body),
        ]

    def _column(self, width: int) -> int:
        """Where the details begin: after the longest of the first hundred texts, within reason."""
        widest = max((cell_len(each.text) for each in self.choices[:99] if each.detail), default=0)
        return min(widest, max(16, int(width * self._share))) + 2


def _first(choices: Sequence[Choice]) -> int:
    return next((index for index, choice in enumerate(choices) if choice.value is not None), 0)


def _fit(text: str, width: int) -> str:
    """Exactly `width` cells; what is cut off shows as an ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) > width:
        return set_cell_size(text, width - 1) + "…"
    return set_cell_size(text, width)


def _one_line(text: str) -> str:
    return shown(text).replace("\n", " ")
