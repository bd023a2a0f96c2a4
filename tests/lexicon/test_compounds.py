"""tests/lexicon: long words teach what the short ones inside them mean."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.lexicon import compounds
from workbench.lexicon.common_words import with_common_words
from workbench.lexicon.compounds import with_compounds
from workbench.lexicon.glosses import Weights
from workbench.lexicon.table import MOST_TOKENS, Table, heaviest, table_of, with_rows

ROWS: dict[str, Weights] = {
    "中国": {"china": 1.0},
    "银行": {"bank": 1.0},
    "茶": {"tea": 1.0},
    "人": {"peopl": 1.0},
    "中国茶": {"chines": 0.5, "tea": 0.5},
    "中国银行": {"bank": 0.5, "china": 0.5},
    "中国人": {"chines": 0.5, "peopl": 0.5},
    "茶人": {"tea": 0.5, "grower": 0.5},
}


def row_of(table: Table, word: str) -> Weights:
    row = table.weights[table.headwords.index(word)].toarray().ravel()
    return {token: float(weight) for token, weight in zip(table.tokens, row, strict=True) if weight}


def test_a_table_keeps_its_rows() -> None:
    table = table_of(ROWS)
    assert {word: row_of(table, word) for word in ROWS} == ROWS


def test_a_word_learns_what_it_is_called_inside_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compounds, "NOTHING", 0.1)  # in eight rows every token is frequent
    monkeypatch.setattr(compounds, "OWN_COUNTS", 1.0)
    taught = with_compounds(table_of(ROWS))
    assert row_of(taught, "中国")["china"] > row_of(taught, "中国")["chines"] > 0.05
    assert row_of(taught, "中国").get("tea", 0) < 0.05


def test_a_long_word_has_something_of_its_parts() -> None:
    assert row_of(with_compounds(table_of(ROWS)), "中国茶").get("china", 0) > 0


def test_rows_sum_to_one_whatever_is_mixed_in() -> None:
    for table in (with_compounds(table_of(ROWS)), with_common_words(table_of(ROWS))):
        sums = np.asarray(table.weights.sum(1)).ravel()
        assert sums == pytest.approx(np.ones(len(table.headwords)))
        assert table.weights.data.min() > 0


def test_rows_are_added_and_mixed() -> None:
    table = with_rows(table_of(ROWS), {"茶": {"leaf": 1.0}, "新": {"new": 1.0}}, 0.5)
    assert row_of(table, "茶") == {"tea": 0.5, "leaf": 0.5}
    assert row_of(table, "新") == {"new": 1.0}
    assert row_of(table, "人") == {"peopl": 1.0}


def test_only_the_heaviest_tokens_are_kept() -> None:
    row = {f"t{number}": 1.0 / (1 + number) for number in range(40)} | {"least": 0.001}
    kept = heaviest(table_of({"词": row, "空": {}}).weights)
    assert kept.shape[0] == 2
    assert len(kept.data) == MOST_TOKENS
    assert min(kept.data) / max(kept.data) == pytest.approx(1 / MOST_TOKENS)


def test_common_words_stand_beside_the_dictionary() -> None:
    table = with_common_words(table_of(ROWS))
    assert row_of(table, "人")["peopl"] > 0.5
    assert row_of(table, "他").keys() == {"he", "his", "him", "himself"}
