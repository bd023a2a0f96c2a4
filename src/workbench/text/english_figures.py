"""text: the figures and dates of a Chinese text as English, in its order, for a translator to put in.

What is offered first is what careful writers put: 1.2 trillion yuan, February 26, 2014, two-thirds, the
1990s. Where Chinese and English count differently (增长两倍 leaves three times as much) only what cannot be
misread is offered; where a figure is not sure, none is. Names known by numbers (十四五, 五四运动) are for the
termbase.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from workbench.text.figure_counts import counts
from workbench.text.figure_dates import dates
from workbench.text.figure_forms import FigureStyle, SourceFigure
from workbench.text.figure_multiples import multiples
from workbench.text.figure_numerals import no_figures
from workbench.text.figure_ranks import ranks
from workbench.text.figure_shares import shares
from workbench.text.figure_times import times
from workbench.text.figure_vague import vague
from workbench.text.figure_years import years
from workbench.text.fold import fold_mapped

__all__ = ["FigureStyle", "SourceFigure", "english_figures"]


def english_figures(text: str, style: FigureStyle | None = None) -> list[SourceFigure]:
    """The figures of a Chinese text, in order; they do not overlap.

    Args:
        text: as it is shown; the offsets are code points of it.
        style: the client's way; None for the usual one.
    """
    folded = fold_mapped(text)
    taken = bytearray(len(folded.text))
    for start, end in no_figures(folded.text):
        taken[start:end] = b"\1" * (end - start)
    found: list[SourceFigure] = []
    for figure in _read(folded.text, style or FigureStyle()):
        if figure.start < figure.end and not any(taken[figure.start : figure.end]):
            taken[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
            start, end = folded.span(figure.start, figure.end)
            found.append(replace(figure, start=start, end=end))
    return list(_apart(sorted(found, key=lambda figure: figure.start)))


def _apart(figures: list[SourceFigure]) -> Iterator[SourceFigure]:
    """Without a second figure in one character, as ½ and ¼ fold to several."""
    end = 0
    for figure in figures:
        if figure.start >= end:
            end = figure.end
            yield figure


def _read(folded: str, style: FigureStyle) -> Iterator[SourceFigure]:
    """Figures as the readers find them, the surest reader first; of two that overlap the first counts."""
    return chain(
        dates(folded, style),
        years(folded, style),
        times(folded),
        multiples(folded),
        shares(folded, style),
        ranks(folded, style),
        vague(folded, style),
        counts(folded, style),
    )
