"""tui: TermForm, a term for the project's glossary."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input

from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.panes import TextBlock

_FIELDS = {
    "chinese": ("Chinese", "the headword"),
    "english": ("English", "without the or a"),
    "article": ("Article", "the, a, an, or nothing"),
    "note": ("Note", "when to use it"),
}


@dataclass(frozen=True, slots=True)
class NewTerm:
    """What was filled in."""

    chinese: str
    english: str
    article: str = ""
    note: str = ""


class TermForm(Dialog[NewTerm]):
    """Gives the term. Enter keeps it once both sides are filled; Tab goes from field to field."""

    DEFAULT_CSS = """
    TermForm Horizontal { height: 1; margin-bottom: 1; }
    TermForm TextBlock { width: 10; height: 1; padding: 0; }
    """

    def __init__(self, chinese: str = "", english: str = "") -> None:
        super().__init__("Add a term", "Enter keeps it   Tab next field   Esc cancel")
        self._values = {"chinese": chinese, "english": english}

    def body(self) -> ComposeResult:
        """Four fields with their names."""
        for name, (label, placeholder) in _FIELDS.items():
            with Horizontal():
                block = TextBlock()
                block.show(Content(label))
                yield block
                yield Input(self._values.get(name, ""), placeholder=placeholder, id=name, compact=True)

    def on_mount(self) -> None:
        """The caret in the first empty field."""
        super().on_mount()
        self.query_one("#english" if self._values["chinese"] else "#chinese").focus()

    def on_input_submitted(self) -> None:
        """Enter: done, or on to what is missing."""
        values = {name: self.query_one(f"#{name}", Input).value.strip() for name in _FIELDS}
        for name in ("chinese", "english"):
            if not values[name]:
                self.tell_keys(f"{_FIELDS[name][0]} is empty.")
                self.query_one(f"#{name}").focus()
                return
        if values["article"] not in ("", "the", "a", "an"):
            self.tell_keys("The article is the, a, an, or nothing.")
            self.query_one("#article").focus()
            return
        self.dismiss(NewTerm(**values))
