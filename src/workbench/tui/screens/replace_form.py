"""tui: ReplaceForm, what is replaced with what: every place before and after, each taken or left."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input

from workbench.project.replacing import Replacement
from workbench.project.search import FindQuery
from workbench.project.stopping import Progress
from workbench.text.characters import is_hanzi
from workbench.tui.screens.aside import Aside
from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.find import flipped, how_read
from workbench.tui.screens.replace_lines import ReplaceLines, before_and_after
from workbench.tui.widgets.choices import ChoiceList
from workbench.tui.widgets.panes import TextBlock

_TYPING = "Enter goes on   ^R pattern   ^T capitals   ^O words   ^A all or none"
_CHOOSING = "Space takes, leaves   ^A all or none   Enter replaces   Tab texts"
_NOTHING = "Nothing is found to replace   Esc cancel"
_PLAIN = "Read as plain text nothing is found; ^R reads it as a pattern"
_SIGNS = re.compile(r"\\\w|[()\[\]|*+]")
_TALL = 36
Search = Callable[[FindQuery, str, Progress], Sequence[Replacement]]


class ReplaceForm(Dialog[Sequence[Replacement]]):
    """Gives the places to replace. All are taken at first but those in locked rows.

    Args:
        query: what is to be replaced; `template` what with.
        search: finds the places, in any thread.
        row: the row that one is in: the cursor goes to its first place.
        filtered: a filter holds, so that one may look through the rows shown alone.
        few: there are so few rows that the search needs no thread.

    Attributes:
        query_asked: what is replaced, as it was changed in the form; `template` likewise.
    """

    DEFAULT_CSS = """
    ReplaceForm Panel { max-width: 140; }
    ReplaceForm Horizontal { height: 1; }
    ReplaceForm .name { width: 9; }
    ReplaceForm #count { color: $foreground 80%; }
    ReplaceForm #whole { border-top: solid $foreground 25%; padding: 0 1; }
    .-plain ReplaceForm #whole { border-top: ascii $foreground 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "take", show=False),
        Binding("ctrl+a", "all", show=False, priority=True),
        Binding("ctrl+r", "flip('regex')", show=False, priority=True),
        Binding("ctrl+t", "flip('case')", show=False, priority=True),
        Binding("ctrl+o", "flip('words')", show=False, priority=True),
        Binding("ctrl+l", "flip('shown')", show=False, priority=True),
        Binding("down", "down", show=False),
    ]

    def __init__(
        self,
        query: FindQuery,
        template: str,
        search: Search,
        row: int,
        *,
        filtered: bool = False,
        few: bool = True,
    ) -> None:
        super().__init__("Replace in the English", _TYPING)
        text = "" if any(map(is_hanzi, query.text)) else query.text  # what was looked for in the Chinese
        self.query_asked = replace(query, text=text, side="target", shown=query.shown and filtered)
        self.template = template
        self._search = search
        self._row = row
        self._filtered = filtered
        self._lines = ReplaceLines(())
        self._wrong = ""
        self._looking = False
        self._aside: Aside[Sequence[Replacement]] = Aside(self, self._have, self._failed, at_once=few)

    def body(self) -> ComposeResult:
        """What and what with, what is counted, the places, and the row of the one under the cursor."""
        for name, word, value in (
            ("find", "Find", self.query_asked.text),
            ("with", "Replace", self.template),
        ):
            with Horizontal():
                label = TextBlock()
                label.add_class("name")
                label.show(Content(word))
                yield label
                yield Input(value, select_on_focus=True, compact=True, id=name)
        count, whole = TextBlock(), TextBlock()
        count.id, whole.id = "count", "whole"
        yield count
        yield ChoiceList(share=1.0)
        yield whole

    def on_mount(self) -> None:
        """The last one again; where there is a text to find already, what to put in its place is asked."""
        super().on_mount()
        self._fit(self.app.size.height)
        self.query_one("#with" if self.query_asked.text else "#find", Input).focus()
        self._find()

    def on_unmount(self) -> None:
        """Nobody waits for the answer any more."""
        self._aside.stop()

    def on_resize(self, event: events.Resize) -> None:
        """Another window."""
        self._fit(event.size.height)

    def _fit(self, height: int) -> None:
        whole = 5 if height < _TALL else 8
        self.query_one("#whole", TextBlock).styles.height = whole
        self.query_one(ChoiceList).styles.height = max(3, min(14, (height - 2) * 4 // 5 - 6 - whole))

    def on_descendant_focus(self) -> None:
        """Texts and list have other keys."""
        more = "   ^L filter" if self._filtered else ""
        self.tell_keys(_CHOOSING if isinstance(self.focused, ChoiceList) else f"{_TYPING}{more}")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Look when the fingers rest."""
        if message.input.id == "find" and message.value != self.query_asked.text:
            self.query_asked = replace(self.query_asked, text=message.value)
        elif message.input.id == "with" and message.value != self.template:
            self.template = message.value
        else:
            return
        self._aside.soon(self._work())

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter: from the one text to the other, and on to the places."""
        if message.input.id == "find":
            self.query_one("#with").focus()
        elif self._aside.busy or len(self._lines):
            self.query_one(ChoiceList).focus()
        else:
            self.tell_keys(_PLAIN if self._looks_like_a_pattern else _NOTHING)

    @property
    def _looks_like_a_pattern(self) -> bool:
        signs = _SIGNS.search(f"{self.query_asked.text} {self.template}")
        return not self.query_asked.regex and signs is not None

    def on_choice_list_chosen(self) -> None:
        """Enter: replace the places taken."""
        if not self._aside.busy:
            self.dismiss(self._lines.taken)

    def on_choice_list_moved(self) -> None:
        """Another place is under the cursor."""
        self._show_whole()

    def action_down(self) -> None:
        """From the texts into the list."""
        self.query_one(ChoiceList).focus()

    def action_take(self) -> None:
        """Take the place under the cursor, or leave it; and go to the next."""
        choices = self.query_one(ChoiceList)
        at = choices.cursor
        if at >= len(self._lines):
            return
        if self._lines[at].quiet:
            self.tell_keys("The row is locked.")
            return
        self._lines.toggle(at)
        choices.put_cursor(min(at + 1, len(self._lines) - 1))
        self._tell()

    def action_all(self) -> None:
        """Take every place that can be changed, or none."""
        self._lines.toggle_all()
        self.query_one(ChoiceList).refresh()
        self._tell()

    def action_flip(self, name: str) -> None:
        """A pattern or plain text; capitals count or not; whole words or not; the rows shown or all."""
        if name != "shown" or self._filtered:
            self.query_asked = flipped(self.query_asked, name)
            self._find()

    def _find(self) -> None:
        self._aside.now(self._work())

    def _work(self) -> Callable[[Progress], Sequence[Replacement]]:
        self._looking = True
        self._tell()
        return partial(self._search, self.query_asked, self.template)

    def _failed(self, wrong: str) -> None:
        self._wrong = wrong
        self._show(())

    def _have(self, found: Sequence[Replacement]) -> None:
        self._wrong = ""
        self._show(found)

    def _show(self, found: Sequence[Replacement]) -> None:
        self._looking = False
        self._lines = ReplaceLines(found)
        choices = self.query_one(ChoiceList)
        choices.set_choices(self._lines)
        first = next((at for at, one in enumerate(found) if one.row == self._row), None)
        if first is not None:
            choices.put_cursor(first)
        self._tell()
        self._show_whole()

    def _tell(self) -> None:
        if self._wrong:
            content = Content.styled(self._wrong, "$warning")
        else:
            said = "looking …" if self._looking else self._lines.told
            content = Content(f"{how_read(self.query_asked, self._filtered)}   ") + Content.styled(
                said, "bold"
            )
        self.query_one("#count", TextBlock).show(content)

    def _show_whole(self) -> None:
        at = self.query_one(ChoiceList).cursor
        whole = before_and_after(self._lines.found[at]) if at < len(self._lines) else Content("")
        self.query_one("#whole", TextBlock).show(whole)
