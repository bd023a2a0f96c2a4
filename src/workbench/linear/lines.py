"""linear: LineReader, lines from a terminal through readline, or from a pipe as they come."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING

from workbench.linear.letters import letter_completions
from workbench.linear.talk import LetGoError

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk

_ENDS_WORD = " \t\n.,;:!?()“”\"'"


class LineReader:
    """Says and asks. Tab completes the terms of the sentence; the arrows bring back former lines."""

    def __init__(self) -> None:
        self._readline = _readline() if sys.stdin.isatty() else None
        self._offered: list[str] = []

    def say(self, text: str) -> None:
        """One line, at once."""
        print(text, flush=True)

    def ask(self, prompt: str, filled: str = "", /) -> str | None:
        """Read a line; None at the end of the input. Raises LetGoError at Ctrl+C.

        Where the text that stands there cannot be changed (a pipe, no readline), it is said first, and the
        line takes its place; an empty line leaves it.
        """
        readline = self._readline
        if readline is not None and filled:
            readline.set_startup_hook(lambda: readline.insert_text(filled))
        elif filled:
            self.say(f"Now: {filled}")
        try:
            line = input(prompt if readline is not None else "")
        except EOFError:
            return None
        except KeyboardInterrupt:
            self.say("")
            raise LetGoError from None
        finally:
            if readline is not None:
                readline.set_startup_hook(None)
        return filled if filled and readline is None and not line else line

    def completes(self, found: Callable[[str, str], list[str]]) -> None:
        """Let Tab complete what a function finds for the line before a word, and the word's beginning."""
        readline = self._readline
        if readline is None:
            return
        readline.set_completer_delims(_ENDS_WORD)
        readline.parse_and_bind("tab: complete")

        def complete(begun: str, number: int) -> str | None:
            if number == 0:
                self._offered = found(readline.get_line_buffer()[: readline.get_begidx()], begun)
            return self._offered[number] if number < len(self._offered) else None

        readline.set_completer(complete)


def completions(desk: LinearDesk, before: str, begun: str) -> list[str]:
    """What a word may become: a letter by name, a command, a figure or term of the row, another word.

    The terms of the sentence come first, with their article where the word is one; a capital is kept.
    """
    letters = letter_completions(before, begun)
    if letters or begun.startswith("{"):
        return letters
    if begun.startswith("/") and not before:
        return _commands(begun)
    texts = _texts(desk, begun)
    found = [text for text in dict.fromkeys(texts) if text.casefold().startswith(begun.casefold())]
    if begun[:1].isupper():
        found = [text[:1].upper() + text[1:] for text in found]
    return found


def _commands(begun: str) -> list[str]:
    from workbench.linear.table import COMMANDS

    names = (f"/{command.names[0]}" for command in COMMANDS)
    return [name for name in names if name.startswith(begun)]


def _texts(desk: LinearDesk, begun: str) -> list[str]:
    from workbench.text.english_figures import english_figures

    segment = desk.segment
    offers = desk.session.term_list(segment, segment.target.text, desk.caret)
    figures = english_figures(segment.source.text[slice(*desk.light.source)], desk.session.figure_style)
    texts = [text for figure in figures for text in figure.renderings]
    renderings = [rendering for offer in offers for rendering in offer.renderings]
    texts += [rendering.en for rendering in renderings]
    texts += [f"{rendering.article} {rendering.en}" for rendering in renderings if rendering.article]
    word = desk.words.best(begun.casefold()) if desk.words is not None and len(begun) > 1 else ""
    return [*texts, word] if word else texts


def _readline() -> ModuleType | None:
    """The line editor of the system; None where there is none (Windows without it)."""
    try:
        import readline
    except ImportError:
        return None
    return readline
