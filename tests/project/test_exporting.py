"""tests of project: what goes out, what is counted, and how a project is found again by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from workbench.exchange.tmx_reading import TmxReader
from workbench.model.faults import WorkbenchError
from workbench.project import recent
from workbench.project.exporting import FORMS, export, exported
from workbench.project.session import Session
from workbench.project.statistics import statistics

from .test_saving import work
from .test_session import ids


def test_the_same_project_exported_twice_differs_in_nothing(session: Session) -> None:
    work(session)
    for form in FORMS:
        assert exported(session, form) == exported(session, form)


def test_tmx_has_the_translated_rows_alone_with_state_and_note(session: Session, extra: Path) -> None:
    work(session)
    path = export(session, "tmx", session.folder / "out.tmx")
    units = list(TmxReader(path))
    assert [unit.id for unit in units] == [
        str(row) for row in (ids(session)[0], ids(session)[1], ids(session)[4])
    ]
    assert units[0].prop("x-state") == "confirmed"
    assert units[0].prop("x-kind") == "heading"
    assert units[1].note == "Query: <which> river & where?"
    assert units[0].created <= units[0].changed
    with (extra / "schemas" / "tmx" / "tmx14.dtd").open("rb") as file:
        dtd = etree.DTD(file)
    assert dtd.validate(etree.parse(path)), str(dtd.error_log)
    session.save()
    assert dtd.validate(etree.parse(session.folder / "project.tmx")), str(dtd.error_log)


def test_an_export_does_not_write_over_project_tmx(session: Session) -> None:
    with pytest.raises(WorkbenchError, match="choose another name"):
        export(session, "tmx", session.folder / "project.tmx")


def test_an_export_to_a_folder_that_is_not_there_is_one_sentence(session: Session, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="could not be written"):
        export(session, "txt", tmp_path / "none" / "out.txt")


def test_counts_say_what_they_count(session: Session) -> None:
    session.type(ids(session)[0], "Green is the color")
    counts = statistics(session)
    assert counts.rows == 5
    assert counts.by_state == {"draft": 1, "untranslated": 4}
    assert counts.target_words == 4
    assert (counts.repeated_rows, counts.repeated_hanzi) == (1, 30)
    assert counts.characters > counts.asian_and_words > counts.hanzi


def test_a_project_is_found_by_path_by_name_and_not_otherwise(session: Session, tmp_path: Path) -> None:
    recent.remember(session.folder, "river")
    assert recent.resolve(str(session.folder)) == session.folder
    assert recent.resolve("river") == session.folder.resolve()
    with pytest.raises(WorkbenchError, match="no project “sea”"):
        recent.resolve("sea")
    with pytest.raises(WorkbenchError, match="is not a project"):
        recent.resolve(str(tmp_path))
    assert [project.name for project in recent.recent()] == ["river"]
