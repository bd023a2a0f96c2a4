"""A concept is changed in its file and nothing else is; concepts become one without losing English."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.glossary.editing import drop_concept, keep_concept, merged, preferring
from workbench.glossary.table import read_glossary, write_glossary
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept, Rendering, Status

CITY = Concept("city", "副中心", (Rendering("subcenter"), Rendering("sub-center", status=Status.ADMITTED)))
NET = Concept("net", "交通网", (Rendering("transport network"),))
FLOW = Concept("flow", "人流", (Rendering("flow of people"),), zh_variants=("客流",))


def written(folder: Path) -> Path:
    """A glossary of three concepts."""
    path = folder / "glossary.tsv"
    write_glossary(path, [CITY, NET, FLOW])
    return path


def test_a_changed_concept_stays_in_its_place(tmp_path: Path) -> None:
    path = written(tmp_path)
    changed = replace(NET, renderings=(Rendering("traffic network"),), risk="none", pinyin="jiāo tōng wǎng")
    keep_concept(path, changed)
    assert [concept.zh for concept in read_glossary(path).concepts] == ["副中心", "交通网", "人流"]
    assert read_glossary(path).concepts[1] == replace(changed, glossary="glossary")


def test_a_concept_may_be_given_another_id(tmp_path: Path) -> None:
    path = written(tmp_path)
    keep_concept(path, replace(CITY, id="subcenter"), former="city")
    assert [concept.id for concept in read_glossary(path).concepts] == ["subcenter", "net", "flow"]


def test_a_new_concept_makes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "glossary.tsv"
    keep_concept(path, CITY)
    assert read_glossary(path).concepts == (replace(CITY, glossary="glossary"),)


def test_a_file_with_few_columns_gets_the_others_only_where_they_say_something(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text("zh\ten\n副中心\tsubcenter\n", encoding="utf-8")
    keep_concept(path, replace(CITY, id="副中心"))
    assert path.read_text(encoding="utf-8").startswith("concept\tzh\t")


def test_a_concept_without_english_is_refused_and_the_file_stays(tmp_path: Path) -> None:
    path = written(tmp_path)
    before = path.read_bytes()
    with pytest.raises(WorkbenchError, match="has no English"):
        keep_concept(path, replace(CITY, renderings=()))
    with pytest.raises(WorkbenchError, match="English side is empty"):
        keep_concept(path, replace(CITY, renderings=(Rendering(""),)))
    assert path.read_bytes() == before


def test_a_concept_is_taken_out(tmp_path: Path) -> None:
    path = written(tmp_path)
    drop_concept(path, "net")
    assert [concept.zh for concept in read_glossary(path).concepts] == ["副中心", "人流"]
    with pytest.raises(WorkbenchError, match="no concept net"):
        drop_concept(path, "net")


def test_two_concepts_become_one_with_one_preferred_rendering() -> None:
    one = merged(FLOW, [NET, replace(NET, zh="客流", renderings=(Rendering("Flow of people"),))])
    assert one.zh_variants == ("客流", "交通网")
    assert [(each.en, each.status) for each in one.renderings] == [
        ("flow of people", Status.PREFERRED),
        ("transport network", Status.ADMITTED),
    ]


def test_what_is_preferred_now_stands_first_and_what_was_is_admitted() -> None:
    changed = preferring(CITY, Rendering("Sub-center", note="as the client has it"))
    assert [(each.en, each.status) for each in changed.renderings] == [
        ("Sub-center", Status.PREFERRED),
        ("subcenter", Status.ADMITTED),
    ]
