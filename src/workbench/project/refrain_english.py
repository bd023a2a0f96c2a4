"""project: the English of a stretch of a Chinese sentence, found in the sentence's English.

A sentence is parted into what the stretch renders and the rest, and so is its English; the parting is best in
which each side's words translate the other's (S. Vogel, `PESA: Phrase Pair Extraction as Sentence Splitting`,
MT Summit X, 2005), with the dictionary and the user's terms for the word table. Of all partings, weighted by
how likely they are, the stretch is chosen that has most in common with them: its expected share of right
words is the confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench.lexicon.glosses import phrase_weights
from workbench.text.characters import is_hanzi
from workbench.text.fold import fold

if TYPE_CHECKING:
    from workbench.lexicon.lexicon import Lexicon
    from workbench.project.light import Span

Floats = NDArray[np.float64]

_WORD = re.compile(r"\d+(?:[.,]\d+)*(?:th|st|nd|rd)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOP_WORDS = """a an the to of in on at for with by from as be is are was were been being and or but nor so
that this it its these those which who whom whose what when where while than into onto upon if we our us they
their them he she his her i you your will would shall should must can could may might has have had do does
did not no only also both thus has let need needs ought there here yet"""
_STOPS = frozenset(_STOP_WORDS.split())
_PREPOSITIONS = frozenset(("of", "in", "on", "at", "for", "with", "by", "from", "as", "into", "onto", "upon"))
_JOINING = frozenset(("and", "or", "but", "nor", "so", "which", "who", "while", "when", "if"))
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "our", "your", "my", "this", "these"))
_MARK = re.compile(r"[,;:.!?()“”\"—]")
_UNKNOWN = 0.06  # what a word weighs that no word explains
_UNSAID = 0.05  # the same for a Chinese word none of whose translations is there
_STRONGEST = 3.0  # no word says more, either way
_SAYING = 0.35  # how much a hanzi's word says beside an English word
_SPREAD = 0.35  # of the logarithm of the length of the English against that of the Chinese
_CUT_OFF, _HYPHEN = 2.0, 3.0  # what it costs to part two content words side by side, or at a hyphen
_AT_MARK, _AT_WORD, _AT_PREPOSITION = 0.0, 0.3, 0.6  # likewise at `,` and `and`, at `we`, at `of`
_FEWEST_SHARED, _LEAST_COMMON = (
    2,
    0.5,
)  # content words that two sentences share in a row; F1 with what was found
_AGREED = 0.9  # confidence in what two translations agree on


@dataclass(frozen=True, slots=True)
class Rendered:
    """English of a stretch.

    Attributes:
        start: offset in the English sentence, code points.
        end: likewise.
        confidence: how much of it is right, as far as one can tell; 0 to 1.
    """

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str

    @property
    def is_stop(self) -> bool:
        return self.text.lower() in _STOPS


def english_of(source: str, span: Span, english: str, lexicon: Lexicon) -> Rendered | None:
    """The stretch of an English sentence that renders a stretch of the Chinese sentence it translates.

    Args:
        source: the Chinese sentence.
        span: the stretch in it.
        english: its English.
        lexicon: the dictionary, with the user's terms.

    Returns:
        Whole words, from a content word to a content word; None where the English has none.
    """
    words = english_words(english)
    places = [number for number, word in enumerate(words) if not word.is_stop]
    if not places:
        return None
    inside = _rows(source[span[0] : span[1]], lexicon)
    outside = _rows(source[: span[0]], lexicon) + _rows(source[span[1] :], lexicon)
    if not outside:
        return Rendered(words[places[0]].start, words[places[-1]].end, 1.0)
    table = _Table([words[place] for place in places], inside, outside)
    scores = table.scores() + _borders(english, words, places) + _lengths(source, span, words, places)
    first, last, confidence = _most_expected(scores, [_weight(words[place]) for place in places])
    return Rendered(words[places[first]].start, words[places[last]].end, confidence * table.told(first, last))


def _weight(word: _Word) -> float:
    return float(len(word.text))


@lru_cache(maxsize=256)
def english_words(text: str) -> tuple[_Word, ...]:
    """The words of an English text with their places."""
    return tuple(_Word(*match.span(), match.group()) for match in _WORD.finditer(text))


@lru_cache(maxsize=1 << 14)
def _tokens(word: str) -> tuple[str, ...]:
    return tuple(phrase_weights(word))


@dataclass(frozen=True, slots=True)
class _Row:
    """A Chinese word: what it may be in English, and how many hanzi it has."""

    weights: dict[str, float]
    size: int


def _rows(text: str, lexicon: Lexicon) -> list[_Row]:
    rows: list[_Row] = []
    for word in lexicon.cut(fold(text)):
        if word.isdecimal():
            rows.append(_Row({f"#{int(word)}": 1.0}, 1))
        elif word[0].isalnum():
            known = lexicon.translations(word) or ({} if is_hanzi(word[0]) else phrase_weights(word))
            rows.append(_Row(known, len(word) if is_hanzi(word[0]) else 2))
    return rows


class _Table:
    """How readily each content word of the English comes from each word inside the stretch and outside."""

    def __init__(self, words: Sequence[_Word], inside: Sequence[_Row], outside: Sequence[_Row]) -> None:
        self._sizes = np.array([row.size for row in (*inside, *outside)], np.float64)
        self._inside = len(inside)
        self._share = float(self._sizes[: len(inside)].sum() / self._sizes.sum())
        tokens = [_tokens(word.text) for word in words]
        self._table = np.array(
            [
                [sum(row.weights.get(token, 0.0) for token in of) for of in tokens]
                for row in (*inside, *outside)
            ]
        )

    def scores(self) -> Floats:
        """For each first and last content word how well the parting holds, as logarithms; -inf below."""
        return self._of_english() + self._of_chinese()

    def _of_english(self) -> Floats:
        """What the words in the stretch are explained by, against the same for those around it."""
        counts = self._table * self._sizes[:, None]
        within, without = counts[: self._inside].sum(0), counts[self._inside :].sum(0)
        odds = np.log(within + _UNKNOWN * self._share) - np.log(without + _UNKNOWN * (1 - self._share))
        odds -= np.log(self._share) - np.log(1 - self._share)
        sums = np.concatenate([[0.0], np.cumsum(np.clip(odds, -_STRONGEST, _STRONGEST))])
        spans: Floats = sums[None, 1:] - sums[:-1, None]
        count = len(sums) - 1
        spans[np.tril_indices(count, -1)] = -np.inf
        return spans

    def _of_chinese(self) -> Floats:
        """How much of each Chinese word's English stands on its side of the border."""
        sums = np.concatenate([np.zeros((len(self._table), 1)), np.cumsum(self._table, 1)], 1)
        in_span = np.maximum(sums[:, None, 1:] - sums[:, :-1, None], 0.0)
        around = np.maximum(sums[:, -1, None, None] - in_span, 0.0)
        odds = np.log(in_span + _UNSAID) - np.log(around + _UNSAID)
        odds[self._inside :] *= -1
        said: Floats = np.einsum("w,wij->ij", _SAYING * np.sqrt(self._sizes), odds)
        return said

    def told(self, first: int, last: int) -> float:
        """How much of the stretch's Chinese is found in its English, 0 to 1, and so how far to believe it."""
        found = self._table[: self._inside, first : last + 1].max(1) > _UNSAID / 2
        sizes = self._sizes[: self._inside]
        return float(min(1.0, 0.5 + (sizes * found).sum() / sizes.sum())) if len(sizes) else 0.0


