"""memory: clauses that stand inside other units are found, with the English sentence that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.lexicon.lexicon import Lexicon
from workbench.memory.fragments import Fragment, clauses, fragments, sentence_of
from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.memory_units import MemoryUnit, UnitKey
from workbench.text.characters import is_hanzi

PARAGRAPH = MemoryUnit(
    CodedText("今年雨水偏多。全县完善城乡供水一体化机制，家家喝上了放心水。群众都很满意。"),
    CodedText(
        "It has rained a lot this year. The county improved the integrated urban and rural water supply, and"
        " every family now has safe water. People are pleased."
    ),
    key=UnitKey("old", 3),
)
SENTENCE = MemoryUnit(
    CodedText("全县完善城乡供水一体化机制，家家喝上了放心水。"),
    CodedText("The county improved its integrated water supply, and every family has safe water."),
    key=UnitKey("old", 3, 2),
)


@pytest.fixture(scope="module")
def lexicon(indexed: Path) -> Lexicon:
    """The installed dictionary."""
    from workbench.lexicon.index import load_lexicon

    return load_lexicon(indexed / "workbench")


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory.open(tmp_path / "tiny.tm", create=True, index_folder=tmp_path / "index")
    memory.remember("old", {3: [PARAGRAPH]}, 1)
    yield memory
    memory.close()


def _shown(source: str, found: Fragment) -> list[tuple[str, str]]:
    return [(source[found.start : found.end], h.unit.target.text[slice(*h.target)]) for h in found.hits]


def test_a_clause_is_found_with_the_sentence_that_holds_its_english(memory: Memory) -> None:
    source = "全县完善城鄉供水一體化機制，从此家家喝上了放心水；群众都很满意，雨水调蓄能力增强。"
    found = fragments([memory], source)
    assert [_shown(source, one) for one in found] == [
        [("全县完善城鄉供水一體化機制", PARAGRAPH.target.text[31:-20])],
        [("群众都很满意", "People are pleased.")],
    ]


def test_a_refrain_inside_a_clause_is_looked_up_too_in_any_script(memory: Memory) -> None:
    source = "明年将继续完善城鄉供水一體化機制。"
    assert fragments([memory], source) == []
    (found,) = fragments([memory], source, also=[(5, 16)])
    assert (found.start, found.end) == (5, 16)
    assert PARAGRAPH.source.text[slice(*found.hits[0].source)] == "完善城乡供水一体化机制"


def test_a_sentence_is_shown_before_the_paragraph_it_stands_in(memory: Memory) -> None:
    memory.remember("old", {3: [PARAGRAPH, SENTENCE]}, 2)
    (found,) = fragments([memory], "从此，家家喝上了放心水。")
    assert found.hits[0].unit.key == SENTENCE.key
    assert found.hits[0].target == (0, len(SENTENCE.target.text))


def test_the_text_itself_and_what_is_passed_over_are_no_fragments(memory: Memory) -> None:
    assert fragments([memory], PARAGRAPH.source.text) == []
    assert (
        fragments([memory], "从此，家家喝上了放心水。", passed_over=lambda unit: unit.key is not None) == []
    )


def test_with_the_dictionary_the_sentence_is_found_by_its_words(lexicon: Lexicon) -> None:
    unit = MemoryUnit(
        CodedText(
            "全县统筹保护山水林田湖草沙，坚持一张蓝图、一支队伍、一抓到底。森林覆盖率逐年提高。鸟类回来了。"
        ),
        CodedText(
            "Forest coverage rises year by year. Nature is one, and the county protects it. Birds are back."
        ),
    )
    start = unit.source.text.index("森林")
    by_words = sentence_of(unit, (start, start + 9), lexicon)
    assert unit.target.text[slice(*by_words)] == "Forest coverage rises year by year."
    by_place = sentence_of(unit, (start, start + 9))
    assert unit.target.text[slice(*by_place)] != "Forest coverage rises year by year."


def test_short_clauses_are_left_out_and_the_longest_comes_first() -> None:
    source = "久久为功，推动高质量发展，加快建设现代化产业体系。"
    assert [source[a:b] for a, b in clauses(source)] == ["加快建设现代化产业体系", "推动高质量发展"]


@given(st.text(alphabet="推动发展、，。“”（）2 a", max_size=60), st.integers(1, 8))
def test_clauses_have_hanzi_enough_and_no_mark_that_parts_them(source: str, least: int) -> None:
    for start, end in clauses(source, least):
        assert sum(map(is_hanzi, source[start:end])) >= least
        assert not set(source[start:end]) & set("，。")
