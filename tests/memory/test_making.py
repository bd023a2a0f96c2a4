from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.strategies import texts
from workbench.memory.making import made_match
from workbench.memory.penalties import PenaltyRules
from workbench.model.coded import CodedText, CodeKind, InlineCode, parse_coded, print_coded
from workbench.model.matches import Match, MatchKind, Query
from workbench.model.memory_units import MemoryUnit, UnitState
from workbench.text.fold import fold


def match(asked: str, unit: str, english: str, **more: object) -> Match:
    found = MemoryUnit(parse_coded(unit), parse_coded(english), **more)  # type: ignore[arg-type]
    return made_match(Query(parse_coded(asked)), found, "personal", PenaltyRules())


def test_a_match_explains_its_score_in_one_line() -> None:
    found = match("加快發展", "加强发展", "speed up", state=UnitState.DRAFT)
    assert found.formula == "100 × (1 − 1/4) = 75, unreviewed −1, script −1 = 73"
    assert (found.memory, found.score) == ("personal", 73)


def test_penalties_never_lead_below_nothing() -> None:
    unit = MemoryUnit(CodedText("开放"), CodedText("opening up"))
    assert made_match(Query(CodedText("改革")), unit, "x", PenaltyRules(), 7).score == 0


@pytest.mark.parametrize(
    ("asked", "unit", "english", "proposal"),
    [
        ("⟨1⟩发展⟨/1⟩", "⟨1⟩发展⟨/1⟩", "⟨1⟩growth⟨/1⟩", "⟨1⟩growth⟨/1⟩"),
        ("⟨5⟩发展⟨/5⟩", "⟨1⟩发展⟨/1⟩", "⟨1⟩growth⟨/1⟩", "⟨5⟩growth⟨/5⟩"),
        ("发展", "⟨1⟩发展⟨/1⟩", "⟨1⟩growth⟨/1⟩", "growth"),
        ("⟨1⟩发展⟨/1⟩", "发展", "growth", "⟨1⟩growth⟨/1⟩"),
        ("⟨1/⟩发展⟨2/⟩", "发展", "growth", "⟨1/⟩growth⟨2/⟩"),
        ("发⟨1/⟩展", "发展", "growth", "growth"),
        ("⟨1⟩绿色⟨/1⟩发展⟨2/⟩", "⟨1/⟩⟨2⟩绿色⟨/2⟩发展", "⟨2⟩green⟨/2⟩ growth⟨1/⟩", "⟨1⟩green⟨/1⟩ growth⟨2/⟩"),
    ],
)
def test_the_proposal_has_the_codes_of_the_source_looked_up(
    asked: str, unit: str, english: str, proposal: str
) -> None:
    assert print_coded(match(asked, unit, english).proposal) == proposal


def test_a_code_stands_for_the_one_with_the_same_data_before_the_next_in_order() -> None:
    def paired(number: int, data: str, start: int, end: int) -> tuple[InlineCode, InlineCode]:
        return (
            InlineCode(start, number, CodeKind.OPEN, data),
            InlineCode(end, number, CodeKind.CLOSE, data),
        )

    asked = CodedText("绿色发展", (*paired(1, "italic", 0, 2), *paired(2, "bold", 2, 4)))
    unit = CodedText("绿色发展。", (*paired(1, "bold", 2, 4),))
    english = CodedText("Green growth.", (*paired(1, "bold", 6, 12),))
    proposal = made_match(Query(asked), MemoryUnit(unit, english), "x", PenaltyRules()).proposal
    assert proposal.codes == paired(2, "bold", 6, 12)


def test_codes_keep_their_words_when_numbers_are_put_right() -> None:
    found = match("⟨1⟩12亿⟨/1⟩元⟨2/⟩", "⟨1⟩3亿⟨/1⟩元⟨2/⟩", "⟨1⟩300 million⟨/1⟩ yuan⟨2/⟩")
    assert print_coded(found.proposal) == "⟨1⟩1.2 billion⟨/1⟩ yuan⟨2/⟩"
    assert found.numbers_right
    assert found.kind is MatchKind.NUMBERS


def test_numbers_of_equal_value_leave_the_english_as_it_is() -> None:
    found = match("二〇二三年", "2023年", "in 2023")
    assert (found.score, found.proposal.text, found.numbers_right) == (99, "in 2023", False)


neighbours = st.none() | st.just("") | st.sampled_from(["甲。", "乙。"])


@given(texts, texts, texts, st.tuples(neighbours, neighbours, neighbours, neighbours))
def test_no_unit_is_too_odd_to_make_a_match_of(
    asked: str, source: str, english: str, sides: tuple[str | None, ...]
) -> None:
    query = Query(parse_coded(asked), sides[0], sides[1])
    unit = MemoryUnit(parse_coded(source), parse_coded(english), before=sides[2], after=sides[3])
    found = made_match(query, unit, "x", PenaltyRules(), 1, "2026-11-20")
    is_equal = fold(query.source.text) == fold(unit.source.text)
    assert (found.similarity >= 100) == is_equal
    assert 0 <= found.score <= found.similarity <= 101
    assert found.formula
    offsets = [code.offset for code in found.proposal.codes]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(found.proposal.text) for offset in offsets)
    known = {(code.number, code.kind) for code in (*query.source.codes, *unit.target.codes)}
    assert {(code.number, code.kind) for code in found.proposal.codes} <= known


@pytest.mark.parametrize(
    ("asked", "unit", "english", "proposal"),
    [
        (
            "2024年，白沙村接待游客18万人次，集体收入突破500万元。",
            "2023年，石塘村接待游客35万人次，集体收入突破800万元。",
            "In 2023, Shitang received 350,000 visits, and its income passed 8 million yuan.",
            "In 2024, Shitang received 180,000 visits, and its income passed 5 million yuan.",
        ),
        (
            "2025年，新区出台“海纳英才”二十条措施，三年引进人才1260名。",
            "新区出台“海纳英才”十条措施，三年引进人才860名。",
            "The New Area introduced ten measures, bringing in 860 people over three years.",
            "The New Area introduced twenty measures, bringing in 1,260 people over three years.",
        ),
        # Which number is which is not known where words between them have changed too.
        ("全市5个镇脱贫，增收3万元。", "全市3个县脱贫，增收2万元。", "Three counties, 20,000 yuan.", None),
        ("新增就业9万人，其中女性3万人。", "新增就业6万人。", "60,000 new jobs.", None),
        ("新增就业9万人，稳住外贸。", "新增就业6万人，稳住外资。", "Many new jobs.", None),
    ],
)
def test_numbers_between_the_same_words_are_put_right_where_other_words_differ_too(
    asked: str, unit: str, english: str, proposal: str | None
) -> None:
    found = match(asked, unit, english)
    assert found.kind is MatchKind.FUZZY
    assert found.numbers_right is (proposal is not None)
    assert found.proposal.text == (proposal or english)
