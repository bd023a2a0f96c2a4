"""glossary: whether the noun of a name stands for it alone: `the commission`, not `the Tariff Commission`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from workbench.glossary.english_words import Word, inflected_alike, words_of
from workbench.glossary.near_forms import bag_of, head_word_of

_GOES_ON: Final = re.compile(r" (?:of|for|on) (?:the )?[A-Z]")

_NOUN: Final = "(?:Ministry|Commission|Bureau|Administration|Department|Agency|Association|Federation)"
_BODY: Final = re.compile(
    rf"\b{_NOUN} (?:of|for) (?:the )?[A-Z]\w+|\b(?!The )(?:[A-Z]\w+ (?:and )?){{1,5}}{_NOUN}\b"
)


def head_stands(forms: Sequence[str], english: str) -> bool:
    """Whether the head noun of one of the forms stands in the English, and not in another's name.

    Args:
        forms: what may be written for a name.
        english: the shown text, without what other names have.
    """
    heads = [word.plain for word in map(head_word_of, forms) if word]
    own = frozenset[str]().union(*map(bag_of, forms))
    words = words_of(english)
    return any(
        any(inflected_alike(head, word.plain) for head in heads)
        and not _in_another_name(words, at, own, english)
        for at, word in enumerate(words)
    )


def names_another_body(english: str, known: frozenset[str]) -> bool:
    """Whether a body is named that the Chinese has not: what follows as `it` is that body.

    Args:
        english: the shown text, without what the names of the Chinese have.
        known: the stems of those names.
    """
    return any(bag_of(match.group()) - known for match in _BODY.finditer(english))


def _in_another_name(words: tuple[Word, ...], at: int, own: frozenset[str], english: str) -> bool:
    """Whether a word in capitals which is none of the name's own stands in a row before it, or behind."""
    word = words[at]
    if english[word.start].isupper():
        first = at
        while first and english[words[first - 1].after : words[first].start] in (" ", "-"):
            first -= 1
            if not _is_marked(words[first], english):
                break
            if _is_foreign(words[first], own, english):
                return True
        if at + 1 < len(words) and _GOES_ON.match(english, word.end):
            return any(_is_foreign(one, own, english) for one in words[at + 1 : at + 4])
    return False


def _is_foreign(word: Word, own: frozenset[str], english: str) -> bool:
    return _is_marked(word, english) and word.plain != "the" and word.stem not in own


def _is_marked(word: Word, english: str) -> bool:
    """Whether a word has a capital or is a number: the 14th Five-Year Plan is not the 15th."""
    return english[word.start].isupper() or english[word.start].isdigit()
