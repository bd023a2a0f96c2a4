"""align: one language of a document as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from workbench.lexicon.sparse import sp

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Singles = NDArray[np.float32]


@dataclass(eq=False)
class Side:
    """Sentences as token numbers.

    Attributes:
        vocabulary: token → its number.
        flat: the tokens of all sentences, one after the other.
        offsets: where each sentence begins in `flat`, and the end.
        sizes: characters of each sentence, at least 1.
        words: tokens by number.
        open: 1 for a sentence without an end, as headings are; else 0.
        begins: 1 for a sentence that begins a paragraph; all 0 where that is not known.
    """

    vocabulary: dict[str, int]
    flat: Ints
    offsets: Ints
    sizes: Floats
    words: list[str]
    open: Ints
    begins: Ints

    def __len__(self) -> int:
        return len(self.sizes)

    def part(self, start: int, end: int, background: Floats | None = None) -> Side:
        """Some of the sentences, with the vocabulary of the whole.

        Args:
            start: the first sentence.
            end: the one after the last.
            background: p(token); that of the whole where it is not given.
        """
        first, last = self.offsets[start], self.offsets[end]
        part = Side(
            self.vocabulary,
            self.flat[first:last],
            self.offsets[start : end + 1] - first,
            self.sizes[start:end],
            self.words,
            self.open[start:end],
            self.begins[start:end],
        )
        part.background = self.background if background is None else background
        return part

    @cached_property
    def lengths(self) -> Ints:
        """Tokens of each sentence."""
        return np.diff(self.offsets)

    @cached_property
    def size_sums(self) -> Floats:
        """Characters before each sentence, and of all."""
        return np.concatenate([[0.0], np.cumsum(self.sizes)])

    @cached_property
    def open_sums(self) -> Ints:
        """Headings before each sentence, and of all."""
        return np.concatenate([[0], np.cumsum(self.open)])

    @cached_property
    def begins_sums(self) -> Ints:
        """Beginnings of paragraphs before each sentence, and of all."""
        return np.concatenate([[0], np.cumsum(self.begins)])

    @cached_property
    def background(self) -> Floats:
        """p(token) in this document, smoothed."""
        return self.frequencies(len(self))

    def frequencies(self, sentences: int) -> Floats:
        """p(token) in the first so many sentences, smoothed.

        A short text makes every word look common: words met once or twice are measured as in a longer one.
        """
        counts = np.bincount(self.flat[: self.offsets[sentences]], minlength=len(self.words)) + 0.5
        total = float(counts.sum())
        shares = counts / np.where(counts > _SEEN_OFTEN, total, max(total, _SHORT))
        if total < _SHORT:
            shares = np.maximum(shares, [_EVERYWHERE.get(word, 0.0) for word in self.words])
        return np.asarray(shares)

    @cached_property
    def bags(self) -> sp.csr_matrix:
        """Counts, sentence by token."""
        shape = (len(self), len(self.words))
        bags = sp.csr_matrix((np.ones(len(self.flat), np.float32), self.flat, self.offsets), shape)
        bags.sum_duplicates()
        return bags

    @cached_property
    def in_sentences(self) -> Ints:
        """In how many sentences each token stands."""
        return np.asarray(np.bincount(self.bags.indices, minlength=len(self.words)))


_SHORT, _SEEN_OFTEN = 1000.0, 3.0  # tokens of a short text; how often a word is met whose share is believed
# What stands in every text, however short, at about these shares.
_EVERYWHERE = {
    ",": 0.05,
    ".": 0.04,
    "-": 0.01,
    '"': 0.01,
    "the": 0.06,
    "of": 0.03,
    "and": 0.03,
    "to": 0.03,
    "in": 0.02,
    "a": 0.02,
    "for": 0.01,
    "be": 0.01,
    "的": 0.04,
    "在": 0.01,
    "是": 0.01,
    "了": 0.01,
    "和": 0.01,
    "有": 0.005,
    "上": 0.005,
    "他": 0.01,
    "he": 0.01,
    "on": 0.01,
    "with": 0.01,
    "it": 0.01,
    "that": 0.01,
    "by": 0.01,
    "we": 0.01,
    "his": 0.01,
}
_ENDS = frozenset(".。!！?？…;；:：")
_CLOSING = "\"'”’」』)）》]*_ \t\r\n\u3000\u00a0"


def side_of(
    texts: Sequence[str],
    tokens: Iterable[Sequence[str]],
    sizes: Iterable[int],
    paragraphs: Sequence[int] | None = None,
) -> Side:
    """Number the tokens of one language.

    Args:
        texts: the sentences.
        tokens: the tokens of each sentence; a sentence without any gets a token of its own kind.
        sizes: its length in characters, blanks left out for Chinese.
        paragraphs: the number of the paragraph that each sentence stands in; None where that is not known.
    """
    vocabulary: dict[str, int] = {}
    flat: list[int] = []
    offsets = [0]
    for sentence in tokens:
        flat.extend([vocabulary.setdefault(token, len(vocabulary)) for token in sentence or ("<none>",)])
        offsets.append(len(flat))
    begins = np.zeros(len(texts), np.int64)
    if paragraphs is not None:
        begins[1:] = np.diff(np.asarray(paragraphs)) != 0
        begins[:1] = 1
    return Side(
        vocabulary,
        np.asarray(flat, np.int64),
        np.asarray(offsets, np.int64),
        np.maximum(np.fromiter(sizes, np.float64, len(texts)), 1.0),
        list(vocabulary),
        np.asarray([text.rstrip(_CLOSING)[-1:] not in _ENDS for text in texts], np.int64),
        begins,
    )
