"""One English name serves one Chinese name, lists share nouns, and a name has all its telling words."""

from __future__ import annotations

import pytest

from tests.glossary.verified import concept
from workbench.glossary.recognition import Recogniser
from workbench.glossary.verifying import verify
from workbench.model.terms import TermKind

_BODIES = {
    "民政部": "Ministry of Civil Affairs",
    "国务院台办": "Taiwan Affairs Office of the State Council",
    "党中央": "CPC Central Committee|Party Central Committee|Central Committee",
    "中央财经委员会": "Central Commission for Financial and Economic Affairs"
    "|Central Committee for Financial and Economic Affairs",
    "国务院": "State Council",
    "国务院办公厅": "General Office of the State Council|State Council General Office",
    "财政部": "Ministry of Finance",
    "商务部": "Ministry of Commerce",
    "住房城乡建设部": "Ministry of Housing and Urban-Rural Development",
    "国家能源局": "National Energy Administration",
    "国家能源集团": "China Energy Investment Corporation|China Energy",
    "国家邮政局": "State Post Bureau",
    "新疆生产建设兵团": "Xinjiang Production and Construction Corps|XPCC",
    "兵团": "XPCC",
    "北部战区": "Northern Theater Command",
    "中部战区": "Central Theater Command",
    "中央编委": "Central Institutional Organization Commission",
    "中央编办": "Office of the Central Institutional Organization Commission",
}
_LAWS = {
    "刑法": "Criminal Law",
    "刑事诉讼法": "Criminal Procedure Law",
    "民事诉讼法": "Civil Procedure Law",
    "专利法": "Patent Law",
    "商标法": "Trademark Law",
    "预算法": "Budget Law",
    "宪法": "Constitution",
    "“十五五”规划": "15th Five-Year Plan",
    "反诈法": "Anti-Fraud Law",
    "证券法": "Securities Law",
    "法治政府建设实施纲要": "Implementation Outline for Building a Law-Based Government (2021-2025)",
    "审计法": "Audit Law",
    "网络安全法": "Cybersecurity Law",
    "数据安全法": "Data Security Law",
    "联合国防治荒漠化公约": "United Nations Convention to Combat Desertification",
}
_OFFICES = {
    "全国政协副主席": "vice chairperson of the CPPCC National Committee|CPPCC vice chairman",
    "全国人大代表": "deputy to the National People's Congress|NPC deputy",
    "全国政协委员": "member of the CPPCC National Committee",
    "中央纪委书记": "secretary of the CPC Central Commission for Discipline Inspection|CCDI secretary",
    "纪委书记": "secretary of the discipline inspection commission",
    "市长": "mayor",
    "外交部发言人": "Foreign Ministry spokesperson|spokesperson",
    "国家主席": "president of the People's Republic of China|President",
    "国家副主席": "vice president of the People's Republic of China|Vice President",
}
_KINDS = {TermKind.INSTITUTION: _BODIES, TermKind.DOCUMENT: _LAWS, TermKind.TITLE: _OFFICES}
_RECOGNISER = Recogniser(
    [
        concept(zh, kind, *english.split("|"))
        for kind, names in _KINDS.items()
        for zh, english in names.items()
    ]
    + [concept("两个结合", TermKind.FORMULA, "two integrations", "-two combinations")]
    + [
        concept(
            "三个代表",
            TermKind.FORMULA,
            "Three Represents",
            first="the Three Represents (of productive forces, culture and people)",
        )
    ]
    + [concept("三个代表重要思想", TermKind.TERM, "Theory of Three Represents")]
    + [concept("宅基地", TermKind.TERM, "rural residential land", "-homestead")]
    + [concept("胡春华", TermKind.PERSON, "Hu Chunhua")]
)


def _told(source: str, english: str, *before: str) -> list[tuple[str, str]]:
    hits = _RECOGNISER.hits(source)
    faults = verify(source, hits, english, rendered_before=before)
    return [(source[fault.start : fault.end], str(fault.kind)) for fault in faults]


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("专利法、商标法修改。", "The Patent and Trademark Laws were amended."),
        ("刑事诉讼法和民事诉讼法修改。", "The Criminal and Civil Procedure Laws were amended."),
        ("依据网络安全法、数据安全法。", "Under the laws on cybersecurity and data security."),
        ("财政部、商务部发文。", "The finance and commerce ministries issued it."),
        ("北部战区、中部战区坚守。", "The Northern, Eastern and Central Theater Commands held fast."),
        ("全国人大代表、全国政协委员到会。", "NPC deputies, members of the CPPCC National Committee came."),
        (
            "新疆生产建设兵团要发挥作用，兵团各师要融合。",
            "The XPCC has a part to play, and its divisions too.",
        ),
        (
            "新疆生产建设兵团致富，兵团各师支持。",
            "Xinjiang Production and Construction Corps divisions helped.",
        ),
        (
            "中央编委批准，中央编办实施。",
            "The Central Institutional Organization Commission and its office act.",
        ),
        (
            "民政部和国务院某办公室发文。",
            "The Ministry of Civil Affairs and an Office of the State Council did so.",
        ),
        ("党中央对台办公室发文。", "The Taiwan Work Office of the CPC Central Committee did so."),
        ("住房城乡建设部、商务部要协同。", "The housing, energy and commerce ministries must work together."),
        ("财政部副部长出席。", "A deputy finance minister attended."),
        ("外交部发言人答问。", "A spokesperson for the Foreign Ministry answered questions."),
        ("上海市长出席。", "Shanghai Mayor Gong attended."),
    ],
)
def test_shared_nouns_and_short_second_mentions_are_accepted(source: str, english: str) -> None:
    assert _told(source, english) == []


