"""text: English words by their stems, so that `develops`, `developing` and `development` are one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

__all__ = ["stem"]


@cache
def _snowball() -> Callable[[str], str]:
    # The English stemmer itself rather than snowballstemmer.stemmer("english"): that one gives way to
    # PyStemmer where it is installed, whose rules may be of another year.
    from snowballstemmer.english_stemmer import EnglishStemmer

    stem_word: Callable[[str], str] = EnglishStemmer().stemWord
    return stem_word


@cache
def stem(word: str) -> str:
    """The Snowball stem of an English word.

    Args:
        word: one word in lower case; what is no English word comes back much as it is.

    Returns:
        The stem by M. F. Porter's English (Porter2) rules, https://snowballstem.org.
    """
    return _snowball()(word)
