"""text: the words of an English text whose spelling can be looked up, and pinyin read off hanzi."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

__all__ = ["SpeltWord", "is_pinyin", "spelt_words", "tokens", "without_marks"]

_SPARED: Final = re.compile(
    r"\S*(?:://|@|www\.)\S*"  # addresses of pages and people
    r"|\S+\.(?:com|cn|org|net|gov|edu|html?|pdf|docx?|xlsx?)\b"
    r"|⟨/?\d+/?⟩"  # codes of the text
    r"|\[\^[^\]\s]*\]"  # notes
)
_TOKEN: Final = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_PART: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_INNER_CAPITAL: Final = re.compile(r"[a-z][A-Z]|[A-Z]{2}")
_LATIN_ENDS: Final = "\u024f"


class SpeltWord(NamedTuple):
    """A word of a text.

    Attributes:
        start: offset of its first character, in code points; `end` after its last.
        text: the word as it stands, its apostrophes straight.
        whole: what it is part of by hyphens, or the word itself.
    """

    start: int
    end: int
    text: str
    whole: str


def spelt_words(text: str) -> Iterator[SpeltWord]:
    """The words of an English text that a dictionary can be asked for, in order.

    Left out are addresses, codes of the text, whatever holds a figure (5G, COVID-19, 21st), capitals (GDP,
    SOEs, WeChat), single letters, abbreviations with points in them, and other scripts.

    Args:
        text: running English.

    Yields:
        Word after word; the members of a hyphenated one each for itself.
    """
    spared = [match.span() for match in _SPARED.finditer(text)]
    for token in _TOKEN.finditer(text):
        whole = token.group()
        if "." in whole or "&" in whole or any(a < token.end() and token.start() < b for a, b in spared):
            continue
        if any(ch.isdigit() for ch in whole):
            continue
        straight = whole.replace("’", "'")
        for part in _PART.finditer(straight):
            if _to_be_spelt(part.group()):
                at = token.start()
                yield SpeltWord(at + part.start(), at + part.end(), part.group(), straight)


def tokens(text: str) -> list[str]:
    """What of a text is a word or looks like one, as it stands; each by itself has the words it has there.

    In an address there are fewer: `spelt_words` of the text leaves out some that stand in its tokens.
    """
    return _TOKEN.findall(text)


def _to_be_spelt(word: str) -> bool:
    return len(word) > 1 and max(word) <= _LATIN_ENDS and not _INNER_CAPITAL.search(word)


def without_marks(word: str) -> str:
    """A word in lower case without a possessive ending and apostrophes, as pinyin is compared."""
    plain = word.lower()
    return plain.removesuffix("'s").removesuffix("'").replace("'", "")


def is_pinyin(word: str, readings: Sequence[AbstractSet[str]], *, least: int = 1) -> bool:
    """Whether a word is what some hanzi in a row are read as, written together and without tones.

    Args:
        word: as it stands in the English; capitals and apostrophes do not matter.
        readings: for each hanzi of the source its readings without tones, in lower case; an empty set for
            what is no hanzi.
        least: hanzi it must take at least.
    """
    plain = without_marks(word)
    return any(_read_from(plain, readings, at, least) for at in range(len(readings)))


def _read_from(rest: str, readings: Sequence[AbstractSet[str]], at: int, least: int) -> bool:
    """Whether the readings from a hanzi on give all of `rest`."""
    if not rest:
        return least <= 0
    if at >= len(readings):
        return False
    return any(
        _read_from(rest[len(syllable) :], readings, at + 1, least - 1)
        for syllable in readings[at]
        if syllable and rest.startswith(syllable)
    )
