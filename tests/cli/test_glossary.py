"""tests: `workbench glossary` as a person types it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.glossary.glossaries import write
from workbench.cli.glossary import command
from workbench.glossary.bundled import personal_path, policy_path
from workbench.glossary.table import read_glossary
from workbench.model.faults import WorkbenchError


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(command, arguments, input=stdin)


def test_find_json_is_a_list_of_hits_with_offsets_into_the_text() -> None:
    text = "有序疏解北京非首都功能"
    hits = json.loads(run("find", text, "--json").stdout)
    assert set(hits[0]) == {"start", "end", "term", "concept", "renderings"}
    assert all(text[hit["start"] : hit["end"]] == hit["term"] for hit in hits)
    (functions,) = [hit for hit in hits if hit["term"] == "非首都功能"]
    assert functions["concept"] == "non-capital-functions"
    assert functions["renderings"][0]["en"] == "non-capital functions"
    assert functions["renderings"][0]["status"] == "preferred"


def test_find_reads_standard_input() -> None:
    assert "coordinated development" in run("find", "-", stdin="京津冀协同\n发展").stdout


def test_find_in_chinese_without_terms_is_an_empty_list() -> None:
    result = run("find", "你好", "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("find", "嗯嗯"), "No term was found."),
        (("find", "qqqqzzzz"), "No term was found."),
        (("list", "--domain", "nope"), "No concept of domain nope."),
        (("list", "--domain", "law", "--kind", "nope"), "No concept of domain law and kind nope."),
    ],
)
def test_that_nothing_was_found_is_said_beside_the_output(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", said + "\n")


@pytest.mark.parametrize("text", ["feishoudugongneng", "non-capital functions"])
def test_find_looks_up_pinyin_and_english(text: str) -> None:
    hits = json.loads(run("find", text, "--json").stdout)
    assert "非首都功能" in [hit["term"] for hit in hits]
    assert {hit["start"] for hit in hits} == {None}


def test_list_gives_a_line_a_concept_of_the_domain_asked_for() -> None:
    lines = run("list", "--domain", "statistics").stdout.splitlines()
    assert "labor productivity" in "\n".join(lines)
    assert all(len(line.split("\t")) == 3 for line in lines)
    assert len(json.loads(run("list", "--kind", "formula", "--json").stdout)) >= 8


def test_add_goes_to_the_personal_glossary_and_its_terms_come_first() -> None:
    assert run("add", "非首都功能", "the noncapital roles", "--note", "house style").exit_code == 0
    assert read_glossary(personal_path()).concepts[0].renderings[0].article == "the"
    hits = json.loads(run("find", "非首都功能", "--json").stdout)
    assert [hit["renderings"][0]["en"] for hit in hits] == ["noncapital roles", "non-capital functions"]


def test_add_goes_to_the_file_named(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    result = run("add", "国情", "national realities", "--to", str(path))
    assert result.exit_code == 0
    assert result.stdout.startswith("国情\tnational realities\t")
    assert run("find", "国情", "--glossary", str(path)).stdout == "0-2\t国情\tnational realities\n"


def test_two_places_to_add_to_are_one_too_many(tmp_path: Path) -> None:
    assert run("add", "国情", "x", "--to", str(tmp_path / "a.tsv"), "--project", "p").exit_code == 2


def test_the_tsv_export_of_the_bundled_glossary_is_the_file_itself(tmp_path: Path) -> None:
    out = tmp_path / "out.tsv"
    assert run("export", "--to", "tsv", "-o", str(out)).exit_code == 0
    assert out.read_text("utf-8") == policy_path().read_text("utf-8")


def test_the_csv_export_guards_formulas_and_opens_in_excel(tmp_path: Path) -> None:
    own = write(tmp_path, "国情;=HYPERLINK(1)", header="zh en")
    out = tmp_path / "out.csv"
    assert run("export", "--to", "csv", "-o", str(out), "--glossary", str(own)).exit_code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    assert rows[0]["en"] == "'=HYPERLINK(1)"


def test_the_tbx_export_goes_to_standard_output() -> None:
    body = run("export", "--to", "tbx").stdout
    assert body.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert "CC BY 4.0" in body


def test_lint_says_each_finding_and_exits_1(tmp_path: Path) -> None:
    path = write(tmp_path, "国情;the national conditions", header="zh en")
    result = run("lint", str(path))
    assert (result.exit_code, result.stdout.startswith(f"{path}:2: en: begins with `the`")) == (1, True)
    assert run("lint", str(policy_path())).exit_code == 0


@pytest.mark.parametrize(
    "arguments", [["lint"], ["find", "国情", "--glossary"], ["export", "--to", "csv", "--glossary"]]
)
def test_a_missing_file_is_one_sentence_for_the_caller_to_print(tmp_path: Path, arguments: list[str]) -> None:
    result = run(*arguments, str(tmp_path / "none.tsv"))
    assert isinstance(result.exception, WorkbenchError)
    assert "none.tsv: cannot be read" in str(result.exception)


def test_a_ragged_row_names_file_and_line(tmp_path: Path) -> None:
    path = write(tmp_path, "国情", header="zh en")
    result = run("find", "国情", "--glossary", str(path))
    assert str(result.exception) == f"{path}:2: 1 cell where the header has 2; give each column one"
