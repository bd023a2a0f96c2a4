"""tests: lint names what a terminologist would mend, and is silent about a sound file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.glossary.glossaries import write
from workbench.glossary.bundled import policy_path
from workbench.glossary.lint import lint
from workbench.glossary.lint_concepts import counted
from workbench.glossary.lint_readings import marked
from workbench.glossary.table import read_glossary
from workbench.model.terms import Attestation, Status, TermKind
from workbench.text.characters import is_hanzi


def test_the_bundled_glossary_is_clean() -> None:
    assert [problem.said("policy.tsv") for problem in lint(policy_path())] == []


@pytest.mark.parametrize(
    ("header", "rows", "line", "column", "said"),
    [
        ("concept zh en", ["c;国情;the national conditions"], 2, "en", "begins with `the`"),
        ("concept zh en", ["c;国情;national 国情"], 2, "en", "Chinese characters"),
        ("concept zh en", ["c;国情;one", "d;民生;two", "c;国情;three"], 4, "concept", "begins further up"),
        (
            "concept zh en domain",
            ["c;国情;one;a", "c;国情;two;b"],
            3,
            "domain",
            "`b`, but the concept's first row",
        ),
        ("concept zh en", ["c;国情;one", "c;国情;One"], 3, "en", "already stands on line 2"),
        ("concept zh en", ["c;国情;one", "c;国情;two"], 3, "status", "preferred like line 2"),
        ("concept zh en status", ["c;国情;one;admitted"], 2, "status", "no preferred rendering"),
        ("concept zh en status note", ["c;国情;one;;", "c;;two;deprecated;"], 3, "note", "gives its reason"),
        ("concept zh en attestation authority", ["c;国情;one;official;"], 2, "authority", "`official` wants"),
        (
            "concept zh en kind members",
            ["c;四个自信;x;formula;道路|理论|制度"],
            2,
            "members",
            "has 4 members, 3 are named",
        ),
        ("concept zh en kind members", ["c;五大理念;x;formula;甲|乙|丙|丁|丁"], 2, "members", "twice"),
        ("concept zh en pinyin", ["c;长三角;x;cháng sānjiǎo"], 2, "pinyin", "2 syllables for 3 hanzi"),
        ("concept zh en year_from year_to", ["c;国情;x;2020;2010"], 2, "year_to", "before it begins"),
        ("concept zh en checked_on", ["c;国情;x;2024-2-9"], 2, "checked_on", "no day"),
        ("concept zh en abbreviation_of", ["c;两会;x;sessions"], 2, "abbreviation_of", "no other concept"),
        ("concept zh en", ["c;权衡;Quan Heng", "d;权衡;weigh"], 3, "zh", "is also in the concept `c`"),
        ("concept zh en status", ["c;国情;x;avoid"], 2, "status", "unknown value `avoid`"),
        ("concept zh en context", ["c;国情;x;beside:省"], 2, "context", "beside"),
        ("concept zh en pinyin", ["c;国情;x;guó xíng"], 2, "pinyin", "情 is read qíng, not xíng"),
        ("concept zh en pinyin", ["c;重新;x;zhòng xīn"], 2, "pinyin", "重新 is chóng xīn in CC-CEDICT"),
        ("concept zh en pinyin", ["c;退耕还林工程;x;tuì gēng hái lín gōng chéng"], 2, "pinyin", "huán lín"),
        ("concept zh en pinyin", ["c;不断;x;bú duàn"], 2, "pinyin", "不 is read bù"),
        (
            "concept zh en kind members",
            ["c;甲;x;formula;乙|loyalty"],
            2,
            "members",
            "no concept of this file",
        ),
        ("concept zh en kind members", ["c;甲;x;formula;甲|乙"], 2, "members", "the formula itself"),
        ("concept zh en", ["c;国情"], 2, "", "2 cells where the header has 3"),
        ("concept zh en", ["c;国情;"], 2, "en", "English side is empty"),
    ],
)
def test_a_fault_is_named_with_its_line_and_column(
    tmp_path: Path, header: str, rows: list[str], line: int, column: str, said: str
) -> None:
    problems = lint(write(tmp_path, *rows, header=header))
    assert [one for one in problems if (one.line, one.column) == (line, column) and said in one.message]


@pytest.mark.parametrize(
    ("zh", "pinyin"),
    [
        ("消息", "xiāo xī"),  # the dictionary has the neutral tone
        ("绿色女儿", "lǜ sè nǚ ér"),
        ("钉钉子精神", "dìng dīng zi jīng shén"),  # 钉钉 is a word, but 钉子 crosses it
        ("总要求", "zǒng yāo qiú"),
        ("更深层次", "gèng shēn céng cì"),
        ("C919飞机", "C919 fēi jī"),
    ],
)
def test_pinyin_that_can_be_right_is_no_finding(tmp_path: Path, zh: str, pinyin: str) -> None:
    assert lint(write(tmp_path, f"c;{zh};x;{pinyin}", header="concept zh en pinyin")) == []


@pytest.mark.parametrize(
    ("syllable", "parted"), [("lǜ", ("lv", 4)), ("de", ("de", 0)), ("Xiǎo", ("xiao", 3)), ("ér", ("er", 2))]
)
def test_a_syllable_is_taken_apart(syllable: str, parted: tuple[str, int]) -> None:
    assert marked(syllable) == parted


def test_register_or_years_tell_two_preferred_renderings_apart(tmp_path: Path) -> None:
    header = "concept zh en year_from year_to"
    assert lint(write(tmp_path, "c;甲;one;2012;2017", "c;甲;two;2018;", header=header)) == []
    assert lint(write(tmp_path, "c;甲;one;official", "c;甲;two;", header="concept zh en register")) == []


def test_homographs_are_two_concepts_where_each_says_its_context(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "c;权衡;Quan Heng;before:院长",
        "d;权衡;weigh;not-before:院长",
        header="concept zh en context",
    )
    assert lint(path) == []


@pytest.mark.parametrize(
    ("zh", "number"),
    [
        ("四个自信", 4),
        ("“两个维护”", 2),
        ("五大发展理念", 5),
        ("十四个坚持", 14),
        ("十个明确", 10),
        ("四套班子", 4),
        ("“三严三实”", 6),
    ],
)
def test_a_numbered_formula_says_how_many_members_it_has(zh: str, number: int) -> None:
    assert counted(zh) == number


@pytest.mark.parametrize("zh", ["新发展理念", "一蹴而就", "十四五", "三线建设", "一国两制"])
def test_a_number_that_counts_nothing_is_no_number_of_members(zh: str) -> None:
    assert counted(zh) is None


def test_the_bundled_glossary_keeps_its_promises() -> None:
    concepts = {concept.zh: concept for concept in read_glossary(policy_path()).concepts}
    functions = concepts["非首都功能"].usable
    assert [rendering.en for rendering in functions] == [
        "non-capital functions",
        "functions nonessential to Beijing's role as the capital",
    ]
    assert concepts["以习近平同志为核心的党中央"].pinyin.split()[6] == "wéi"
    for concept in concepts.values():
        assert concept.usable[0].status is Status.PREFERRED
        assert concept.pinyin or not any(map(is_hanzi, concept.zh))
        assert concept.domain
        for rendering in concept.renderings:
            assert rendering.usable or rendering.note
            assert rendering.attestation is not Attestation.OFFICIAL or rendering.authority
    formulas = [concept for concept in concepts.values() if concept.kind is TermKind.FORMULA]
    assert all(concept.members for concept in formulas)


def test_an_address_in_the_bundled_glossary_stands_with_an_authority_and_the_day_it_was_read() -> None:
    renderings = [one for concept in read_glossary(policy_path()).concepts for one in concept.renderings]
    cited = [one for one in renderings if one.source_url]
    assert cited
    for one in cited:
        assert one.attestation is Attestation.OFFICIAL and one.authority and one.checked_on, one.en
    assert [one.en for one in renderings if one.checked_on and not one.source_url] == []


def test_no_form_of_the_bundled_glossary_has_a_day_in_it() -> None:
    forms = [
        form
        for concept in read_glossary(policy_path()).concepts
        for form in (concept.zh, *concept.zh_variants)
    ]
    assert [form for form in forms if re.search(r"\d+[月日]", form)] == []


def test_a_name_is_found_under_the_forms_that_are_not_its_headword() -> None:
    concepts = {
        form: one for one in read_glossary(policy_path()).concepts for form in (one.zh, *one.zh_variants)
    }
    assert concepts["城市绿心公园"].usable[0].en == "Central Green Forest Park"
    assert concepts["历史性成就、发生历史性变革"] is concepts["取得历史性成就、发生历史性变革"]
    plan = "“十三五”时期京津冀国民经济和社会发展规划"
    assert concepts[plan] is concepts[f"《{plan}》"]


def test_a_person_is_read_as_the_english_spells_the_name(tmp_path: Path) -> None:
    header = "concept zh en kind pinyin"
    assert lint(write(tmp_path, "c;谌贻琴;Shen Yiqin;person;Shèn Yí qín", header=header)) == []
    found = lint(write(tmp_path, "c;谌贻琴;Chen Yiqin;person;Shèn Yí qín", header=header))
    assert [one.column for one in found] == ["pinyin"]
