"""tests/lexicon: Chinese is cut by longest match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.lexicon.cuts import cut, reach_of
from workbench.lexicon.lexicon import Lexicon
from workbench.text.fold import fold

ALPHABET = "一二中国人AB12，。 "
TEXTS = st.text(ALPHABET, max_size=24)
WORDS = st.frozensets(st.text(ALPHABET, min_size=1, max_size=4), max_size=12)


def runs_parted(text: str, place: int) -> bool:
    around = text[max(0, place - 1) : place + 1]
    return bool(re.fullmatch("[A-Za-z]{2}|[0-9]{2}", around))


@given(TEXTS, WORDS)
def test_pieces_joined_are_the_text(text: str, known: frozenset[str]) -> None:
    assert "".join(cut(text, known, 4)) == text


@given(TEXTS, WORDS)
def test_knowing_how_far_words_reach_changes_nothing(text: str, known: frozenset[str]) -> None:
    assert cut(text, known, 4, reach_of(known)) == cut(text, known, 4)


@given(st.text(max_size=30))
def test_pieces_of_any_text_joined_are_the_text(text: str) -> None:
    assert "".join(cut(text, (), 9)) == text


@given(TEXTS, WORDS)
def test_every_piece_is_the_longest_there_is(text: str, known: frozenset[str]) -> None:
    place = 0
    for piece in cut(text, known, 4):
        end = place + len(piece)
        assert not runs_parted(text, end)
        longer = [text[place:stop] for stop in range(end + 1, min(len(text), place + 4) + 1)]
        assert not [
            word for stop, word in enumerate(longer, end + 1) if word in known and not runs_parted(text, stop)
        ]
        assert len(piece) == 1 or piece in known or re.fullmatch("[A-Za-z]+|[0-9]+", piece)
        place = end


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("中国共产党", "中国共产党"),
        ("在2023年", "在 2023 年"),
        ("唱卡拉OK", "唱 卡拉OK"),
        ("唱卡拉OKAY", "唱 卡拉 OKAY"),
        ("搞AA制", "搞 AA制"),
        ("GDP增长", "GDP 增长"),
        ("", ""),
    ],
)
def test_words_of_the_dictionary(lexicon: Lexicon, text: str, pieces: str) -> None:
    assert lexicon.cut(text) == pieces.split()


def test_traditional_text_is_cut_when_folded(lexicon: Lexicon) -> None:
    assert lexicon.cut(fold("國家發展")) == ["国家", "发展"]
