"""lexicon: Lexicon, Chinese headwords with the English tokens that translate them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.lexicon.cuts import cut, reach_of
from workbench.lexicon.file_array import FileArray

TERM_SHARE = 0.8
"""What the termbase says of a word that the dictionary knows too."""
WHOLE_SHARE = 0.7
"""What the termbase says of a word that the dictionary knows in parts: English is often of the parts."""
LONGEST_TERM = 40  # code points


@dataclass(frozen=True, eq=False)
class Kept:
    """Where a lexicon is kept.

    Attributes:
        path: of the file.
        let_go: gives back the memory of what was looked up; it is mapped again when it is needed.
    """

    path: Path
    let_go: Callable[[], None]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """A table of translations: a row for each headword, a column for each English token.

    Attributes:
        rows: folded headword to the number of its row.
        tokens: the English tokens, stems and numbers, by the number of their column.
        starts: where each row begins in `columns` and `weights`, and where the last one ends.
        columns: numbers of tokens, row after row.
        weights: how likely each token is, given that the headword was translated; each row sums to 1.
        longest: code points of the longest headword.
        known_reach: `reach`, where it was kept with the rest.
        kept: the file that all of it is mapped from; None: it is in memory.
    """

    rows: Mapping[str, int]
    tokens: Sequence[str]
    starts: NDArray[np.int32]
    columns: NDArray[np.int32] | FileArray
    weights: NDArray[np.float32] | FileArray
    longest: int
    known_reach: Mapping[str, int] | None = None
    kept: Kept | None = None

    def __contains__(self, word: object) -> bool:
        return word in self.rows

    @cached_property
    def columns_of(self) -> dict[str, int]:
        """English token to the number of its column."""
        return {token: column for column, token in enumerate(self.tokens)}

    @cached_property
    def reach(self) -> Mapping[str, int]:
        """For the first two characters of every headword, the code points of the longest one."""
        return reach_of(self.rows) if self.known_reach is None else self.known_reach

    def translations(self, word: str) -> dict[str, float]:
        """English tokens of a folded word with their weights, which sum to 1; {} where it is unknown."""
        row = self.rows.get(word)
        if row is None:
            return {}
        span = slice(int(self.starts[row]), int(self.starts[row + 1]))
        columns, weights = self.columns[span].tolist(), self.weights[span].tolist()
        return {self.tokens[column]: weight for column, weight in zip(columns, weights, strict=True)}

    def cut(self, text: str) -> list[str]:
        """The words of folded Chinese text, by longest match; joined they are the text."""
        return cut(text, self.rows, self.longest, self.reach)

    def with_terms(self, pairs: Iterable[tuple[str, Sequence[str]]]) -> Lexicon:
        """A lexicon that knows these terms too; this one stays as it is.

        Args:
            pairs: Chinese term, and its English renderings with the preferred one first. A term may come
                more than once. A term that the dictionary knows too keeps a fifth of its row, another takes
                something from the words inside it; one as long as a sentence is left out.
        """
        # Reading English costs as much to load as all the rest; most texts are aligned without terms.
        from workbench.lexicon.glosses import rendering_weights
        from workbench.text.fold import fold

        renderings_of: dict[str, list[str]] = {}
        for chinese, renderings in pairs:
            if 0 < len(key := fold(chinese)) <= LONGEST_TERM:
                renderings_of.setdefault(key, []).extend(renderings)
        terms: dict[str, dict[str, float]] = {}
        for key, renderings in renderings_of.items():
            if weights := rendering_weights(renderings):
                old, share = self.translations(key), TERM_SHARE
                if not old:
                    old, share = self._of_parts(key), WHOLE_SHARE
                terms[key] = _mixed(old, weights, share) if old else weights
        return self._with_rows(terms) if terms else self

    def _of_parts(self, term: str) -> dict[str, float]:
        """The mean row of the words that a term is made of; {} where none of them is known."""
        parts = [row for word in self.cut(term) if (row := self.translations(word))]
        mean: dict[str, float] = {}
        for row in parts:
            for token, weight in row.items():
                mean[token] = mean.get(token, 0.0) + weight / len(parts)
        return mean

    def _with_rows(self, added: dict[str, dict[str, float]]) -> Lexicon:
        """New rows stand after the old; the old row of a word that gets a new one stays, unused."""
        tokens = list(self.tokens)
        column_of = dict(self.columns_of)
        columns: list[int] = []
        weights: list[float] = []
        ends: list[int] = []
        for row in added.values():
            for token, weight in row.items():
                if token not in column_of:
                    column_of[token] = len(tokens)
                    tokens.append(token)
                columns.append(column_of[token])
                weights.append(weight)
            ends.append(len(columns))
        first = len(self.starts) - 1
        return replace(
            self,
            rows={**self.rows, **{word: first + number for number, word in enumerate(added)}},
            tokens=tokens,
            starts=np.concatenate([self.starts, np.array(ends, np.int32) + self.starts[-1]]).astype(np.int32),
            columns=np.concatenate([np.asarray(self.columns), np.array(columns, np.int32)]),
            weights=np.concatenate([np.asarray(self.weights), np.array(weights, np.float32)]),
            longest=max(self.longest, *map(len, added)),
            known_reach=None,
            kept=None,
        )


def _mixed(old: dict[str, float], new: dict[str, float], share: float) -> dict[str, float]:
    mixed = {token: (1 - share) * weight for token, weight in old.items()}
    for token, weight in new.items():
        mixed[token] = mixed.get(token, 0.0) + share * weight
    return mixed
