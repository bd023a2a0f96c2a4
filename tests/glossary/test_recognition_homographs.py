"""tests: of a form with two meanings the right one is found, and none where it only seems to stand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.glossaries import concept
from workbench.annotate.words import words
from workbench.glossary.bundled import policy_path
from workbench.glossary.recognition import Recogniser
from workbench.glossary.table import read_glossary
from workbench.model.terms import Concept

CUT = partial(words, guess=False)
BUNDLED = Recogniser(read_glossary(policy_path()).concepts, CUT)


def ids(text: str, term: str, recogniser: Recogniser = BUNDLED) -> list[str]:
    """The concepts found where exactly this term stands, also those inside longer ones."""
    return [hit.concept.id for hit in recogniser.every_hit(text) if hit.term == term]


@pytest.mark.parametrize(
    "text",
    [
        "上海社会科学院院长权衡表示，",
        "“要把握主动。”权衡说。",
        "全国政协委员、院长权衡",
        "权衡委员建议，完善制度。",
        "上海社會科學院院長權衡指出",
    ],
)
def test_beside_an_office_or_a_verb_of_saying_it_is_a_person(text: str) -> None:
    term = "權衡" if "權衡" in text else "权衡"
    assert ids(text, term) == ["quan-heng"]


@pytest.mark.parametrize("text", ["反复权衡各方意见", "综合权衡发展与安全", "在效率和公平之间权衡"])
def test_with_an_object_or_an_adverb_it_is_the_verb(text: str) -> None:
    assert ids(text, "权衡") == ["weigh"]


def test_the_set_phrase_stands_before_the_verb_and_no_person_is_in_it() -> None:
    (hit,) = BUNDLED.hits("权衡利弊")
    assert hit.concept.id == "weigh-the-pros-and-cons"
    assert [inner.concept.id for inner in hit.nested] == ["weigh"]


@pytest.mark.parametrize(
    "text", ["副校长金李表示", "田轩和金李", "“金李”", "金李说，资金来源多样", "委员金 李"]
)
def test_a_name_of_two_hanzi_is_found_among_others(text: str) -> None:
    term = "金 李" if "金 李" in text else "金李"
    assert ids(text, term) == ["jin-li"]


@pytest.mark.parametrize("text", ["黄金李子丰收", "基金李经理", "公积金李某", "美金李"])
def test_a_name_is_not_found_across_other_words(text: str) -> None:
    assert ids(text, "金李") == []


THIRD = Recogniser(
    [
        replace(
            concept("“三线”建设", "Third Front", variants=("三线建设", "三线"), id="front"),
            context="near:三线建设/“三线”建设/备战/内迁;not-before:一/二/三区;not-after:城市",
        ),
        replace(concept("三线城市", "third-tier city", id="tier"), context=""),
    ],
    CUT,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“三线”建设时期", ["front"]),
        ("三线建设时期，内迁工厂在三线扎根", ["front", "front"]),
        ("一二三线城市", ["tier"]),
        ("备战年代的三线城市", ["tier"]),
        ("统筹划定三区三线", []),
        ("地铁三线。三线建设", ["front"]),
    ],
)
def test_the_third_front_is_no_third_tier(text: str, found: list[str]) -> None:
    assert [hit.concept.id for hit in THIRD.hits(text)] == found


SHORT = Recogniser([concept(zh) for zh in ("代表", "物流", "民生", "短板", "务实", "法治", "存量")], CUT)


@pytest.mark.parametrize(
    "text",
    [
        "现代表示方法",
        "生物流感",
        "人民生活",
        "事务实行公开",
        "依法治污",
        "古代表格",
        "生 物\n流感",
        "現代表示",
    ],
)
def test_two_hanzi_of_two_words_are_no_term(text: str) -> None:
    assert SHORT.hits(text) == ()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("人大代表", "代表"),
        ("现代物流", "物流"),
        ("惠民生", "民生"),
        ("补短板项目", "短板"),
        ("务实", "务实"),
        ("的代表，", "代表"),
    ],
)
def test_two_hanzi_stay_a_term_beside_a_single_one_and_inside_a_compound(text: str, term: str) -> None:
    assert [hit.term for hit in SHORT.hits(text)] == [term]


def test_without_a_cut_every_place_counts() -> None:
    assert [hit.term for hit in Recogniser([concept("物流")]).hits("生物流感")] == ["物流"]


def test_a_context_that_cannot_be_read_is_told_and_hides_nothing() -> None:
    faulty = replace(concept("权衡"), context="beside an office")
    recogniser = Recogniser([faulty])
    assert [hit.term for hit in recogniser.hits("权衡")] == ["权衡"]
    ((told, reason),) = recogniser.faulty_contexts
    assert told is faulty
    assert "beside an office" in reason
    assert BUNDLED.faulty_contexts == ()


def test_an_excluded_long_term_leaves_the_shorter_one_inside_it() -> None:
    long = replace(concept("三省市", id="long"), context="not-near:上海")
    recogniser = Recogniser([long, concept("省市", id="short")])
    assert [hit.concept.id for hit in recogniser.hits("三省市")] == ["long"]
    assert [hit.concept.id for hit in recogniser.hits("上海等三省市")] == ["short"]


def test_half_a_character_hides_no_term() -> None:
    (hit,) = Recogniser([concept("京津冀"), concept("\ud800x")]).hits("\udc00京津冀")
    assert (hit.start, hit.end) == (1, 4)


TEXTS = st.text(alphabet="现代表示生物流感民的，“ 國发…", max_size=40)


@given(TEXTS)
def test_the_cut_only_takes_away_and_never_moves_a_hit(text: str) -> None:
    concepts: list[Concept] = [concept(zh) for zh in ("代表", "物流", "民生", "现代", "国发")]
    free = {(hit.start, hit.end, hit.term) for hit in Recogniser(concepts).every_hit(text)}
    cut = {(hit.start, hit.end, hit.term) for hit in Recogniser(concepts, CUT).every_hit(text)}
    assert cut <= free
    assert all(text[start:end] == term for start, end, term in free)
