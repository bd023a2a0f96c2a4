"""cli: units and matches as a person reads them in a terminal, wrapped and aligned."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from workbench.model.matches import Change
from workbench.text.shown import shown
from workbench.text.width import cell_width
from workbench.text.wrapping import wrap

if TYPE_CHECKING:
    from workbench.model.matches import Difference
    from workbench.model.memory_units import MemoryUnit

_NARROWEST = 40
_UNBROKEN = 1 << 30
_MORE = "…"


Style = tuple[tuple[str, Any], ...]
"""How a text looks: arguments of `click.style`."""


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of a line and how it looks."""

    text: str
    style: Style = ()


DIM: Style = (("dim", True),)
BOLD: Style = (("bold", True),)
_CHANGES: dict[Change, tuple[str, str, Style]] = {
    Change.KEPT: ("", "", ()),
    Change.REMOVED: ("[-", "-]", (("fg", "red"), ("strikethrough", True))),
    Change.ADDED: ("{+", "+}", (("fg", "green"),)),
}


def terminal_width() -> int:
    """Cells of a line: the terminal's, or COLUMNS, or 80."""
    return max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns)


def difference(parts: Iterable[Difference]) -> list[Styled]:
    """What a text lacks beside a unit's source and what it has instead: [-lacks-]{+has+}."""
    found: list[Styled] = []
    for part in parts:
        before, after, style = _CHANGES[part.change]
        found.append(Styled(f"{before}{part.text}{after}", style))
    return found


def painted(text: str, style: Style) -> str:
    """A text that looks so, where colours can be shown."""
    return click.style(text, **dict(style)) if text and style else text


def print_block(head: str, parts: Sequence[Styled], indent: int) -> None:
    """A text behind a head, wrapped to the terminal under itself; into a pipe it goes in one line.

    Args:
        head: stands before the first line, at most `indent` cells.
        indent: cells before the text.
    """
    width = terminal_width() - indent if sys.stdout.isatty() else _UNBROKEN
    safe = [Styled(shown(part.text).replace("\n", "␤"), part.style) for part in parts]
    text = "".join(part.text for part in safe)
    start = head + " " * max(0, indent - cell_width(head))
    for line in wrap(text, width):
        click.echo((start + _painted(safe, line.start, line.end)).rstrip())
        start = " " * indent


def _painted(parts: Sequence[Styled], start: int, end: int) -> str:
    """The stretch of a text that a line shows, in its styles."""
    line = ""
    at = 0
    for part in parts:
        piece = part.text[max(0, start - at) : max(0, end - at)]
        at += len(part.text)
        line += painted(piece, part.style)
    return line


def clipped(text: str, width: int) -> str:
    """As much of a text as fits into so many cells, in one line; … stands for the rest."""
    text = " ".join(shown(text).split())
    if cell_width(text) <= width:
        return text
    kept = ""
    room = width - cell_width(_MORE)
    for ch in text:
        room -= cell_width(ch)
        if room < 0:
            break
        kept += ch
    return kept.rstrip() + _MORE


def provenance(memory: str, unit: MemoryUnit, *, short: bool = False) -> str:
    """Where a unit is from: memory, place, and, unless it is to be short, state and who; when."""
    more = () if short else (unit.state.value, unit.changed_by)
    facts = (memory, unit.place, *more, (unit.changed or unit.created)[:10])
    return " · ".join(_each(facts))


def _each(facts: Iterable[str]) -> Iterator[str]:
    return (" ".join(shown(fact).split()) for fact in facts if fact)
