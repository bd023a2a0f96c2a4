"""bench: translation units made up from a seed, with the sizes and the codes of a real memory.

Sentences of 10 to 120 hanzi, half of them up to 30, one in fifty a paragraph of 150 to 650; a quarter with a pair of inline codes
on both sides; a property, an author and dates, as most programs write them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from made_up import CLAUSES
from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.units import TranslationUnit

SEED = 1966
CODED_SHARE = 0.25
_PARAGRAPHS = 0.02
_PEOPLE = ("lin", "Wang Fang", "o'brien", "zhou_ping")
_PAIRS = (("<b>", "</b>"), ("<i>", "</i>"), ('<span class="x">', "</span>"))


def made_up_units(count: int, seed: int = SEED) -> Iterator[TranslationUnit]:
    """So many units, always the same for the same count and seed."""
    chance = random.Random(seed)
    for number in range(1, count + 1):
        source, target = _texts(chance, _length(chance))
        pair = chance.choice(_PAIRS) if chance.random() < CODED_SHARE else None
        yield TranslationUnit(
            id=str(number),
            source=_coded(source, pair, chance),
            target=_coded(target, pair, chance),
            created=_moment(chance),
            created_by=chance.choice(_PEOPLE),
            changed=_moment(chance),
            changed_by=chance.choice(_PEOPLE),
            props=(("x-document", f"report-{number // 500}.docx"),),
        )


def _length(chance: random.Random) -> int:
    if chance.random() < _PARAGRAPHS:
        return chance.randint(150, 650)
    return max(10, min(120, round(chance.lognormvariate(3.4, 0.5))))


def _texts(chance: random.Random, hanzi: int) -> tuple[str, str]:
    chinese: list[str] = []
    english: list[str] = []
    length = 0
    while length < hanzi:
        zh, en = chance.choice(CLAUSES)
        number = chance.randint(2, 9_999)
        chinese.append(f"{zh}{number}")
        english.append(f"{en} ({number} R&D units)" if chance.random() < 0.1 else f"{en} {number}")
        length += len(zh) + 5
    return "，".join(chinese) + "。", ", ".join(english) + "."


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
