"""project: which figure of the Chinese the figure key puts into the English, and as what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final, get_args

from workbench.model.terms import TermHit
from workbench.text.english_figures import FigureStyle, SourceFigure, english_figures
from workbench.text.figure_forms import Percent
from workbench.text.figures_said import said_in, times_said

Span = tuple[int, int]
_BEGINS = re.compile(r"(?:^|[.!?…][\"”’)\]]*\s+|\n)$")
_PREPOSITION = re.compile(r"\b(by|to|from|between|within|over) *$")
_TOUCHES = ",.;:!?)”’%"
SETTINGS: Final = {
    "dates": ("month first", "day first"),
    "percent": get_args(Percent),
    "money": ("yuan", "RMB"),
    "words_below": ("0", "10", "11", "13", "100"),
}
"""What `[style]` may say of figures, by key."""


@dataclass(frozen=True, slots=True)
class FigureInsertion:
    """What a key puts in: `text` replaces start to end of the plain target.

    Attributes:
        figure: the figure of the source, and `chinese` what it says there.
        rendering: which of its renderings it is.
    """

    start: int
    end: int
    text: str
    figure: SourceFigure
    chinese: str
    rendering: int

    @property
    def caret(self) -> int:
        """Offset after the inserted text."""
        return self.start + len(self.text)

    @property
    def following(self) -> str:
        """What the key puts in its place when it is pressed again; empty where there is nothing else."""
        forms = self.figure.renderings
        return forms[(self.rendering + 1) % len(forms)] if len(forms) > 1 else ""


def figure_style(settings: Mapping[str, str], *, british: bool) -> FigureStyle:
    """The client's way with figures.

    Args:
        settings: `[style]` of project.toml; what it does not say follows from the English of the project.
        british: whether that is British.
    """
    below = settings.get("words_below", "10")
    percent: Percent = "per cent" if british else "percent"
    said = settings.get("percent")
    for way in get_args(Percent):
        percent = way if said == way else percent
    return FigureStyle(
        british=british,
        day_first=settings.get("dates", "day first" if british else "") == "day first",
        percent=percent,
        rmb=settings.get("money") == "RMB",
        words_below=int(below) if below.isdecimal() else 10,
    )


@lru_cache(maxsize=32)
def figures_of(source: str, style: FigureStyle) -> tuple[SourceFigure, ...]:
    """The figures of a source, in order."""
    return tuple(english_figures(source, style))


def unused(figures: Sequence[SourceFigure], target: str, hits: Sequence[TermHit] = ()) -> list[SourceFigure]:
    """The figures that the English does not say yet, as often as the Chinese does; none inside a term."""
    free = [figure for figure in figures if not any(_within(figure, hit) for hit in hits)]
    left = []
    for at, figure in enumerate(free):
        needed = sum(said_in(figure, earlier) for earlier in free[:at]) + 1
        if times_said(figure, target) < needed:
            left.append(figure)
    return left


def _within(figure: SourceFigure, hit: TermHit) -> bool:
    longer = hit.end - hit.start > figure.end - figure.start
    return longer and hit.start <= figure.start and figure.end <= hit.end


def next_figure(
    left: Sequence[SourceFigure], source: str, sentence: Span, target: str, caret: int
) -> FigureInsertion | None:
    """The first of the figures that are left, those of the lit sentence before all others; None for none."""
    here = [figure for figure in left if sentence[0] <= figure.start < sentence[1]]
    chosen = next(iter([*here, *left]), None)
    if chosen is None:
        return None
    form = _led_to(chosen.renderings, target[:caret])
    return put_in(chosen, source[chosen.start : chosen.end], form, target, caret, caret)


def _led_to(forms: Sequence[str], before: str) -> int:
    """The first form that begins with the preposition written before it: grew by ‸ by 200 percent; else 0."""
    word = _PREPOSITION.search(before)
    return next((at for at, form in enumerate(forms) if word and form.startswith(f"{word[1]} ")), 0)


def next_form(last: FigureInsertion, target: str, caret: int) -> FigureInsertion | None:
    """The next rendering in place of the one just put in, after the last the first; None where it is gone."""
    if caret != last.caret or target[last.start : last.caret] != last.text or not last.following:
        return None
    following = (last.rendering + 1) % len(last.figure.renderings)
    return put_in(last.figure, last.chinese, following, target, last.start, last.caret)


def put_in(
    figure: SourceFigure, chinese: str, rendering: int, target: str, start: int, end: int
) -> FigureInsertion:
    """A rendering as the English around start to end needs it: spaces, a capital, no word twice."""
    before, after = target[:start], target[end:]
    text = _without_repeated(figure.renderings[rendering], before)
    if _BEGINS.search(before):
        text = text[0].upper() + text[1:]
    if before and (before[-1].isalnum() or before[-1] in _TOUCHES):
        text = " " + text
    if after and after[0].isalnum():
        text += " "
    return FigureInsertion(start, end, text, figure, chinese, rendering)


def _without_repeated(form: str, before: str) -> str:
    """The rendering without words that stand before it already: more than ‸ more than 300."""
    words = form.split(" ")
    for count, head in reversed(list(enumerate(accumulate(words[:-1], "{} {}".format), start=1))):
        if re.search(rf"(?<!\w){re.escape(head)}\s*$", before, re.I) and head[-1].isalpha():
            return " ".join(words[count:])
    return form
