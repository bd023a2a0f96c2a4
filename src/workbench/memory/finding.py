"""memory: a string to be found in Chinese or English: which texts may have it, and where it stands in one.

Chinese is found whatever its script, width and spacing; English by stems, so that `develop` finds
`developing`, or as it stands. Words of a phrase stand in order, with nothing but marks and spaces between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Literal

from workbench.text.characters import is_hanzi
from workbench.text.fold import fold, fold_mapped
from workbench.text.stems import beginnings, stem

Span = tuple[int, int]
Side = Literal["source", "target"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_REST = r"[^\W_]*(?:['’][^\W_]+)*"
_NEIGHBOURS = r"[\W_]+"
_POSSESSIVE = re.compile(r"['’]s?$")
_MOST_SEARCHES = 8
"""A phrase of irregular words can be written in many ways; with more than these the rarer words suffice."""


@dataclass(frozen=True, slots=True)
class ConcordanceQuery:
    """What is looked for.

    Attributes:
        text: a Chinese or an English string.
        exact: English as it is written, capitals aside, not by stems; Chinese in the script it is written in.
    """

    text: str
    exact: bool = False


class Finder:
    """Finds one string.

    Attributes:
        folded: the string as it is looked for in folded Chinese.
        sides: where it is looked for: with hanzi in the Chinese; else in the English, and in the Chinese too.
    """

    def __init__(self, query: ConcordanceQuery) -> None:
        self._exact = query.exact
        self._text = query.text.strip()
        self.folded = fold(self._text)
        self._words = [match.group() for match in _WORD.finditer(self._text)]
        has_hanzi = any(map(is_hanzi, self._text))
        self.sides: tuple[Side, ...] = ("source",) if has_hanzi else ("target", "source")
        self._stems = [_stem(word) for word in self._words]
        self._pattern = re.compile(self._english(), re.IGNORECASE)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.folded

    def searches(self) -> list[tuple[str, ...]]:
        """Pieces of which any English text with the string has all of at least one list, capitals aside."""
        if not self._words:
            return [(self._text,)]
        forms = [(word,) if self._exact else beginnings(_bare(word)) for word in self._words]
        plain = [list(map(_ascii, of)) for of in forms]
        while prod(map(len, plain)) > _MOST_SEARCHES:
            plain.remove(max(plain, key=len))
        return [tuple(piece for piece in pieces if piece) for pieces in product(*plain)]

    def holds(self, text: str, side: Side) -> bool:
        """Whether the string stands in a text; faster than its places."""
        if side == "source":
            return self._text in text if self._exact else self.folded in fold(text)
        return next(self._in_english(text), None) is not None

    def spans(self, text: str, side: Side) -> tuple[Span, ...]:
        """All places of the string in a text, code points, in order; none where it is not there."""
        return tuple(self._in_chinese(text) if side == "source" else self._in_english(text))

    def _in_chinese(self, text: str) -> Iterator[Span]:
        if self._exact:
            yield from (match.span() for match in re.finditer(re.escape(self._text), text))
            return
        folded = fold_mapped(text)
        for match in re.finditer(re.escape(self.folded), folded.text):
            yield folded.span(*match.span())

    def _in_english(self, text: str) -> Iterator[Span]:
        for match in self._pattern.finditer(text):
            if self._exact or all(map(_is_stem, match.groups(), self._stems)):
                yield match.span()

    def _english(self) -> str:
        """The pattern of the string in English; the stems of its groups are still to be compared."""
        if not self._words:
            return re.escape(self._text)
        if self._exact:
            pattern = re.sub("['’]", "['’]", re.sub(r"(?:\\\s)+", r"\\s+", re.escape(self._text)))
        else:
            words = (f"((?:{'|'.join(map(re.escape, beginnings(_bare(w))))}){_REST})" for w in self._words)
            pattern = _NEIGHBOURS.join(words)
        before = r"(?<![^\W_])" if self._exact is False or self._text[0].isalnum() else ""
        behind = r"(?![^\W_])" if self._exact is False or self._text[-1].isalnum() else ""
        return before + pattern + behind


def _bare(word: str) -> str:
    """A word in small letters, without the 's of possession."""
    return _POSSESSIVE.sub("", word.lower())


def _stem(word: str) -> str:
    return stem(_bare(word))


def _is_stem(word: str, wanted: str) -> bool:
    return _stem(word) == wanted


def _ascii(word: str) -> str:
    """The longest part of a word without what may be written in another way: apostrophes, É and é."""
    return max(re.split(r"[^\x00-\x7f]+|'", word), key=len)
