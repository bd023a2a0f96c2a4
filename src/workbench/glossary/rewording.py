"""glossary: whether two renderings of an ordinary term are worded so differently that they read as two.

`inclusive finance` and `financial inclusion` turn on different nouns, and `environment for doing business`
is no fuller form of `business environment`; `market economy` is a shorter one of `socialist market economy`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.glossary.english_words import Word, inflected_alike, words_of
from workbench.glossary.offices import WEAK
from workbench.text.stems import stem

_LIGHT: Final = WEAK | frozenset(map(stem, ("areas", "sector", "system", "work", "type")))
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
_LEAST: Final = 2
"""What is told in one word has its synonyms, and a sentence may need one: public and people."""


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
    """Whether two words are one but for what the sentence makes of it: development of, developing."""
    if one.stem == other.stem and (one.plain.endswith("ing") or other.plain.endswith("ing")):
        return True
    return inflected_alike(one.plain, other.plain)


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
