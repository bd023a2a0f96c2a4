"""tui: Accents, the palette of marks and accented letters, one key each."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList

CURL: Final = "curl"
"""Answered where the quotes of the row are to be made curly."""

_MARKS = (
    ("1", "“", "opening quotation mark"),
    ("2", "”", "closing quotation mark"),
    ("3", "‘", "opening single mark"),
    ("4", "’", "closing single mark, apostrophe"),
    ("5", "–", "en dash: 2020–2035"),
    ("6", "—", "em dash"),
    ("7", "…", "ellipsis"),
    ("8", "·", "middle dot"),
    ("9", "×", "times"),
    ("0", "°", "degree"),
    ("q", CURL, ""),
)
_LETTERS = (
    ("e", "é", ""),
    ("r", "è", ""),
    ("t", "ê", ""),
    ("a", "á", ""),
    ("s", "à", ""),
    ("m", "ā", ""),
    ("f", "ä", ""),
    ("o", "ö", ""),
    ("u", "ü", "Lü, nü"),
    ("n", "ñ", ""),
    ("c", "ç", ""),
)


class Accents(Dialog[str]):
    """Gives the character chosen, CURL, or None."""

    DEFAULT_CSS = """
    Accents Horizontal { height: auto; }
    Accents ChoiceList { width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self) -> None:
        super().__init__("Marks and accented letters", "a key, or arrows and Enter   Esc cancel")

    def body(self) -> ComposeResult:
        """Marks on the left, letters on the right."""
        with Horizontal():
            for column in (_MARKS, _LETTERS):
                lines = ChoiceList([_line(*entry) for entry in column], cursor_always=False)
                lines.styles.height = len(column)
                yield lines

    def on_key(self, event: events.Key) -> None:
        """A key gives its character."""
        for key, text, _ in (*_MARKS, *_LETTERS):
            if event.character == key:
                event.stop()
                self.dismiss(text)
                return

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click."""
        if isinstance(message.value, str):
            self.dismiss(message.value)


def _line(key: str, text: str, words: str) -> Choice:
    return Choice(text, "curly quotes for the whole row" if text == CURL else text, words, key)
