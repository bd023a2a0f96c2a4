"""memory: the concordance finds a string in either language, says where it is, and shows the best first."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.concordance import ConcordanceHit, ConcordanceQuery, concordance
from workbench.memory.finding import Finder
from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.memory_units import MemoryUnit, UnitKey, UnitState
from workbench.text.stems import beginnings, stem


def _unit(zh: str, en: str, **more: object) -> MemoryUnit:
    return replace(MemoryUnit(CodedText(zh), CodedText(en)), **more)  # type: ignore[arg-type]


UNITS = (
    _unit(
        "我们要推动高质量发展。", "We should pursue high-quality development.", changed="2025-01-01T00:00:00Z"
    ),
    _unit("我們要推動綠色發展。", "We should pursue green development.", changed="2026-01-01T00:00:00Z"),
    _unit(
        "乡村正在加快发展。",
        "The countryside is developing faster.",
        state=UnitState.REVIEWED,
        changed="2024-01-01T00:00:00Z",
    ),
    _unit("GDP增长5%。", "The people’s incomes went up as GDP grew 5%."),
)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory.open(tmp_path / "tiny.tm", create=True, index_folder=tmp_path / "index")
    for unit in UNITS:
        memory.add(unit)
    yield memory
    memory.close()


def _found(memory: Memory, text: str, *, exact: bool = False) -> list[str]:
    hits = concordance(memory, ConcordanceQuery(text, exact)).hits
    return [hit.text[start:end] for hit in hits for start, end in hit.spans]


def _sources(hits: tuple[ConcordanceHit, ...]) -> list[str]:
    return [hit.unit.source.text for hit in hits]


def test_chinese_is_found_in_either_script_and_shown_as_it_stands(memory: Memory) -> None:
    assert _found(memory, "推動") == ["推動", "推动"]
    assert _found(memory, "推动", exact=True) == ["推动"]


def test_reviewed_units_come_first_and_then_the_newest(memory: Memory) -> None:
    hits = concordance(memory, ConcordanceQuery("发展")).hits
    assert _sources(hits) == [UNITS[2].source.text, UNITS[1].source.text, UNITS[0].source.text]


def test_english_is_found_by_stem_and_when_asked_as_it_is_written(memory: Memory) -> None:
    assert set(_found(memory, "develop")) == {"developing", "development"}
    assert _found(memory, "Develop", exact=True) == []
    assert _found(memory, "DEVELOPING", exact=True) == ["developing"]


def test_words_of_a_phrase_stand_in_order_and_side_by_side(memory: Memory) -> None:
    assert _found(memory, "high quality") == ["high-quality"]
    assert _found(memory, "pursuing green") == ["pursue green"]
    assert _found(memory, "quality high") == []
    assert _found(memory, "pursue development") == []


def test_irregular_forms_and_both_apostrophes_are_found(memory: Memory) -> None:
    assert _found(memory, "go up") == ["went up"]
    assert _found(memory, "people's income") == ["people’s incomes"]
    assert _found(memory, "people's", exact=True) == ["people’s"]


def test_a_string_without_hanzi_is_looked_for_on_both_sides(memory: Memory) -> None:
    hits = concordance(memory, ConcordanceQuery("GDP")).hits
    assert {hit.side for hit in hits} == {"source", "target"}


def test_signs_that_a_database_or_a_pattern_might_read_are_only_signs(memory: Memory) -> None:
    assert _found(memory, "grew 5%.", exact=True) == ["grew 5%."]
    assert _found(memory, "grew 5.", exact=True) == []
    for text in ("%", "_", "(", "a.*", "\\", "[", "'; DROP TABLE units; --", ""):
        concordance(memory, ConcordanceQuery(text))
    assert _found(memory, "_") == []


def test_a_rare_word_is_found_behind_any_number_of_words_that_begin_alike(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.memory.concordance.MOST_LOOKED_AT", 3)
    memory.add_many(_unit(f"第{number}条", f"government number {number}") for number in range(20))
    assert _found(memory, "gone") == ["went"]
    assert _found(memory, "go up 5G") == []


def test_what_is_beyond_the_limit_is_counted(memory: Memory) -> None:
    found = concordance(memory, ConcordanceQuery("发展"), limit=1)
    assert (len(found.hits), found.more, found.at_least) == (1, 2, False)


def test_a_row_is_not_shown_beside_its_own_sentence(memory: Memory) -> None:
    rows = {
        7: [
            _unit("前一句。后一句说海洋。", "One. The next is about the sea.", key=UnitKey("p", 7)),
            _unit("后一句说海洋。", "The next is about the sea.", key=UnitKey("p", 7, 2)),
        ]
    }
    memory.remember("p", rows, 1)
    assert _sources(concordance(memory, ConcordanceQuery("海洋")).hits) == ["后一句说海洋。"]


WORDS = """go went gone develop development developing labour labor labeled centre center organise organize be
was lie lying people's people’s crisis crises happy happier 5G 2035 the of"""
WORD = st.sampled_from(WORDS.split())


@given(st.lists(WORD, min_size=1, max_size=6), st.data(), st.booleans())
def test_every_run_of_words_of_a_text_is_found_there_and_by_its_pieces(
    words: list[str], data: st.DataObject, exact: bool
) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    joint = " " if exact else data.draw(st.sampled_from((" ", ", ", "-", " “")))
    text = joint.join(words).upper() if data.draw(st.booleans()) else joint.join(words)
    finder = Finder(ConcordanceQuery(" ".join(words[start:end]), exact))
    spans = finder.spans(text, "target")
    assert spans and all(0 <= a < b <= len(text) for a, b in spans)
    lower = text.lower()
    assert any(all(piece.lower() in lower for piece in pieces) for pieces in finder.searches())


@given(st.text(alphabet="发展發展推动 ，GDP２½\u3000a", max_size=30), st.data())
def test_every_part_of_a_chinese_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    finder = Finder(ConcordanceQuery(text[start:end]))
    if not finder.is_empty and finder.holds(text, "source"):
        assert all(0 <= a < b <= len(text) for a, b in finder.spans(text, "source"))


@given(st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=14))
def test_a_word_begins_with_one_of_the_beginnings_of_its_stem(word: str) -> None:
    assert word.startswith(beginnings(word))


def test_forms_of_a_word_share_its_beginnings() -> None:
    for forms in (
        "labour labours laboured labor", "centre centres center centers", "organise organized organisation",
        "defence defense", "go goes going went gone", "lie lies lying lay", "neighbourhood neighborhood",
        "analyse analyzing", "programme programs", "city cities", "hop hopping hopped", "hope hoping",
    ):  # fmt: skip
        first, *others = forms.split()
        for other in others:
            if stem(other) == stem(first):
                assert other.startswith(beginnings(first)), (first, other)
