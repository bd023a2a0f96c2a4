"""tui: QueryForm, a question to the client about a row or the selected Chinese, with our proposal."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, TextArea

from workbench.text.shown import shown
from workbench.tui.screens.concept_details import joined, wrapped
from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.write import Area
from workbench.tui.widgets.panes import TextBlock

_KEYS = "Enter keeps it   Tab next field   ^J new line   Esc cancel"
_AROUND = 40  # characters of the Chinese before a span that are shown with it


@dataclass(frozen=True, slots=True)
class Question:
    """What was filled in."""

    text: str
    proposal: str


class QueryForm(Dialog[Question]):
    """Gives the question and the proposal; the proposal may stay empty.

    Args:
        title: of the frame.
        source: the row's Chinese; `span` the half-open offsets in it that are asked about, or 0, 0.
        start: what is filled in at first.
    """

    DEFAULT_CSS = """
    QueryForm #about { max-height: 4; margin-bottom: 1; }
    QueryForm TextArea, QueryForm TextArea:focus { height: 4; padding: 0; background: $boost; width: 1fr; }
    QueryForm Horizontal { height: auto; }
    QueryForm Horizontal > TextBlock { width: 11; height: 1; padding: 0; }
    QueryForm #last { margin-top: 1; }
    """

    def __init__(self, title: str, source: str, span: tuple[int, int], start: Question) -> None:
        super().__init__(title, _KEYS)
        self._about = spanned(source, span)
        self._start = start

    def body(self) -> ComposeResult:
        """The Chinese, the question and the proposal."""
        about = TextBlock()
        about.id = "about"
        yield about
        with Horizontal():
            yield _label("Question")
            yield Area(self._start.text, tab_behavior="focus", show_line_numbers=False, compact=True)
        with Horizontal(id="last"):
            yield _label("Proposal")
            yield Input(self._start.proposal, placeholder="our English; may stay empty", compact=True)

    def on_mount(self) -> None:
        """The caret at the end of the question."""
        super().on_mount()
        area = self.query_one(Area)
        area.move_cursor(area.document.end)
        area.focus()
        self.call_after_refresh(self._show_about)

    def on_resize(self) -> None:
        """Another window: lines of another width."""
        self.call_after_refresh(self._show_about)

    def _show_about(self) -> None:
        about = self.query_one("#about", TextBlock)
        about.show(joined(wrapped(self._about, about.content_size.width)))

    def on_area_done(self) -> None:
        """Enter in the question."""
        self._done()

    def on_input_submitted(self) -> None:
        """Enter in the proposal."""
        self._done()

    def _done(self) -> None:
        text = self.query_one(TextArea).text.strip()
        if text:
            self.dismiss(Question(text, self.query_one(Input).value.strip()))
        else:
            self.tell_keys("The question is empty.")
            self.query_one(Area).focus()


def _label(text: str) -> TextBlock:
    block = TextBlock()
    block.show(Content(text))
    return block


def spanned(source: str, span: tuple[int, int]) -> Content:
    """The Chinese of a query: with a span, from a little before it, the span in brackets and underlined."""
    start, end = span
    if start >= end:
        return Content(shown(source))
    begin = max(0, start - _AROUND)
    before = ("…" if begin else "") + shown(source[begin:start])
    asked = Content.styled(f"【{shown(source[start:end])}】", "$accent underline")
    return Content(before) + asked + Content(shown(source[end:]))
