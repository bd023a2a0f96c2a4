"""project: what is misspelt and what is not, and what may be done about it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from workbench.model.faults import WorkbenchError
from workbench.model.segments import State
from workbench.project.config import ProjectConfig
from workbench.project.session import Session
from workbench.project.spelling import Speller, words_of_terms
from workbench.project.spelling_dictionaries import NO_BRITISH, SpellingDictionary, load_dictionary
from workbench.project.word_lists import add_word, personal_words, project_words, read_words


@pytest.fixture(scope="module")
def american() -> SpellingDictionary:
    return load_dictionary("US")


@pytest.fixture(scope="module")
def british() -> SpellingDictionary:
    return load_dictionary("UK")


def wrong(speller: Speller, text: str, source: str = "") -> list[str]:
    return [word.text for word in speller.misspelt(text, source)]


def test_american_and_british_differ_as_they_should(
    american: SpellingDictionary, british: SpellingDictionary
) -> None:
    text = "The labour and labor of defence and defense at the centre and center of the programmes."
    assert wrong(Speller(american), text) == ["labour", "defence", "centre", "programmes"]
    assert wrong(Speller(british), text) == ["labor", "defense", "center"]


@pytest.mark.parametrize(
    "text",
    [
        "China's well-being and the people’s livelihoods",
        "non-capital functions, co-governance, a micro-enterprise",
        "intergovernmental and cybersecurity and multilateral microgrids",
        "decarbonization of industry",
        "a naïve résumé at the café",
        "GDP grew in Q3, says www.example.cn",
        "They don’t and we’ll",
    ],
)
def test_good_english_is_not_misspelt(american: SpellingDictionary, text: str) -> None:
    assert wrong(Speller(american), text) == []


@pytest.mark.parametrize(
    "slip", ["goverment", "Developement", "rivver’s", "underwey", "interupt", "the-wrold", "desission"]
)
def test_a_slip_is_misspelt(american: SpellingDictionary, slip: str) -> None:
    assert len(wrong(Speller(american), f"A {slip} stands here.")) == 1


def test_names_read_off_the_chinese_are_right_and_others_are_not(american: SpellingDictionary) -> None:
    speller = Speller(american)
    text = "Xuanfeng and Lü’an, with a guodu for Xuanfang"
    assert wrong(speller, text, "宣峰和吕安过渡") == ["Xuanfang"]
    assert wrong(speller, text) == ["Xuanfeng", "Lü'an", "guodu", "Xuanfang"]


def test_words_of_the_termbase_are_right_unless_they_are_only_spelt_otherwise(
    american: SpellingDictionary, british: SpellingDictionary
) -> None:
    terms = ("Xiongan New Area", "the hukou system", "labour center", "Qinhuai's opera")
    assert words_of_terms(terms, american) == {"Xiongan", "hukou", "Qinhuai"}
    assert words_of_terms(terms, british) == {"Xiongan", "hukou", "Qinhuai"}
    assert wrong(Speller(american, (), {"hukou"}), "The Hukou and the hukou's reform") == []


def test_without_a_british_dictionary_british_spelling_passes_by_rule_and_it_says_so() -> None:
    found = find_spec("hunspell")
    assert found is not None
    assert found.origin is not None
    path = Path(found.origin).parent / "dictionaries" / "en_US.dic"
    dictionary = SpellingDictionary("UK", path, remark=NO_BRITISH)
    assert wrong(Speller(dictionary), "Labour at the centre modernised goverment") == ["goverment"]


def test_a_dictionary_in_the_data_folder_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = tmp_path / "workbench" / "dictionaries"
    folder.mkdir(parents=True)
    (folder / "en_US.aff").write_text("SET UTF-8\n", "utf-8")
    (folder / "en_US.dic").write_text("2\nshanshui\nrivver\n", "utf-8")
    assert wrong(Speller(load_dictionary("US")), "rivver shanshui river") == ["river"]


# ---- lists


def test_a_list_keeps_its_remarks_and_takes_a_word_once(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "words.txt"
    assert add_word(path, "shanshui")
    path.write_text("# of this client\nXiong’an # the area\nshanshui", "utf-8")
    assert not add_word(path, "Xiong'an")
    assert add_word(path, "Qinhuai")
    assert path.read_text("utf-8") == "# of this client\nXiong’an # the area\nshanshui\nQinhuai\n"
    assert read_words(path) == {"Xiong'an", "shanshui", "Qinhuai"}


@pytest.mark.parametrize("word", ["", "two words", "GDP", "a#b", "#", "京", "x\ny"])
def test_what_is_no_word_is_not_taken(tmp_path: Path, word: str) -> None:
    with pytest.raises(WorkbenchError, match="no word"):
        add_word(tmp_path / "words.txt", word)
    assert not (tmp_path / "words.txt").exists()


def test_a_list_in_another_encoding_is_said(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WorkbenchError, match="UTF-8"):
        read_words(tmp_path / "words.txt")


# ---- the session


def spelling_findings(session: Session, number: int) -> list[str]:
    segment = session.segment(row(session, number))
    findings = [one for one in session.findings(segment, finished=False) if one.check == "spelling.word"]
    return [segment.target.text[slice(*one.target_span)] for one in findings if one.target_span]


def row(session: Session, number: int) -> int:
    found = session.row_numbered(number)
    assert found is not None
    return found


def write(session: Session, number: int, english: str) -> None:
    session.type(row(session, number), english)


def test_findings_name_the_word_once_the_dictionary_was_read(session: Session) -> None:
    write(session, 2, "The rivver is clean.")
    assert spelling_findings(session, 2) == []
    session.load_speller()
    assert spelling_findings(session, 2) == ["rivver"]


@pytest.mark.parametrize(
    ("style", "language", "english"),
    [
        ("", "en", "US"),
        ("UK", "en", "UK"),
        ("british", "en-US", "UK"),
        ("", "en-GB", "UK"),
        ("us", "en", "US"),
    ],
)
def test_the_english_is_what_project_toml_says(
    session: Session, style: str, language: str, english: str
) -> None:
    session.config = ProjectConfig(
        "river", "river", target_language=language, style={"spelling": style} if style else {}
    )
    assert session.spelling == english


def test_an_english_that_is_none_is_said_with_its_mend(session: Session) -> None:
    session.config = ProjectConfig("river", "river", style={"spelling": "Scots"})
    with pytest.raises(WorkbenchError, match="write US or UK"):
        session.load_speller()


def test_another_language_is_not_checked(session: Session) -> None:
    session.config = ProjectConfig("river", "river", target_language="de")
    assert session.load_speller() is None
    assert session.next_misspelling(row(session, 1), 0) is None


@pytest.mark.parametrize("personal", [True, False])
def test_a_word_that_was_added_is_right_at_once_and_next_time(session: Session, personal: bool) -> None:
    session.load_speller()
    write(session, 2, "The shanshuiish river.")
    assert spelling_findings(session, 2) == ["shanshuiish"]
    assert "“shanshuiish” is now one of" in session.add_word("shanshuiish", personal=personal).message
    assert spelling_findings(session, 2) == []
    path = personal_words() if personal else project_words(session.folder)
    assert path.read_text("utf-8") == "shanshuiish\n"


def test_the_next_misspelling_goes_on_through_the_rows_and_round_the_end(session: Session) -> None:
    write(session, 1, "Grene water")
    write(session, 2, "A rivver and a laek")
    here = session.next_misspelling(row(session, 2), 3)
    assert here is not None
    assert (here.row, here.word) == (row(session, 2), "laek")
    around = session.next_misspelling(row(session, 2), here.end)
    assert around is not None
    assert (around.row, around.start, around.end, around.word) == (row(session, 1), 0, 5, "Grene")


def test_where_nothing_is_misspelt_there_is_no_next_one(session: Session) -> None:
    write(session, 2, "A river")
    assert session.next_misspelling(row(session, 2), 0) is None


def test_a_word_is_respelt_in_all_rows_in_one_step(session: Session) -> None:
    write(session, 1, "Rivver, rivver and rivverside")
    write(session, 2, "The rivver’s bank")
    write(session, 3, "A rivver")
    session.confirm(row(session, 1))
    session.toggle_lock(row(session, 3), "signed off")
    rows = session.rows_with_word("rivver")
    assert rows == (row(session, 1), row(session, 3))
    outcome = session.respell("rivver", "river", rows)
    assert session.segment(row(session, 1)).target.text == "River, river and rivverside"
    assert session.segment(row(session, 1)).state is State.DRAFT
    assert session.segment(row(session, 3)).target.text == "A rivver"
    assert "1 row had been confirmed" in outcome.message
    assert "1 row left: locked" in outcome.message
    session.undo()
    assert session.segment(row(session, 1)).target.text == "Rivver, rivver and rivverside"
    assert session.segment(row(session, 1)).state is State.CONFIRMED


def test_proposals_begin_with_what_was_meant(session: Session) -> None:
    assert session.spelling_proposals("goverment")[0] == "government"


def test_terms_added_later_are_known_too(session: Session) -> None:
    session.load_speller()
    write(session, 2, "The qanat is old.")
    assert spelling_findings(session, 2) == ["qanat"]
    (session.folder / "glossary.tsv").write_text("zh\ten\n坎儿井\tqanat\n", "utf-8")
    assert spelling_findings(session, 2) == []


def test_a_list_that_broke_meanwhile_costs_no_findings(session: Session) -> None:
    session.load_speller()
    write(session, 2, "The rivver runs.")
    project_words(session.folder).write_bytes(b"\xff\xfe")
    (session.folder / "glossary.tsv").write_text("zh\ten\n坎儿井\tqanat\n", "utf-8")
    assert spelling_findings(session, 2) == ["rivver"]
    with pytest.raises(WorkbenchError, match="UTF-8"):
        session.load_speller()
