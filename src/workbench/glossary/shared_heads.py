"""glossary: names in a list that share a word: `the ministries of finance and commerce`, `Patent, Trademark
and Copyright Laws`.

The shared word is in the plural and stands once, before or behind the list; between it and what is a name's
own stand only other members.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from workbench.glossary.english_forms import Span
from workbench.glossary.near_forms import Content, contents_of, head_of
from workbench.text.stems import stem

_MOST_BETWEEN: Final = 16
_LINK: Final = re.compile(r",|&|\band\b|\bor\b|\bas well as\b")
_OPENS: Final = re.compile(r",|&|\b(?:and|or|of|for|on|the)\b")
_ENDS: Final = re.compile(r"[.;:!?—]\s|\n")
_APART: Final = re.compile(r"[,;.:()—]")
_TURNED: Final = re.compile(r"(.+?) (?:of|on|for) (.+)")
_OTHER_NOUNS: Final = frozenset(
    map(stem, ("law", "convention", "regulations", "ministry", "commission", "plan", "outline"))
)
"""With one of these another name has begun that has its own noun."""

Words = tuple[Content, ...]
Run = tuple[int, int]
"""The first word of a stretch and the one after its last."""


@lru_cache(maxsize=1 << 13)
def in_list(form: str, english: str) -> tuple[Span, ...]:
    """Where a name's own words stand in a list that shares the rest of it.

    Args:
        form: the rendering, written out.
        english: the shown text.

    Returns:
        Spans of the words that are the name's own, in code points.
    """
    words = contents_of(english)
    stems = {word.stem for word in words}
    wanted = contents_of(form)
    if len(wanted) < 2 or not all(word.stem in stems for word in wanted):
        return ()
    head = head_of(form)
    own = [_own_words(contents_of(order), head, words, english) for order in _orders(form)]
    return tuple(dict.fromkeys((words[run[0]].start, words[run[1] - 1].end) for runs in own for run in runs))


def _orders(form: str) -> tuple[str, ...]:
    """A rendering, and with its noun at the other end: Law on Cybersecurity, Finance Ministry."""
    turned = _TURNED.fullmatch(form)
    if turned:
        return form, f"{turned.group(2)} {turned.group(1)}"
    front, _, noun = form.rpartition(" ")
    return form, f"{noun} {front}"


def _own_words(wanted: Words, head: str, words: Words, english: str) -> list[Run]:
    found: list[Run] = []
    for cut in range(1, len(wanted)):
        pairs = [
            (one, two)
            for one in _runs(wanted[:cut], words, english)
            for two in _runs(wanted[cut:], words, english)
            if 0 < two[0] - one[1] <= _MOST_BETWEEN and _only_members(words, one, two, english)
        ]
        found += [
            one
            for one, two in pairs
            if _in_plural(words[slice(*two)], head) and _linked_behind(words, one, english)
        ]
        found += [
            two
            for one, two in pairs
            if _in_plural(words[slice(*one)], head) and _linked_before(words, two, english)
        ]
    return found


def _runs(wanted: Words, words: Words, english: str) -> list[Run]:
    """Where words stand in a row."""
    size = len(wanted)
    stems = [word.stem for word in wanted]
    return [
        (first, first + size)
        for first in range(len(words) - size + 1)
        if [word.stem for word in words[first : first + size]] == stems
        and not _APART.search(english[words[first].end : words[first + size - 1].start])
    ]


def _linked_behind(words: Words, run: Run, english: str) -> bool:
    """Patent, …: a link stands behind the own words."""
    return bool(_LINK.search(english, words[run[1] - 1].end, words[run[1]].start))


def _linked_before(words: Words, run: Run, english: str) -> bool:
    """… and commerce: a link stands before the own words."""
    return bool(_OPENS.search(english, words[run[0] - 1].end, words[run[0]].start))


def _in_plural(shared: Words, head: str) -> bool:
    """Whether the noun of the name is shared, in the plural."""
    return any(
        word.stem == head and word.plain.endswith("s") and not word.plain.endswith("ss") for word in shared
    )


def _only_members(words: Words, one: Run, two: Run, english: str) -> bool:
    """Whether all between is written as the members of the list are: in capitals where they are."""
    if _ENDS.search(english, words[one[0]].start, words[two[1] - 1].end):
        return False
    capitals = english[words[one[0]].start].isupper() and english[words[two[0]].start].isupper()
    between = words[one[1] : two[0]]
    if any(word.stem in _OTHER_NOUNS for word in between):
        return False
    return not capitals or all(english[word.start].isupper() for word in between)
