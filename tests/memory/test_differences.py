from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from tests.text.strategies import texts
from workbench.memory.differences import differences
from workbench.model.matches import Change
from workbench.text.fold import fold

SIGNS = {Change.KEPT: "{}", Change.ADDED: "[+{}]", Change.REMOVED: "[-{}]"}


def shown(unit: str, query: str) -> str:
    return "".join(SIGNS[piece.change].format(piece.text) for piece in differences(unit, query))


@pytest.mark.parametrize(
    ("unit", "query", "said"),
    [
        ("加快发展", "加强发展", "加[-快][+强]发展"),
        ("全国有三个县脱贫。", "全国有五个镇脱贫。", "全国有[-三个县][+五个镇]脱贫。"),
        ("第二十届会议", "第二十一届会议", "第[-二十][+二十一]届会议"),
        ("增长5.2%，", "增长5.8%，", "增长[-5.2%][+5.8%]，"),
        ("发布GDP数据", "发布GNP数据", "发布[-GDP][+GNP]数据"),
        ("推动发展。", "推动发展，改善民生。", "推动发展[+，改善民生]。"),
        ("发展，改善。", "改善。", "[-发展，]改善。"),
    ],
)
def test_a_reader_sees_words_and_figures_and_no_confetti(unit: str, query: str, said: str) -> None:
    assert shown(unit, query) == said


def test_what_was_added_between_marks_is_shown_between_marks() -> None:
    assert shown("要发展，要开放。", "要发展，要改革，要开放。") == "要发展，[+要改革，]要开放。"


def test_script_width_and_spaces_are_no_difference_and_shown_as_they_stand() -> None:
    assert shown("2014年推动发展5%", "２０１４ 年推動發展５％") == "２０１４ 年推動發展５％"
    assert shown("推动发展", "推動改革") == "推動[-发展][+改革]"


def test_equal_texts_are_one_piece_and_empty_ones_none() -> None:
    assert shown("发展", "发展") == "发展"
    assert differences("", "") == ()
    assert shown("", "发展") == "[+发展]"
    assert shown("发展", "") == "[-发展]"


@given(texts, texts)
def test_the_pieces_make_up_both_texts(unit: str, query: str) -> None:
    pieces = differences(unit, query)
    assert "".join(piece.text for piece in pieces if piece.change is not Change.REMOVED) == query
    assert fold("".join(piece.text for piece in pieces if piece.change is not Change.ADDED)) == fold(unit)


@given(texts, texts)
def test_no_piece_is_empty_and_none_is_split_in_two(unit: str, query: str) -> None:
    pieces = differences(unit, query)
    assert all(piece.text for piece in pieces)
    assert all(a.change is not b.change for a, b in pairwise(pieces))
    assert all(piece.change is Change.KEPT for piece in pieces) == (fold(unit) == fold(query))
