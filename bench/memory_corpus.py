"""bench: a translation memory made up from a seed, with the shape of real Chinese, and what is looked up in
it.

What an index meets depends on how often bigrams occur and on how long texts are. Words are drawn as Zipf's
law says, from a vocabulary of hanzi drawn likewise, with commas between and some clauses that recur as they
are; lengths are those of sentences (10-120 characters, half of them up to 30), and some are paragraphs
(150-650). A tenth are edits of other units, and a tenth clauses of others put together anew.

The rates are chosen so that a filter by bigrams or by characters has a harder time than with real policy
prose: in 55,000 characters of that the entropy of a character is 9.0 bits and half of all bigrams stand at
least three times, here 8.3 bits and six times.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from made_up import CLAUSES
from workbench.text.fold import fold

SEED = 1966
PARAGRAPHS = 0.03
EDITED = RECOMBINED = 0.1
EDIT_RATES = (0.0, 0.05, 0.10, 0.15, 0.20, 0.25, 0.30, 0.40)
PART = 20_000
"""Units that are made at once."""

_WORDS = 500
_LENGTHS = (0.3, 0.5, 0.1, 0.1)  # of words, in hanzi: 1, 2, …
_PARTICLES = 60  # single hanzi as frequent as 的, 在, 了
_PARTICLE, _COMMA, _CLAUSE = 0.5, 0.055, 0.004  # how many of all words are such
_FLATTER = 20.0  # Zipf-Mandelbrot: how many of the first ranks are nearly as frequent as the first
_FLATTER_PARTICLES = 3.0
_FLATTER_HANZI = 60.0


class Asked(NamedTuple):
    """A text to look up, and how it came about."""

    text: str
    kind: str


@cache
def _hanzi() -> tuple[str, ...]:
    """The common hanzi of GB 2312 that folding leaves as they are, in an order of our own."""
    rows = [bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
    hanzi = [pair.decode("gb2312", "ignore") for pair in rows]
    hanzi = [one for one in hanzi if one and fold(one) == one]
    random.Random(SEED).shuffle(hanzi)
    return tuple(hanzi)


@cache
def _vocabulary() -> tuple[str, NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """All words in one string, where each begins, its length, and the sums of how often they occur."""
    chance = np.random.default_rng(SEED)
    hanzi = _hanzi()
    sizes = chance.choice(len(_LENGTHS), _WORDS, p=_LENGTHS) + 1
    drawn = iter(chance.choice(len(hanzi), int(sizes.sum()), p=_zipf(len(hanzi), _FLATTER_HANZI)).tolist())
    words = ["".join(hanzi[next(drawn)] for _ in range(size)) for size in sizes.tolist()]
    clauses = [f"，{source}，" for source, _ in CLAUSES]
    kinds: list[tuple[Sequence[str], NDArray[np.float64], float]] = [
        (["，"], np.ones(1), _COMMA),
        (clauses, np.full(len(clauses), 1 / len(clauses)), _CLAUSE),
        (hanzi[:_PARTICLES], _zipf(_PARTICLES, _FLATTER_PARTICLES), _PARTICLE),
        (words, _zipf(_WORDS, _FLATTER), 1 - _COMMA - _CLAUSE - _PARTICLE),
    ]
    every = [word for some, _, _ in kinds for word in some]
    lengths = np.array(list(map(len, every)))
    rates = np.concatenate([share * odds for _, odds, share in kinds])
    return "".join(every), np.cumsum(lengths) - lengths, lengths, np.cumsum(rates)


def _zipf(count: int, flatter: float) -> NDArray[np.float64]:
    """How often each of so many ranks occurs; the sum is 1."""
    odds: NDArray[np.float64] = 1 / (np.arange(count) + flatter)
    odds /= odds.sum()
    return odds


def running_text(chance: np.random.Generator, characters: int) -> str:
    """Words drawn one after the other, so many characters."""
    text, starts, lengths, sums = _vocabulary()
    mean = float((lengths * np.diff(sums, prepend=0)).sum())
    drawn = sums.searchsorted(chance.random(int(characters / mean * 1.05) + 64) * sums[-1])
    sizes = lengths[drawn]
    ends = np.cumsum(sizes)
    places = np.repeat(starts[drawn] - ends + sizes, sizes) + np.arange(ends[-1])
    points = np.frombuffer(text.encode("utf-32-le"), "<u4")[places[:characters]]
    return str(points.tobytes(), "utf-32-le")


def made_up_part(number: int, count: int = PART) -> list[str]:
    """The part of that number: always the same, and unlike any other."""
    chance = np.random.default_rng((SEED, number))
    fresh = count - 2 * int(count * EDITED)
    lengths = np.clip(chance.lognormal(np.log(30), 0.5, fresh), 10, 120).astype(int)
    paragraphs = chance.random(fresh) < PARAGRAPHS / (1 - 2 * EDITED)
    lengths[paragraphs] = chance.integers(150, 651, int(paragraphs.sum()))
    ends = np.cumsum(lengths).tolist()
    text = running_text(chance, ends[-1])
    units = [text[a : b - 1] + "。" for a, b in itertools.pairwise([0, *ends])]
    luck = random.Random(f"{SEED} {number}")
    units += [edited(luck.choice(units), luck.uniform(0.03, 0.4), luck) for _ in range(int(count * EDITED))]
    units += [recombined(units, luck) for _ in range(count - len(units))]
    luck.shuffle(units)
    return units


def folded_all(texts: Sequence[str]) -> list[str]:
    """What `fold` makes of each text."""
    folded = fold("\0".join(texts)).split("\0")
    if len(folded) != len(texts):
        raise ValueError("folding has lost the seams of the texts")
    return folded


def made_up_units(count: int) -> Iterator[list[str]]:
    """Sources of so many units, in parts."""
    for number, start in enumerate(range(0, count, PART)):
        yield made_up_part(number, min(PART, count - start))


def recombined(units: Sequence[str], luck: random.Random) -> str:
    """Clauses of two or three units, put together."""
    clauses = [luck.choice(luck.choice(units).rstrip("。").split("，")) for _ in range(luck.randint(2, 4))]
    text = "，".join(clauses)[:119] + "。"
    return text if len(text) >= 10 else luck.choice(units)


def edited(text: str, rate: float, luck: random.Random) -> str:
    """A text with so many of its characters replaced, taken out or added to."""
    letters = list(text)
    for _ in range(round(rate * len(text))):
        at = luck.randrange(len(letters))
        new = luck.choice(_hanzi()[:600])
        letters[at : at + 1] = luck.choice(([new], [letters[at], new], []) if len(letters) > 1 else ([new],))
    return "".join(letters)


def made_up_queries(units: Sequence[str], count: int, seed: int = SEED) -> list[Asked]:
    """What is looked up: units with each rate of edits, with a clause replaced, and texts never seen.

    Args:
        units: sources of the memory.
        count: how many texts; eight tenths are edits, a tenth each of the others.
        seed: another one, other texts.
    """
    luck, chance = random.Random(seed), np.random.default_rng(seed)
    asked: list[Asked] = []
    for number in range(count):
        kind = number % 10
        unit = luck.choice(units)
        if kind < len(EDIT_RATES):
            asked.append(Asked(edited(unit, EDIT_RATES[kind], luck), f"{EDIT_RATES[kind]:.0%} edited"))
        elif kind == len(EDIT_RATES):
            clauses = unit.rstrip("。").split("，")
            clauses[luck.randrange(len(clauses))] = luck.choice(luck.choice(units).rstrip("。").split("，"))
            asked.append(Asked("，".join(clauses) + "。", "a clause replaced"))
        else:
            asked.append(Asked(running_text(chance, len(unit) - 1) + "。", "unseen"))
    return asked


def short_queries(units: Sequence[str], count: int, seed: int = SEED) -> list[Asked]:
    """Short texts, shorter than 10 characters: cut from units, with at most three edits."""
    luck = random.Random(seed)
    asked = []
    for number in range(count):
        text = short_text(luck.choice(units), luck)
        for _ in range(number % 4):
            text = edited(text, 1 / len(text), luck)
        asked.append(Asked(text[:9], f"{number % 4} edits"))
    return asked


def short_text(unit: str, luck: random.Random) -> str:
    """A stretch of 2 to 9 characters of a unit, as headings and table cells are."""
    size = luck.randint(2, 9)
    at = luck.randrange(max(1, len(unit) - size))
    return unit[at : at + size]
