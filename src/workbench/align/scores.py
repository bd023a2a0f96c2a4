"""align: how well each possible bead fits.

After Moore (Fast and accurate sentence alignment of bilingual corpora, AMTA 2002): a bead is scored by the
likelihood of each side's words given the other's against their likelihood in the document at large, so that
common words need no list of their own; with a prior for its shape and, after Gale and Church (1993), a
Gaussian penalty on the logarithm of its length ratio.
"""

from __future__ import annotations

import numpy as np

from workbench.align.corridor import Corridor
from workbench.align.lengths import Lengths
from workbench.align.settings import MOST_SOURCE, MOST_TARGET, SHAPE_LOGS, SHAPES, Settings
from workbench.align.side import Floats, Ints, Side, Singles
from workbench.align.tables import Tables
from workbench.lexicon.sparse import sp

IMPOSSIBLE = np.float32(-1e9)
_CHUNK = 1024  # sentences whose ratios are computed at once; those of a long document would need gigabytes


class Ratios:
    """Rows of  Σ over a sentence's words w of t(·|w) / p(·),  kept by the chunk."""

    def __init__(self, given: Side, table: sp.csr_matrix) -> None:
        self._bags = given.bags
        self._table = table
        self._kept: dict[int, sp.csr_matrix] = {}

    def dense(self, first: int, end: int, tokens: Ints) -> Singles:
        """The ratios of sentences `first` to `end` at each of these tokens, shape (sentences, tokens)."""
        types, place = np.unique(tokens, return_inverse=True)
        found: Singles = self._rows(first, end)[:, types].toarray()[:, place]
        return found

    def _rows(self, first: int, end: int) -> sp.csr_matrix:
        parts = [
            self._chunk(number)[max(0, first - number * _CHUNK) : max(0, end - number * _CHUNK)]
            for number in range(first // _CHUNK, (end - 1) // _CHUNK + 1)
        ]
        return parts[0] if len(parts) == 1 else sp.vstack(parts).tocsr()

    def _chunk(self, number: int) -> sp.csr_matrix:
        if number not in self._kept:
            if len(self._kept) > 3:
                self._kept.pop(min(self._kept))
            self._kept[number] = (self._bags[number * _CHUNK : (number + 1) * _CHUNK] @ self._table).tocsr()
        return self._kept[number]


class BeadScores:
    """The scores of beads that end in the cells of a corridor."""

    def __init__(
        self,
        zh: Side,
        en: Side,
        ratios: Tables,
        settings: Settings,
        lengths: Lengths,
        paragraphs: float = 0.0,
    ):
        """What is the same for all beads.

        Args:
            zh: the Chinese sentences.
            en: the English ones.
            ratios: translation probabilities over those of chance.
            settings: weights.
            lengths: how long the English of a Chinese text is.
            paragraphs: how far the paragraphs of the two texts are the same, 0 to 1.
        """
        self.zh, self.en, self.settings = zh, en, settings
        self._lengths = lengths
        self.paragraphs = settings.paragraphs * paragraphs
        self._to_target = Ratios(zh, ratios.target)
        self._to_source = Ratios(en, ratios.source)

    def block(self, path: Corridor, first: int, last: int) -> Singles:
        """Scores of the beads that end in rows `first` to `last` (inclusive, ≥ 1).

        Returns:
            Shape (cells of these rows, shapes of beads), IMPOSSIBLE where a bead would begin before the text.
        """
        rows = np.repeat(np.arange(first, last + 1), path.widths[first : last + 1])
        columns = np.concatenate([np.arange(path.low[i], path.high[i] + 1) for i in range(first, last + 1)])
        top = max(0, first - MOST_SOURCE)
        left, right = max(0, int(path.low[first]) - MOST_TARGET), int(path.high[last])
        if right == left:
            return np.full((len(rows), len(SHAPES)), IMPOSSIBLE)
        target = self._target_logs(top, last, left, right)
        source = self._source_logs(top, last, left, right)
        scores = np.full((len(rows), len(SHAPES)), IMPOSSIBLE)
        for shape, (a, b) in enumerate(SHAPES):
            z, e = rows - a, columns - b
            fits = (z >= top) & (e >= left) & path.lets(z, rows, e, columns)
            if not fits.any():
                continue
            z, e, i, j = z[fits], e[fits], rows[fits], columns[fits]
            score = target[a - 1][z - top, j - left] - target[a - 1][z - top, e - left]
            score += source[b - 1][e - left, i - top] - source[b - 1][e - left, z - top]
            score += self.settings.prior * SHAPE_LOGS[shape] - self._length_penalty(z, i, e, j)
            score -= self.settings.merged_heading * self._merged_headings(z, i, e, j)
            if self.paragraphs:
                score += self.paragraphs * self._paragraphs(z, i, e, j)
            scores[fits, shape] = score
        return scores

    def _length_penalty(self, z: Ints, i: Ints, e: Ints, j: Ints) -> Floats:
        zh_size = self.zh.size_sums[i] - self.zh.size_sums[z]
        en_size = self.en.size_sums[j] - self.en.size_sums[e]
        off = np.log((en_size + 4) / (zh_size + 1)) - self._lengths.log_ratio
        spread = 2 * self._lengths.variance * (1 + 8 / zh_size)  # short beads vary more
        return np.asarray(self.settings.length * off * off / spread)

    def _merged_headings(self, z: Ints, i: Ints, e: Ints, j: Ints) -> Ints:
        """How many lines without an end would be taken together with another sentence."""
        zh = np.where(i - z > 1, self.zh.open_sums[i] - self.zh.open_sums[z], 0)
        return np.asarray(zh + np.where(j - e > 1, self.en.open_sums[j] - self.en.open_sums[e], 0))

    def _paragraphs(self, z: Ints, i: Ints, e: Ints, j: Ints) -> Floats:
        """For a bead at the head of a paragraph on both sides, against one on one side or across an end."""
        heads = self.zh.begins[z] + self.en.begins[e]
        across = self.zh.begins_sums[i] - self.zh.begins_sums[z + 1]
        across = across + self.en.begins_sums[j] - self.en.begins_sums[e + 1]
        return np.asarray(np.array([0.0, -1.0, 1.0])[heads] - 1.5 * across)

    def _target_logs(self, top: int, bottom: int, left: int, right: int) -> list[Singles]:
        """For 1, 2 … Chinese sentences from each: the English sentences' log ratios, summed from the left."""
        ratios = self._to_target.dense(
            top, bottom, self.en.flat[self.en.offsets[left] : self.en.offsets[right]]
        )
        return _summed(
            ratios,
            self.zh.lengths[top:bottom],
            self.en.offsets[left:right] - self.en.offsets[left],
            MOST_SOURCE,
            self.settings.floor,
            self.settings.target_given_source,
        )

    def _source_logs(self, top: int, bottom: int, left: int, right: int) -> list[Singles]:
        ratios = self._to_source.dense(
            left, right, self.zh.flat[self.zh.offsets[top] : self.zh.offsets[bottom]]
        )
        return _summed(
            ratios,
            self.en.lengths[left:right],
            self.zh.offsets[top:bottom] - self.zh.offsets[top],
            MOST_TARGET,
            self.settings.floor,
            self.settings.source_given_target,
        )


def _summed(
    ratios: Singles, lengths: Ints, starts: Ints, most: int, floor: float, weight: float
) -> list[Singles]:
    """log(floor + (1 - floor) · mean ratio) of every token, summed over sentences from the left.

    Args:
        ratios: shape (given sentences, tokens of the other side).
        lengths: tokens of each given sentence.
        starts: first token of each sentence of the other side.
        most: up to how many given sentences are taken together.
        floor: what a token without a translation still gets.
        weight: the sums are multiplied by it.

    Returns:
        For 1 … `most` given sentences, shape (first given sentence, 1 + sentences of the other side).
    """
    sums: list[Singles] = []
    run, run_lengths = ratios, lengths.astype(np.float32)
    for size in range(1, min(most, len(ratios)) + 1):
        if size > 1:
            run = run[:-1] + ratios[size - 1 :]
            run_lengths = run_lengths[:-1] + lengths[size - 1 :]
        logs = np.log(run * ((1 - floor) / run_lengths[:, None]).astype(np.float32) + np.float32(floor))
        by_sentence = np.add.reduceat(logs, starts, axis=1)
        total = np.zeros((len(run), by_sentence.shape[1] + 1), np.float32)
        np.cumsum(by_sentence, axis=1, out=total[:, 1:])
        sums.append(total * np.float32(weight))
    return sums