def _borders(english: str, words: Sequence[_Word], places: Sequence[int]) -> Floats:
    """What it costs to begin and to end at each content word: least at marks, most between two such words."""
    begin, end = np.zeros(len(places)), np.zeros(len(places))
    for number, (place, following) in enumerate(pairwise(places)):
        between = english[words[place].end : words[following].start]
        stops = [word.text.lower() for word in words[place + 1 : following]]
        begin[number + 1] -= _cost(between, stops[-1] if stops else "", stops)
        end[number] -= _cost(between, stops[0] if stops else "", stops)
    return begin[:, None] + end[None, :]


def _cost(between: str, nearest: str, stops: Sequence[str]) -> float:
    """Of a border there.

    Args:
        between: the text from one content word to the next.
        nearest: the stop word beside the stretch.
        stops: all stop words between.
    """
    if not stops:
        return _HYPHEN if between in ("-", "–", "/") else _CUT_OFF if between.isspace() else _AT_MARK
    if _MARK.search(between) or nearest in _JOINING:
        return _AT_MARK
    if _ARTICLES.issuperset(stops):
        return _CUT_OFF
    return _AT_PREPOSITION if nearest in _PREPOSITIONS else _AT_WORD


def _lengths(source: str, span: Span, words: Sequence[_Word], places: Sequence[int]) -> Floats:
    """How usual the length of the English is beside that of the Chinese, both as shares of the sentence."""
    share = (span[1] - span[0]) / max(1, len(source.strip()))
    letters = np.cumsum([0.0] + [len(words[place].text) for place in places])
    shares = np.maximum(letters[None, 1:] - letters[:-1, None], 1.0) / letters[-1]
    costs: Floats = -((np.log(shares) - np.log(share)) ** 2) / (2 * _SPREAD**2)
    return costs


