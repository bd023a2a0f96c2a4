"""tui: MessageLine and HintLine: what just happened, in words, and the keys that matter now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from workbench.text.shown import shown
from workbench.tui.widgets.at_once import AtOnce


class MessageLine(AtOnce):
    """One sentence about the last thing that happened."""

    DEFAULT_CSS = """
    MessageLine { height: 1; padding: 0 1; color: $foreground; }
    MessageLine.-warn { color: $warning; text-style: bold; }
    """

    text: reactive[str] = reactive("")

    def say(self, text: str, *, warn: bool = False) -> None:
        """Show a sentence; `warn` where something was refused or failed."""
        self.set_class(warn, "-warn")
        self.text = text

    def typed_on(self) -> None:
        """The translator went on: what was said has been read. A warning stays."""
        if not self.has_class("-warn"):
            self.text = ""

    def render(self) -> Content:
        """The sentence, cut to the width."""
        line, width = shown(self.text.replace("\n", " ")), self.size.width
        return Content(line if cell_len(line) <= width else set_cell_size(line, width - 1) + "…")


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and its word; `command` is run by a click, where there is one."""

    key: str
    word: str
    command: str = ""


class HintLine(AtOnce):
    """The keys that matter now, as many as fit; the last ones (commands, help) always stay."""

    DEFAULT_CSS = "HintLine { height: 1; padding: 0 1; background: $panel; color: $foreground 75%; }"
    KEPT = 2

    hints: reactive[tuple[Hint, ...]] = reactive(())

    class Clicked(Message):
        """A hint was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def render(self) -> Content:
        """The hints that fit."""
        parts = Content("")
        for number, hint in enumerate(fitting(self.hints, self.size.width, self.KEPT)):
            if number:
                parts += Content("   ")
            parts += Content.styled(hint.key, "bold $primary") + Content(f" {hint.word}")
        return parts

    def on_click(self, event: events.Click) -> None:
        """A click does what the key does."""
        at = 1
        for hint in fitting(self.hints, self.size.width, self.KEPT):
            width = _width(hint)
            if at <= event.x < at + width and hint.command:
                self.post_message(self.Clicked(hint.command))
            at += width + 3


def fitting(hints: Sequence[Hint], width: int, kept: int) -> list[Hint]:
    """As many of `hints` as fit in `width` cells; the last `kept` go in first."""
    last = list(hints[-kept:])
    room = width - sum(_width(hint) + 3 for hint in last)
    first: list[Hint] = []
    for hint in hints[:-kept]:
        room -= _width(hint) + 3
        if room < -3:
            break
        first.append(hint)
    return first + last


def _width(hint: Hint) -> int:
    return cell_len(hint.key) + 1 + cell_len(hint.word)
