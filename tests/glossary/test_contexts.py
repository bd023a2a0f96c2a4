"""tests: one written form with two meanings is told by the words around it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.annotate.words import words
from workbench.glossary.contexts import KEYS, Context, parse


def allowed(cell: str, text: str, term: str) -> bool:
    """Whether the context lets the term stand where it first stands in the text."""
    start = text.index(term)
    return parse(cell).allows(text, start, start + len(term), words)


def test_a_word_before_or_behind_is_enough() -> None:
    cell = "before:院长/书记;after:表示/说"
    assert allowed(cell, "研究院院长权衡到会", "权衡")
    assert allowed(cell, "权衡表示", "权衡")
    assert not allowed(cell, "院长反复权衡之后表示", "权衡")


def test_an_excluding_word_outweighs_a_word_that_affirms() -> None:
    cell = "before:代表;not-after:再三"
    assert allowed(cell, "代表权衡发言", "权衡")
    assert not allowed(cell, "代表权衡再三", "权衡")


def test_quotation_marks_and_lost_blanks_stand_between_nothing() -> None:
    assert allowed("before:院长", "院 长 “权衡”", "权衡")
    assert allowed("after:建设", "“三线” 建设", "三线")
    assert not allowed("not-after:城市", "『三线』城市", "三线")


def test_near_is_the_same_sentence_and_no_other() -> None:
    cell = "near:备战"
    assert allowed(cell, "为了备战，迁往三线。", "三线")
    assert not allowed(cell, "房价涨到三线。那是备战的年代。", "三线")
    assert not allowed("not-near:备战", "为了备战，迁往三线。", "三线")


def test_the_term_itself_counts_as_near_so_that_its_long_form_needs_no_help() -> None:
    assert allowed("near:三线建设", "回顾三线建设", "三线建设")


@pytest.mark.parametrize(
    ("text", "term", "is_word"),
    [
        ("黄金李子", "金李", False),
        ("基金李经理", "金李", False),
        ("副校长金李表示", "金李", True),
        ("生物流感疫苗", "物流", False),
        ("现代物流体系", "物流", True),
        ("现代表示方法", "代表", False),
    ],
)
def test_word_is_neither_inside_nor_across_longer_words(text: str, term: str, is_word: bool) -> None:
    assert allowed("word", text, term) is is_word


def test_script_width_and_capitals_make_no_difference() -> None:
    assert allowed("before:院长", "院長权衡", "权衡")
    assert allowed("near: ＧＤＰ / 产值", "gdp增量", "增量")


def test_blanks_full_width_marks_and_repeated_keys_are_read() -> None:
    assert parse(" before : 院长 ／ 书记 ； before:主任;word; ") == Context(
        before=("院长", "书记", "主任"), word=True
    )


def test_an_empty_cell_allows_every_place() -> None:
    assert not parse(" ")
    assert parse("").allows("权衡", 0, 2)
    assert parse("word")


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("a person's name: beside an office", "put advice into the note"),
        ("before", "is no condition"),
        ("word:院长", "is no condition"),
        ("before:院长//书记", "empty word"),
        ("near:", "empty word"),
        ("before:院长;not-before:書記/院長", "both in before and in not-before"),
    ],
)
def test_what_is_no_context_is_refused_with_the_way_to_mend_it(cell: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse(cell)


SOME = st.lists(st.text(alphabet="甲乙丙丁戊", min_size=1, max_size=2), min_size=1, max_size=3, unique=True)


@given(st.dictionaries(st.sampled_from(KEYS), SOME), st.booleans())
def test_a_written_context_reads_as_what_was_meant(parts: dict[str, Sequence[str]], word: bool) -> None:
    cell = ";".join([*(f"{key}:{'/'.join(some)}" for key, some in parts.items()), *["word"] * word])
    if any(set(parts.get(place, ())) & set(parts.get(f"not-{place}", ())) for place in KEYS):
        with pytest.raises(ValueError, match="both in"):
            parse(cell)
        return
    context = parse(cell)
    assert context.word is word
    assert all(getattr(context, key.replace("-", "_")) == tuple(some) for key, some in parts.items())


@given(SOME, st.text(alphabet="甲乙丙“ ”。", max_size=8), st.text(alphabet="甲乙丙“ ”。", max_size=8))
def test_not_before_is_the_opposite_of_before(some: Sequence[str], left: str, right: str) -> None:
    text = f"{left}权衡{right}"
    for place in ("before", "after", "near"):
        yes, no = parse(f"{place}:{'/'.join(some)}"), parse(f"not-{place}:{'/'.join(some)}")
        at = len(left)
        assert yes.allows(text, at, at + 2) is not no.allows(text, at, at + 2)
