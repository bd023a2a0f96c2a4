"""memory: texts for the tests of the index, and what a full scan finds among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from workbench.memory import index_plan

FEW = "的一了"
MANY = "京津冀协同发展不断迈上新台阶，。推动ab1 "
ASTRAL = "𠀀𪜀😀\ud800的"
"""Beyond the basic plane, and a lone surrogate."""

alphabets = st.sampled_from([FEW, MANY, ASTRAL])
READINGS = [None, (1,), (2,), (1, 2, 3, 4, 6, 8)]
"""None: as it is, which for few units means comparing them all; else lists are read, with one of these k."""


@st.composite
def texts(draw: st.DrawFn, longest: int = 700) -> str:
    """A text of up to so many code points, often short, often with repetitions."""
    alphabet = draw(alphabets)
    piece = draw(st.text(alphabet, max_size=20))
    if draw(st.booleans()):
        return piece
    pieces = draw(st.lists(st.text(alphabet, max_size=60), max_size=12))
    return (piece * draw(st.integers(1, 30)) + "".join(pieces))[:longest]


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """The text with some edits, up to about half of its characters."""
    letters = list(text)
    for _ in range(draw(st.integers(0, 3 + len(text) // 8))):
        at = draw(st.integers(0, len(letters)))
        letters[at : at + draw(st.integers(0, 2))] = draw(st.sampled_from(["", "的", "新", "𠀀", "新闻"]))
    return "".join(letters)


@st.composite
def families(draw: st.DrawFn) -> tuple[list[str], str]:
    """Sources of units, and a text that some of them are like."""
    base = draw(texts())
    units = [draw(edited(base)) for _ in range(draw(st.integers(1, 6)))]
    units += draw(st.lists(texts(80), max_size=10))
    return draw(st.permutations(units)), draw(edited(base))


def alike(query: str, unit: str, percent: int) -> bool:
    """Whether 100 × (longer − distance) / longer is at least `percent`."""
    longer = max(len(query), len(unit))
    return longer == 0 or 100 * (longer - Levenshtein.distance(query, unit)) >= percent * longer


def scan(units: Mapping[int, str], query: str, percent: int) -> set[int]:
    """Ids of the units that are so much like a query: by looking at each."""
    return {unit_id for unit_id, unit in units.items() if alike(query, unit, percent)}


@contextmanager
def reading(least: tuple[int, ...] | None) -> Iterator[None]:
    """Make look-ups read lists however few units there are."""
    with pytest.MonkeyPatch.context() as patch:
        if least:
            patch.setattr(index_plan, "_LEAST", least)
            patch.setattr(index_plan, "_COMPARED", (1e12,) * 5)
        yield
