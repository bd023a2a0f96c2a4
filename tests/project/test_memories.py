"""tests of project: which memories a project has, what is set for them, and what is wrong with a setting."""

from __future__ import annotations

import pytest

from workbench.memory.memory import Memory
from workbench.memory.places import memory_path
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.memory_units import MemoryUnit
from workbench.project.config import ProjectConfig, read_config
from workbench.project.memories import project_memories
from workbench.project.session import Session


def test_the_project_names_its_memories_and_the_first_that_may_be_written_takes_its_rows(
    session: Session,
) -> None:
    folder = session.folder
    session.close()
    with (folder / "project.toml").open("a", encoding="utf-8") as toml:
        toml.write('[memory."client.tm"]\nread_only = true\npenalty = 7\n')
    text = (folder / "project.toml").read_text("utf-8")
    (folder / "project.toml").write_text(
        text.replace('memories = ["personal"]', 'memories = ["client.tm", "gone", "mine.tm"]'), "utf-8"
    )
    client = Memory.open(folder / "client.tm", create=True)
    client.add(MemoryUnit(CodedText("绿水青山就是发展的底色"), CodedText("Green.")))
    client.close()
    with_memories = Session.open(folder)
    opened = with_memories.memories()
    assert [memory.name for memory in opened.memories] == ["client.tm", "mine.tm"]
    assert opened.written is opened.named("mine.tm")
    assert "gone" in opened.said[0]
    placed = with_memories.placed(with_memories.every_segment()[0].id)
    assert placed is not None
    (match,) = with_memories.match_desk().row_matches(placed.segment, placed.before, placed.after).whole
    assert (match.score, match.penalties[-1].name) == (93, "memory")
    with_memories.close()


@pytest.mark.parametrize(
    "line",
    [
        'memories = "personal"',
        "memories = [3]",
        'memories = ["../x.tm"]',
        'memories = ["a/b"]',
        '[memory.personal]\npenalty = "much"',
        "[memory.personal]\nfoo = 1",
        "[matching]\nleast = 20",
        "[matching]\nunknown = 1",
        "[matching]\nmachine = 1000",
    ],
)
def test_wrong_settings_are_refused_with_the_name_of_the_file_or_the_setting(
    session: Session, line: str
) -> None:
    folder = session.folder
    text = (folder / "project.toml").read_text("utf-8").replace('memories = ["personal"]\n', "")
    head, tables = text.split("[terms]")
    line, _, table = line.partition("\n") if not line.startswith("[") else ("", "", line)
    (folder / "project.toml").write_text(f"{head}{line}\n[terms]{tables}{table}\n", "utf-8")
    with pytest.raises(WorkbenchError):
        opened = project_memories(folder, read_config(folder))
        opened.close()
        raise WorkbenchError("; ".join(opened.said) or pytest.fail("nothing was said"))


def test_without_a_word_a_project_writes_to_the_personal_memory(session: Session) -> None:
    assert read_config(session.folder).memories == ("personal",)
    opened = session.memories()
    assert opened.written is opened.named("personal")
    assert memory_path("personal").is_file()


def test_a_project_may_have_no_memory(session: Session) -> None:
    folder = session.folder
    text = (folder / "project.toml").read_text("utf-8").replace('["personal"]', "[]")
    (folder / "project.toml").write_text(text, "utf-8")
    session.close()
    again = Session.open(folder)
    assert again.catch_up() == frozenset()
    assert again.match_desk().memories == ()
    again.close()


def test_reading_alone_makes_no_memory(session: Session) -> None:
    opened = project_memories(session.folder, ProjectConfig("t", "t"), read_only=True)
    assert (opened.memories, opened.written, opened.said) == ((), None, ())
    assert not memory_path("personal").exists()


def test_a_memory_that_was_asked_for_by_name_must_be_there(session: Session) -> None:
    with pytest.raises(WorkbenchError, match="nobody"):
        project_memories(session.folder, session.config, names=["nobody"])


def test_a_damaged_memory_is_said_and_the_others_serve(session: Session) -> None:
    memory_path("personal").parent.mkdir(parents=True, exist_ok=True)
    memory_path("personal").write_bytes(b"no database" * 1000)
    config = ProjectConfig("t", "t", memories=("personal", "own.tm"))
    opened = project_memories(session.folder, config)
    assert [memory.name for memory in opened.memories] == ["own.tm"]
    assert "personal" in opened.said[0]
    opened.close()


def test_what_was_confirmed_is_in_the_memory_when_the_project_is_closed(session: Session) -> None:
    row = session.every_segment()[0].id
    session.memories()
    session.type(row, "Green.")
    session.confirm_and_stay(row)
    session.close()
    memory = Memory.open(memory_path("personal"))
    assert [unit.target.text for unit in memory.units()] == ["Green."]
    memory.close()
