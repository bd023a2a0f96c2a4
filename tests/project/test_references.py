"""tests of project: reference documents are copied into the project and searched with it only."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.matches import Query
from workbench.model.memory_units import MemoryUnit
from workbench.model.segments import OriginKind
from workbench.project.config import read_config
from workbench.project.creation import create_project
from workbench.project.references import named_reference, open_references

ZH = "村里修了一条新路。孩子们上学更近了。村民的收入增加了三成。\n"
EN = "The village has built a new road. The children are nearer to school. Villagers earn 30 percent more.\n"


@pytest.fixture
def here(tmp_path: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a source and some references."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
    (tmp_path / "source.txt").write_text("全县修了一条新路。\n", "utf-8")
    (tmp_path / "old.zh.txt").write_text(ZH, "utf-8")
    (tmp_path / "old.en.txt").write_text(EN, "utf-8")
    (tmp_path / "pairs.tsv").write_text("source\ttarget\n绿色发展\tgreen growth\n", "utf-8")
    return tmp_path


def project(here: Path, *named: str) -> Path:
    references = [
        named_reference(str(here / name.split("=")[0]) + name[len(name.split("=")[0]) :]) for name in named
    ]
    create_project([here / "source.txt"], here / "made", "made", references=references)
    return here / "made"


def opened(folder: Path) -> Memory:
    memory = open_references(folder, read_config(folder))
    assert memory is not None
    return memory


def units(folder: Path) -> list[MemoryUnit]:
    memory = opened(folder)
    try:
        return list(memory.units())
    finally:
        memory.close()


def test_a_project_without_references_has_no_memory_of_them(here: Path) -> None:
    folder = project(here)
    assert open_references(folder, read_config(folder)) is None
    assert not (folder / "references").exists()
    assert not (folder / "references.tm").exists()


def test_a_pair_is_aligned_and_its_sentences_are_found(here: Path) -> None:
    folder = project(here, f"old.zh.txt={here / 'old.en.txt'}")
    assert read_config(folder).references == ("old.zh.txt=old.en.txt",)
    memory = opened(folder)
    (match,) = memory.look_up(Query(CodedText("孩子们上学更近了。")), least=100)
    assert match.proposal.text == "The children are nearer to school."
    assert match.unit.origin is OriginKind.ALIGNED
    assert match.unit.place == "old.zh.txt = old.en.txt"
    assert match.unit.before == "村里修了一条新路。"
    assert "aligned" in {penalty.name for penalty in match.penalties}
    memory.close()


def test_a_text_of_one_language_is_kept_sentence_by_sentence(here: Path) -> None:
    folder = project(here, "old.zh.txt", "old.en.txt")
    found = units(folder)
    assert [unit.source.text for unit in found if unit.source] == [
        "村里修了一条新路。",
        "孩子们上学更近了。",
        "村民的收入增加了三成。",
    ]
    assert "The children are nearer to school." in [unit.target.text for unit in found if not unit.source]


def test_a_table_of_pairs_is_taken_as_it_is(here: Path) -> None:
    (unit,) = units(project(here, "pairs.tsv"))
    assert (unit.source.text, unit.target.text, unit.place) == ("绿色发展", "green growth", "pairs.tsv")


def test_the_memory_is_made_again_from_the_copies_when_they_change_or_it_is_gone(here: Path) -> None:
    folder = project(here, "pairs.tsv")
    copy = folder / "references" / "pairs.tsv"
    copy.write_text("source\ttarget\n共同富裕\tcommon prosperity\n", "utf-8")
    assert [unit.target.text for unit in units(folder)] == ["common prosperity"]
    for file in folder.glob("references.tm*"):
        file.unlink()
    assert [unit.target.text for unit in units(folder)] == ["common prosperity"]
    (folder / "references.tm").write_bytes(b"not a memory at all" * 300)
    assert [unit.target.text for unit in units(folder)] == ["common prosperity"]


def test_it_is_not_made_again_without_need(here: Path) -> None:
    folder = project(here, "pairs.tsv")
    units(folder)
    before = (folder / "references.tm").stat().st_ino
    units(folder)
    assert (folder / "references.tm").stat().st_ino == before


def test_a_copy_that_is_gone_is_said_with_what_to_do(here: Path) -> None:
    folder = project(here, "pairs.tsv")
    (folder / "references" / "pairs.tsv").unlink()
    with pytest.raises(WorkbenchError, match=r"pairs.tsv is missing; .* project.toml"):
        open_references(folder, read_config(folder))


@pytest.mark.parametrize("name", ["nothing.txt", "picture.png", "old.zh.txt=nothing.txt"])
def test_what_cannot_be_a_reference_is_refused_by_name(here: Path, name: str) -> None:
    (here / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(WorkbenchError, match=r"nothing.txt|picture.png"):
        named_reference(str(here / name.split("=")[0]) + name[len(name.split("=")[0]) :])


def test_a_project_whose_reference_is_of_no_use_is_not_made(here: Path) -> None:
    (here / "empty.txt").write_text("\n", "utf-8")
    with pytest.raises(WorkbenchError, match=r"empty.txt"):
        project(here, "empty.txt")
    assert not (here / "made").exists()


def test_two_references_of_one_name_are_refused(here: Path) -> None:
    (here / "other").mkdir()
    (here / "other" / "pairs.tsv").write_text("source\ttarget\n好\tgood\n", "utf-8")
    with pytest.raises(WorkbenchError, match=r"called pairs.tsv"):
        project(here, "pairs.tsv", "other/pairs.tsv")
    assert not (here / "made").exists()


def test_an_entry_that_leads_out_of_the_project_is_refused(here: Path) -> None:
    folder = project(here)
    toml = folder / "project.toml"
    toml.write_text(
        toml.read_text("utf-8").replace('name = "made"', 'name = "made"\nreferences = ["../../old.zh.txt"]'),
        "utf-8",
    )
    with pytest.raises(WorkbenchError, match=r"outside the project folder"):
        open_references(folder, read_config(folder))
