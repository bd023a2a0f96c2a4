"""tests of cli: `pretranslate`, and what `new` and `stats` say of memories and references."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.memory.memory import Memory
from workbench.memory.places import memory_path
from workbench.model.coded import CodedText
from workbench.model.memory_units import MemoryUnit
from workbench.project.session import Session

from .conftest import Workbench

TITLE = "推动乡村振兴取得新进展"


def remember(name: str, source: str, target: str) -> None:
    memory = Memory.open(memory_path(name), create=True)
    memory.add(MemoryUnit(CodedText(source), CodedText(target)))
    memory.close()


@pytest.fixture
def made(workbench: Workbench, article: Path) -> str:
    remember("personal", TITLE, "New Progress in Rural Revitalization")
    assert workbench("new", article.name, "--name", "county", "--no-open").code == 0
    return "county"


def targets(folder: str) -> list[str]:
    session = Session.open(Path(folder))
    try:
        return [segment.target.text for segment in session.every_segment()]
    finally:
        session.close()


def test_untranslated_rows_are_filled_and_counted(workbench: Workbench, made: str) -> None:
    result = workbench("pretranslate", made)
    assert result.code == 0
    assert result.out.splitlines()[0] == "1 of 3 untranslated rows filled"
    assert targets(made) == ["New Progress in Rural Revitalization", "", ""]


def test_a_dry_run_changes_nothing(workbench: Workbench, made: str) -> None:
    result = workbench("pretranslate", made, "--dry-run", "--json")
    found = json.loads(result.out)
    assert (found["untranslated"], found["filled"], found["done"]) == (3, 1, False)
    assert found["by_band"]["100"] == 1
    assert targets(made) == ["", "", ""]


def test_rows_filled_with_figures_of_another_text_are_named_with_their_figures(
    workbench: Workbench, tmp_path: Path
) -> None:
    remember(
        "personal", "全县新增就业1.2万人，城镇登记失业率保持在较低水平。", "The county created 12,000 jobs."
    )
    (tmp_path / "jobs.txt").write_text(
        "题目\n\n去年全县新增就业9.6万人，城镇登记失业率2%保持在较低水平。\n", "utf-8"
    )
    assert workbench("new", "jobs.txt", "--name", "jobs", "--no-open").code == 0
    lines = workbench("pretranslate", "jobs", "--min", "70", "--dry-run").out.splitlines()
    assert lines[-2:] == ["figures to put right", "  row 2: 2%"]
    found = json.loads(workbench("pretranslate", "jobs", "--min", "70", "--json").out)
    assert found["figures_to_put_right"] == {"2": ["2%"]}
    assert targets("jobs")[1] == "The county created 96,000 jobs."


def test_another_memory_may_be_named_and_must_be_there(workbench: Workbench, made: str) -> None:
    remember("client", TITLE, "Fresh Progress")
    assert workbench("pretranslate", made, "--memory", "client").code == 0
    assert targets(made)[0] == "Fresh Progress"
    missing = workbench("pretranslate", made, "--memory", "nobody")
    assert missing.code == 2
    assert "nobody" in missing.err


def test_a_project_that_an_editor_has_is_left_alone(workbench: Workbench, made: str) -> None:
    session = Session.open(Path(made))
    result = workbench("pretranslate", made)
    session.close()
    assert result.code == 2
    assert "open in another Workbench" in result.err
    assert targets(made) == ["", "", ""]


def test_stats_say_what_is_new_and_every_count_has_its_definition(workbench: Workbench, made: str) -> None:
    text = workbench("stats", made).out
    assert "compared with personal, by similarity before penalties" in text
    assert "hanzi: Chinese characters" in text
    found = json.loads(workbench("stats", made, "--json").out)
    assert found["analysis"]["total"]["rows"]["100"]["units"] == 1
    assert found["analysis"]["total"]["rows"]["new"]["units"] == 2
    assert found["intake"]["analysis"]["total"]["rows"]["100"]["units"] == 1
    assert found["delta"] == dict.fromkeys(found["delta"], 0)


def test_counts_alone_compare_with_nothing(workbench: Workbench, made: str) -> None:
    assert "compared with" not in workbench("stats", made, "--counts-only").out
    found = json.loads(workbench("stats", made, "--counts-only", "--json").out)
    assert (found["analysis"], found["rows"]) == (None, 3)


def test_a_new_project_waits_for_no_large_memory(
    workbench: Workbench, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.cli.new._PATIENCE", -1.0)
    result = workbench("new", article.name, "--name", "county", "--no-open")
    assert result.code == 0
    assert "`stats` does so" in result.err
    assert (
        json.loads(workbench("stats", "county", "--counts-only", "--json").out)["intake"]["analysis"] is None
    )
    workbench("stats", "county")
    assert json.loads(workbench("stats", "county", "--counts-only", "--json").out)["intake"]["analysis"]


def test_what_memories_gave_at_intake_stays_when_they_grow(workbench: Workbench, made: str) -> None:
    session = Session.open(Path(made))
    remember("personal", session.every_segment()[2].source.text, "The whole county.")
    session.edit_source(session.every_segment()[1].id, "改过的一段。")
    session.close()
    found = json.loads(workbench("stats", made, "--json").out)
    assert found["intake"]["analysis"]["total"]["rows"]["new"]["units"] == 2
    assert found["analysis"]["total"]["rows"]["new"]["units"] == 1
    assert found["delta"]["hanzi"] < 0
    assert "rows by band since" in workbench("stats", made).out


def test_stats_write_nothing_into_a_project_that_is_open(workbench: Workbench, made: str) -> None:
    session = Session.open(Path(made))
    assert workbench("stats", made).code == 0
    assert session.type(session.every_segment()[0].id, "Still mine to write").done
    session.close()


def test_a_reference_is_searched_in_its_project(workbench: Workbench, article: Path) -> None:
    Path("old.tsv").write_text(f"source\ttarget\n{TITLE}\tOld Progress\n", "utf-8")
    assert workbench("new", article.name, "--name", "county", "--no-open", "--reference", "old.tsv").code == 0
    assert workbench("pretranslate", "county").code == 0
    assert targets("county")[0] == "Old Progress"


def test_a_reference_that_is_not_there_is_said_and_no_project_is_made(
    workbench: Workbench, article: Path
) -> None:
    result = workbench("new", article.name, "--name", "county", "--no-open", "--reference", "gone.tmx")
    assert result.code == 2
    assert "gone.tmx does not exist" in result.err
    assert not Path("county").exists()
