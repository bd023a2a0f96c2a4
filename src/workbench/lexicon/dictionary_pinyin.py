"""lexicon: pinyin as CC-CEDICT writes it (lu:4 se4) with the marks that readers know (lǜ sè)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_MARKS: Final = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300", "5": ""}
_SYLLABLE = re.compile(r"([A-Za-z:]+)([1-5])")
_CARRIER = re.compile(r"[^aeAE]*[aeAE]|.*?[oO](?=u)|.*[iouüIOUÜ]|[nmNM]")
_IN_BRACKETS = re.compile(r"\[([A-Za-z0-9: ·,]+)\]")
_TWO_SCRIPTS = re.compile(r"([\u2e80-\U0003ffff]+)\|([\u2e80-\U0003ffff]+)")


@lru_cache(maxsize=1 << 12)
def _with_mark(syllable: str) -> str:
    """A syllable with its mark in the place of the number; what is none, such as P or ·, as it is.

    The mark stands on a or e, else on the o of ou, else on the last vowel (GB/T 16159-2012, 4.8).
    """
    found = _SYLLABLE.fullmatch(syllable)
    if found is None:
        return syllable
    letters = found[1].replace("u:", "ü").replace("U:", "Ü")
    carrier = _CARRIER.match(letters)
    if carrier is None:
        return letters
    marked = letters[: carrier.end()] + _MARKS[found[2]] + letters[carrier.end() :]
    return unicodedata.normalize("NFC", marked)


def with_marks(pinyin: str) -> str:
    """Syllables with tone numbers as syllables with tone marks, the blanks between them as they were."""
    return " ".join(map(_with_mark, pinyin.split(" ")))


def readable(gloss: str) -> str:
    """A gloss with marks in its pinyin, and of a word given in both scripts the simplified one: CL:个[gè]."""
    gloss = _TWO_SCRIPTS.sub(r"\2", gloss)
    return _IN_BRACKETS.sub(lambda found: f"[{with_marks(found[1])}]", gloss)