@pytest.mark.parametrize(
    ("source", "english", "missing"),
    [
        ("实施预算法。预算报告。", "Budgets were executed, it showed, but the Audit Law was not.", "预算法"),
        ("修改刑法。", "The Criminal Procedure Law was amended.", "刑法"),
        (
            "履行联合国防治荒漠化公约。",
            "Under the United Nations Framework Convention.",
            "联合国防治荒漠化公约",
        ),
        (
            "国家能源局说，国家能源集团加快建设。",
            "Data from the National Energy Administration show that China builds.",
            "国家能源集团",
        ),
        ("国务院已作出部署。", "The Taiwan Affairs Office of the State Council has done so.", "国务院"),
        ("国家副主席韩正出席，国家主席致信。", "Vice President Han attended. Xi sent a letter.", "国家主席"),
        ("财政部部长出席。", "The vice minister of finance attended.", "财政部"),
        ("财政部副部长出席。", "The minister of finance attended.", "财政部"),
        ("维护宪法权威。", "Uphold the authority of the Party Constitution.", "宪法"),
        ("外交部发言人答问。", "A spokesperson answered questions.", "外交部发言人"),
        ("国务院台办指出。", "The Hong Kong Affairs Office of the State Council said so.", "国务院台办"),
        ("打击诈骗，实施反诈法。", "Fraud is fought according to law under the Trademark Law.", "反诈法"),
        ("实施证券法。", "Enforce the National Security Law.", "证券法"),
        ("听取全国人大代表意见。", "They heard deputy directors of the commission.", "全国人大代表"),
        ("国务院和国务院办公厅发文。", "The General Office of the State Council did so.", "国务院"),
        (
            "全国政协副主席胡春华出席。",
            "Hu Chunhua, chairman of the CPPCC National Committee, came.",
            "全国政协副主席",
        ),
        (
            "中央纪委书记讲话，各级纪委书记履责。",
            "The deputy secretary of the CPC Central Commission for Discipline Inspection spoke. "
            "Secretaries of discipline inspection commissions act.",
            "中央纪委书记",
        ),
    ],
)
def test_words_of_another_name_excuse_nothing(source: str, english: str, missing: str) -> None:
    assert _told(source, english) == [(missing, "missing")]


def test_after_the_first_time_no_other_name_stands_for_it() -> None:
    known = "中央财经委员会"
    assert _told(
        "中央财经委员会要求落实党中央部署。", "The Central Committee's plans must be put into effect.", known
    )
    assert _told("国家邮政局表示要推进。", "The Ministry of Transport said so. It will act.", "国家邮政局")
    assert _told("财政部要落实。", "The Tariff Commission and the Ministry of Trade will act.", "财政部")
    assert _told("“十五五”规划公布。", "The 14th Five-Year Plan was published.", "“十五五”规划")
    assert _told("全国政协副主席胡春华说。", "Hu Chunhua, chairman of the CPPCC, said so.", "全国政协副主席")
    assert not _told("国家邮政局表示要推进。", "Progress was promised. It will act.", "国家邮政局")


def test_a_formula_in_a_longer_name_is_not_explained_there() -> None:
    assert _told("坚持三个代表重要思想。", "We must uphold the Theory of Three Represents.") == []
    assert _told("坚持三个代表。", "Uphold the Three Represents.") == [("三个代表", "first_mention")]


def test_a_form_to_avoid_is_told_though_the_term_was_right_elsewhere_in_the_row() -> None:
    english = "Manage rural residential land and forbid the sale of homesteads."
    assert _told("管好宅基地，禁止买卖宅基地。", english) == [("宅基地", "avoided")]
    assert _told("管好宅基地。", english) == []


def test_a_formula_by_a_wrong_number_name_is_told_although_it_is_explained() -> None:
    english = "The two combinations, integrating Marxism with two things."
    assert _told("坚持两个结合。", english) == [("两个结合", "avoided")]


def test_the_federation_of_others_is_no_federation_that_was_named_before() -> None:
    unions = concept("全国总工会", TermKind.INSTITUTION, "All-China Federation of Trade Unions")
    hits = Recogniser([unions]).hits("全国总工会要求。")
    english = "The All-China Women's Federation asked for it."
    faults = verify("全国总工会要求。", hits, english, rendered_before=["全国总工会"])
    assert [str(fault.kind) for fault in faults] == ["missing"]


def test_a_name_that_runs_into_the_next_word_is_none() -> None:
    nations = concept("联合国", TermKind.INSTITUTION, "United Nations")
    source = "公安部联合国家移民局推出措施。"
    assert verify(source, Recogniser([nations]).hits(source), "Measures were introduced.") == []


def test_a_governor_is_no_mayor() -> None:
    governor = concept("省长", TermKind.TITLE, "governor")
    hits = Recogniser([governor]).hits("省长要求。")
    assert [str(fault.kind) for fault in verify("省长要求。", hits, "The mayor asked for it.")] == ["missing"]
    assert verify("省长要求。", hits, "The governor asked for it.") == []
