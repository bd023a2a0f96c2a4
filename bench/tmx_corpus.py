"""bench: translation units made up from a seed: sentences of `memory_corpus` with English, some with codes.

A quarter has a pair of inline codes on both sides; all have a property, authors and moments, as most programs
write them. The English says nothing; its length is what is usual.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import chain

from made_up import CLAUSES
from memory_corpus import SEED
from memory_corpus import made_up_units as made_up_sources
from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.units import TranslationUnit

CODED_SHARE = 0.25
_LETTERS = 3.0  # of English for each hanzi
_PEOPLE = ("lin", "Wang Fang", "o'brien", "zhou_ping")
_PAIRS = (("<b>", "</b>"), ("<i>", "</i>"), ('<span class="x">', "</span>"))


def made_up_units(count: int) -> Iterator[TranslationUnit]:
    """So many units, always the same for the same count."""
    chance = random.Random(SEED)
    for number, source in enumerate(chain.from_iterable(made_up_sources(count)), 1):
        pair = chance.choice(_PAIRS) if chance.random() < CODED_SHARE else None
        yield TranslationUnit(
            id=str(number),
            source=_coded(source, pair, chance),
            target=_coded(_english(round(_LETTERS * len(source)), chance), pair, chance),
            created=_moment(chance),
            created_by=chance.choice(_PEOPLE),
            changed=_moment(chance),
            changed_by=chance.choice(_PEOPLE),
            props=(("x-document", f"report-{number // 500}.docx"),),
        )


def _english(letters: int, chance: random.Random) -> str:
    parts: list[str] = []
    length = 0
    while length < letters:
        part = chance.choice(CLAUSES)[1]
        parts.append(f"{part} (R&D {chance.randint(2, 999)})" if chance.random() < 0.05 else part)
        length += len(parts[-1])
    return ", ".join(parts)[:letters] + "."


def _coded(text: str, pair: tuple[str, str] | None, chance: random.Random) -> CodedText:
    if pair is None:
        return CodedText(text)
    start = chance.randrange(len(text))
    end = chance.randint(start, len(text))
    return CodedText(
        text, (InlineCode(start, 1, CodeKind.OPEN, pair[0]), InlineCode(end, 1, CodeKind.CLOSE, pair[1]))
    )


def _moment(chance: random.Random) -> str:
    day, second = chance.randint(0, 3_000), chance.randint(0, 86_399)
    year, month, date = 2016 + day // 336, day % 336 // 28 + 1, day % 28 + 1
    return f"{year}-{month:02}-{date:02}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z"
