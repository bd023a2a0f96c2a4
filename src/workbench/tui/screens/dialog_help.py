"""tui: DialogHelp, the keys of the dialog that is open; typing narrows the list, Enter presses the key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from workbench.tui.keymap import key_named
from workbench.tui.screens.dialog import Dialog
from workbench.tui.widgets.choices import Choice, ChoiceList

_KEY: Final = re.compile(
    r"\^\S+|F\d+|Enter|Esc|Tab|Space|Backspace|Delete|Insert|PgUp|PgDn|Home|End|Up|Down|Left|Right|\d(-\d)?"
)
_JOINS: Final = ("or", "and", ",")
_LINE_KEYS: Final = (
    ("Ctrl+G", "cancels, as Esc does; some terminals pass Esc on late"),
    ("Tab, Shift+Tab", "the next field, the one before"),
    ("Left, Right, Home, End", "in a field: move the caret"),
    ("Ctrl+W, Ctrl+U", "in a field: delete the word, the line before the caret"),
)


class DialogHelp(Dialog[str]):
    """Gives the key to press, by Textual's name, or None."""

    DEFAULT_CSS = "DialogHelp ChoiceList { height: 12; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list(-1)", show=False),
        Binding("down", "list(1)", show=False),
        Binding("f1", "cancel", show=False),
    ]

    def __init__(self, title: str, told: Sequence[str]) -> None:
        """Make the help of a dialog.

        Args:
            title: what stands on the dialog's frame.
            told: its keys, each with what it does.
        """
        super().__init__(f"Keys here: {title}", "type to search   Enter presses the key   Esc back")
        self._lines = [
            *map(_line, told),
            Choice(None, "In every dialog"),
            *(Choice(pressed(keys) or keys, words, keys) for keys, words in _LINE_KEYS),
        ]

    def body(self) -> ComposeResult:
        """What to search, and the keys."""
        yield Input(placeholder="Search", compact=True)
        yield ChoiceList(self._lines)

    def on_mount(self) -> None:
        """As tall as needed."""
        super().on_mount()
        self.query_one(ChoiceList).styles.height = min(14, len(self._lines))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list."""
        words = message.value.casefold().split()
        texts = ((line, f"{line.text} {line.detail}".casefold()) for line in self._lines)
        found = [line for line, text in texts if all(word in text for word in words)]
        self.query_one(ChoiceList).set_choices(found)

    def on_input_submitted(self) -> None:
        """Enter in the search line."""
        self.query_one(ChoiceList).action_choose()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Enter or a click: only one key can be pressed."""
        if isinstance(message.value, str) and key_named(message.value) == message.value:
            self.dismiss(message.value)

    def action_list(self, step: int) -> None:
        """The arrows move in the list while the search line has the focus."""
        self.query_one(ChoiceList).action_move(step)


def tell_keys_of(dialog: Dialog[Any]) -> None:
    """Show the keys of a dialog over it, and press the one that is chosen."""
    app = dialog.app

    def press(key: str | None) -> None:
        if key is not None:
            dialog.call_after_refresh(app.simulate_key, key)

    app.push_screen(DialogHelp(dialog.name_told, dialog.keys_told), press)


def _line(told: str) -> Choice:
    keys, words = key_and_words(told)
    return Choice(pressed(keys) or told, words or keys, keys if words else "")


def key_and_words(told: str) -> tuple[str, str]:
    """The keys and the words of what a frame says, such as "^R", "goes to the row"."""
    words = told.split()
    at = 0
    while at < len(words) and (_KEY.fullmatch(words[at].rstrip(",")) or (at and words[at] in _JOINS)):
        at += 1
    return " ".join(words[:at]), " ".join(words[at:])


def pressed(keys: str) -> str:
    """Textual's name of the key, where it is a single one; empty else."""
    return key_named(keys.replace("^", "ctrl+")) or ("space" if keys == "Space" else "")
