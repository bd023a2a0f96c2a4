"""project: one concordance over the project's own rows, its memories and its reference documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.project.conftest import MakeSession
from workbench.memory.concordance import ConcordanceQuery
from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.memory_units import MemoryUnit, UnitKey
from workbench.project.concording import Where, concorded
from workbench.project.identity import identity_of
from workbench.project.session import Session

MakeMemory = Callable[..., Memory]


@pytest.fixture
def make_memory(tmp_path: Path) -> Iterator[MakeMemory]:
    opened: list[Memory] = []

    def make(name: str, *units: MemoryUnit) -> Memory:
        path = tmp_path / f"{name}.tm"
        memory = Memory.open(path, create=True, index_folder=tmp_path / "index")
        memory.add_many(units)
        opened.append(memory)
        return memory

    yield make
    for memory in opened:
        memory.close()


def _unit(zh: str, en: str, key: UnitKey | None = None) -> MemoryUnit:
    return MemoryUnit(CodedText(zh), CodedText(en), key=key)


def _search(
    session: Session, text: str, *memories: Memory, references: Memory | None = None
) -> list[tuple[str, str]]:
    connection = session.store.connection
    project = identity_of(connection).project
    groups = concorded(ConcordanceQuery(text), connection, project, memories, references)
    return [(f"{group.where}:{group.name}", hit.text) for group in groups for hit in group.found.hits]


def test_the_project_comes_first_then_memories_in_order_then_references(
    make_session: MakeSession, make_memory: MakeMemory
) -> None:
    session = make_session(("绿水青山就是发展的底色",))
    first = make_memory("first", _unit("發展是第一要務", "Development comes first"))
    second = make_memory("second", _unit("科学发展", "scientific development"))
    references = make_memory("references", _unit("发展报告", ""))
    assert _search(session, "发展", first, second, references=references) == [
        ("project:", "绿水青山就是发展的底色"),
        ("memory:first", "發展是第一要務"),
        ("memory:second", "科学发展"),
        ("references:references", "发展报告"),
    ]


def test_what_a_memory_has_of_the_project_is_not_shown_twice(
    make_session: MakeSession, make_memory: MakeMemory
) -> None:
    session = make_session(("绿水青山就是发展的底色",))
    project = identity_of(session.store.connection).project
    memory = make_memory(
        "personal",
        _unit("绿水青山就是发展的底色", "Green is the color of development", UnitKey(project, 1)),
        _unit("发展才是硬道理", "Development is what counts", UnitKey("another", 1)),
    )
    assert _search(session, "发展", memory) == [
        ("project:", "绿水青山就是发展的底色"),
        ("memory:personal", "发展才是硬道理"),
    ]


def test_rows_are_found_by_their_english_and_say_which_they_are(make_session: MakeSession) -> None:
    session = make_session()
    row = session.first_view().ids[1]
    session.type(row, "Water quality has improved by 100%, and so have the banks_.")
    connection = session.store.connection
    (group,) = concorded(ConcordanceQuery("improving"), connection, "p", [])
    assert group.where is Where.PROJECT
    assert [hit.unit.key for hit in group.found.hits] == [UnitKey("p", row)]
    assert list(concorded(ConcordanceQuery("1_0"), connection, "p", [])) == []
    assert list(concorded(ConcordanceQuery("%"), connection, "p", [])) != []


def test_a_project_without_what_is_looked_for_gives_no_group(make_session: MakeSession) -> None:
    session = make_session()
    assert list(concorded(ConcordanceQuery("航天"), session.store.connection, "p", [])) == []


def test_of_a_row_whose_sentences_were_ended_the_sentence_is_found_with_its_english(
    make_session: MakeSession,
) -> None:
    session = make_session(("三地共同治理河流。水质明显好转，岸线重新变绿。",))
    row = session.every_segment()[0].id
    first, second = "The three treat the river together.", "The water is much better."
    session.type(row, f"{first} {second}")
    session.end_sentence(row, len(first))
    session.end_sentence(row, len(first) + 1 + len(second))
    connection = session.store.connection
    project = identity_of(connection).project

    def found(text: str) -> list[tuple[str, str, int]]:
        (group,) = concorded(ConcordanceQuery(text), connection, project, ())
        return [
            (hit.unit.source.text, hit.unit.target.text, hit.unit.key.row if hit.unit.key else 0)
            for hit in group.found.hits
        ]

    assert found("水质") == [("水质明显好转，岸线重新变绿。", second, row)]
    assert found("treating") == [("三地共同治理河流。", first, row)]
    assert [english for _, english, _ in found("河流。水质")] == [f"{first} {second}"]
