"""tests: adding a rendering changes one row and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.glossary.glossaries import write
from workbench.glossary.adding import append_rendering
from workbench.glossary.columns import HEADER
from workbench.glossary.lint import lint
from workbench.glossary.table import read_glossary
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Status


def test_the_first_term_makes_the_file_and_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "glossary.tsv"
    concept = append_rendering(path, "座谈会", "a symposium", note="held by leaders")
    assert (concept.id, concept.renderings[0].article, concept.renderings[0].en) == (
        "symposium",
        "a",
        "symposium",
    )
    assert path.read_text("utf-8").split("\n")[0] == "\t".join(HEADER)
    assert read_glossary(path).concepts == (concept,)
    assert lint(path) == []


def test_a_second_rendering_goes_below_the_first_and_is_admitted(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    append_rendering(path, "座谈会", "symposium")
    append_rendering(path, "国情", "national conditions")
    concept = append_rendering(path, "座谈会", "meeting")
    assert [(one.en, one.status) for one in concept.renderings] == [
        ("symposium", Status.PREFERRED),
        ("meeting", Status.ADMITTED),
    ]
    assert [line.split("\t")[1] for line in path.read_text("utf-8").splitlines()[1:]] == [
        "座谈会",
        "座谈会",
        "国情",
    ]
    assert lint(path) == []


def test_other_lines_stay_as_they_are_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    before = "zh\ten\n\n国情 \t national conditions"
    path.write_text(before, encoding="utf-8")
    append_rendering(path, "座谈会", "symposium")
    assert path.read_text("utf-8") == before + "\n座谈会\tsymposium\n"


def test_a_file_without_the_needed_column_gets_it(tmp_path: Path) -> None:
    path = write(tmp_path, "国情;national conditions", header="zh en")
    append_rendering(path, "座谈会", "the symposium")
    assert [concept.renderings[0].article for concept in read_glossary(path).concepts] == ["", "the"]


def test_two_chinese_with_the_same_english_get_two_slugs(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    ids = [append_rendering(path, zh, "coordinated development").id for zh in ("协同发展", "协调发展")]
    assert ids == ["coordinated-development", "coordinated-development-2"]


def test_tabs_and_line_ends_in_what_is_added_cannot_break_the_table(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    append_rendering(path, "座\t谈\n会", "sym\tpo\r\nsium")
    assert read_glossary(path).concepts[0].renderings[0].en == "sym po sium"


@pytest.mark.parametrize(("zh", "en"), [("", "symposium"), ("座谈会", " "), ("座谈会", "symposium")])
def test_an_empty_side_or_a_rendering_already_there_is_refused_and_nothing_changes(
    tmp_path: Path, zh: str, en: str
) -> None:
    path = tmp_path / "glossary.tsv"
    append_rendering(path, "座谈会", "symposium")
    before = path.read_bytes()
    with pytest.raises(WorkbenchError, match=r"glossary\.tsv"):
        append_rendering(path, zh, en)
    assert path.read_bytes() == before


def test_a_damaged_file_is_not_added_to(tmp_path: Path) -> None:
    path = write(tmp_path, "国情", header="zh en")
    with pytest.raises(WorkbenchError, match=r"terms\.tsv:2: .*mend it before adding"):
        append_rendering(path, "座谈会", "symposium")
