"""tui: MatchList, the matches of a row: the one under the cursor whole, the others in two lines each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from workbench.tui.widgets.inks import ink
from workbench.tui.widgets.match_layout import MatchEntry, Run, entry_lines
from workbench.tui.widgets.still_view import StillView

_OF_NEXT = 3
"""Lines for the heading of the chosen entry and for the next entry, where nobody is choosing."""


class MatchList(StillView, can_focus=True):
    """Matches to choose from. Enter or a click chooses; the arrows move."""

    DEFAULT_CSS = """
    MatchList { background: transparent; scrollbar-size-vertical: 1; overflow-x: hidden; height: 1fr; }
    MatchList > .matches--label { color: $primary; }
    MatchList > .matches--score { text-style: bold; }
    MatchList > .matches--source { color: $foreground 80%; }
    MatchList > .matches--added { color: $text-success; text-style: bold; }
    MatchList > .matches--removed { color: $text-error; text-style: strike; }
    MatchList > .matches--hit { color: $accent; text-style: underline; }
    MatchList > .matches--target { color: $foreground; }
    MatchList > .matches--about { color: $foreground 60%; }
    MatchList > .matches--heading { color: $secondary; }
    MatchList > .matches--cursor { background: $primary 25%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"matches--{part}"
        for part in (
            *("label", "score", "source", "added", "removed", "hit"),
            *("target", "about", "heading", "cursor"),
        )
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-3)", show=False),
        Binding("pagedown", "move(3)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """An entry was chosen."""

        def __init__(self, matches: MatchList, value: object) -> None:
            super().__init__()
            self.matches = matches
            self.value = value

        @property
        def control(self) -> MatchList:
            """The list it was chosen in."""
            return self.matches

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries: Sequence[MatchEntry] = ()
        self._cursor = 0
        self._painted: list[list[list[Run]]] = []
        self._tops: list[int] = [0]
        self._laid_out = Size(0, 0)
        self._inks: dict[str, Style] = {}

    def show(self, entries: Sequence[MatchEntry], *, keep: bool = False) -> None:
        """Show other entries; the cursor goes to the first, or stays on its value with `keep`."""
        value = self.value if keep else None
        same = next((at for at, e in enumerate(entries) if value is not None and e.value == value), None)
        self.entries = entries
        self._cursor = self._choosable(0, 1) if same is None else same
        self._lay_out()
        self.scroll_to(y=0 if same is None else self._tops[same], animate=False, immediate=True)
        self.refresh()

    @property
    def value(self) -> object:
        """What the cursor stands on; None in an empty list."""
        return self.entries[self._cursor].value if self._cursor < len(self.entries) else None

    def put_cursor(self, value: object) -> None:
        """Put the cursor on an entry, in sight."""
        for at, entry in enumerate(self.entries):
            if entry.value is not None and entry.value == value:
                self._put(at)
                return

    def action_move(self, step: int) -> None:
        """So many entries on, over headings; it stays at the ends."""
        goal = max(0, min(len(self.entries) - 1, self._cursor + step))
        forward = 1 if step > 0 else -1
        at = self._choosable(goal, forward)
        self._put(at if at < len(self.entries) else self._cursor)

    def action_edge(self, at: int) -> None:
        """To the first or the last entry."""
        if self.entries:
            self._put(self._choosable(0, 1) if at == 0 else len(self.entries) - 1)

    def action_choose(self) -> None:
        """Choose the entry under the cursor."""
        if self.value is not None:
            self.post_message(self.Chosen(self, self.value))

    def _choosable(self, at: int, step: int) -> int:
        """The first entry from `at` on that is no heading; the number of entries where there is none."""
        while 0 <= at < len(self.entries):
            if self.entries[at].value is not None:
                return at
            at += step
        return len(self.entries)

    def _put(self, at: int) -> None:
        if at >= len(self.entries):
            return
        self._cursor = at
        self._lay_out()
        top = self._tops[at]
        region = Region(0, top, 1, self._tops[at + 1] - top)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; a second one chooses."""
        at = bisect_right(self._tops, event.y + self.scroll_offset.y) - 1
        if at < len(self.entries) and self.entries[at].value is not None:
            if at == self._cursor and event.chain > 1:
                self.action_choose()
            self._put(at)

    def on_focus(self) -> None:
        """The entry under the cursor is whole while one chooses."""
        self._put(self._cursor)

    def on_blur(self) -> None:
        """It leaves room for the next one else."""
        self._put(self._cursor)

    def notify_style_update(self) -> None:
        """Another theme: other inks."""
        super().notify_style_update()
        self._inks.clear()

    def on_resize(self) -> None:
        """Lines are as wide as the widget, and the chosen entry as high as it may be."""
        self._lay_out_anew()

    def render_lines(self, crop: Region) -> list[Strip]:
        """What came while the list was hidden had no width to be laid out in, and not every show is told."""
        if self._laid_out != self.scrollable_content_region.size:
            self._lay_out()
        return super().render_lines(crop)

    def _lay_out_anew(self) -> None:
        if self._laid_out != self.scrollable_content_region.size:
            self._lay_out()
            self.refresh()

    def watch_show_vertical_scrollbar(self) -> None:
        """Lines are narrower beside a scrollbar."""
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        lead = 3 + max((len(entry.score) for entry in self.entries if entry.value is not None), default=0) + 1
        self._laid_out = self.scrollable_content_region.size
        others = sum(entry.value is not None for entry in self.entries) > 1
        most = self.scrollable_content_region.height - _OF_NEXT if others and not self.has_focus else None
        self._painted = [
            entry_lines(entry, width, chosen=at == self._cursor, lead=lead, most=most) if width else []
            for at, entry in enumerate(self.entries)
        ]
        self._tops = [0, *accumulate(map(len, self._painted))]
        self.hold(self._tops[-1])

    def _ink(self, name: str) -> Style:
        if name not in self._inks:
            self._inks[name] = ink(self, f"matches--{name}") if name else self.rich_style
        return self._inks[name]

    def render_line(self, y: int) -> Strip:
        """Paint one line of the screen."""
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        base = self._ink("")
        at = bisect_right(self._tops, line) - 1
        if at >= len(self._painted):
            return Strip.blank(width, base)
        if at == self._cursor and self.has_focus:
            base += self._ink("cursor")
        runs = self._painted[at][line - self._tops[at]]
        painted = [Segment(run.text, base + self._ink(run.ink) if run.ink else base) for run in runs]
        return Strip(painted).adjust_cell_length(width, base)
