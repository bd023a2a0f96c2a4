"""memory: refrains are what recurs inside sentences, as long as it can be, with sensible edges."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.lexicon.lexicon import Lexicon
from workbench.memory.refrains import Marks, Place, Refrain, refrains
from workbench.memory.repeats import repeats, windows
from workbench.text.fold import fold


@pytest.fixture(scope="module")
def lexicon(indexed: Path) -> Lexicon:
    """The installed dictionary."""
    from workbench.lexicon.index import load_lexicon

    return load_lexicon(indexed / "workbench")


REFRAIN = "推动江海联动发展不断迈上新台阶"
PLACES = (
    f"{REFRAIN}",
    f"实践一再证明，{REFRAIN}，必须坚持一切从实际出发。",
    f"今年是关键之年。{REFRAIN}，要把港口和腹地连成一体。",
    f"干部群众表示，将继续奋力{REFRAIN}。",
    f"{REFRAIN}，要有功成不必在我的境界；也要有功成必定有我的担当。",
    f"站在新的起点，{REFRAIN}，使命光荣。",
    f"以钉钉子精神抓落实，{REFRAIN}！",
)


def _texts_of(found: list[Refrain]) -> dict[str, int]:
    return {refrain.text: len(refrain.places) for refrain in found}


def test_a_refrain_in_seven_different_sentences_is_one_with_seven_places() -> None:
    found = refrains(PLACES)
    assert _texts_of(found) == {REFRAIN: 7}
    for place in found[0].places:
        assert PLACES[place.index][place.start : place.end] == REFRAIN


def test_a_clause_of_which_only_the_first_word_recurs_is_not_drawn_in() -> None:
    found = refrains([f"{REFRAIN}，要抓港口。", f"{REFRAIN}，要抓铁路。", f"{REFRAIN}，还要抓水运。"])
    assert _texts_of(found) == {REFRAIN: 3}


def test_two_clauses_that_recur_together_are_one_refrain() -> None:
    both = "坚持系统观念，统筹上下游左右岸"
    assert _texts_of(refrains([f"要{both}。", f"必须{both}，久久为功。"])) == {both: 2}


def test_nothing_reaches_over_the_end_of_a_sentence_or_of_a_text() -> None:
    for end in "。！？；!?;":
        assert refrains([f"三地携手{end}共治河流甲", f"三地携手{end}共治河流乙"]) == []
    assert refrains(["三地携手", "共治河流", "三地携手", "共治河流"]) == []


def test_part_of_a_refrain_is_a_refrain_only_where_it_stands_more_often() -> None:
    long, short = "完善流域生态补偿长效机制建设", "流域生态补偿长效机制"
    assert _texts_of(refrains([f"要{long}。", f"应{long}。"])) == {long: 2}
    found = _texts_of(refrains([f"要{long}。", f"应{long}。", f"探索{short}。"]))
    assert found == {long: 2, short: 3}


def test_script_width_and_spaces_make_no_difference_and_places_are_of_the_shown_text() -> None:
    texts = ["到 2035 年 基本建成现代化产业体系。", "到2035年基本建成現代化產業體系。"]
    (found,) = refrains(texts)
    assert [texts[p.index][p.start : p.end] for p in found.places] == [
        "到 2035 年 基本建成现代化产业体系",
        "到2035年基本建成現代化產業體系",
    ]


def test_half_a_number_is_no_part_of_a_refrain() -> None:
    texts = ["在2024年上半年完成投资任务。", "在2014年上半年完成投资任务。"]
    assert _texts_of(refrains(texts, 6)) == {"上半年完成投资任务": 2}


def test_with_words_known_a_refrain_begins_and_ends_at_words(lexicon: Lexicon) -> None:
    texts = ["有力推动沿江经济协调发展的进程。", "积极带动沿江经济协调发展的步伐。"]
    assert _texts_of(refrains(texts)) == {"动沿江经济协调发展的": 2}
    assert _texts_of(refrains(texts, cut=lexicon.cut)) == {"沿江经济协调发展": 2}


def test_a_short_quotation_is_a_refrain_where_it_is_quoted_twice() -> None:
    found = refrains(["破解“大城市病”难题。", "告别「大城市病」。", "什么是大城市病？", "所谓“城市病”"])
    assert _texts_of(found) == {"大城市病": 2}
    assert [place.index for place in found[0].places] == [0, 1]


def test_a_repeat_that_overlaps_itself_is_counted_once() -> None:
    assert refrains(["发展发展发展发展发展发展"], 8) == []


def test_of_marks_that_lie_over_one_another_the_weightier_one_is_chosen() -> None:
    texts = [*PLACES, f"努力{REFRAIN}中。", f"努力{REFRAIN}中！", "推动江海联动发展。", "推动江海联动发展？"]
    chosen = Marks(refrains(texts), range(len(texts)))
    assert {mark.refrain.text for mark in chosen.of(3)} == {REFRAIN}
    assert {mark.refrain.text for mark in chosen.of(7)} == {REFRAIN}
    assert {mark.refrain.text for mark in chosen.of(9)} == {"推动江海联动发展"}


def test_no_text_and_texts_with_nothing_in_them() -> None:
    assert refrains([]) == []
    assert refrains(["", "\0", " \n"]) == []
    assert Marks([], []).of(0) == ()


Codes = tuple[int, ...]


def _every_maximal_repeat(codes: list[int], width: int) -> set[tuple[Codes, Codes]]:
    places: defaultdict[Codes, list[int]] = defaultdict(list)
    for start in range(len(codes)):
        for end in range(start + width, len(codes) + 1):
            if 0 in codes[start:end]:
                break
            places[tuple(codes[start:end])].append(start)
    padded = [0, *codes, 0]
    found: set[tuple[Codes, Codes]] = set()
    for string, starts in places.items():
        before = {padded[start] for start in starts}
        behind = {padded[start + len(string) + 1] for start in starts}
        if len(starts) > 1 and (len(before) > 1 or 0 in before) and (len(behind) > 1 or 0 in behind):
            found.add((string, tuple(starts)))
    return found


@given(st.lists(st.integers(0, 3), max_size=60), st.integers(1, 4))
def test_every_maximal_repeat_is_found_and_nothing_else(codes: list[int], width: int) -> None:
    array = np.array(codes, np.int32)
    found = repeats(array, windows(array, width))
    starts = [tuple(found.places[a:b].tolist()) for a, b in pairwise(found.starts)]
    strings = [tuple(codes[s[0] : s[0] + n]) for s, n in zip(starts, found.lengths.tolist(), strict=True)]
    assert sorted(zip(strings, starts, strict=True)) == sorted(_every_maximal_repeat(codes, width))


def test_a_repeat_longer_than_a_stride_is_found_whole() -> None:
    long = list(range(1, 501))
    array = np.array([*long, 0, 600, *long, 601], np.int32)
    found = repeats(array, windows(array, 8))
    assert found.lengths.tolist() == [500]


WORDS = [
    "推动",
    "高质量",
    "发展",
    "“",
    "”",
    "，",
    "。",
    "2024年",
    "生态",
    "GDP",
    "的",
    "…",
    " ",
    "協同",
    "；",
    "½",
]


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map("".join), max_size=8), st.booleans())
def test_all_places_hold_the_refrain_and_none_overlaps(texts: list[str], with_words: bool) -> None:
    cut = (lambda text: [text[at : at + 2] for at in range(0, len(text), 2)]) if with_words else None
    found = refrains(texts, 4, cut=cut)
    for refrain in found:
        assert len(refrain.places) > 1
        assert not set(refrain.folded) & set("。!?;\0")
        for place in refrain.places:
            assert fold(texts[place.index][place.start : place.end]) == refrain.folded
        for one, other in pairwise(refrain.places):
            assert (one.index, one.end) <= (other.index, other.start)
    for index in range(len(texts)):
        chosen = Marks(found, range(len(texts))).of(index)
        assert all(one.end <= other.start for one, other in pairwise(chosen))
        assert all(Place(index, mark.start, mark.end) in mark.refrain.places for mark in chosen)


def test_a_long_text_looked_at_piece_by_piece_has_the_same_refrains(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    texts = ["".join(chance.choices(WORDS, k=12)) for _ in range(200)]
    at_once = refrains(texts, 4)
    monkeypatch.setattr("workbench.memory.repeats._AT_ONCE", 7)
    in_pieces = refrains(texts, 4)
    assert len(at_once) > 20
    assert [(one.text, list(one.places)) for one in in_pieces] == [
        (one.text, list(one.places)) for one in at_once
    ]


def test_none_is_part_of_another_with_as_many_places() -> None:
    chance = random.Random(3)
    clauses = ["加快构建新发展格局", "着力推动高质量发展", "增进人民福祉", "守住安全底线", "深化改革开放"]
    texts = ["，".join(chance.choices(clauses, k=5)) + "。" for _ in range(40)]
    found = _texts_of(refrains(texts))
    for text, places in found.items():
        assert not any(text in other and text != other and found[other] == places for other in found)


def test_the_refrain_of_the_sample_article_has_seven_places(extra: Path, lexicon: Lexicon) -> None:
    (article,) = (extra / "sample").glob("*.txt")
    paragraphs = article.read_text("utf-8").split("\n\n")
    found = refrains([paragraph.replace("\n", "") for paragraph in paragraphs], cut=lexicon.cut)
    assert [len(refrain.text) for refrain in found if len(refrain.places) == 7] == [16]