def _most_expected(scores: Floats, sizes: Sequence[float]) -> tuple[int, int, float]:
    """The span with the most in common with all spans, by their probabilities: first, last, expected F1."""
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    firsts, lasts = np.nonzero(chances > 1e-4)
    weights = chances[firsts, lasts]
    ends = np.concatenate([[0.0], np.cumsum(sizes)])
    start, stop = ends[firsts], ends[lasts + 1]
    common = np.minimum(stop[:, None], stop[None, :]) - np.maximum(start[:, None], start[None, :])
    both = (stop - start)[:, None] + (stop - start)[None, :]
    expected = (2 * np.maximum(common, 0.0) / both) @ weights
    best = int(expected.argmax())
    return int(firsts[best]), int(lasts[best]), float(expected[best] / weights.sum())


def agreed(english: str, found: Rendered, others: Sequence[str]) -> Rendered:
    """A stretch put right by other sentences in which the same Chinese is translated.

    Args:
        english: the sentence `found` is a stretch of.
        others: the English of the other places.

    Returns:
        The longest sequence of words that one of the others has too, where most of it is what was found;
        what was found where there is none.
    """
    words = english_words(english)
    keys = [word.text.lower().replace("’", "'") for word in words]
    best: tuple[int, int] | None = None
    for other in others:
        theirs = [word.text.lower().replace("’", "'") for word in english_words(other)]
        for block in SequenceMatcher(None, keys, theirs, autojunk=False).get_matching_blocks():
            first, last = _without_stops(words, block.a, block.a + block.size)
            contents = sum(not word.is_stop for word in words[first:last])
            if contents < _FEWEST_SHARED or _common(words, first, last, found) < _LEAST_COMMON:
                continue
            if best is None or last - first > best[1] - best[0]:
                best = first, last
    if best is None:
        return found
    return Rendered(words[best[0]].start, words[best[1] - 1].end, max(found.confidence, _AGREED))


def _without_stops(words: Sequence[_Word], first: int, last: int) -> tuple[int, int]:
    while first < last and words[first].is_stop:
        first += 1
    while first < last and words[last - 1].is_stop:
        last -= 1
    return first, last


def _common(words: Sequence[_Word], first: int, last: int, found: Rendered) -> float:
    """F1 of the words from `first` to before `last` and the words found."""
    there = [number for number, word in enumerate(words) if found.start <= word.start < found.end]
    both = sum(first <= number < last for number in there)
    return 2 * both / (len(there) + last - first)
