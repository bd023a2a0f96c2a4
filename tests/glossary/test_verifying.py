"""What an English paragraph owes to the terms of its Chinese, and what must not be demanded of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.verified import ALL, ECONOMY, RECOGNISER, concept, told
from workbench.glossary.recognition import Recogniser
from workbench.glossary.verifying import TermFaultKind, verify
from workbench.model.terms import Concept, Status, TermKind


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("全国人大常委会开会。", "The Standing Committee of the NPC met."),
        ("财政部、商务部发文。", "The ministries of finance and commerce issued a document."),
        ("外交部长王毅出席。", "Foreign Minister Wang Yi attended."),
        ("外交部表示关切。", "The Foreign Ministry expressed concern."),
        ("国务院总理李强致辞。", "Premier Li Qiang spoke."),
        ("国家发展改革委说明情况。", "The NDRC explained."),
        ("北京市发展改革委说明情况。", "The municipal commission explained."),
        ("法国总理来访。", "The French prime minister visited."),
        ("财政部门要落实。", "Finance departments should act."),
        ("《全国人大工作通讯》出版。", "The newsletter appeared."),
        ("财政部发文。财政部还要求落实。", "The Ministry of Finance issued a document and asked for action."),
        ("坚定“四个自信”。", "Be confident in the path, theory, system and culture of socialism."),
        ("这是一个口号。", "This is a slogan."),
        ("疏解非首都功能。", "Move them out."),
        ("民法典施行。", ""),
    ],
)
def test_what_a_reader_accepts_is_not_told(source: str, english: str) -> None:
    assert told(source, english) == []


@pytest.mark.parametrize(
    ("source", "english", "faults"),
    [
        ("财政部、商务部发文。", "The Ministry of Finance issued a document.", [("商务部", "missing")]),
        ("全国人大常委会开会。", "The standing group met.", [("全国人大常委会", "missing")]),
        ("国务院副总理何立峰出席。", "Premier He Lifeng attended.", [("国务院副总理", "missing")]),
        ("外交部长王毅出席。", "Defense Minister Wang Yi attended.", [("外交部", "missing")]),
        ("国务院总理李强致辞。", "Prime Minister Li Qiang spoke.", [("国务院总理", "avoided")]),
        ("习近平总书记强调。", "President Xi Jinping stressed it.", [("习近平总书记", "avoided")]),
        ("发展实体经济。", "Develop the entity economy.", [("实体经济", "avoided")]),
        ("坚定“四个自信”。", "Firm up the Four-sphere Confidence.", [("四个自信", "first_mention")]),
        ("坚定“四个自信”。", "Firm up the three confidences.", [("四个自信", "missing")]),
    ],
)
def test_faults_are_told_once_and_by_their_kind(
    source: str, english: str, faults: list[tuple[str, str]]
) -> None:
    assert [(zh.strip("“”"), kind) for zh, kind in told(source, english)] == faults


def test_a_form_to_avoid_that_belongs_to_something_else_is_not_told() -> None:
    assert told("全国人大和党的代表大会。", "The NPC and the National Congress of the Party.") == []
    assert told("国务院总理会见英国首相。", "Premier Li met with the British prime minister.") == []


def test_after_the_first_time_a_short_form_or_a_pronoun_will_do() -> None:
    assert told("财政部还要求落实。", "The ministry also asked for action.", "财政部") == []
    assert told("财政部还要求落实。", "It also asked for action.", "财政部") == []
    assert told("习近平总书记指出。", "Xi said so.", "习近平总书记") == []
    assert told("坚定“四个自信”。", "Firm up the Four-sphere Confidence.", "四个自信") == []
    assert told("财政部还要求落实。", "Rescue workers came.", "财政部") == [("财政部", "missing")]


def test_a_headline_is_no_first_mention() -> None:
    assert told("坚定“四个自信”", "Firm Up the Four-Sphere Confidence", running=False) == []


def test_what_a_project_has_fixed_is_demanded_whatever_its_kind() -> None:
    fixed = replace(
        concept("非首都功能", TermKind.TERM, "non-capital functions", "-nonessential functions"), fixed=True
    )
    recogniser = Recogniser([fixed])
    source = "疏解非首都功能。"

    def kinds(english: str) -> list[TermFaultKind]:
        return [fault.kind for fault in verify(source, recogniser.hits(source), english)]

    assert kinds("The relocation of a non-capital function.") == []
    assert kinds("Move them out.") == [TermFaultKind.MISSING]
    assert kinds("Relocate nonessential functions.") == [TermFaultKind.AVOIDED]


def test_a_fault_says_both_sides_and_how_to_mend_it() -> None:
    source, english = "发展实体经济。", "Develop the entity economy."
    (fault,) = verify(source, RECOGNISER.hits(source), english)
    assert fault.target_span is not None
    assert english[slice(*fault.target_span)] == "entity economy"
    assert fault.proposal == "real economy"
    assert fault.message == "实体经济 is not “entity economy”: write “real economy” (a reason)"


def test_a_form_that_differs_in_capitals_alone_is_told_only_as_it_is_written() -> None:
    party = concept("党组织", TermKind.TERM, "Party organization", "-party organization")
    recogniser = Recogniser([party])
    source = "党组织"
    assert not verify(source, recogniser.hits(source), "Party organizations")
    assert verify(source, recogniser.hits(source), "the party organization")


def test_a_name_of_former_years_is_marked_as_such() -> None:
    old = replace(
        ECONOMY,
        renderings=(ECONOMY.renderings[0], replace(ECONOMY.renderings[1], status=Status.SUPERSEDED)),
    )
    source = "实体经济"
    (fault,) = verify(source, Recogniser([old]).hits(source), "entity economy")
    assert fault.superseded


TERMS = [one.zh for one in ALL] + ["长", "门", "，", "“", "”", "北京市", "《", "》"]
ENGLISH = [rendering.en for one in ALL for rendering in one.renderings] + [", ", ". ", "It ", "of the "]


@given(st.lists(st.sampled_from(TERMS), max_size=8), st.lists(st.sampled_from(ENGLISH), max_size=8))
def test_spans_lie_in_both_texts_and_no_concept_is_told_twice(chinese: list[str], written: list[str]) -> None:
    source, english = "".join(chinese), " ".join(written)
    faults = verify(source, RECOGNISER.hits(source), english)
    assert len({(fault.concept.id, fault.kind) for fault in faults}) == len(faults)
    assert [fault.start for fault in faults] == sorted(fault.start for fault in faults)
    for fault in faults:
        assert 0 <= fault.start < fault.end <= len(source)
        if fault.target_span is not None:
            assert 0 <= fault.target_span[0] < fault.target_span[1] <= len(english)


@given(st.sampled_from([one for one in ALL if one.usable[0].attestation.value != "proposed"]))
def test_the_preferred_rendering_never_makes_a_term_missing(one: Concept) -> None:
    zh, english = one.zh, one.usable[0].en
    assert (zh, "missing") not in told(zh, f"We met {english} there.")
