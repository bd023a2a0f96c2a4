"""align: what translates what in this document, as probabilities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from workbench.align.side import Floats, Side
from workbench.lexicon.lexicon import Lexicon
from workbench.lexicon.sparse import sp
from workbench.text.characters import is_hanzi

_SIGN = 0.6  # a punctuation mark translates itself, but not always


@dataclass(frozen=True)
class Tables:
    """Rows of the dictionary sum to 1 or are empty; what a text has taught may sum to a little less.

    Attributes:
        target: t(English | Chinese), Chinese token by English token.
        source: t(Chinese | English), English token by Chinese token.
    """

    target: sp.csr_matrix
    source: sp.csr_matrix


def dictionary_weights(zh: Side, en: Side, lexicon: Lexicon) -> sp.csr_matrix:
    """Weights of Chinese tokens × English tokens from the lexicon; the rows do not yet sum to 1."""
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for word, row in zh.vocabulary.items():
        for token, weight in _renderings(word, lexicon):
            column = en.vocabulary.get(token)
            if column is not None:
                rows.append(row)
                columns.append(column)
                values.append(weight)
    shape = (len(zh.vocabulary), len(en.vocabulary))
    return sp.csr_matrix((values, (rows, columns)), shape, dtype=np.float64)


def _renderings(word: str, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """What may stand for a Chinese token in English, with weights; a token may come more than once."""
    if not is_hanzi(word[0]):
        yield word, 1.0 if word[0] == "#" or word[0].isalnum() else _SIGN
    yield from lexicon.translations(word).items()


def rows_to_one(matrix: sp.csr_matrix) -> sp.csr_matrix:
    """Each row divided by its sum."""
    sums = np.asarray(matrix.sum(1)).ravel()
    sums[sums == 0] = 1
    return (sp.diags(1 / sums) @ matrix).tocsr()


def tables_of(weights: sp.csr_matrix) -> Tables:
    """Both directions of the dictionary."""
    return Tables(rows_to_one(weights), rows_to_one(weights.T.tocsr()))


def over_chance(tables: Tables, zh: Side, en: Side) -> Tables:
    """t / p(token): how much likelier a token is beside its translation than anywhere."""
    return Tables(
        (tables.target @ sp.diags(1 / en.background)).astype(np.float32).tocsr(),
        (tables.source @ sp.diags(1 / zh.background)).astype(np.float32).tocsr(),
    )


def mixed(dictionary: Tables, document: Tables, share: float) -> Tables:
    """Both together; a word that only one of them knows is wholly its.

    Args:
        dictionary: from the lexicon.
        document: learnt from this document's own beads.
        share: of the dictionary where both know the word.
    """
    return Tables(
        _mixed(dictionary.target, document.target, share), _mixed(dictionary.source, document.source, share)
    )


def _mixed(dictionary: sp.csr_matrix, document: sp.csr_matrix, share: float) -> sp.csr_matrix:
    in_dictionary, in_document = _has(dictionary), _has(document)
    of_dictionary = np.where(in_document, np.where(in_dictionary, share, 0.0), 1.0)
    return (sp.diags(of_dictionary) @ dictionary + sp.diags(1 - of_dictionary) @ document).tocsr()


def _has(matrix: sp.csr_matrix) -> Floats:
    return np.asarray(np.diff(matrix.indptr) > 0)
