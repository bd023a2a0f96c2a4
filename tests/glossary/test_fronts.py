"""A name is not said by the end of another's, and is said where whose it is stands before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.verified import concept
from workbench.glossary.fronts import ends_anothers
from workbench.glossary.recognition import Recogniser
from workbench.glossary.verifying import verify
from workbench.model.terms import TermKind

_NAMES = [
    concept("能源法", TermKind.DOCUMENT, "Energy Law"),
    concept("国家开发银行", TermKind.INSTITUTION, "China Development Bank"),
    concept("北京证券交易所", TermKind.INSTITUTION, "Beijing Stock Exchange"),
    concept("台办", TermKind.INSTITUTION, "Taiwan Affairs Office"),
    concept(
        "中央组织部部长", TermKind.TITLE, "head of the Organization Department of the CPC Central Committee"
    ),
]
_RECOGNISER = Recogniser(_NAMES)


def _kinds(zh: str, english: str) -> list[str]:
    source = f"{zh}很重要。"
    return [str(fault.kind) for fault in verify(source, _RECOGNISER.hits(source), english)]


@pytest.mark.parametrize(
    ("zh", "english"),
    [
        ("能源法", "They said that the Renewable Energy Law matters."),
        ("国家开发银行", "They said that the African Development Bank matters."),
        ("北京证券交易所", "They said that the Shanghai Stock Exchange matters."),
        ("中央组织部部长", "The head of the Publicity Department of the CPC Central Committee matters."),
    ],
)
def test_a_name_that_differs_by_its_telling_word_is_another(zh: str, english: str) -> None:
    assert _kinds(zh, english) == ["missing"]


@pytest.mark.parametrize(
    ("zh", "english"),
    [
        ("能源法", "China's Energy Law matters."),
        ("能源法", "Revised Energy Law rules matter."),
        ("能源法", "At Monday's Energy Law meeting it was said."),
        ("台办", "The State Council Taiwan Affairs Office matters."),
        ("中央组织部部长", "Minister Shi of the Organization Department matters, its head said."),
    ],
)
def test_whose_it_is_and_what_begins_a_sentence_are_none_of_a_name(zh: str, english: str) -> None:
    assert _kinds(zh, english) == []


@given(st.text(max_size=60), st.integers(0, 60))
def test_any_place_in_any_text_is_answered(english: str, start: int) -> None:
    assert ends_anothers(frozenset(), english, min(start, len(english))) in (True, False)
