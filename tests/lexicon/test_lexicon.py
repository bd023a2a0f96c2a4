"""tests/lexicon: the table, and the user's terms in it."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.lexicon.lexicon import LONGEST_TERM, TERM_SHARE, Lexicon


@pytest.fixture
def small() -> Lexicon:
    return Lexicon(
        rows={"改革": 0, "开放": 1},
        tokens=["reform", "open"],
        starts=np.array([0, 1, 3], np.int32),
        columns=np.array([0, 1, 0], np.int32),
        weights=np.array([1, 0.75, 0.25], np.float32),
        longest=2,
    )


def test_a_word_and_its_translations(small: Lexicon) -> None:
    assert "开放" in small
    assert small.translations("开放") == {"open": 0.75, "reform": 0.25}


def test_an_unknown_word_has_none(small: Lexicon) -> None:
    assert "人民" not in small
    assert small.translations("人民") == {}
    assert 3 not in small


def test_a_new_term_is_a_headword_and_the_old_lexicon_stays(small: Lexicon) -> None:
    more = small.with_terms([("改革開放", ["reform and opening up"])])
    assert more.translations("改革开放").keys() == {"reform", "open", "up"}
    assert more.cut("改革开放") == ["改革开放"]
    assert more.translations("开放") == small.translations("开放")
    assert "改革开放" not in small
    assert small.tokens == ["reform", "open"]


def test_a_known_term_keeps_something_of_what_it_was(small: Lexicon) -> None:
    row = small.with_terms([("改革", ["overhaul"])]).translations("改革")
    assert row == pytest.approx({"overhaul": TERM_SHARE, "reform": 1 - TERM_SHARE})


def test_renderings_that_come_one_by_one_are_renderings_of_one_term(small: Lexicon) -> None:
    together = small.with_terms([("扶贫", ["poverty alleviation", "poverty relief"])])
    apart = small.with_terms([("扶贫", ["poverty alleviation"]), ("扶貧", ["poverty relief"])])
    assert apart.translations("扶贫") == together.translations("扶贫")


@pytest.mark.parametrize(
    "pairs", [[], [("", ["reform"])], [("扶贫", [])], [("长" * (LONGEST_TERM + 1), ["long"])]]
)
def test_what_is_no_term_changes_nothing(small: Lexicon, pairs: list[tuple[str, list[str]]]) -> None:
    assert small.with_terms(pairs) is small


def test_rows_of_many_terms_sum_to_one(lexicon: Lexicon) -> None:
    more = lexicon.with_terms([("人民至上", ["putting the people first"]), ("中国", ["China", "PRC"])])
    for word in ("人民至上", "中国", "改革"):
        assert sum(more.translations(word).values()) == pytest.approx(1, abs=1e-5)
