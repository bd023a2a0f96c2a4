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
from workbench.text.wrapping import wrap
from workbench.tui.widgets.at_once import AtOnce

_NARROW = 20  # cells; there is no room at all for sentences


class MessageLine(AtOnce):
    """One sentence about the last thing that happened; a long one ends in the line of the keys below."""

    DEFAULT_CSS = """
    MessageLine { height: 1; padding: 0 1; color: $foreground; }
    MessageLine.-warn { color: $warning; text-style: bold; }
    """

    text: reactive[str] = reactive("")

    def say(self, text: str, *, warn: bool = False) -> None:
        """Show a sentence; `warn` where something was refused or failed."""
        self.set_class(warn, "-warn")
        self.text = text
        self._pass_on_rest()

    def typed_on(self) -> None:
        """The translator went on: what was said has been read. A warning stays."""
        if self.text and not self.has_class("-warn"):
            self.say("")

    def _pass_on_rest(self) -> None:
        """What has no room here stands where the keys are, until something else is said."""
        _, rest = self._parts()
        for below in self.screen.query(HintLine):
            below.set_class(self.has_class("-warn"), "-warn")
            below.rest = rest

    def on_resize(self) -> None:
        """Another width: another part of it has room."""
        self._pass_on_rest()

    def render(self) -> Content:
        """The sentence, or as much of it as has room."""
        return Content(self._parts()[0])

    def _parts(self) -> tuple[str, str]:
        line, width = shown(self.text.replace("\n", " ")), self.size.width
        if width < _NARROW or cell_len(line) <= width:
            return line, ""
        first = next(iter(wrap(line, width)))
        return line[: first.end].rstrip(), line[first.end :].lstrip()


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and its word; `command` is run by a click, where there is one."""

    key: str
    word: str
    command: str = ""


class HintLine(AtOnce):
    """The keys that matter now, as many as fit; the last ones (commands, help) always stay."""

    DEFAULT_CSS = """
    HintLine { height: 1; padding: 0 1; background: $panel; color: $foreground 75%; }
    HintLine.-message { background: $surface; color: $foreground; }
    HintLine.-message.-warn { color: $warning; text-style: bold; }
    """
    KEPT = 2

    hints: reactive[tuple[Hint, ...]] = reactive(())
    rest: reactive[str] = reactive("")
    """What the line above had no room for; it stands here in the place of the keys."""

    class Clicked(Message):
        """A hint was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def render(self) -> Content:
        """The hints that fit, or what is left of a sentence."""
        if self._has_message:
            width = self.size.width
            fits = cell_len(self.rest) <= width
            return Content(self.rest if fits else set_cell_size(self.rest, width - 1) + "…")
        parts = Content("")
        for number, hint in enumerate(fitting(self.hints, self.size.width, self.KEPT)):
            if number:
                parts += Content("   ")
            parts += Content.styled(hint.key, "bold $primary") + Content(f" {hint.word}")
        return parts

    def watch_rest(self) -> None:
        """It looks like the line above then."""
        self.make_room()

    def watch_hints(self) -> None:
        """Other keys may be those of a dialog."""
        self.make_room()

    def make_room(self) -> None:
        """Show the rest of a sentence, or the keys: a dialog shows its own, whatever was said before."""
        self.set_class(self._has_message, "-message")
        self.refresh()

    @property
    def _has_message(self) -> bool:
        return bool(self.rest) and self.app.screen is self.screen

    def on_click(self, event: events.Click) -> None:
        """A click does what the key does."""
        if self._has_message:
            return
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
