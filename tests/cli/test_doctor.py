"""tests of cli: `workbench doctor`, as a person and as a program meet it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Workbench
from tests.exchange.doctor_files import tmx, unit


@pytest.fixture
def memory(here: Path) -> Path:
    """A file with a fault that comes often, one that comes once, and a cut."""
    units = [unit(f"第{n}句", f"R & D number {n}") for n in range(1, 41)]
    content = tmx(*units, unit("锟斤拷", "lost"), unit("末句", "the last"))
    path = here / "memory.tmx"
    path.write_text(content[: content.index("the last")], "utf-8")
    return path


def test_nothing_wrong_is_said_in_a_line_and_by_the_exit_code(here: Path, workbench: Workbench) -> None:
    (here / "whole.tmx").write_text(tmx(), "utf-8")
    result = workbench("doctor", "whole.tmx")
    assert (result.code, result.out, result.err) == (0, "whole.tmx: 1 unit; nothing wrong.\n", "")


def test_findings_of_a_kind_are_told_once_with_their_number_and_places(
    memory: Path, workbench: Workbench
) -> None:
    result = workbench("doctor", memory.name)
    assert result.code == 1
    assert result.out.count("[xml.ampersand]") == 1
    column = unit("第1句", "R & D").index("&") + 1
    assert f"error: line 6, column {column} (unit 1): A bare & stands in the text (“R & D nu" in result.out
    assert "… and 39 more like it, lines 7, 8, 9, 10, 11 …" in result.out
    assert "Rule: XML 1.0, 2.4 (Character Data and Markup)." in result.out
    assert "Mend: Write &amp; for it." in result.out
    assert "memory.tmx: 42 units; 41 errors, 1 warning." in result.out
    assert "workbench doctor memory.tmx --repair -o NEW.tmx" in result.out


def test_errors_come_before_warnings(memory: Path, workbench: Workbench) -> None:
    lines = workbench("doctor", memory.name).out.splitlines()
    kinds = [line.partition(":")[0] for line in lines if line.startswith(("error:", "warning:", "note:"))]
    assert kinds == ["error", "error", "warning"]


def test_all_shows_each(memory: Path, workbench: Workbench) -> None:
    result = workbench("doctor", memory.name, "--all")
    assert result.out.count("[xml.ampersand]") == 40
    assert "more like it" not in result.out


def test_severity_hides_the_lesser_ones(memory: Path, workbench: Workbench) -> None:
    assert "warning:" not in workbench("doctor", memory.name, "--severity", "error").out
    (memory.parent / "note.tmx").write_text(tmx(unit(" 甲", "a")), "utf-8")
    assert workbench("doctor", "note.tmx").code == 1
    assert workbench("doctor", "note.tmx", "--severity", "warning").code == 0


def test_repair_says_what_was_done_and_what_was_lost(memory: Path, workbench: Workbench) -> None:
    before = memory.read_bytes()
    result = workbench("doctor", memory.name, "--repair", "-o", "mended.tmx")
    assert result.code == 1
    assert "Done: it is written &amp;." in result.out
    assert "mended.tmx: 1 as they were, 40 mended, 1 lost." in result.out
    assert "(unit 42): the unit is cut off and left out: 末句" in result.out
    assert memory.read_bytes() == before
    again = workbench("doctor", "mended.tmx")
    assert "error:" not in again.out
    assert "mended.tmx: 41 units; 1 warning." in again.out


def test_duplicates_are_dropped_on_request(here: Path, workbench: Workbench) -> None:
    (here / "twice.tmx").write_text(tmx(unit(), unit()), "utf-8")
    result = workbench("doctor", "twice.tmx", "--repair", "-o", "once.tmx", "--drop-duplicates")
    assert "once.tmx: 1 as they were, 0 mended, 0 lost, 1 dropped as duplicates." in result.out
    assert (here / "once.tmx").read_text("utf-8").count("<tu>") == 1


def test_the_file_that_is_read_is_never_written(memory: Path, workbench: Workbench) -> None:
    before = memory.read_bytes()
    os.link(memory, memory.parent / "hard.tmx")
    (memory.parent / "soft.tmx").symlink_to(memory)
    for output in ("memory.tmx", "./memory.tmx", "hard.tmx", "soft.tmx"):
        result = workbench("doctor", memory.name, "--repair", "-o", output)
        assert (result.code, result.out) == (2, "")
        assert "never written over" in result.err
    assert memory.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04zip", "is not TMX: it begins with “PKzip”"),
        (b"<html><body/></html>", "is not TMX"),
        ("乡村振兴".encode("gbk") * 100, "is not TMX"),
        (None, "does not exist"),
    ],
)
def test_what_is_no_tmx_is_refused_in_a_sentence_and_nothing_is_written(
    here: Path, workbench: Workbench, content: bytes | None, said: str
) -> None:
    if content is not None:
        (here / "other.tmx").write_bytes(content)
    for more in ((), ("--json",), ("--repair", "-o", "new.tmx")):
        result = workbench("doctor", "other.tmx", *more)
        assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
        assert "other.tmx" in result.err
        assert said in result.err
    assert not (here / "new.tmx").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--repair",),
        ("-o", "new.tmx"),
        ("--drop-duplicates",),
        ("--repair", "-o", "-"),
        ("--repair", "-o", "."),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    memory: Path, workbench: Workbench, arguments: tuple[str, ...]
) -> None:
    result = workbench("doctor", memory.name, *arguments)
    assert (result.code, result.out) == (2, "")


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_object_however_many_findings(here: Path, workbench: Workbench, count: int) -> None:
    units = [unit(f"第{n}句", f"a & {n}") for n in range(count)]
    (here / "some.tmx").write_text(tmx(unit(), *units), "utf-8")
    result = workbench("doctor", "some.tmx", "--json")
    plain = json.loads(result.out)
    assert result.code == int(count > 0)
    assert len(plain["findings"]) == plain["errors"] == count
    assert (plain["units"], plain["output"]) == (count + 1, None)


def test_standard_input_is_read_too(workbench: Workbench) -> None:
    result = workbench("doctor", "-", stdin=tmx(unit("甲", "a & b")).encode())
    assert result.code == 1
    assert "standard input: 1 unit; 1 error." in result.out
    assert "workbench doctor - --repair" in result.out
