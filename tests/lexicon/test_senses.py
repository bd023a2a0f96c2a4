"""tests/lexicon: a sense is taken apart into what translates and what explains."""

from __future__ import annotations

import pytest

from workbench.lexicon import senses
from workbench.lexicon.cedict import Entry
from workbench.lexicon.senses import read_sense


def phrases(text: str) -> dict[str, float]:
    return {" ".join(phrase.split()): round(counts, 3) for phrase, counts in read_sense(text).phrases}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("to reform", {"to reform": 1}),
        ("to cut off; to sever", {"to cut off": 1, "to sever": 1}),
        (
            "to touch an elephant (idiom); to proceed blindly",
            {"to touch an elephant": 1, "to proceed blindly": 1},
        ),
        ("(coll.) to nab", {"to nab": 1}),
        ("(old) candidate", {"candidate": 0.5}),
        ("(of a child) to play", {"to play": 1, "of a child": 0.1}),
        ("lit. wind past your ear", {"wind past your ear": 0.5}),
        ("fig. sth of no account", {"sth of no account": 1}),
        ("surname Wang", {"Wang": 0.3}),
        ("gross domestic product (GDP)", {"gross domestic product": 1, "GDP": 0.5}),
        ("Xi'an (1990 census)", {"Xi'an": 1}),
        ("classifier for long thin things", {"classifier for long thin things": 0.1}),
        ("final particle used for emphasis", {"final particle used for emphasis": 0.1}),
        ("particle physics", {"particle physics": 1}),
        ("to deceive, esp. by flattery", {"to deceive": 1, "by flattery": 0.3}),
        ("cereal, e.g. wheat", {"cereal": 1}),
    ],
)
def test_what_translates_counts_and_what_explains_counts_little(text: str, read: dict[str, float]) -> None:
    found = phrases(text)
    assert {phrase: found[phrase] for phrase in read} == read
    assert sum(found.values()) <= sum(read.values()) + senses.BRACKETS


@pytest.mark.parametrize(
    "text", ["CL:個|个[ge4]", "also pr. [wu2]", "Taiwan pr. [zhi2]", "(math.)", "also written 兒|儿[er2]", ""]
)
def test_what_says_nothing_of_the_meaning_is_left_out(text: str) -> None:
    sense = read_sense(text)
    assert not sense.phrases
    assert not sense.references


def test_a_capital_is_itself_and_hardly_a_capital() -> None:
    found = phrases("Beijing, capital of the People's Republic of China")
    assert found["Beijing"] > 5 * found["capital of the People's Republic of China"]


def test_a_place_is_its_name_and_hardly_where_it_lies() -> None:
    found = phrases("Haizhou district of Lianyungang city 連雲港市|连云港市[Lian2 yun2 gang3 shi4], Jiangsu")
    assert found["Haizhou district"] == 1
    assert found["of Lianyungang city , Jiangsu"] < 0.2


@pytest.mark.parametrize(
    ("text", "headword", "share"),
    [
        ("variant of 屍體|尸体[shi1 ti3]", "尸体", 1.0),
        ("erhua variant of 花[hua1]", "花", 1.0),
        ("old variant of 道[dao4]", "道", 1.0),
        ("see 脈衝|脉冲[mai4 chong1]", "脉冲", 1.0),
        ("abbr. for 人民代表大會|人民代表大会[ren2 min2 dai4 biao3 da4 hui4]", "人民代表大会", 1.0),
        ("used in 琵琶[pi2 pa5]", "琵琶", 0.5),
        ("the Youth League, abbr. for 青年團|青年团[Qing1 nian2 tuan2]", "青年团", 0.3),
    ],
)
def test_references_are_followed(text: str, headword: str, share: float) -> None:
    assert read_sense(text).references == [(headword, share)]


def test_a_reference_leaves_the_english_beside_it() -> None:
    assert phrases("the Youth League, abbr. for 青年團|青年团[Qing1 nian2 tuan2]") == {"the Youth League": 1}


def test_every_sense_of_the_dictionary_is_read_without_hanzi_in_its_phrases(
    cedict: dict[str, list[Entry]],
) -> None:
    with_hanzi = [
        phrase
        for same in cedict.values()
        for entry in same
        for text in entry.glosses
        for phrase, _ in read_sense(text).phrases
        if any("\u4e00" <= character <= "\u9fff" for character in phrase)
    ]
    assert not with_hanzi
