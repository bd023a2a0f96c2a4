"""tui: CutForm, where a sentence shall be cut in two: the arrows go from one likely place to the next."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from workbench.text.characters import is_hanzi
from workbench.text.shown import shown
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.panes import TextBlock

_KEYS = "Left Right to the next mark   ^Left ^Right by one   Enter cuts   Esc cancel"
_AFTER_MARK = re.compile(r"[，、；：。！？—,;:.!?][”’」』）\"')\]]*\s*(?=\S)")


class CutForm(Dialog[int]):
    """Gives the offset in the sentence at which the second one begins, or None."""

    DEFAULT_CSS = "CutForm TextBlock { height: auto; max-height: 14; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "mark(-1)", show=False),
        Binding("right,down", "mark(1)", show=False),
        Binding("ctrl+left", "place(-1)", show=False),
        Binding("ctrl+right", "place(1)", show=False),
        Binding("enter", "cut", show=False),
    ]

    def __init__(self, text: str) -> None:
        super().__init__("Cut the sentence", _KEYS)
        self._text = text
        self._places = cut_places(text)
        self._marks = [match.end() for match in _AFTER_MARK.finditer(text)] or self._places
        self._at = min(self._marks, key=lambda at: abs(at - len(text) / 2), default=0)

    def body(self) -> ComposeResult:
        """The sentence, with a stroke where it would be cut."""
        yield TextBlock()

    def on_mount(self) -> None:
        """At the mark nearest the middle."""
        super().on_mount()
        self._show()

    def action_mark(self, step: int) -> None:
        """To the next place behind a mark."""
        self._go(self._marks, step)

    def action_place(self, step: int) -> None:
        """To the next place between words, or between hanzi."""
        self._go(self._places, step)

    def action_cut(self) -> None:
        """Here."""
        if self._at:
            self.dismiss(self._at)

    def _go(self, places: list[int], step: int) -> None:
        ahead = [at for at in places if (at - self._at) * step > 0]
        self._at = min(ahead, key=lambda at: abs(at - self._at), default=self._at)
        self._show()

    def _show(self) -> None:
        text = shown(self._text)
        stroke = Content.styled(" / ", "$warning bold")
        first, second = Content(text[: self._at].rstrip()), Content(text[self._at :])
        self.query_one(TextBlock).show(first + stroke + second.stylize("$accent"))


def cut_places(text: str) -> list[int]:
    """Where a sentence may be cut: before a word, before a hanzi; never before the first character."""
    return [
        at
        for at in range(1, len(text))
        if not text[at].isspace() and (text[at - 1].isspace() or is_hanzi(text[at]))
    ]
