"""tui: Reading, how the source is read: pinyin in its pane or above the characters, and the script shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from workbench.tui.widgets.pinyin_line import PinyinLine

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

Ruby = Literal["pane", "row", "all", "off"]
ScriptView = Literal["as is", "hans", "hant"]

RUBY_WORDS: dict[Ruby, str] = {
    "pane": "Pinyin of the sentence in its pane.",
    "row": "Pinyin above the active row.",
    "all": "Pinyin above all rows.",
    "off": "Pinyin off.",
}
SCRIPT_WORDS: dict[ScriptView, str] = {
    "as is": "The source as it is.",
    "hant": "The source shown in traditional characters; the text is unchanged.",
    "hans": "The source shown in simplified characters; the text is unchanged.",
}
IDLE = 0.35
WAIT_AT_MOST = 6.0


class Reading:
    """Keeps the modes, and loads what they need when the keyboard rests."""

    def __init__(self, desk: EditorScreen, ruby: str, script: str, sound: str) -> None:
        self._desk = desk
        self.ruby: Ruby = next((mode for mode in RUBY_WORDS if mode == ruby), "pane")
        self.script: ScriptView = next((mode for mode in SCRIPT_WORDS if mode == script), "as is")
        self.numeric = sound == "numbers"
        self.touched = 0.0
        self._pinyin_ready = False
        self._script_ready = False
        self._sentence = ""
        self._sound: bool | None = None
        self._script_shown: ScriptView = "as is"
        self._lines: dict[tuple[str, bool], str] = {}
        self._being_read = ("", False)

    def start(self) -> None:
        """Show the remembered modes; what they need comes when it is loaded."""
        self._arrange()
        self._desk.run_worker(self._warm, thread=True, group="warm")

    def next_ruby(self) -> None:
        """Pane, row, all, off."""
        modes = list(RUBY_WORDS)
        self.ruby = modes[(modes.index(self.ruby) + 1) % len(modes)]
        self._arrange()
        waiting = "" if self._pinyin_ready or self.ruby == "off" else " It is being loaded."
        self._desk.say(RUBY_WORDS[self.ruby] + waiting)

    def next_script(self) -> None:
        """As is, traditional, simplified."""
        modes = list(SCRIPT_WORDS)
        self.script = modes[(modes.index(self.script) + 1) % len(modes)]
        self._desk.say(SCRIPT_WORDS[self.script])
        self._arrange()
        if not self._script_ready:
            self._desk.run_worker(self._load_script, thread=True, group="script")

    def toggle_plain(self) -> None:
        """Numbers for tones and plain borders, or back."""
        plain = not self._desk.workbench.plain
        self._desk.workbench.set_plain(plain)
        self._desk.pane.plain = plain
        self.numeric = plain
        self._arrange()
        self._desk.refresh_header()
        self._desk.say(
            "Plain signs: numbers for tones, ASCII for signs and borders."
            if plain
            else "Tone marks and box lines."
        )

    def show_sentence(self, text: str) -> None:
        """The sentence under the caret is another one."""
        if text == self._sentence:
            return
        self._sentence = text
        self._show_pinyin()

    def _show_pinyin(self) -> None:
        """Show the pinyin of the sentence, now or when the worker has it."""
        line = self._desk.query_one(PinyinLine)
        text, key = self._sentence, (self._sentence, self.numeric)
        if self.ruby != "pane":
            return
        if key in self._lines or not text:
            line.text = self._lines.get(key, "")
        else:
            self.prepare(text)

    def prepare(self, text: str) -> None:
        """Have the pinyin of a sentence read that is about to be shown."""
        key = (text, self.numeric)
        wanted = self.ruby == "pane" and self._pinyin_ready and text
        if wanted and key not in self._lines and key != self._being_read:
            self._being_read = key
            read = partial(self._read, *key)
            self._desk.run_worker(read, thread=True, exclusive=True, group="pinyin")

    def _read(self, text: str, numeric: bool) -> None:
        """In a worker's thread: one sentence."""
        from workbench.annotate.pinyin import pinyin_line

        line = pinyin_line(text, ascii_only=numeric)
        self._desk.call_later(self._have_read, text, numeric, line)

    def _have_read(self, text: str, numeric: bool, line: str) -> None:
        if len(self._lines) > 200:
            self._lines.clear()
        self._lines[text, numeric] = line
        self._being_read = ("", False)
        if (text, numeric) == (self._sentence, self.numeric):
            self._show_pinyin()

    def _arrange(self) -> None:
        pane = self._desk.pane
        self._desk.query_one(PinyinLine).set_class(self.ruby != "pane", "-off")
        ruby: Literal["row", "all", "off"] = "off"
        if self.ruby in ("row", "all") and self._pinyin_ready:
            ruby = self.ruby
        if ruby != "off" and self._sound is not self.numeric:  # readings are asked for where they stand
            self._sound = self.numeric
            pane.readings = self._readings()
        if ruby != pane.ruby:
            pane.ruby = ruby
        script = self.script if self._script_ready else "as is"
        if script != self._script_shown:
            self._script_shown = script
            pane.script = script_view(script)
        self._show_pinyin()

    def _readings(self) -> Callable[[str], tuple[str, ...]]:
        from workbench.annotate.pinyin import numeric, readings

        return (lambda text: numeric(readings(text))) if self.numeric else readings

    def _warm(self) -> None:
        """In a worker's thread: load what pinyin needs, then scripts, each when the keyboard rests."""
        for step in (self._load_words, self._load_pinyin):
            self._await_rest()
            step()
        if self.script != "as is":
            self._load_script()

    def _await_rest(self) -> None:
        deadline = time.monotonic() + WAIT_AT_MOST
        time.sleep(IDLE)
        while time.monotonic() - self.touched < IDLE and time.monotonic() < deadline:
            time.sleep(0.05)

    def _load_words(self) -> None:
        from workbench.annotate.words import words

        words("新时代")
        self._desk.call_later(self._cut_words)

    def _cut_words(self) -> None:
        """Words are known: Ctrl+arrows go by them, and a double click selects one."""
        if self._desk.is_mounted:
            self._desk.pane.cut_words_with(cut_into_words)

    def _load_pinyin(self) -> None:
        from workbench.annotate.pinyin import pinyin_line

        pinyin_line("新时代")
        self._desk.call_later(self._loaded, True, self._script_ready)

    def _load_script(self) -> None:
        from workbench.annotate.script import view

        view("国", "hant")
        view("國", "hans")
        self._desk.call_later(self._loaded, self._pinyin_ready, True)

    def _loaded(self, pinyin: bool, script: bool) -> None:
        self._pinyin_ready = self._pinyin_ready or pinyin
        self._script_ready = self._script_ready or script
        if self._desk.is_mounted:
            self._arrange()


def cut_into_words(run: str) -> list[str]:
    """A run of hanzi as its words; joined they are the run."""
    from workbench.annotate.words import words

    edges = sorted({0, len(run), *(edge for span in words(run) for edge in span)})
    return [run[start:end] for start, end in pairwise(edges)]


def script_view(to: ScriptView) -> Callable[[str], str] | None:
    """What shows a text in another script; None for as it is."""
    from workbench.annotate.script import view

    return None if to == "as is" else lambda text: view(text, to)
