"""project: how a word that was begun goes on: as a term of the row, or as a word written lately or often.

Everything is kept in memory and sorted, so that a key is answered in well under a millisecond.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log2
from typing import Final

LEAST_TYPED: Final = 2
"""Letters of a word that must stand there before anything is offered."""
LEAST_OFFERED: Final = 2
"""Characters that an offer adds at least; for fewer the key that takes it is no gain."""
_LEAST_WORD: Final = 5
_MOST_WORDS: Final = 20_000
_TOO_MANY: Final = 80_000  # words counted from which those met once are dropped
_RECENT: Final = 400
_RECENT_WORTH: Final = 5.0  # what a word typed just now counts, as a power of two of how often it stands
_TAILS: Final = 6  # words before the caret with which a term may have begun
_LAST_LETTER: Final = "\U0010ffff"
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEGUN: Final = re.compile(r"(?<!\w)[^\W\d_]+(?:['’-][^\W\d_]+)*$")
_STARTS: Final = re.compile(r"(?<![^\W_])[^\W_]")


class WordCount:
    """Counts the words of texts, as many as come."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, text: str, *, worth: int = 1) -> None:
        """Count the words of a text, each for `worth` of them."""
        found = (word for word in _WORD.findall(text) if len(word) >= _LEAST_WORD)
        if worth == 1:
            self._counts.update(found)
        else:
            for word in found:
                self._counts[word] += worth
        if len(self._counts) > _TOO_MANY:
            self._counts = Counter({word: count for word, count in self._counts.items() if count > worth})

    def vocabulary(self) -> Vocabulary:
        """The words met most often."""
        return Vocabulary(dict(self._counts.most_common(_MOST_WORDS)))


class Vocabulary:
    """Words and how often they stand in the texts they are from."""

    def __init__(self, counts: Mapping[str, int] | None = None) -> None:
        counts = counts or {}
        self._words = sorted(counts)
        self._counts = array("l", (counts[word] for word in self._words))

    def __len__(self) -> int:
        return len(self._words)

    def count(self, word: str) -> int:
        """How often a word stands there; 0 for one that is not known."""
        at = bisect_left(self._words, word)
        return self._counts[at] if at < len(self._words) and self._words[at] == word else 0

    def best(self, begun: str) -> str:
        """The commonest word that begins so and goes on for a bit; empty for none."""
        first = bisect_left(self._words, begun)
        after = bisect_left(self._words, begun + _LAST_LETTER, lo=first)
        long = len(begun) + LEAST_OFFERED
        fitting = [at for at in range(first, after) if len(self._words[at]) >= long]
        return self._words[max(fitting, key=self._counts.__getitem__)] if fitting else ""


class Completer:
    """Offers to go on.

    Attributes:
        vocabulary: the words of the project and of its memories, once they have been read.
    """

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self._recent: dict[str, None] = {}

    def used(self, text: str) -> None:
        """The translator wrote this text: its words are offered before others."""
        for word in _WORD.findall(text):
            if len(word) >= _LEAST_WORD:
                self._recent.pop(word, None)
                self._recent[word] = None
        while len(self._recent) > _RECENT:
            del self._recent[next(iter(self._recent))]

    def offer(self, text: str, caret: int, terms: Iterable[str] = ()) -> str:
        """How the text may go on at the caret; empty where nothing is to be offered.

        Args:
            text: the English as it stands.
            caret: an offset of it, at the end of a word of two letters or more.
            terms: English terms of the row, those of the sentence first.
        """
        before = text[:caret]
        begun = _BEGUN.search(before[-60:])
        if begun is None or text[caret : caret + 1].isalnum() or not _may_go_on(begun.group()):
            return ""
        return _rest_of_term(before, terms) or self._rest_of_word(begun.group())

    def _rest_of_word(self, begun: str) -> str:
        """The rest of the word that is likeliest: often written, or lately."""
        spelt = (begun, begun[0].lower() + begun[1:]) if begun[0].isupper() else (begun,)
        best, most = "", float(self.vocabulary.count(begun))  # a word that is whole goes on as a commoner one
        most = log2(most + 1)
        for start in spelt:
            for word in (self.vocabulary.best(start), *self._lately(start)):
                worth = self._worth(word) if word else 0.0
                if worth > most:
                    best, most = word[len(begun) :], worth
        return best

    def _lately(self, begun: str) -> list[str]:
        long = len(begun) + LEAST_OFFERED
        return [word for word in self._recent if word.startswith(begun) and len(word) >= long]

    def _worth(self, word: str) -> float:
        return log2(self.vocabulary.count(word) + 1) + (_RECENT_WORTH if word in self._recent else 0.0)


def _may_go_on(begun: str) -> bool:
    return len(begun) >= LEAST_TYPED


def _rest_of_term(before: str, terms: Iterable[str]) -> str:
    """The rest of the first term that the words before the caret begin, as much of it as they have."""
    starts = [match.start() for match in _STARTS.finditer(before[-80:])][-_TAILS:]
    tails = [tail for start in starts if len(tail := before[-80:][start:].lower()) >= LEAST_TYPED]
    for term in terms:
        lower = term.lower()
        for tail in tails:
            if lower.startswith(tail) and len(term) - len(tail) >= LEAST_OFFERED:
                return term[len(tail) :]
    return ""
