"""tui: LowerPanes, what is known of the row: matches, terms, findings, and the row itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.match_layout import MatchEntry
from workbench.tui.widgets.match_list import MatchList

NAMES = ("matches", "terms", "findings", "row")
FIRST = "terms"
"""The pane that is shown at first where there is room for one only."""


class TextBlock(Widget):
    """Wrapped text of any length."""

    DEFAULT_CSS = "TextBlock { height: auto; width: 1fr; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._content = Content("")

    def show(self, content: Content) -> None:
        """Show other text."""
        if content != self._content:
            self._content = content
            self.refresh(layout=True)

    def render(self) -> Content:
        """The text."""
        return self._content


class TextPane(VerticalScroll, can_focus=False):
    """A pane that only tells; it scrolls when there is much."""

    def compose(self) -> ComposeResult:
        """One block of text."""
        yield TextBlock()

    def show(self, content: Content) -> None:
        """Tell something else."""
        self.query_one(TextBlock).show(content)


class LowerPanes(Horizontal):
    """Matches, terms, findings and row: side by side where they fit, else one with tabs in the border.

    Where only one has room, a good match of what is being translated shows the matches, and so does any match
    where there is no term, until the translator asks for another pane in that row; else the pane that was
    asked for last is shown.

    Attributes:
        tab: the pane that was asked for last.
        told: what stands beside each title.
    """

    DEFAULT_CSS = """
    LowerPanes { height: 9; }
    LowerPanes > * {
        border-top: solid $foreground 25%; border-title-color: $foreground 70%;
        border-title-style: none; scrollbar-size-vertical: 1; width: 1fr; height: 1fr;
    }
    LowerPanes > MatchList { width: 6fr; }
    LowerPanes > ChoiceList { width: 5fr; }
    LowerPanes > #findings { width: 3fr; }
    LowerPanes > #row { width: 4fr; }
    LowerPanes.-wide > #terms, LowerPanes.-wide > #findings, LowerPanes.-wide > #row { margin-left: 1; }
    LowerPanes.-tabs > * { display: none; }
    LowerPanes.-tabs > .-shown { display: block; }
    LowerPanes > *:focus { border-top: solid $primary; border-title-color: $primary; }
    .-plain LowerPanes > * { border-top: ascii $foreground 25%; }
    .-plain LowerPanes > *:focus { border-top: ascii $primary; }
    """
    WIDE: ClassVar[int] = 140

    def __init__(self) -> None:
        super().__init__()
        self.tab = FIRST
        self.told: dict[str, str] = dict.fromkeys(NAMES, "")
        self._lifted = self._declined = False

    def compose(self) -> ComposeResult:
        """The four panes."""
        self._fit(self.app.size.width)
        yield MatchList(id="matches")
        yield ChoiceList(cursor_always=False, share=0.34, id="terms")
        yield TextPane(id="findings")
        yield TextPane(id="row")

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

    def on_click(self, event: events.Click) -> None:
        """A click on the border shows the next pane."""
        if self.has_class("-tabs") and event.screen_y == self.region.y:
            self.next_tab()

    def _tell(self, name: str, told: str) -> None:
        if self.told[name] != told:
            self.told[name] = told
            self._arrange()

    def _arrange(self) -> None:
        for name in NAMES:
            pane = self.query_one(f"#{name}")
            pane.set_class(name == self._now, "-shown")
            pane.border_title = self._tabs() if self.has_class("-tabs") else self._title(name, strong=False)

    def _title(self, name: str, *, strong: bool) -> str:
        told = f" {self.told[name]}" if self.told[name] else ""
        return f"[bold $foreground]{name}{told}[/]" if strong else f" {name}{told} "

    def _tabs(self) -> str:
        titles = (self._title(name, strong=name == self._now).strip() for name in NAMES)
        return f" {'   '.join(titles)}   [$primary]F6[/] "


def _number(count: int) -> str:
    return str(count) if count else ""
