"""tui: the lines of one match as they are painted: score, sources compared, English, where it is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from workbench.model.matches import Change, Difference
from workbench.text.shown import shown
from workbench.text.wrapping import wrap

SIGNS = {Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}")}
"""Around what differs, so that it can be read without colour; the signs of `wdiff`."""

SOURCE_LINES, TARGET_LINES, ABOUT_LINES = 4, 6, 3
_LOW = 3  # lines of an entry in which there is no room for where it is from
_KEEP = 10  # characters of an unchanged stretch that stay on each side of what differs


class Run(NamedTuple):
    """A stretch of text and the name of its ink."""

    text: str
    ink: str


@dataclass(frozen=True, slots=True)
class MatchEntry:
    """One entry of the list of matches.

    Attributes:
        value: what choosing it means; None for a heading.
        label: the digit to its left.
        score: such as `86 %`; what it is where it has none.
        source: the Chinese as stretches in order, with the ink of each; may be empty.
        target: the English that would be put in.
        about: where it is from, and how the score comes about.
    """

    value: object
    label: str = ""
    score: str = ""
    source: tuple[Run, ...] = ()
    target: tuple[Run, ...] = ()
    about: str = ""


def difference_runs(differences: Sequence[Difference]) -> tuple[Run, ...]:
    """The difference of two sources with its signs; long stretches that are the same are shortened."""
    runs: list[Run] = []
    last = len(differences) - 1
    for at, part in enumerate(differences):
        text = shown(part.text)
        if part.change is Change.KEPT:
            runs.append(Run(_shortened(text, first=at == 0, last=at == last), "source"))
        else:
            before, after = SIGNS[part.change]
            runs.append(Run(f"{before}{text}{after}", part.change.value))
    return tuple(runs)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """An unchanged stretch without its middle, or without the end that lies away from what differs."""
    if first and last:
        return text
    if first or last:
        if len(text) <= 2 * _KEEP:
            return text
        return f"…{text[-_KEEP:]}" if first else f"{text[:_KEEP]}…"
    return text if len(text) <= 3 * _KEEP else f"{text[:_KEEP]}…{text[-_KEEP:]}"


def entry_lines(
    entry: MatchEntry, width: int, *, chosen: bool, lead: int, most: int | None = None
) -> list[list[Run]]:
    """The painted lines of an entry.

    Args:
        width: cells a line.
        chosen: the cursor stands on it: it is shown whole, with where it is from; else two lines.
        lead: cells to the left, for the label and the score.
        most: so many lines at most, though never fewer than three; None for as many as it takes.
    """
    if entry.value is None:
        return [[Run(fitted(f" {entry.score}", width), "heading")]]
    room = max(2, width - lead)
    head = Run(fitted(f" {entry.label} ", 3), "label"), Run(fitted(entry.score, lead - 3), "score")
    blocks = [entry.source, entry.target]
    if chosen and entry.about:
        blocks.append((Run(shown(entry.about), "about"),))
    heights = _heights(blocks, room, most) if chosen else [1, 1]
    body = [line for runs, height in zip(blocks, heights, strict=True) for line in _block(runs, room, height)]
    indent = Run(" " * lead, "")
    return [[*(head if at == 0 else (indent,)), *line] for at, line in enumerate(body or [[]])]


def _heights(blocks: Sequence[Sequence[Run]], width: int, most: int | None) -> list[int]:
    """How many lines each block gets: where it is from gives way first, the English last."""
    heights = [
        min(limit, len(wrap(_text(runs), width)))
        for runs, limit in zip(blocks, (SOURCE_LINES, TARGET_LINES, ABOUT_LINES), strict=False)
    ]
    if most is None:
        return heights
    least = [1, 1, 1 if most > _LOW else 0]
    for at in (2, 0, 1):
        while len(heights) > at and sum(heights) > max(most, _LOW) and heights[at] > least[at]:
            heights[at] -= 1
    return heights


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs).replace("\n", " ")


def _block(runs: Sequence[Run], width: int, most: int) -> Iterator[list[Run]]:
    """Runs wrapped to at most so many lines; what does not fit shows as an ellipsis."""
    text = _text(runs)
    if not text:
        return
    lines = wrap(text, width)
    edges = [0, *accumulate(len(run.text) for run in runs)]
    for line in lines[:most]:
        cut = line is lines[most - 1] if len(lines) >= most else False
        end = line.end if not (cut and len(lines) > most) else len(text)
        painted = [
            Run(text[max(start, line.start) : min(stop, end)], run.ink)
            for run, (start, stop) in zip(runs, pairwise(edges), strict=True)
            if start < end and stop > line.start
        ]
        yield _cut(painted, width)


def _cut(runs: Sequence[Run], width: int) -> list[Run]:
    """Runs that fill the width exactly, an ellipsis where they were longer."""
    over = sum(cell_len(run.text) for run in runs) > width
    left = width - over
    painted: list[Run] = []
    for run in runs:
        text = run.text if cell_len(run.text) <= left else set_cell_size(run.text, left)
        painted.append(Run(text, run.ink))
        left -= cell_len(text)
    painted.append(Run("…" if over else "", "about"))
    if left > 0:
        painted.append(Run(" " * left, ""))
    return painted


def fitted(text: str, width: int) -> str:
    """Exactly so many cells."""
    return set_cell_size(text, max(0, width))
