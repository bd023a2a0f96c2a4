"""glossary: where a rendering stands in an English text, in whatever form the sentence gave it.

A rendering is found in the plural and the possessive, with -ing and -ed, with hyphens or spaces or in one
word, in British or American spelling, in capitals or not, and with an article, a determiner or an acronym in
brackets between its words. Its words keep their order.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from workbench.glossary.english_words import Word, inflected_alike, words_of

_ARTICLES: Final = frozenset(("the", "a", "an"))
_GAP_WORDS: Final = frozenset(
    ("the", "a", "an", "its", "their", "our", "his", "her", "this", "that", "these", "those", "all", "own")
)
_MOST_GAPS: Final = 2
_JOINED: Final = re.compile(r"[-‐‑–]?")
_BETWEEN: Final = re.compile(r"[\s\-‐‑–—/'’‘\"“”]*(?:\([A-Z][\w&.\- ]{0,14}\))?[\s\-‐‑–—/'’‘\"“”]*")
_WITH_COMMA: Final = re.compile(r"[\s,()'’‘\"“”&\-‐‑–—/:;]*")

Span = tuple[int, int]
"""Half-open offsets, in code points."""


@lru_cache(maxsize=1 << 14)
def places_of(form: str, english: str) -> tuple[Span, ...]:
    """Where a rendering stands in a text, in any inflected form.

    Args:
        form: the rendering; an article at its front is not looked for.
        english: the shown text.

    Returns:
        Half-open spans of `english` in code points, in order, none across another; without the article in
        front and without a possessive ending behind.
    """
    wanted = _wanted(form)
    words = words_of(english)
    if not wanted or not words:
        return ()
    found: list[Span] = []
    first = wanted[0]
    for at, word in enumerate(words):
        if found and word.start < found[-1][1]:
            continue
        if word.stem != first.stem and not _begins_alike(first.plain, word.plain):
            continue
        end = _match(wanted, form, words, english, at)
        if end is not None:
            found.append((word.start, end))
    return tuple(found)


def _begins_alike(one: str, other: str) -> bool:
    """Whether two words may be one that is written together here and apart there."""
    return (
        one != other and len(one) > 1 and len(other) > 1 and (one.startswith(other) or other.startswith(one))
    )


@lru_cache(maxsize=1 << 16)
def _wanted(form: str) -> tuple[Word, ...]:
    """The words of a rendering; articles go, for a sentence may have another one or none."""
    words = words_of(form)
    return tuple(word for word in words if word.plain not in _ARTICLES) or words


def _match(wanted: tuple[Word, ...], form: str, words: tuple[Word, ...], english: str, at: int) -> int | None:
    """The end of the rendering if it begins with word `at`, else None."""
    here = 0
    end = words[at].start
    while here < len(wanted):
        if at >= len(words):
            return None
        taken = _same(wanted, form, here, words, english, at)
        if taken is None:
            return None
        here, at = here + taken[0], at + taken[1]
        end = words[at - 1].end
        if here < len(wanted):
            reached = _across_gap(wanted, form, here, words, english, at)
            if reached is None:
                return None
            at = reached
    return end


def _same(
    wanted: tuple[Word, ...], form: str, here: int, words: tuple[Word, ...], english: str, at: int
) -> tuple[int, int] | None:
    """How many words of the form and of the text are the same here: one and one, or two written as one."""
    ours, theirs = wanted[here], words[at]
    if inflected_alike(ours.plain, theirs.plain):
        return 1, 1
    if here + 1 < len(wanted):
        both = _together(ours, wanted[here + 1], form)
        if both and inflected_alike(both, theirs.plain):
            return 2, 1
    if at + 1 < len(words):
        both = _together(theirs, words[at + 1], english)
        if both and inflected_alike(ours.plain, both):
            return 1, 2
    return None


def _together(one: Word, two: Word, text: str) -> str:
    """Two words as one, where only a hyphen or one space parts them; else empty."""
    between = text[one.end : two.start]
    return one.plain + two.plain if between == " " or _JOINED.fullmatch(between) else ""


def _across_gap(
    wanted: tuple[Word, ...], form: str, here: int, words: tuple[Word, ...], english: str, at: int
) -> int | None:
    """The word of the text that goes on with the form, small words and an acronym in brackets passed over."""
    written = form[wanted[here - 1].end : wanted[here].start]
    comma = "," in written or wanted[here].plain == "and"
    between = _WITH_COMMA if comma else _BETWEEN
    start = words[at - 1].after
    for _ in range(_MOST_GAPS + 1):
        while at < len(words) and _in_brackets(words[at], english):
            at += 1
        if at >= len(words):
            return None
        if (
            not between.fullmatch(english, start, words[at].start)
            and english[start : words[at].start] != written
        ):
            return None
        if words[at].plain not in _GAP_WORDS or words[at].plain == wanted[here].plain:
            return at
        start = words[at].after
        at += 1
    return None


def _in_brackets(word: Word, english: str) -> bool:
    """Whether a word is an acronym in brackets of its own: (CPC)."""
    around = english[word.start - 1 : word.start] + english[word.end : word.end + 1]
    return around == "()" and english[word.start].isupper()
