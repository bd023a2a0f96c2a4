"""tests: a concept is found by what a translator remembers of it."""

from __future__ import annotations

import pytest

from workbench.glossary.lookup import lookup, toneless
from workbench.glossary.offers import insertions, with_article
from workbench.model.terms import Concept, Rendering, Status

CONCEPTS = (
    Concept(
        "non-capital-functions",
        "非首都功能",
        (Rendering("non-capital functions"), Rendering("nonessential functions", status=Status.ADMITTED)),
        pinyin="fēi shǒu dū gōng néng",
    ),
    Concept("core", "首都核心功能", (Rendering("core functions"),), pinyin="shǒu dū hé xīn gōng néng"),
    Concept("green", "绿色发展", (Rendering("green development"),), pinyin="lǜ sè fā zhǎn"),
    Concept("thought", "思想", (Rendering("thought"),), pinyin="sī xiǎng"),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("首都", ["core", "non-capital-functions"]),
        ("首都功能", ["non-capital-functions"]),
        ("綠色發展", ["green"]),
        ("feishoudu", ["non-capital-functions"]),
        ("fei shou du gong neng", ["non-capital-functions"]),
        ("fsdgn", ["non-capital-functions"]),
        ("gongneng", ["non-capital-functions", "core"]),
        ("lüse", ["green"]),
        ("lvse", ["green"]),
        ("Capital func", ["non-capital-functions"]),
        ("functions", ["non-capital-functions", "core"]),
        ("nonessential", ["non-capital-functions"]),
        ("xian", []),
        ("没有", []),
        ("…", []),
    ],
)
def test_part_of_the_chinese_pinyin_or_english_finds_it(query: str, found: list[str]) -> None:
    assert {concept.id for concept in lookup(CONCEPTS, query)} == set(found)


def test_the_closest_comes_first() -> None:
    assert [concept.id for concept in lookup(CONCEPTS, "首都")] == ["core", "non-capital-functions"]


def test_tones_apostrophes_and_blanks_do_not_count() -> None:
    assert toneless("Xióng'ān Xīnqū") == toneless("xiong an xin qu") == "xionganxinqu"


def test_an_offer_has_no_article_and_nothing_to_avoid() -> None:
    concept = Concept(
        "prd",
        "珠三角",
        (
            Rendering("PRD", status=Status.DEPRECATED, note="not at first"),
            Rendering("Zhujiang Delta", status=Status.ADMITTED),
            Rendering("Pearl River Delta", article="the", short_form="Delta"),
        ),
    )
    assert insertions(concept) == ("Pearl River Delta", "Zhujiang Delta", "Delta")
    assert with_article(concept.usable[0]) == "the Pearl River Delta"
