"""tui: LowerPanes, what is known of the row: matches, terms, findings, and the row itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from workbench.tui.look import USUAL_WIDTHS
from workbench.tui.widgets.at_once import AtOnce
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.match_layout import MatchEntry
from workbench.tui.widgets.match_list import MatchList

NAMES = ("matches", "terms", "findings", "row")
FIRST = "terms"
"""The pane that is shown at first where there is room for one only."""


class TextBlock(AtOnce):
    """Wrapped text of any length."""

    DEFAULT_CSS = "TextBlock { height: auto; width: 1fr; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._content = Content("")

    def show(self, content: Content) -> None:
        """Show other text."""
        if content != self._content:
            self._content = content
            self.refresh(layout=self._height_needed() != self.size.height)

    def _height_needed(self) -> int:
        width = self.content_region.width
        room = self.container_size.height if self.styles.min_height is not None else 1
        return max(room, self._content.get_height({}, width)) if width else -1

    def render(self) -> Content:
        """The text."""
        return self._content


class TextPane(VerticalScroll, AtOnce, can_focus=False):
    """A pane that only tells; it scrolls when there is much.

    Its text is as high as the pane at least, so that most texts can take the place of another as they are.
    """

    DEFAULT_CSS = "TextPane > TextBlock { min-height: 100%; }"

    def compose(self) -> ComposeResult:
        """One block of text."""
        yield TextBlock()

    def show(self, content: Content) -> None:
        """Tell something else."""
        self.query_one(TextBlock).show(content)


class LowerPanes(Horizontal, AtOnce):
    """Matches, terms, findings and row: side by side where they fit, else one with tabs in the border.

    Where only one has room, a good match of what is being translated shows the matches, and so does any match
    where there is no term, until the translator asks for another pane in that row; else the pane that was
    asked for last is shown.

    Attributes:
        tab: the pane that was asked for last.
        told: what stands beside each title.
        dragged: told how many lines the panes shall have while their upper border is moved with the mouse,
            and whether that was the last of it; `divided` likewise the parts of the width of each.
    """

    DEFAULT_CSS = """
    LowerPanes { height: 9; }
    LowerPanes > * {
        border-top: solid $foreground 25%; border-title-color: $foreground 70%;
        border-title-style: none; scrollbar-size-vertical: 1; width: 1fr; height: 1fr;
    }
    LowerPanes > StillView { overflow-y: scroll; }
    LowerPanes.-wide > #terms, LowerPanes.-wide > #findings, LowerPanes.-wide > #row { margin-left: 1; }
    LowerPanes.-tabs > * { display: none; }
    LowerPanes.-tabs > .-shown { display: block; }
    LowerPanes > *:focus { border-top: solid $primary; border-title-color: $primary; }
    """
    WIDE: ClassVar[int] = 140

    def __init__(self) -> None:
        super().__init__()
        self.tab = FIRST
        self.told: dict[str, str] = dict.fromkeys(NAMES, "")
        self.dragged: Callable[[int, bool], None] = lambda _lines, _done: None
        self.divided: Callable[[tuple[int, ...], bool], None] = lambda _widths, _done: None
        self._titles: dict[str, str] = {}
        self._lifted = self._declined = False
        self._widths: tuple[int, ...] = USUAL_WIDTHS
        self._pulled: str | None = None
        self._moved = False

    def compose(self) -> ComposeResult:
        """The four panes."""
        self._fit(self.app.size.width)
        panes = (
            MatchList(id="matches"),
            ChoiceList(cursor_always=False, share=0.34, id="terms"),
            TextPane(id="findings"),
            TextPane(id="row"),
        )
        for pane, width in zip(panes, self._widths, strict=True):
            pane.styles.width = f"{width}fr"
            yield pane

    @property
    def terms(self) -> ChoiceList:
        """The list of terms."""
        return self.query_one("#terms", ChoiceList)

    @property
    def matches(self) -> MatchList:
        """The list of matches."""
        return self.query_one("#matches", MatchList)

    def show_matches(self, entries: Sequence[MatchEntry], told: str, *, keep: bool) -> None:
        """List matches; `told` stands beside the title: how many, and how good the first is."""
        if entries != self.matches.entries:
            self.matches.show(entries, keep=keep)
        self._tell("matches", told)

    def lift_matches(self, lifted: bool) -> None:
        """Show the matches for now, in the place of the pane that was asked for; or that one again."""
        if lifted != self._lifted:
            self._lifted = lifted
            self._arrange()

    def row_left(self) -> None:
        """What was asked for in that row holds no longer against a good match."""
        self._declined = False

    def show_terms(self, choices: Sequence[Choice], *, keep: bool) -> None:
        """List terms."""
        if choices == self.terms.choices:
            return
        self.terms.set_choices(choices, keep=keep)
        self._tell("terms", _number(sum(choice.value is not None for choice in choices)))

    def show_findings(self, content: Content, count: int) -> None:
        """Tell the findings."""
        self.query_one("#findings", TextPane).show(content)
        self._tell("findings", _number(count))

    def show_row(self, content: Content) -> None:
        """Tell what is known of the row."""
        self.query_one("#row", TextPane).show(content)

    def next_tab(self) -> None:
        """Show the next pane."""
        self.show_tab(NAMES[(NAMES.index(self._now) + 1) % len(NAMES)])

    def show_tab(self, name: str) -> None:
        """Show the pane `name`, where there is room for one only."""
        self.tab = name
        self._declined = True
        if self.styles.display == "none":
            self.styles.display = "block"
        self._arrange()

    @property
    def _now(self) -> str:
        """The pane that is shown where there is room for one only."""
        no_terms = self.tab == "terms" and bool(self.told["matches"]) and not self.told["terms"]
        return "matches" if (self._lifted or no_terms) and not self._declined else self.tab

    def on_mount(self) -> None:
        """Titles from the start."""
        self._arrange()

    def on_resize(self, event: events.Resize) -> None:
        """Side by side or one with tabs."""
        self._fit(event.size.width)
        self._arrange()

    def _fit(self, width: int) -> None:
        wide = width >= self.WIDE
        self.set_class(wide, "-wide")
        self.set_class(not wide, "-tabs")

    # ---- its size

    def hide(self, hidden: bool) -> None:
        """Show no pane at all, or those that there is room for."""
        self.styles.display = "none" if hidden else None

    @property
    def side_by_side(self) -> bool:
        """Whether all four have room."""
        return self.has_class("-wide")

    @property
    def focused_name(self) -> str:
        """Name of the list in which one is choosing; empty where that is elsewhere."""
        return next((name for name in NAMES if self.query_one(f"#{name}").has_focus), "")

    def divide(self, widths: Sequence[int]) -> None:
        """Give each pane so many parts of the width where they stand side by side."""
        self._widths = tuple(widths)
        for pane, width in zip(self.children, self._widths, strict=False):
            pane.styles.width = f"{width}fr"

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The upper border is taken hold of, or the blank between two panes."""
        if event.screen_y == self.region.y:
            self._pulled = ""
        elif self.side_by_side:
            self._pulled = next(
                (name for name in NAMES[:-1] if self.query_one(f"#{name}").region.right == event.screen_x),
                None,
            )
        self._moved = False
        if self._pulled is not None:
            event.stop()
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What was taken hold of follows the pointer."""
        if self._pulled is None:
            return
        event.stop()
        self._moved = True
        self._pull(event, done=False)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """It stays where it is let go."""
        if self._pulled is None:
            return
        event.stop()
        self.release_mouse()
        if self._moved:
            self._pull(event, done=True)
        self._pulled = None

    def _pull(self, event: events.MouseEvent, *, done: bool) -> None:
        if not self._pulled:
            self.dragged(self.region.bottom - event.screen_y, done)
            return
        panes = [self.query_one(f"#{name}") for name in NAMES]
        at = NAMES.index(self._pulled)
        widths = [pane.region.width for pane in panes]
        step = max(9 - widths[at], min(event.screen_x - panes[at].region.right, widths[at + 1] - 9))
        widths[at] += step
        widths[at + 1] -= step
        self.divided(tuple(widths), done)

    def on_click(self, event: events.Click) -> None:
        """A click on the border shows the next pane."""
        if self.has_class("-tabs") and event.screen_y == self.region.y and not self._moved:
            self.next_tab()

    def _tell(self, name: str, told: str) -> None:
        if self.told[name] != told:
            self.told[name] = told
            self._arrange()

    def _arrange(self) -> None:
        for name in NAMES:
            pane = self.query_one(f"#{name}")
            pane.set_class(name == self._now, "-shown")
            title = self._tabs() if self.has_class("-tabs") else self._title(name, strong=False)
            if self._titles.get(name) != title:  # taking a title paints the whole pane
                self._titles[name] = pane.border_title = title

    def _title(self, name: str, *, strong: bool) -> str:
        told = f" {self.told[name]}" if self.told[name] else ""
        return f"[bold $foreground]{name}{told}[/]" if strong else f" {name}{told} "

    def _tabs(self) -> str:
        titles = (self._title(name, strong=name == self._now).strip() for name in NAMES)
        return f" {'   '.join(titles)}   [$primary]F6[/] "


def _number(count: int) -> str:
    return str(count) if count else ""
