"""linear: LastFound, what the lists told last, so that a number names one of it; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from workbench.model.memory_units import MemoryUnit
    from workbench.model.terms import Concept
    from workbench.project.search import FindHit

Listed = TypeVar("Listed")


@dataclass(slots=True)
class LastFound:
    """What was told last, each list in its order.

    Attributes:
        units: of the matches or of the concordance, whichever was told last: the memory's name and the unit.
        hits: of the last search; `hit` is the place in them that was gone to last.
        concepts: of the termbase; `concept` is the one in hand.
    """

    units: Sequence[tuple[str, MemoryUnit] | None] = ()
    hits: Sequence[FindHit] = ()
    hit: int = -1
    concepts: Sequence[Concept] = ()
    concept: Concept | None = None


def number_of(text: str) -> int:
    """A number as it is written; 0 where it is none."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def numbered(listed: Sequence[Listed], text: str) -> Listed | None:
    """The one of a list with a number, 1-based; None where there is none."""
    at = number_of(text)
    return listed[at - 1] if 1 <= at <= len(listed) else None


def two(text: str, sign: str) -> tuple[str, str]:
    """What stands before a sign and behind it; the second is empty where there is no sign."""
    before, _, behind = text.partition(sign)
    return before.strip(), behind.strip()
