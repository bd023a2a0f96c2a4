"""tests of project: untranslated rows are filled from memories, as drafts, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.memory_units import MemoryUnit
from workbench.model.segments import Kind, OriginKind, State
from workbench.project.matching import MatchDesk
from workbench.project.pretranslating import Plan, number_only, planned
from workbench.project.session import Session

from .conftest import MakeSession

LINES = (
    "绿水青山就是发展的底色",
    "三地共同治理河流。水质明显好转，岸线重新变绿。",
    "疏解北京非首都功能是一项长期任务，要久久为功。",
    "１２，３４５．６％",
    "从未见过的一段全新文字，与什么都不像。",
)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory.open(tmp_path / "m.tm", create=True, index_folder=tmp_path / "index")
    for source, target in (
        ("绿水青山就是发展的底色", "Lucid waters are the color of growth"),
        ("三地共同治理河流。", "All three clean up the river."),
        ("水质明显好转，岸线重新变绿。", "The water is cleaner and the banks are green."),
        ("疏解北京非首都功能是一项艰巨任务，要久久为功。", "Relieving Beijing takes patience."),
    ):
        memory.add(MemoryUnit(CodedText(source), CodedText(target)))
    yield memory
    memory.close()


@pytest.fixture
def session(make_session: MakeSession) -> Session:
    return make_session(LINES)


def plan(session: Session, memory: Memory, least: int = 85) -> Plan:
    return planned(session.flow(), MatchDesk([memory]), least)


def targets(session: Session) -> list[str]:
    return [segment.target.text for segment in session.every_segment()]


def test_rows_are_filled_whole_put_together_and_by_numbers_in_one_step_of_undo(
    session: Session, memory: Memory
) -> None:
    done = session.fill(plan(session, memory))
    assert targets(session) == [
        "Lucid waters are the color of growth",
        "All three clean up the river. The water is cleaner and the banks are green.",
        "Relieving Beijing takes patience.",
        "12,345.6%",
        "",
    ]
    rows = session.every_segment()
    assert [row.state for row in rows[:4]] == [State.DRAFT] * 4
    assert [(row.origin.kind, row.origin.score) for row in rows[:3]] == [
        (OriginKind.MATCH, 100),
        (OriginKind.MATCH, 100),
        (OriginKind.MATCH, 91),
    ]
    assert len(rows[1].anchors) == 2
    assert len(done.changed) == 4
    assert session.undo().done
    assert targets(session) == [""] * 5
    assert session.redo().done
    assert targets(session)[0]


def test_a_higher_bar_leaves_the_fuzzy_ones_out_and_the_bands_are_counted(
    session: Session, memory: Memory
) -> None:
    found = plan(session, memory, 95)
    assert {band: count for band, count in found.by_band.items() if count} == {
        "100": 1,
        "assembled": 1,
        "numbers": 1,
    }
    assert found.waiting == 5
    assert targets(session) == [""] * 5  # nothing is done by planning


def test_what_is_typed_confirmed_locked_or_ignored_is_not_touched(session: Session, memory: Memory) -> None:
    rows = [segment.id for segment in session.every_segment()]
    session.type(rows[0], "Mine")
    session.confirm_and_stay(rows[0])
    session.type(rows[1], "Begun")
    session.toggle_lock(rows[2])
    session.set_kind(rows[3], Kind.IGNORED)
    session.fill(plan(session, memory))
    assert targets(session) == ["Mine", "Begun", "", "", ""]


def test_a_row_that_changed_while_others_were_looked_up_is_left_alone(
    session: Session, memory: Memory
) -> None:
    found = plan(session, memory)
    row = session.every_segment()[0].id
    session.type(row, "Typed meanwhile")
    assert row not in session.fill(found).changed
    assert targets(session)[0] == "Typed meanwhile"
    assert targets(session)[1]


def test_a_row_half_covered_does_not_pass_for_a_match(make_session: MakeSession, memory: Memory) -> None:
    session = make_session(["三地共同治理河流。这里的第二句话谁也没有见过，而且很长。"])
    assert plan(session, memory).fillings == ()
    (filling,) = plan(session, memory, 50).fillings if plan(session, memory, 50).fillings else (None,)
    assert filling is None  # a third of it is covered


def test_it_never_confirms_so_nothing_filled_reaches_the_memory(session: Session, memory: Memory) -> None:
    session.fill(plan(session, memory))
    session.catch_up()
    written = session.memories().written
    assert written is not None
    assert list(written.units()) == []


@pytest.mark.parametrize(
    ("source", "english"),
    [("64.2%", "64.2%"), ("（１２）", "(12)"), ("2020－2024", "2020-2024"), ("3：2", "3:2")],
)
def test_numbers_alone_become_plain_signs(source: str, english: str) -> None:
    assert number_only(source) == english


@pytest.mark.parametrize("source", ["", "——", "2023年", "第3章", "A4", "三", "①", "1、2"])
def test_what_holds_a_word_a_hanzi_or_no_digit_is_no_number(source: str) -> None:
    assert number_only(source) is None


@given(st.text(max_size=12))
def test_a_number_has_digits_and_no_letters(source: str) -> None:
    english = number_only(source)
    if english is not None:
        assert any(sign in "0123456789" for sign in english)
        assert not any(sign.isalpha() for sign in english)
        assert len(english) <= len(source)
