"""tests: terms are found wherever a reader would see them, and nowhere else."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.glossaries import concept
from workbench.glossary.bundled import policy_path
from workbench.glossary.finders import slices_finder
from workbench.glossary.recognition import Recogniser
from workbench.glossary.table import read_glossary
from workbench.model.terms import Concept, TermHit
from workbench.text.fold import fold

REGION = (
    concept("京津冀协同发展"),
    concept("京津冀"),
    concept("协同发展"),
    concept("非首都功能"),
    concept("人工智能"),
    concept("十四五", variants=("“十四五”",)),
    concept("劣Ⅴ类"),
)


def terms(hits: Sequence[TermHit]) -> list[str]:
    return [hit.term for hit in hits]


def test_the_longest_term_stands_and_those_inside_it_are_reachable() -> None:
    (hit,) = Recogniser(REGION).hits("推动京津冀协同发展，")
    assert (hit.start, hit.end, hit.term) == (2, 9, "京津冀协同发展")
    assert [(inner.start, inner.end, inner.term) for inner in hit.nested] == [
        (2, 5, "京津冀"),
        (5, 9, "协同发展"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("疏解非首都 功能", "非首都 功能"),
        ("疏解非首\n都功能", "非首\n都功能"),
        ("疏解非首都\u3000\u3000功能", "非首都\u3000\u3000功能"),
        ("京津冀協同發展", "京津冀協同發展"),
        ("发展⼈⼯智能", "⼈⼯智能"),
        ("劣V类水体", "劣V类"),
        ("劣Ｖ类水体", "劣Ｖ类"),
    ],
)
def test_line_breaks_script_radicals_and_width_do_not_hide_a_term(text: str, shown: str) -> None:
    (hit,) = Recogniser(REGION).hits(text)
    assert hit.term == shown
    assert text[hit.start : hit.end] == shown


def test_offsets_are_right_behind_signs_that_grow_when_folded() -> None:
    text = "……㎡½，非首都功能"
    (hit,) = Recogniser(REGION).hits(text)
    assert text[hit.start : hit.end] == "非首都功能"


def test_a_variant_with_quotes_takes_them_in() -> None:
    (hit,) = Recogniser(REGION).hits("在“十四五”时期")
    assert (hit.term, hit.nested) == ("“十四五”", ())


def test_a_project_term_is_not_hidden_by_a_bundled_variant_that_only_adds_quotes() -> None:
    own, bundled = concept("牛鼻子", "own", id="own"), concept("牛鼻子", variants=("“牛鼻子”",), id="bundled")
    (hit,) = Recogniser([own, bundled]).hits("牵住“牛鼻子”")
    assert hit.concept.id == "own"
    assert [inner.concept.id for inner in hit.nested] == ["bundled"]


def test_of_two_concepts_with_the_same_chinese_the_earlier_is_the_hit() -> None:
    first, second = concept("权衡", "Quan Heng", id="person"), concept("權衡", "weigh", id="verb")
    (hit,) = Recogniser([first, second]).hits("权衡利弊")
    assert (hit.concept.id, [inner.concept.id for inner in hit.nested]) == ("person", ["verb"])


def test_where_terms_as_long_cross_the_left_one_stands_and_the_other_is_in_every_hit() -> None:
    recogniser = Recogniser([concept("区域发展"), concept("发展战略")])
    assert terms(recogniser.hits("区域发展战略")) == ["区域发展"]
    assert terms(recogniser.every_hit("区域发展战略")) == ["区域发展", "发展战略"]


def test_where_terms_cross_the_longer_one_stands_and_what_is_left_of_the_other_too() -> None:
    recogniser = Recogniser(
        [concept(zh) for zh in ("重大战略", "战略决策部署", "重大", "部署落实", "落实", "决策")]
    )
    hits = recogniser.hits("重大战略决策部署落实")
    assert terms(hits) == ["重大", "战略决策部署", "落实"]
    assert terms(hits[1].nested) == ["决策"]


def test_latin_terms_match_whole_words_in_any_case() -> None:
    recogniser = Recogniser([concept("5G"), concept("APEC")])
    assert terms(recogniser.hits("建设5g网络，15G流量，APEC会议，APECX")) == ["5g", "APEC"]


def test_no_concepts_and_no_text_give_no_hits() -> None:
    assert Recogniser([]).hits("京津冀") == ()
    assert Recogniser(REGION).hits("") == ()


def test_without_the_automaton_the_hits_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "京津冀协同发展，疏解非首都 功能，“十四五”"
    quick = Recogniser(REGION).hits(text)
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    assert Recogniser(REGION).hits(text) == quick != ()


SMALL = st.text(alphabet="甲乙丙 発發⼈", min_size=1, max_size=4)


def naive(keys: Sequence[str], text: str) -> set[tuple[int, int, int]]:
    return {
        (number, start, end)
        for number, key in enumerate(keys)
        for start in range(len(text))
        for end in range(start + 1, len(text) + 1)
        if text[start:end] == key
    }


@given(st.lists(SMALL, max_size=6, unique=True), st.text(alphabet="甲乙丙 発發⼈，", max_size=30))
def test_every_place_a_naive_search_finds_is_found(forms: list[str], text: str) -> None:
    recogniser = Recogniser([concept(form, id=str(place)) for place, form in enumerate(forms)])
    wanted = {fold(form).strip() for form in forms} - {""}
    folded = fold(text)
    found = {fold(hit.term) for hit in recogniser.every_hit(text)}
    assert found == {key for key in wanted if key in folded}
    assert len(slices_hits(sorted(wanted), folded)) == len(naive(sorted(wanted), folded))


def slices_hits(keys: Sequence[str], text: str) -> set[tuple[int, int, int]]:
    return set(slices_finder(keys)(text))


@given(st.lists(SMALL, max_size=6, unique=True), st.text(alphabet="甲乙丙 発發⼈", max_size=30))
def test_hits_do_not_overlap_and_nested_ones_lie_inside(forms: list[str], text: str) -> None:
    concepts: list[Concept] = [concept(form, id=str(place)) for place, form in enumerate(forms)]
    end = 0
    for hit in Recogniser(concepts).hits(text):
        assert end <= hit.start < hit.end <= len(text)
        assert all(hit.start <= inner.start < inner.end <= hit.end for inner in hit.nested)
        end = hit.end


@given(st.lists(SMALL, max_size=8, unique=True), st.text(alphabet="甲乙丙", max_size=30))
def test_what_is_no_hit_crosses_a_hit_that_is_at_least_as_long_or_lies_in_one(
    forms: list[str], text: str
) -> None:
    recogniser = Recogniser([concept(form, id=str(place)) for place, form in enumerate(forms)])
    hits = recogniser.hits(text)
    for one in recogniser.every_hit(text):
        over = [hit for hit in hits if hit.start < one.end and one.start < hit.end]
        assert any(hit.end - hit.start >= one.end - one.start for hit in over)


def test_the_bundled_glossary_finds_every_term_of_the_development_list(extra: Path) -> None:
    rows = (extra / "data" / "policy_terms.tsv").read_text("utf-8").splitlines()[1:]
    # A dateline with its day in it is one article's, no term: the glossary has the dateline without the day.
    wanted = {fold(term) for row in rows if not re.search(r"\d+月\d+日", term := row.split("\t")[0])}
    article = next((extra / "sample").glob("*.txt")).read_text("utf-8")
    joined = "".join(line.strip() for line in article.splitlines())
    recogniser = Recogniser(read_glossary(policy_path()).concepts)
    hits = [one for hit in recogniser.hits(joined) for one in (hit, *hit.nested)]
    # A shorter form of the same concept is not told again inside a longer one.
    forms = {form for hit in hits for form in (hit.term, *hit.concept.zh_variants) if form in hit.term}
    assert wanted - {fold(form) for form in forms} == set()
