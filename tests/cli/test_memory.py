"""tests/cli: `workbench memory`: what a person and a program get, and what is said when it cannot be done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Workbench

PAIRS = (
    ("疏解北京非首都功能取得成效。", "Relieving Beijing of non-capital functions has shown results."),
    ("城镇化率达到64.2%。", "The urbanization rate reached 64.2 percent."),
    (
        "近年来，农民收入稳步增长。全县新建了农村公路。",
        "Incomes have grown. The county has built rural roads.",
    ),
)


@pytest.fixture
def pairs(here: Path) -> str:
    """A table of pairs."""
    lines = "".join(f"{zh}\t{en}\n" for zh, en in (("zh", "en"), *PAIRS))
    (here / "pairs.tsv").write_text(lines, "utf-8")
    return "pairs.tsv"


@pytest.fixture
def filled(workbench: Workbench, pairs: str) -> None:
    """The personal memory with the pairs in it."""
    assert workbench("memory", "import", pairs).code == 0


def test_what_an_import_did_is_said_by_reason(workbench: Workbench, pairs: str) -> None:
    assert workbench("memory", "import", pairs).out == "pairs.tsv: 3 added.\n"
    again = workbench("memory", "import", pairs, "-", stdin="甲\tA\n乙\t\n".encode())
    assert again.out == (
        "pairs.tsv: 3 there already.\nstandard input: 1 added; left out: 1 not translated.\n"
    )


def test_nothing_is_imported_when_one_of_the_files_is_not_there(workbench: Workbench, pairs: str) -> None:
    result = workbench("memory", "import", pairs, "none.tmx")
    assert (result.code, result.out) == (2, "")
    assert "none.tmx does not exist" in result.err
    assert workbench("memory", "list").out == ""


def test_a_memory_for_a_file_that_cannot_be_read_is_not_made(workbench: Workbench, here: Path) -> None:
    (here / "a.tmx").write_text("<html/>", "utf-8")
    assert workbench("memory", "import", "a.tmx", "--into", "client").code == 2
    assert workbench("memory", "list").out == ""
    result = workbench("memory", "import", "-", stdin=b"<html/>")
    assert result.err.startswith("workbench: standard input is not TMX")


def test_what_stands_before_a_break_is_taken_and_the_break_is_said(workbench: Workbench, here: Path) -> None:
    unit = '<tu><tuv xml:lang="zh"><seg>甲{}</seg></tuv><tuv xml:lang="en"><seg>A</seg></tuv></tu>\n'
    body = "".join(unit.format(n) for n in range(3))
    (here / "a.tmx").write_text(f'<tmx version="1.4"><header/><body>{body}<tu><tuv', "utf-8")
    result = workbench("memory", "import", "a.tmx")
    assert (result.code, result.out) == (2, "a.tmx: 3 added.\n")
    assert result.err.startswith("workbench: a.tmx, line 4: not well-formed")
    assert result.err.endswith("What stands before that place was taken.\n")


@pytest.mark.usefixtures("filled")
def test_a_match_shows_its_score_what_differs_and_the_formula(workbench: Workbench) -> None:
    assert workbench("memory", "match", "疏解北京非首都功能初见成效。").out == (
        "  85 % 疏解北京非首都功能[-取得-]{+初见+}成效。\n"
        "       Relieving Beijing of non-capital functions has shown results.\n"
        "       100 × (1 − 2/14) = 85\n"
        "       personal · pairs.tsv\n"
    )


@pytest.mark.usefixtures("filled")
def test_numbers_are_put_right_and_it_is_said_so(workbench: Workbench) -> None:
    out = workbench("memory", "match", "-", stdin="城镇化率达到65.8%。\n".encode()).out
    assert (
        "       The urbanization rate reached 65.8 percent.\n       numbers put right; in the memory:" in out
    )


@pytest.mark.usefixtures("filled")
def test_no_match_is_said_and_is_no_error(workbench: Workbench) -> None:
    result = workbench("memory", "match", "无关", "--min", "80")
    assert (result.code, result.out, result.err) == (0, "", "No match of 80 % or more.\n")


@pytest.mark.usefixtures("filled")
def test_the_lines_of_a_file_are_neighbours_of_each_other(workbench: Workbench, here: Path) -> None:
    (here / "new.txt").write_text("\n\n".join(zh for zh, _ in PAIRS[:2]) + "\n别的\n", "utf-8")
    out = workbench("memory", "match", "--file", "new.txt", "--best", "1", "--json").out
    found = [json.loads(line) for line in out.splitlines()]
    assert [(one["query"], [m["score"] for m in one["matches"]]) for one in found] == [
        (PAIRS[0][0], [101]),
        (PAIRS[1][0], [100]),
        ("别的", []),
    ]
    assert all(one["elapsed_ms"] >= 0 for one in found)
    match = found[0]["matches"][0]
    assert (match["kind"], match["memory"], match["place"]) == ("context", "personal", "pairs.tsv")
    assert match["target"] == PAIRS[0][1]
    assert match["formula"] in match["explanation"]


def test_the_best_match_of_several_memories_comes_first_and_once(workbench: Workbench, pairs: str) -> None:
    workbench("memory", "import", pairs)
    workbench("memory", "import", pairs, "--into", "client")
    line = f"{PAIRS[0][0]}\tAnother translation.\n".encode()
    workbench("memory", "import", "-", "--into", "other", stdin=line)
    out = workbench("memory", "match", PAIRS[0][0], "--json").out
    targets = [match["target"] for match in json.loads(out)["matches"]]
    assert sorted(targets) == ["Another translation.", PAIRS[0][1]]
    only = workbench("memory", "match", PAIRS[0][0], "--memory", "other", "--json").out
    assert [match["target"] for match in json.loads(only)["matches"]] == ["Another translation."]


@pytest.mark.usefixtures("filled")
def test_what_was_searched_stands_in_one_column_with_its_sentence_below(workbench: Workbench) -> None:
    out = workbench("memory", "search", "農村公路").out
    assert out == (
        "personal\n"
        " …，农民收入稳步增长。全县新建了农村公路。\n"
        "    … The county has built rural roads.                                pairs.tsv\n\n"
    )


@pytest.mark.usefixtures("filled")
def test_english_is_searched_by_its_stems(workbench: Workbench) -> None:
    out = workbench("memory", "search", "income grow", "--json").out
    assert out == ""
    (found,) = map(json.loads, workbench("memory", "search", "build rural road", "--json").out.splitlines())
    assert (found["side"], found["spans"], found["memory"]) == ("target", [[35, 52]], "personal")
    assert workbench("memory", "search", "build rural road", "--exact").out == ""


@pytest.mark.usefixtures("filled")
def test_what_is_nowhere_is_said_on_standard_error(workbench: Workbench) -> None:
    result = workbench("memory", "search", "xyz")
    assert (result.code, result.out, result.err) == (0, "", "“xyz” is not in personal.\n")
    assert workbench("memory", "search", "达到", "--side", "target").out == ""


@pytest.mark.usefixtures("filled")
def test_what_is_left_unshown_is_counted(workbench: Workbench) -> None:
    result = workbench("memory", "search", "。", "--limit", "1", "--long")
    assert result.err == "There are 2 more; --limit shows them.\n"


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", ["out.tmx", "out.tsv", "out.csv", "out.xlsx"])
def test_an_export_can_be_imported_again(workbench: Workbench, name: str) -> None:
    result = workbench("memory", "export", "-o", name)
    assert (result.out, result.err) == (f"{name}\n", "3 units of personal\n")
    assert workbench("memory", "import", name, "--into", "copy").out == f"{name}: 3 added.\n"


@pytest.mark.usefixtures("filled")
def test_an_export_goes_to_a_pipe_as_tmx(workbench: Workbench) -> None:
    result = workbench("memory", "export", "--text", "成效")
    assert result.out.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert result.err == "1 unit of personal\n"


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("export -o out.docx", "says no form"),
        ("export --to tsv --level 1", "--level is for tmx"),
        ("export --since lately", "write a date as"),
        ("export -o nowhere/out.tmx", "could not be written"),
        ("match", "Give either TEXT or --file"),
        ("match 甲 --file b.txt", "Give either TEXT or --file"),
        ("match --file none.txt", "none.txt does not exist"),
        ("match 甲 --memory client", "There is no memory called client; there are personal."),
        ("match 甲 --memory ../x", "is no name for a memory"),
        ("delete client --yes", "There is no memory called client"),
        ("delete personal", "would delete personal with 3 units for good; add --yes"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(workbench: Workbench, line: str, said: str) -> None:
    result = workbench("memory", *line.split())
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.count("\n") == 1


def test_without_a_memory_it_is_said_how_to_make_one(workbench: Workbench) -> None:
    for line in (("match", "甲"), ("search", "甲"), ("compact",), ("stats",)):
        result = workbench("memory", *line)
        assert result.code == 2
        assert "make one with `workbench memory import FILE`" in result.err
    assert workbench("memory", "list").code == 0


@pytest.mark.usefixtures("filled")
def test_memories_are_listed_and_counted(workbench: Workbench) -> None:
    assert workbench("memory", "list").out.startswith("personal           3 units")
    counted = json.loads(workbench("memory", "stats", "--json").out)["memories"][0]
    assert (counted["units"], counted["by_state"], counted["projects"]) == (3, {"unknown": 3}, 0)
    assert "  state not known" in workbench("memory", "stats", "personal").out
    assert workbench("memory", "compact").out.startswith("personal: ")


@pytest.mark.usefixtures("filled")
def test_a_deleted_memory_is_gone_with_its_index(
    workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    assert workbench("memory", "delete", "personal", "--yes").out == "personal: deleted, 3 units\n"
    left = [
        path
        for place in ("XDG_DATA_HOME", "XDG_CACHE_HOME")
        for path in Path(os.environ[place]).rglob("*")
        if path.is_file()
    ]
    assert left == []


@pytest.mark.usefixtures("filled")
def test_a_project_is_searched_with_its_memories(workbench: Workbench, project: str) -> None:
    result = workbench("memory", "search", "农民收入稳步增长", "--project", project)
    own, memory = result.out.split("\n\n")[:2]
    assert own.startswith("推动乡村振兴取得新进展\n")
    assert "…  row 2 · " in own
    assert memory.startswith("personal\n")
    lines = workbench("memory", "search", "农民收入稳步增长", "--project", project, "--json").out.splitlines()
    assert [json.loads(line)["where"] for line in lines] == ["project", "memory"]
    assert workbench("memory", "search", "无", "--project", project).err == "“无” is not in county.\n"
