"""glossary: whether two renderings of an ordinary term are worded so differently that they read as two.

`inclusive finance` and `financial inclusion` turn on different nouns, and `environment for doing business`
is no fuller form of `business environment`; `market economy` is a shorter one of `socialist market economy`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from workbench.glossary.english_words import Word, inflected_alike, words_of
from workbench.glossary.offices import WEAK
from workbench.text.stems import stem

_LIGHT: Final = WEAK | frozenset(map(stem, ("areas", "sector", "system", "work", "type", "un")))
"""Stems that a rendering has or lacks without another sense: rural revitalization, that of rural areas."""
_SMALL: Final = frozenset(
    [
        "of",
        "the",
        "a",
        "an",
        "and",
        "for",
        "on",
        "in",
        "to",
        "with",
        "by",
        "from",
        "at",
        "as",
        "its",
        "their",
        "into",
        "under",
    ]
)
_MADE: Final = re.compile(r"i[sz](?:e[ds]?|ing|ation)$")
"""The ending of what is made so: modernized is not yet modern."""
_AGENT: Final = re.compile(r"or(?=s?$)")
_LEAST: Final = 2
"""What is told in one word has its synonyms, and a sentence may need one: public and people."""


@lru_cache(maxsize=4096)
def worded_otherwise(first: str, other: str, *, whole: bool) -> bool:
    """Whether a reader may take two renderings of one term for two terms.

    Args:
        first: what the document began with.
        other: what it has now.
        whole: a word that is left out of the middle makes another wording; in the name of a place it does
            not.
    """
    long, short = _told_by(first), _told_by(other)
    if len(long) < len(short):
        long, short = short, long
    if len(short) < _LEAST and min(len(_words(first)), len(_words(other))) < _LEAST:
        return False
    if not all(_is_among(word, long) for word in short):
        return True
    if all(_is_among(word, short) for word in long):
        return False
    if _keeps_order(short, long):
        return whole and not _is_row(short, long)
    return True


def _words(form: str) -> list[Word]:
    """The words of a rendering without those that only hold it together."""
    return [word for word in words_of(form) if word.plain not in _SMALL]


def _told_by(form: str) -> list[Word]:
    """The words of a rendering that tell it from others, in its order."""
    return [word for word in _words(form) if word.stem not in _LIGHT]


def _alike(one: Word, other: Word) -> bool:
    """Whether two words are one but for what the sentence or the spelling makes of it.

    Alike are development and developing, Asia and Asian, adviser and advisor; not modern and modernized.
    """
    first, second = _spelled(one.plain), _spelled(other.plain)
    if first == second or first in _adjectives(second) or second in _adjectives(first):
        return True
    if inflected_alike(first, second):
        return True
    return one.stem == other.stem and bool(_MADE.search(first)) == bool(_MADE.search(second))


def _spelled(word: str) -> str:
    """A word in one of its spellings, without accents."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))
    return _AGENT.sub("er", plain)


def _adjectives(word: str) -> tuple[str, ...]:
    return word + "n", word + "al"


def _is_among(word: Word, others: Sequence[Word]) -> bool:
    return any(_alike(word, other) for other in others)


def _keeps_order(short: Sequence[Word], long: Sequence[Word]) -> bool:
    rest = iter(long)
    return all(any(_alike(word, other) for other in rest) for word in short)


def _is_row(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Whether the short wording is the front, the middle or the end of the long one."""
    size = len(short)
    return any(
        all(_alike(word, other) for word, other in zip(short, long[at : at + size], strict=True))
        for at in range(len(long) - size + 1)
    )
