"""tests: what files hold reaches a memory with all that is known of it, and comes out of it again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from workbench.exchange.tmx import TmxHeader, write_tmx
from workbench.exchange.tmx_reading import TmxReader
from workbench.memory.memory import Duplicates, Memory, UnitFilter
from workbench.model.coded import CodedText, parse_coded, print_coded
from workbench.model.faults import WorkbenchError
from workbench.model.memory_units import MemoryUnit, UnitKey, UnitState
from workbench.model.segments import OriginKind
from workbench.model.units import TranslationUnit
from workbench.project.memory_export import Export, ExportForm, MemoryExport, export_memory, form_of
from workbench.project.memory_files import check_file, import_file


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    opened = Memory.open(tmp_path / "m.tm", create=True)
    yield opened
    opened.close()


def unit(source: str, target: str, *props: tuple[str, str], changed: str = "") -> TranslationUnit:
    return TranslationUnit(
        "", CodedText(source), CodedText(target) if target else None, changed=changed, props=props
    )


def tmx(folder: Path, units: Iterable[TranslationUnit], name: str = "a.tmx") -> Path:
    path = folder / name
    path.write_text("".join(write_tmx(units, TmxHeader("1"))), "utf-8")
    return path


def kept(memory: Memory, where: UnitFilter | None = None) -> list[MemoryUnit]:
    return [replace(one, id=0) for one in (memory.units(where) if where else memory.units())]


def test_a_unit_has_the_file_for_its_place_and_its_neighbours_from_the_file(
    memory: Memory, tmp_path: Path
) -> None:
    path = tmx(tmp_path, [unit("甲", "A", changed="2026-01-02T03:04:05Z"), unit("乙", ""), unit("丙", "C")])
    done = import_file(memory, path)
    first, last = kept(memory)
    assert (first.source.text, first.target.text, first.place) == ("甲", "A", "a.tmx")
    assert (first.before, first.after, first.changed) == ("", "乙", "2026-01-02T03:04:05Z")
    assert (last.before, last.after, last.state, last.key) == ("乙", "", UnitState.UNKNOWN, None)
    assert done.sentence() == "a.tmx: 2 added; left out: 1 not translated."


def test_what_a_project_exports_says_how_far_a_unit_is_and_who_paired_it(
    memory: Memory, tmp_path: Path
) -> None:
    import_file(
        memory,
        tmx(
            tmp_path,
            [
                unit("甲", "A", ("x-state", "reviewed"), ("x-origin", "match 86"), ("x-kind", "heading")),
                unit(
                    "乙",
                    "B",
                    ("x-state", "confirmed"),
                    ("x-pair-origin", "aligner"),
                    ("x-pair-confidence", "0.712"),
                ),
                unit("丙", "C", ("x-state", "confirmed"), ("x-pair-origin", "anchor"), ("client", "X")),
                unit("丁", "D", ("x-state", "rejected")),
            ],
        ),
    )
    assert [(u.state, u.origin, u.confidence, u.props) for u in kept(memory)] == [
        (UnitState.REVIEWED, OriginKind.MATCH, 1.0, ()),
        (UnitState.UNKNOWN, OriginKind.ALIGNED, 0.712, ()),
        (UnitState.CONFIRMED, OriginKind.NONE, 1.0, (("client", "X"),)),
    ]


@pytest.mark.parametrize(
    "props",
    [
        (("prev", "前"), ("next", "后")),
        (("x-context-pre", "<seg>前</seg>"), ("x-context-post", '<seg>后<ph x="1"/></seg>')),
    ],
)
def test_neighbours_that_other_tools_name_come_before_those_of_the_file(
    memory: Memory, tmp_path: Path, props: tuple[tuple[str, str], ...]
) -> None:
    import_file(memory, tmx(tmp_path, [unit("甲", "A"), unit("乙", "B", *props)]))
    assert [(u.before, u.after) for u in kept(memory)] == [("", "乙"), ("前", "后")]


def test_a_document_inside_a_file_has_edges_of_its_own(memory: Memory, tmp_path: Path) -> None:
    body = '<trans-unit id="1"><source>{}</source><target>A</target></trans-unit>'
    files = "".join(
        f'<file original="{name}" source-language="zh" target-language="en"><body>'
        f"{body.format(name + '一')}{body.format(name + '二')}</body></file>"
        for name in "甲乙"
    )
    path = tmp_path / "a.xlf"
    path.write_text(f'<xliff version="1.2">{files}</xliff>', "utf-8")
    import_file(memory, path)
    assert [(u.source.text, u.before, u.after) for u in kept(memory)] == [
        ("甲一", "", "甲二"),
        ("甲二", "甲一", ""),
        ("乙一", "", "乙二"),
        ("乙二", "乙一", ""),
    ]


def test_every_reason_for_leaving_out_is_said(memory: Memory, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("zh,en\n甲,A\n甲,A\n乙,\n,C\n丙,D, E\n", "utf-8")
    assert import_file(memory, path).sentence() == (
        "a.csv: 1 added, 1 there already; left out: 1 not translated,"
        " 1 with other cells than columns (first in line 6), 1 without Chinese."
    )
    assert import_file(memory, path).sentence().startswith("a.csv: 2 there already; left out:")


def test_units_before_the_place_where_a_file_breaks_off_are_kept(memory: Memory, tmp_path: Path) -> None:
    path = tmx(tmp_path, [unit(f"第{n}句", f"No. {n}") for n in range(500)])
    path.write_bytes(path.read_bytes()[:20_000])
    done = import_file(memory, path)
    assert "not well-formed" in done.cut
    assert done.added.added == len(kept(memory)) > 100


def test_a_file_that_gives_no_unit_before_its_damage_is_refused(memory: Memory, tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text("<tmx><header/><body><tu>", "utf-8")
    with pytest.raises(WorkbenchError, match="not well-formed"):
        import_file(memory, path)


def test_a_file_that_cannot_be_meant_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    for name, said in (("none.tmx", "does not exist"), ("a.pdf", "none of the files"), (".", "is a folder")):
        with pytest.raises(WorkbenchError, match=re.escape(said)):
            check_file(tmp_path / name)


def test_duplicates_are_merged_by_the_rule_that_is_asked_for(memory: Memory, tmp_path: Path) -> None:
    old = unit("甲", "old", ("x-state", "reviewed"), changed="2026-01-01T00:00:00Z")
    import_file(memory, tmx(tmp_path, [old]))
    new = tmx(tmp_path, [unit("甲", "new", changed="2026-02-01T00:00:00Z")])
    assert import_file(memory, new, duplicates=Duplicates.KEEP_REVIEWED).added.kept == 1
    assert import_file(memory, new, duplicates=Duplicates.KEEP_ALL).added.added == 1
    assert sorted(u.target.text for u in kept(memory)) == ["new", "old"]


FULL = MemoryUnit(
    parse_coded("甲⟨1⟩乙⟨/1⟩"),
    parse_coded("A ⟨1⟩B⟨/1⟩"),
    source_language="zh-TW",
    target_language="en-GB",
    state=UnitState.REVIEWED,
    origin=OriginKind.ALIGNED,
    confidence=0.75,
    place="county",
    before="",
    after="丙",
    created="2026-01-01T00:00:00Z",
    changed="2026-02-03T00:00:00Z",
    changed_by="Li",
    note="a note",
    locked=True,
    props=(("client", "X"),),
)


def test_a_memory_written_as_tmx_and_read_again_is_the_same(memory: Memory, tmp_path: Path) -> None:
    units = [
        FULL,
        MemoryUnit(CodedText("丙"), CodedText("C")),
        MemoryUnit(CodedText("丁"), CodedText("D"), before="丙"),
    ]
    memory.add_many(units)
    assert export_memory(memory, tmp_path / "out.tmx", Export(UnitFilter())) == 3
    again = Memory.open(tmp_path / "again.tm", create=True)
    import_file(again, tmp_path / "out.tmx")
    places = [u.place for u in kept(again)]
    assert [replace(u, place="") for u in kept(again)] == [replace(u, place="") for u in kept(memory)]
    assert places == ["county", "out.tmx", "out.tmx"]
    again.close()


@pytest.mark.parametrize("name", ["out.tsv", "out.csv", "out.xlsx"])
def test_a_memory_written_as_a_table_keeps_all_but_its_neighbours(
    memory: Memory, tmp_path: Path, name: str
) -> None:
    memory.add_many(
        [FULL, replace(FULL, source=CodedText("=丙\t⟨1⟩\n"), target=CodedText("-5"), locked=False)]
    )
    export_memory(memory, tmp_path / name, Export(UnitFilter(), form_of(name)))
    again = Memory.open(tmp_path / "again.tm", create=True)
    import_file(again, tmp_path / name)
    assert [table_facts(u) for u in kept(again)] == [table_facts(u) for u in kept(memory)]
    assert all(u.before is None and u.after is None for u in kept(again))
    again.close()


def table_facts(unit: MemoryUnit) -> tuple[object, ...]:
    facts = unit.state, unit.origin, unit.confidence, unit.place, unit.created, unit.changed, unit.changed_by
    return (print_coded(unit.source), print_coded(unit.target), *facts, unit.locked, unit.note)


def test_level_1_has_no_codes(memory: Memory, tmp_path: Path) -> None:
    memory.add(FULL)
    export_memory(memory, tmp_path / "out.tmx", Export(UnitFilter(), level=1))
    (only,) = TmxReader(tmp_path / "out.tmx")
    assert (only.source, only.target) == (CodedText("甲乙"), CodedText("A B"))


def test_an_export_holds_what_its_filter_lets_through(memory: Memory, tmp_path: Path) -> None:
    memory.add(FULL)
    memory.add(MemoryUnit(CodedText("丙"), CodedText("C")))
    whole = MemoryUnit(CodedText("一。二。"), CodedText("One. Two."), key=UnitKey("p", 1))
    part = replace(whole, source=CodedText("一。"), target=CodedText("One."), key=UnitKey("p", 1, 1))
    memory.remember("p", {1: [whole, part]}, 1)

    def sources(export: Export) -> list[str]:
        export_memory(memory, tmp_path / "out.tmx", export)
        return [u.source.text for u in TmxReader(tmp_path / "out.tmx")]

    assert sources(Export(UnitFilter(state=UnitState.REVIEWED))) == ["甲乙"]
    assert sources(Export(UnitFilter(), which="sentence")) == ["一。"]
    assert sources(Export(UnitFilter(), which="whole")) == ["甲乙", "丙", "一。二。"]


def test_an_export_that_fails_leaves_the_old_file(memory: Memory, tmp_path: Path) -> None:
    memory.add(MemoryUnit(CodedText("甲" * 40_000), CodedText("A")))
    (tmp_path / "out.xlsx").write_bytes(b"old")
    with pytest.raises(WorkbenchError, match="longer than a cell"):
        export_memory(memory, tmp_path / "out.xlsx", Export(UnitFilter(), "xlsx"))
    assert (tmp_path / "out.xlsx").read_bytes() == b"old"
    assert not list(tmp_path.glob(".out*"))


def test_a_name_without_a_known_ending_says_no_form() -> None:
    with pytest.raises(WorkbenchError, match="says no form"):
        form_of("out.docx")


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=10).filter(
    lambda text: bool(text.strip())
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@example([("0", "𠀀")], "tsv")
@given(
    st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5), st.sampled_from(["tmx", "tsv", "csv", "xlsx"])
)
def test_any_text_survives_the_way_out_and_in(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]], form: ExportForm
) -> None:
    folder = tmp_path_factory.mktemp("trip")
    first, second = (Memory.open(folder / f"{n}.tm", create=True) for n in "12")
    try:
        first.add_many(
            (MemoryUnit(CodedText(zh), CodedText(en)) for zh, en in pairs), duplicates=Duplicates.KEEP_ALL
        )
        path = folder / f"out.{form}"
        path.write_bytes(b"".join(MemoryExport(first, Export(UnitFilter(), form)).parts()))
        import_file(second, path, duplicates=Duplicates.KEEP_ALL)
        texts = [[(u.source.text, u.target.text) for u in memory.units()] for memory in (first, second)]
        assert texts[0] == texts[1]
    finally:
        first.close()
        second.close()
