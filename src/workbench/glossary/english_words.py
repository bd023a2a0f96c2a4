"""glossary: an English text as the words that two forms of one rendering have in common."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from workbench.text.stems import stem

_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., P.R.C.
    r"|\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+"
    r"|[^\W\d_]+&[^\W\d_]+"
    r"|[^\W_]+|&"
)
_POSSESSIVE: Final = re.compile(r"['’]s(?![^\W_])|['’](?![^\W_])")
_ENDINGS: Final = re.compile(r"e?s|e[ds]?|d|ing|y|ies|ied|ying|ings")
_BRITISH: Final = re.compile(r"(?<=[iy])s(?=(?:e[ds]?|ers?|ing|ation|ations|ational)$)")

_NUMBERS: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty
"""
_ORDINALS: Final = """
zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_ENDS: Final = {1: "st", 2: "nd", 3: "rd"}
_SAME: Final = {
    **{word: str(value) for value, word in enumerate(_NUMBERS.split())},
    **{word: f"{value}{_ENDS.get(value, 'th')}" for value, word in enumerate(_ORDINALS.split())},
    "&": "and",
    "securities": "securitypapers",
}
"""Words written in two ways that no stem brings together, and one that its stem takes for another."""


class Word(NamedTuple):
    """A word of an English text.

    Attributes:
        start: offset of its first character, in code points.
        end: offset after its last; a possessive ending is not counted.
        plain: in lower case, a number in figures.
        stem: what its inflected forms have in common.
        after: where the next word may begin: after a possessive ending.
    """

    start: int
    end: int
    plain: str
    stem: str
    after: int


def words_of(text: str) -> tuple[Word, ...]:
    """The words of an English text in order; hyphens part them, and a possessive ending belongs to none."""
    return _of_a_term(text) if len(text) <= LONGEST_KEPT else _of_a_row(text)


def _words(text: str) -> tuple[Word, ...]:
    found = []
    at = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start < at:
            continue  # the s of a possessive
        possessive = _POSSESSIVE.match(text, end)
        at = possessive.end() if possessive else end
        plain = match.group().lower()
        plain = plain.replace(".", "") if not plain[0].isdigit() else plain.replace(",", "")
        plain = _SAME.get(plain, plain)
        found.append(Word(start, end, plain, stem(plain), at))
    return tuple(found)


# Many renderings are looked for in one row after the other. Of 2,000 rows, these find all but 18,000 of
# 196,000 texts, and the check takes 12 s; one cache of 128 for both leaves 69,000, and it takes 15.5 s. The
# renderings take two megabytes at most; a row that is typed on is another text with every key, of which
# 128 took nine.
LONGEST_KEPT: Final = 60
"""Characters of a rendering; what is longer is the English of a row."""
_of_a_term = lru_cache(maxsize=4096)(_words)
_of_a_row = lru_cache(maxsize=32)(_words)


@lru_cache(maxsize=1 << 16)
def inflected_alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, by ending alone: develops and developed, not development.

    Args:
        one: a word in lower case, as `Word.plain`; `other` likewise.
    """
    if one == other:
        return True
    wanted = stem(one)
    if wanted != stem(other):
        return False
    first, second = _BRITISH.sub("z", one), _BRITISH.sub("z", other)
    shared = 0
    while shared < min(len(first), len(second)) and first[shared] == second[shared]:
        shared += 1
    if shared < len(wanted):
        return True  # held and hold, labour and labor: one word by the table of irregular ones
    return _is_ending(first, shared) and _is_ending(second, shared)


def _is_ending(word: str, at: int) -> bool:
    rest = word[at:]
    doubled = rest[1:] if at and rest[:1] == word[at - 1] else rest
    return any(not part or _ENDINGS.fullmatch(part) for part in (rest, doubled))
