"""tui: ResearchForm, something found out about a term: candidate, address, decision."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input

from workbench.project.research import LEFT, TAKEN, Found
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.panes import TextBlock

_FIELDS = {
    "term": ("Term", "the Chinese"),
    "candidate": ("Candidate", "English that it may have"),
    "address": ("Address", "where that stands: a web page, a book and its page"),
    "decision": ("Decision", f"{TAKEN}, {LEFT}, words of your own; nothing while it is open"),
}


class ResearchForm(Dialog[Found]):
    """Gives what was filled in. Enter keeps it once there is a term; Tab goes from field to field."""

    DEFAULT_CSS = """
    ResearchForm Horizontal { height: 1; margin-bottom: 1; }
    ResearchForm Horizontal > TextBlock { width: 11; height: 1; padding: 0; }
    """

    def __init__(self, title: str, start: Found) -> None:
        super().__init__(title, "Enter keeps it   Tab next field   Esc cancel")
        self._start = start

    def body(self) -> ComposeResult:
        """The fields with their names."""
        for name, (label, placeholder) in _FIELDS.items():
            with Horizontal():
                block = TextBlock()
                block.show(Content(label))
                yield block
                yield Input(getattr(self._start, name), placeholder=placeholder, id=name, compact=True)

    def on_mount(self) -> None:
        """The caret in the first empty field."""
        super().on_mount()
        empty = [name for name in _FIELDS if not getattr(self._start, name)]
        self.query_one(f"#{empty[0] if empty else 'candidate'}", Input).focus()

    def on_input_submitted(self) -> None:
        """Enter: done, unless there is no term."""
        values = {name: self.query_one(f"#{name}", Input).value.strip() for name in _FIELDS}
        if values["term"]:
            term, candidate, address, decision = values.values()
            now = replace(self._start, term=term, candidate=candidate, address=address, decision=decision)
            self.dismiss(now)
        else:
            self.tell_keys("The term is empty.")
            self.query_one("#term", Input).focus()
