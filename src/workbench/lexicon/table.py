"""lexicon: headwords × English tokens as a sparse matrix, while the index is being made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from workbench.lexicon.glosses import Weights
from workbench.lexicon.sparse import sp

MOST_TOKENS, LEAST_WEIGHT = 12, 0.02
"""What is kept of a row: so many tokens, and of those what has this share of the heaviest one's weight."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headwords and English tokens with their weights; each row sums to 1 or is empty."""

    headwords: list[str]
    tokens: list[str]
    weights: sp.csr_matrix


def table_of(rows: Mapping[str, Weights]) -> Table:
    """The same as a sparse matrix."""
    column_of = {token: column for column, token in enumerate(dict.fromkeys(_tokens(rows)))}
    columns = np.fromiter((column_of[token] for token in _tokens(rows)), np.int32)
    weights = np.fromiter((weight for row in rows.values() for weight in row.values()), np.float64)
    starts = np.concatenate([[0], np.cumsum(np.fromiter(map(len, rows.values()), np.int64))])
    matrix = sp.csr_matrix((weights, columns, starts), (len(rows), len(column_of)))
    return Table(list(rows), list(column_of), matrix)


def _tokens(rows: Mapping[str, Weights]) -> Iterator[str]:
    return (token for row in rows.values() for token in row)


def with_rows(table: Table, rows: Mapping[str, Weights], share: float) -> Table:
    """The table where these rows have this share; headwords and tokens it lacks come behind its own.

    Args:
        table: stays as it is.
        rows: headword to weights that sum to 1.
        share: of `rows` where the table has a row as well.
    """
    headwords = list(dict.fromkeys([*table.headwords, *rows]))
    tokens = list(dict.fromkeys([*table.tokens, *_tokens(rows)]))
    row_of = {word: number for number, word in enumerate(headwords)}
    column_of = {token: number for number, token in enumerate(tokens)}
    cells = [
        (row_of[word], column_of[token], weight)
        for word, row in rows.items()
        for token, weight in row.items()
    ]
    numbers, columns, weights = zip(*cells, strict=True) if cells else ((), (), ())
    shape = (len(headwords), len(tokens))
    old = table.weights.copy()
    old.resize(shape)
    new = sp.csr_matrix((weights, (numbers, columns)), shape, dtype=np.float64)
    return Table(headwords, tokens, to_one(mixed(old, new, share)))


def mixed(first: sp.csr_matrix, second: sp.csr_matrix, share: float) -> sp.csr_matrix:
    """Both, the second with this share; where it has no row, the first one's stays as it is."""
    shares = share * (np.diff(second.indptr) > 0)
    return (sp.diags(1 - shares) @ first + sp.diags(shares) @ second).tocsr()


def to_one(matrix: sp.csr_matrix) -> sp.csr_matrix:
    """Each row divided by its sum."""
    sums = np.asarray(matrix.sum(1)).ravel()
    sums[sums == 0] = 1
    return (sp.diags(1 / sums) @ matrix).tocsr()


def heaviest(matrix: sp.csr_matrix) -> sp.csr_matrix:
    """The heaviest tokens of each row, brought to the sum 1."""
    sizes = np.diff(matrix.indptr)
    rows = np.repeat(np.arange(matrix.shape[0]), sizes)
    order = np.lexsort((matrix.indices, -matrix.data, rows))
    weights, columns = matrix.data[order], matrix.indices[order]
    first = np.repeat(matrix.indptr[:-1], sizes)
    rank = np.arange(len(order)) - first
    kept = (rank < MOST_TOKENS) & (weights >= LEAST_WEIGHT * weights[first])
    ends = np.cumsum(np.bincount(rows[kept], minlength=matrix.shape[0]))
    starts = np.concatenate([[0], ends])
    return to_one(sp.csr_matrix((weights[kept], columns[kept], starts), matrix.shape))
