from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Workbench, files_under


def test_segments_as_jsonl_has_a_row_a_line(workbench: Workbench, project: str) -> None:
    rows = [json.loads(line) for line in workbench("segments", project, "--format", "jsonl").out.splitlines()]
    assert [row["number"] for row in rows] == [1, 2, 3]
    assert list(rows[0]) == [
        *("id", "number", "document", "source", "target", "state", "locked", "kind", "origin", "note")
    ]
    assert rows[0]["target"] == "New Progress in Rural Revitalization"
    assert [row["state"] for row in rows] == ["confirmed", "draft", "untranslated"]
    assert rows[0]["document"] == "article.txt"
    assert rows[0]["locked"] is False


def test_segments_as_text_shows_number_state_and_both_sides(workbench: Workbench, project: str) -> None:
    out = workbench("segments", project).out
    assert out.startswith("1  confirmed, ")
    assert "    New Progress in Rural Revitalization\n" in out


def test_json_is_short_for_the_form_that_programs_read(workbench: Workbench, project: str) -> None:
    long = workbench("segments", project, "--format", "jsonl").out
    assert workbench("segments", project, "--json").out == long
    assert workbench("stats", project, "--json").out == workbench("stats", project, "--format", "json").out


def test_stats_counts_hanzi_words_and_states(workbench: Workbench, project: str) -> None:
    counted = json.loads(workbench("stats", project, "--json").out)
    assert counted["rows"] == 3
    assert counted["by_state"] == {"confirmed": 1, "draft": 1, "untranslated": 1}
    assert counted["target_words"] == 14
    assert f"{counted['hanzi']:,}" in workbench("stats", project).out


@pytest.mark.parametrize("form", ["tmx", "txt", "md", "html", "tsv"])
def test_export_writes_every_form_into_the_project_and_says_where(
    workbench: Workbench, project: str, form: str
) -> None:
    result = workbench("export", project, "--to", form)
    path = Path(result.out.strip())
    assert (result.code, path) == (0, Path("county") / f"county.{form}")
    assert "New Progress in Rural Revitalization" in path.read_text("utf-8")


def test_export_twice_differs_in_nothing_and_goes_where_it_is_told(
    workbench: Workbench, project: str
) -> None:
    workbench("export", project, "--to", "tmx", "-o", "one.tmx")
    workbench("export", project, "--to", "tmx", "--output", "two.tmx")
    printed = workbench("export", project, "--to", "tmx", "-o", "-").out
    assert Path("one.tmx").read_bytes() == Path("two.tmx").read_bytes() == printed.encode()


def test_export_of_sentences_has_a_name_of_its_own_and_says_what_is_not_in_it(
    workbench: Workbench, project: str
) -> None:
    result = workbench("export", project, "--to", "tmx", "--level", "sentence")
    path = Path(result.out.strip())
    assert (result.code, path) == (0, Path("county") / "county.sentences.tmx")
    text = path.read_text("utf-8")
    assert 'tuid="1.1"' in text
    assert '<prop type="x-pair-origin">whole</prop>' in text
    assert result.err == "Of 3 rows 1 untranslated and 1 not confirmed.\n"


def test_sentences_in_another_form_are_refused_in_a_sentence(workbench: Workbench, project: str) -> None:
    result = workbench("export", project, "--to", "md", "--level", "sentence")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "Sentence pairs are written as tmx and not as md; leave --level out." in result.err


def test_check_of_a_project_names_the_row_by_its_number(workbench: Workbench, project: str) -> None:
    result = workbench("check", project)
    assert result.code == 1
    assert result.out.splitlines() == [
        "row 2: error: 32万 is 320,000; the English has 3.2 million. Write: 320,000 [numbers.value]",
        "row 2: warning: 64.2% is not in the English. Write: 64.2 percent [numbers.missing]",
    ]


def test_check_reports_from_a_severity_on(workbench: Workbench, project: str) -> None:
    found = json.loads(workbench("check", project, "--json", "--severity", "error").out)["findings"]
    assert [finding["check"] for finding in found] == ["numbers.value"]


def test_check_of_a_table_names_the_row_and_is_silent_where_all_is_well(
    workbench: Workbench, here: Path
) -> None:
    Path("pairs.tsv").write_text(
        "note\tsource\ttarget\nx\t5万人\t50,000 people\n\ny\t3亿元\t3 billion yuan\n", "utf-8"
    )
    result = workbench("check", "pairs.tsv", "--format", "json")
    (finding,) = json.loads(result.out)["findings"]
    assert (result.code, finding["row"], finding["proposal"]) == (1, 2, "300 million")
    assert finding["source_span"] == [0, 2]
    assert finding["target_span"] == [0, 9]
    piped = workbench("check", "-", stdin="source\ttarget\n5万人\t50,000 people\n".encode())
    assert piped == (0, "", "")


def test_an_exported_table_can_be_checked_again(workbench: Workbench, project: str) -> None:
    workbench("export", project, "--to", "tsv", "-o", "out.tsv")
    assert workbench("check", "out.tsv").out == workbench("check", project).out


def test_reading_commands_change_nothing_and_work_beside_an_editor(
    workbench: Workbench, project: str
) -> None:
    from workbench.project.session import Session

    session = Session.open(Path(project))
    try:
        before = {name: data for name, data in files_under(Path(project)).items() if "db-" not in name}
        for arguments in (("segments",), ("stats",), ("check",), ("export", "--to", "txt", "-o", "-")):
            assert workbench(arguments[0], project, *arguments[1:]).code < 2
        after = {name: data for name, data in files_under(Path(project)).items() if "db-" not in name}
    finally:
        session.close()
    assert after == before


def test_a_clone_without_a_database_can_be_read(workbench: Workbench, project: str) -> None:
    for path in Path(project).glob("project.db*"):
        path.unlink()
    assert len(workbench("segments", project, "--json").out.splitlines()) == 3


def test_without_a_command_the_recent_projects_are_listed(workbench: Workbench, project: str) -> None:
    (line,) = workbench().out.splitlines()
    name, path, _ = line.split("\t")
    assert (name, Path(path)) == ("county", Path("county").resolve())


def test_where_there_is_no_recent_project_the_way_to_one_is_said(workbench: Workbench) -> None:
    result = workbench()
    assert (result.code, result.out) == (0, "")
    assert "workbench new" in result.err


def test_demo_makes_a_new_copy_each_time_and_reading_it_finds_the_wrong_figure(workbench: Workbench) -> None:
    first, second = (workbench("demo", "--no-open").out.strip() for _ in range(2))
    assert first != second
    assert [line.split("\t")[1] for line in workbench().out.splitlines()] == [second, first]
    assert workbench("check", first).code == 1


@pytest.mark.parametrize("arguments", [("open", "county"), ("demo",)])
def test_what_needs_a_terminal_says_so_and_makes_nothing(
    workbench: Workbench, project: str, here: Path, arguments: tuple[str, ...]
) -> None:
    before = files_under(here)
    result = workbench(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "needs a terminal" in result.err
    assert files_under(here) == before


def test_config_says_where_things_are(workbench: Workbench) -> None:
    path = workbench("config", "path").out.strip()
    assert path.endswith("config.toml")
    shown = workbench("config", "show").out
    assert path in shown
    assert "policy.tsv" in shown
