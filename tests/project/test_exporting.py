"""tests of project: what goes out, what is counted, and how a project is found again by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from workbench.exchange.tmx import TmxHeader, write_tmx
from workbench.exchange.tmx_reading import TmxReader
from workbench.model.coded import CodedText, parse_coded, print_coded
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Anchor, Segment, State
from workbench.project import recent
from workbench.project.exporting import FORMS, Form, export, exported, write_exported
from workbench.project.pairs import document_pairs
from workbench.project.session import Session
from workbench.project.statistics import statistics
from workbench.project.units import units_of_pairs

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
    assert counts.total.target_words == 4
    assert (counts.repeated.units, counts.repeated.hanzi) == (1, 30)
    assert counts.total.characters > counts.total.words > counts.total.hanzi


def test_a_project_is_found_by_path_by_name_and_not_otherwise(session: Session, tmp_path: Path) -> None:
    recent.remember(session.folder, "river")
    assert recent.resolve(str(session.folder)) == session.folder
    assert recent.resolve("river") == session.folder.resolve()
    with pytest.raises(WorkbenchError, match="no project “sea”"):
        recent.resolve("sea")
    with pytest.raises(WorkbenchError, match="is not a project"):
        recent.resolve(str(tmp_path))
    assert [project.name for project in recent.recent()] == ["river"]


PROSE = {
    1: (
        "The three places treat the river together, and the water is much better. The banks are green again. "
        "People feel that they gain more and more."
    ),
    2: (
        "Relieving Beijing of functions is a long-term task. "
        "It takes a focus on problems, and it takes perseverance."
    ),
    3: "The three places share one river. ",
}


def translated(session: Session) -> list[int]:
    """Two rows confirmed, the first of them with the ends of its first two sentences set; one begun."""
    rows = ids(session)
    for number, text in PROSE.items():
        session.type(rows[number], text)
    session.end_sentence(rows[1], PROSE[1].index(", and"))
    session.end_sentence(rows[1], PROSE[1].index(" People"))
    session.end_sentence(rows[3], len(PROSE[3]))
    session.set_note(rows[1], "Query: which river?")
    session.confirm(rows[1])
    session.confirm(rows[2])
    return rows


def test_sentence_tmx_read_back_has_each_pair_with_its_row_its_origin_and_confidence(
    session: Session, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
    rows = translated(session)
    made = exported(session, "tmx", "sentence")
    path = write_exported(session, made)
    assert path == session.folder / "river.sentences.tmx"
    assert exported(session, "tmx", "sentence") == made

    reader = TmxReader(path)
    units = list(reader)
    assert reader.header["segtype"] == "sentence"
    paired = {unit.id: (unit.source.text, unit.target.text if unit.target else None) for unit in units}
    assert paired == {
        f"{rows[1]}.1": ("三地共同治理河流。", "The three places treat the river together"),
        f"{rows[1]}.2": (
            "水质明显好转，岸线重新变绿。",
            ", and the water is much better. The banks are green again.",
        ),
        f"{rows[1]}.3": ("群众的获得感不断增强。", "People feel that they gain more and more."),
        f"{rows[2]}.1": (
            "疏解北京非首都功能是一项长期任务。",
            "Relieving Beijing of functions is a long-term task.",
        ),
        f"{rows[2]}.2": (
            "要坚持问题导向，久久为功。",
            "It takes a focus on problems, and it takes perseverance.",
        ),
        f"{rows[3]}.1": ("三地共同治理河流。", "The three places share one river."),
    }
    first, aligned, begun = units[0], units[3], units[5]
    assert first.props[:3] == (
        ("x-parent", str(rows[1])),
        ("x-pair-origin", "anchor"),
        ("x-pair-confidence", "1.000"),
    )
    assert first.prop("x-state") == "confirmed"
    assert aligned.prop("x-pair-origin") == "aligner"
    assert 0 < float(aligned.prop("x-pair-confidence")) <= 1
    assert begun.prop("x-state") == "draft"
    assert [unit.note for unit in units if unit.prop("x-parent") == str(rows[1])] == [
        *("Query: which river?", "", "")
    ]
    assert made.said == "Left out: 2 Chinese sentences without English."


def test_codes_of_a_row_stand_in_the_units_of_its_sentences(tmp_path: Path) -> None:
    source = parse_coded("⟨1⟩河水变清。⟨/1⟩白鹭⟨2⟩回来。群众满意。⟨/2⟩⟨3/⟩")
    target = parse_coded("⟨1⟩The river is clear.⟨/1⟩ Egrets ⟨2⟩are back, people happy.⟨/2⟩⟨3/⟩")
    anchors = (Anchor(5, 19), Anchor(10, 36))
    row = Segment(7, 1, 1, source=source, target=target, anchors=anchors, state=State.CONFIRMED)
    (found,) = document_pairs([row], lambda: pytest.fail("nothing is left to the aligner"))
    path = tmp_path / "codes.tmx"
    path.write_text("".join(write_tmx(units_of_pairs(row, found.pairs), TmxHeader("1", "sentence"))), "utf-8")
    printed = [(print_coded(u.source), print_coded(u.target or CodedText())) for u in TmxReader(path)]
    assert printed == [
        ("⟨1⟩河水变清。⟨/1⟩", "⟨1⟩The river is clear.⟨/1⟩"),
        ("白鹭⟨2⟩回来。", "Egrets ⟨2⟩are back,"),
        ("群众满意。⟨/2⟩⟨3/⟩", "people happy.⟨/2⟩⟨3/⟩"),
    ]


def test_sentence_tmx_is_valid(
    session: Session, indexed: Path, monkeypatch: pytest.MonkeyPatch, extra: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
    translated(session)
    path = write_exported(session, exported(session, "tmx", "sentence"))
    with (extra / "schemas" / "tmx" / "tmx14.dtd").open("rb") as file:
        dtd = etree.DTD(file)
    assert dtd.validate(etree.parse(path)), str(dtd.error_log)


def test_rows_and_sentences_are_the_same_rows(
    session: Session, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))
    translated(session)
    whole = TmxReader(write_exported(session, exported(session, "tmx")))
    parts = TmxReader(write_exported(session, exported(session, "tmx", "sentence")))
    assert [unit.id for unit in whole] == list(dict.fromkeys(unit.prop("x-parent") for unit in parts))


@pytest.mark.parametrize("form", [form for form in FORMS if form != "tmx"])
def test_other_forms_refuse_sentences(session: Session, form: Form) -> None:
    with pytest.raises(WorkbenchError, match=f"as tmx and not as {form}; leave --level out"):
        exported(session, form, "sentence")
