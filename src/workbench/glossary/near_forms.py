"""glossary: English that says a rendering with its own words in another order.

`Standing Committee of the NPC` is `NPC Standing Committee`, `the ministries of finance and commerce` hold
`Ministry of Finance`. Compared are the stems of the words that carry meaning, inside one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from workbench.glossary.english_words import LONGEST_KEPT, Word, words_of

_FUNCTION: Final = """
the a an of in for on at to by with from and or as its their our his her this that these those all own under
within into over between among is are was were be been has have had it they he she
"""
_FUNCTION_WORDS: Final = frozenset(_FUNCTION.split())
_SENTENCE_END: Final = re.compile(r"[.!?;][\"'”’)]*\s|\n")
_MERGED: Final = (
    ("chines peopl polit consult confer", "cppcc"),
    ("nation peopl congress", "npc"),
    ("communist parti china", "cpc"),
    ("chines communist parti", "cpc"),
    ("peopl liber armi", "pla"),
    ("peopl republ china", "prc"),
    ("suprem peopl court", "spc"),
    ("suprem peopl procurator", "spp"),
    ("central militari commiss", "cmc"),
    ("nation committe cppcc", "cppcc"),
    ("cppcc nation committe", "cppcc"),
    ("parti", "cpc"),
)
"""Names that stand for one another wherever they occur, as stems; later lines see what earlier ones made."""
_MOST_SLACK: Final = 3
_SHARED_HEAD_SLACK: Final = 14
_PLURAL: Final = re.compile(r"[^s]s")


class Content(NamedTuple):
    """A word that carries meaning, or a name made of several: its place, its stem, its sentence's number."""

    start: int
    end: int
    stem: str
    sentence: int
    plain: str


def contents_of(text: str) -> tuple[Content, ...]:
    """The words of an English text that carry meaning, names in one spelling."""
    return _of_a_term(text) if len(text) <= LONGEST_KEPT else _of_a_row(text)


def _contents(text: str) -> tuple[Content, ...]:
    found: list[Content] = []
    sentence = reached = 0
    for word in words_of(text):
        if _SENTENCE_END.search(text, reached, word.start + 1) and reached:
            sentence += 1
        reached = word.end
        if word.plain not in _FUNCTION_WORDS:
            found.append(_content(word, sentence))
    for line, name in _MERGED:
        found = _merged(found, tuple(line.split()), name)
    return tuple(found)


_of_a_term = lru_cache(maxsize=4096)(_contents)  # for both see `words_of`
_of_a_row = lru_cache(maxsize=32)(_contents)


def _content(word: Word, sentence: int) -> Content:
    return Content(word.start, word.end, word.stem, sentence, word.plain)


def _merged(words: list[Content], stems: tuple[str, ...], name: str) -> list[Content]:
    merged: list[Content] = []
    at, size = 0, len(stems)
    while at < len(words):
        part = words[at : at + size]
        if tuple(word.stem for word in part) == stems:
            merged.append(part[0]._replace(end=part[-1].end, stem=name, plain=name))
            at += size
        else:
            merged.append(words[at])
            at += 1
    return merged


def bag_of(form: str) -> frozenset[str]:
    """The stems of a rendering that carry meaning."""
    return frozenset(word.stem for word in contents_of(form))


def window_of(bag: frozenset[str], english: str) -> tuple[int, int] | None:
    """Where the words of a bag stand together, in any order, inside one sentence.

    Args:
        bag: stems, as `bag_of` has them.
        english: the shown text.

    Returns:
        The shortest such stretch, in code points; None where there is none. One that holds a plural may
        be longer, for its head may be shared by a list.
    """
    if not bag:
        return None
    words = contents_of(english)
    best: tuple[int, int] | None = None
    for first, word in enumerate(words):
        if word.stem not in bag:
            continue
        end = _window_end(words, first, bag)
        if end is not None and (best is None or words[end].end - word.start < best[1] - best[0]):
            best = (word.start, words[end].end)
    return best


def _window_end(words: tuple[Content, ...], first: int, bag: frozenset[str]) -> int | None:
    seen: set[str] = set()
    most = len(bag) + min(_MOST_SLACK, len(bag) - 1)
    for at in range(first, len(words)):
        word = words[at]
        if word.sentence != words[first].sentence or at - first >= most:
            return None
        if word.stem in bag:
            seen.add(word.stem)
            if word.plain != word.stem and _PLURAL.fullmatch(word.plain[-2:]):
                most = max(most, len(bag) + _SHARED_HEAD_SLACK)
            if len(seen) == len(bag):
                return at
    return None


def tight_windows(bag: frozenset[str], english: str) -> Iterator[tuple[int, int]]:
    """Where all words of a bag stand together, in any order, inside one sentence.

    Args:
        bag: stems, as `bag_of` has them.
        english: the shown text.

    Yields:
        The first and the last word of each stretch, as places in `contents_of(english)`.
    """
    words = contents_of(english)
    if not bag or not bag <= {word.stem for word in words}:
        return
    for first, word in enumerate(words):
        if word.stem not in bag:
            continue
        left = set(bag)
        most = first + len(bag) + min(_MOST_SLACK, len(bag) - 1)
        for last, other in enumerate(words[first:most], first):
            if other.sentence != word.sentence:
                break
            left.discard(other.stem)
            if not left:
                yield first, last
                break


@lru_cache(maxsize=1 << 14)
def head_of(form: str) -> str:
    """The stem of the noun a rendering turns on: that of ministry for Ministry of Finance."""
    word = head_word_of(form)
    return word.stem if word else ""


@lru_cache(maxsize=1 << 14)
def head_word_of(form: str) -> Word | None:
    """The noun a rendering turns on; None for one without words."""
    front = re.split(r"\s(?:of|for|to|under|on|in|with|at|from)\s|,|\s\(", form, maxsplit=1)[0]
    words = words_of(front)
    return words[-1] if words else None
