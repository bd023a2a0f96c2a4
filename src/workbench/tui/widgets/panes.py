"""tui: LowerPanes, what is known of the row: its terms, its findings, and the row itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from workbench.tui.widgets.choices import Choice, ChoiceList

NAMES = ("terms", "findings", "row")


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
    """Terms, findings and row: side by side where there is room, else one with its tabs in the border."""

    DEFAULT_CSS = """
    LowerPanes { height: 9; }
    LowerPanes > * {
        border-top: solid $foreground 25%; border-title-color: $foreground 70%;
        border-title-style: none; scrollbar-size-vertical: 1; width: 1fr; height: 1fr;
    }
    LowerPanes > ChoiceList { width: 6fr; }
    LowerPanes > #findings { width: 4fr; }
    LowerPanes > #row { width: 3fr; }
    LowerPanes.-wide > #findings, LowerPanes.-wide > #row { margin-left: 1; }
    LowerPanes.-tabs > * { display: none; }
    LowerPanes.-tabs > .-shown { display: block; }
    LowerPanes > *:focus { border-top: solid $primary; border-title-color: $primary; }
    .-plain LowerPanes > * { border-top: ascii $foreground 25%; }
    .-plain LowerPanes > *:focus { border-top: ascii $primary; }
    """
    WIDE: ClassVar[int] = 140

    def __init__(self) -> None:
        super().__init__()
        self.tab = NAMES[0]
        self.counts: dict[str, int] = dict.fromkeys(NAMES, 0)

    def compose(self) -> ComposeResult:
        """The three panes."""
        self._fit(self.app.size.width)
        yield ChoiceList(cursor_always=False, share=0.34, id="terms")
        yield TextPane(id="findings")
        yield TextPane(id="row")

    @property
    def terms(self) -> ChoiceList:
        """The list of terms."""
        return self.query_one("#terms", ChoiceList)

    def show_terms(self, choices: Sequence[Choice], *, keep: bool) -> None:
        """List terms."""
        if choices == self.terms.choices:
            return
        self.terms.set_choices(choices, keep=keep)
        self._count("terms", sum(choice.value is not None for choice in choices))

    def show_findings(self, content: Content, count: int) -> None:
        """Tell the findings."""
        self.query_one("#findings", TextPane).show(content)
        self._count("findings", count)

    def show_row(self, content: Content) -> None:
        """Tell what is known of the row."""
        self.query_one("#row", TextPane).show(content)

    def next_tab(self) -> None:
        """Show the next pane."""
        self.show_tab(NAMES[(NAMES.index(self.tab) + 1) % len(NAMES)])

    def show_tab(self, name: str) -> None:
        """Show the pane `name`, where there is room for one only."""
        self.tab = name
        self._arrange()

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

    def _count(self, name: str, count: int) -> None:
        if self.counts[name] != count:
            self.counts[name] = count
            self._arrange()

    def _arrange(self) -> None:
        for name in NAMES:
            pane = self.query_one(f"#{name}")
            pane.set_class(name == self.tab, "-shown")
            pane.border_title = self._tabs() if self.has_class("-tabs") else self._title(name, strong=False)

    def _title(self, name: str, *, strong: bool) -> str:
        count = f" {self.counts[name]}" if self.counts[name] else ""
        return f"[bold $foreground]{name}{count}[/]" if strong else f" {name}{count} "

    def _tabs(self) -> str:
        titles = (self._title(name, strong=name == self.tab).strip() for name in NAMES)
        return f" {'   '.join(titles)}   [$primary]F6[/] "
