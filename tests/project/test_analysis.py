"""tests of project: how much of a project is new, by definitions that are stated, and kept from intake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.memory_units import MemoryUnit
from workbench.model.segments import Kind
from workbench.project.analysis import Analysis
from workbench.project.bands import NAMES, band_of
from workbench.project.comparing import analysed
from workbench.project.counts import DEFINITIONS, Amounts, amounts, together
from workbench.project.creation import rebuild
from workbench.project.identity import identity_of
from workbench.project.intake import freeze_analysis, intake_of
from workbench.project.session import Session
from workbench.project.statistics import analyse, statistics

from .conftest import MakeSession

LINES = (
    "绿水青山就是发展的底色",  # context in the memory
    "三地共同治理河流。水质明显好转，岸线重新变绿。",  # new, its first sentence is known
    "城镇化率达到64.2%。",  # numbers differ
    "三地共同治理河流。水質明顯好轉，岸線重新變綠。",  # repeated in the other script
    "疏解北京非首都功能是一项长期任务，要久久为功。",  # fuzzy
    "疏解北京非首都功能是一项长期任务，更要久久为功。",  # like the row before
    "水质明显好转，岸线重新变绿。又一句从未见过的话。",  # a sentence repeated below the row
)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory.open(tmp_path / "m.tm", create=True, index_folder=tmp_path / "index", name="m")
    for source, more in (
        ("绿水青山就是发展的底色", {"before": "", "after": LINES[1]}),
        ("三地共同治理河流。", {}),
        ("城镇化率达到61.7%。", {}),
        ("疏解北京非首都功能是一项长期的工作，要久久为功。", {}),
    ):
        memory.add(MemoryUnit(CodedText(source), CodedText("English."), **more))  # type: ignore[arg-type]
    yield memory
    memory.close()


@pytest.fixture
def session(make_session: MakeSession) -> Session:
    return make_session(LINES)


def compared(session: Session, *memories: Memory) -> Analysis:
    names = {document.id: document.name for document in session.store.documents()}
    project = identity_of(session.store.connection).project
    return analysed(session.every_segment(), names, memories, project=project)


def units(bands: object) -> dict[str, int]:
    assert isinstance(bands, dict)
    return {name: counted.units for name, counted in bands.items() if counted.units}


def test_every_row_stands_in_the_first_band_that_holds_it(session: Session, memory: Memory) -> None:
    found = compared(session, memory).total
    assert units(found.rows) == {
        "repetitions": 1,
        "101": 1,
        "95-99": 1,
        "85-94": 1,
        "75-84": 1,
        "new": 2,
    }
    assert sum(units(found.rows).values()) == len(LINES)
    assert tuple(found.rows) == NAMES


def test_sentences_have_their_own_bands_and_those_repeated_below_the_row_are_told(
    session: Session, memory: Memory
) -> None:
    found = compared(session, memory).total
    assert units(found.sentences)["repetitions"] == 3  # two of the repeated row, one of the last
    assert units(found.sentences)["100"] == 1
    assert found.inside.units == 1
    assert found.inside.hanzi == 12


def test_a_row_like_an_earlier_one_is_told_where_the_memories_have_nothing_closer(session: Session) -> None:
    found = compared(session).total
    assert units(found.alike) == {"95-99": 1}
    assert units(found.rows) == {"repetitions": 1, "new": 6}


def test_the_project_is_no_memory_of_itself(session: Session) -> None:
    rows = [segment.id for segment in session.every_segment()]
    for row in rows:
        session.type(row, "English.")
        session.confirm_and_stay(row)
    session.catch_up()
    written = session.memories().written
    assert written is not None
    assert units(compared(session, written).total.rows) == {"repetitions": 1, "new": 6}


def test_bands_go_by_similarity_and_not_by_what_is_taken_off(session: Session, memory: Memory) -> None:
    memory.penalty = 40
    before = compared(session, memory).total.rows
    memory.penalty = 0
    assert before == compared(session, memory).total.rows


def test_documents_are_told_apart_and_sum_up(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            "同一段文字在两个文件里。\n只在" + name + "里的一段。\n", "utf-8"
        )
    session = Session.create([tmp_path / "a.txt", tmp_path / "b.txt"], folder=tmp_path / "p", name="p")
    found = compared(session)
    assert [document.name for document in found.documents] == ["a.txt", "b.txt"]
    assert [units(document.rows) for document in found.documents] == [
        {"new": 2},
        {"repetitions": 1, "new": 1},
    ]
    for name in NAMES:
        assert found.total.rows[name] == together(document.rows[name] for document in found.documents)
    session.close()


@pytest.mark.parametrize(
    ("per_cent", "name"),
    [
        (101, "101"),
        (100, "100"),
        (99, "95-99"),
        (95, "95-99"),
        (94, "85-94"),
        (84, "75-84"),
        (74, "50-74"),
        (50, "50-74"),
        (49, "new"),
        (0, "new"),
    ],
)
def test_bands_have_these_borders(per_cent: int, name: str) -> None:
    assert band_of(per_cent) == name


# ---- counts


@pytest.mark.parametrize(
    ("source", "hanzi", "characters", "spaces", "words", "bare"),
    [
        ("MemoQ 的", 1, 6, 7, 2, 2),
        ("推动高质量发展。", 7, 8, 8, 8, 7),
        ("GDP增长5.2%，达到126万亿元。", 7, 19, 19, 12, 10),
        ("“十四五”规划——", 5, 9, 9, 9, 5),
        ("２０３５年", 1, 5, 5, 5, 5),
        ("二〇三五年", 5, 5, 5, 5, 5),
        ("A - B", 0, 3, 5, 3, 2),
        ("", 0, 0, 0, 0, 0),
    ],
)
def test_counts_follow_their_definitions(
    source: str, hanzi: int, characters: int, spaces: int, words: int, bare: int
) -> None:
    counted = amounts(source)
    assert counted == Amounts(1, hanzi, characters, spaces, words, bare, 0)


def test_english_words_stand_between_spaces_and_note_calls_are_none() -> None:
    assert amounts("好", "Some 3.2 million people — it's *well-known*.[^1]").target_words == 6


def test_every_count_has_a_definition() -> None:
    assert set(DEFINITIONS) == set(Amounts().plain()) - {"units"}


@given(st.text(), st.text())
def test_counts_of_texts_with_a_space_between_add_up(one: str, other: str) -> None:
    both = amounts(f"{one} {other}")
    parts = amounts(one) + amounts(other)
    assert both.characters == parts.characters
    assert both.hanzi == parts.hanzi
    assert both.words == parts.words
    assert both.hanzi <= both.words_without_marks <= both.words <= both.characters


# ---- intake


def test_what_was_counted_at_intake_stays_and_the_delta_is_told(session: Session) -> None:
    rows = [segment.id for segment in session.every_segment()]
    assert statistics(session).delta is not None
    assert not any((statistics(session).delta or {}).values())
    session.edit_source(rows[0], LINES[0] + "新")
    session.set_kind(rows[6], Kind.IGNORED)
    delta = statistics(session).delta
    assert delta is not None
    assert (delta["rows"], delta["hanzi"]) == (-1, 1 - 21)


def test_the_first_analysis_is_kept_and_no_later_one(session: Session, memory: Memory) -> None:
    first, later = compared(session), compared(session, memory)
    freeze_analysis(session.store, first.plain())
    freeze_analysis(session.store, later.plain())
    kept = intake_of(session.store)
    assert kept is not None
    assert kept.analysis == first.plain()


def test_a_database_made_again_knows_what_was_at_intake(session: Session) -> None:
    freeze_analysis(session.store, compared(session).plain())
    session.edit_source(session.every_segment()[0].id, "别的题目")
    session.save()
    before = intake_of(session.store)
    project = identity_of(session.store.connection).project
    session.close()
    (session.folder / "project.db").unlink()
    rebuild(session.folder)
    again = Session.open(session.folder)
    assert intake_of(again.store) == before
    assert identity_of(again.store.connection).project == project
    again.close()


def test_a_project_is_compared_with_its_memories_without_writing_any(session: Session) -> None:
    found, said = analyse(session)
    assert (found.memories, said) == ((), ())
    from workbench.memory.places import memory_path

    assert not memory_path("personal").exists()
