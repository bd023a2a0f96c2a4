"""tests of memory: what is put in is found at once, comes out as it was, and is gone after a correction."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.memory import Memory, UnitFilter
from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.faults import WorkbenchError
from workbench.model.matches import MatchKind, Query
from workbench.model.memory_units import MemoryUnit, UnitKey, UnitState
from workbench.model.segments import OriginKind


def unit(source: str, target: str = "English.", **facts: object) -> MemoryUnit:
    return MemoryUnit(CodedText(source), CodedText(target), **facts)  # type: ignore[arg-type]


def row(number: int, source: str, target: str = "English.", part: int = 0) -> MemoryUnit:
    return unit(source, target, key=UnitKey("project", number, part), place="A project")


def query(source: str, before: str | None = None, after: str | None = None) -> Query:
    return Query(CodedText(source), before, after)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    opened = Memory.open(tmp_path / "a.tm", create=True, index_folder=tmp_path / "index")
    yield opened
    opened.close()


def test_a_unit_is_found_by_the_very_next_look_up(memory: Memory) -> None:
    for number in range(30):
        source = f"这是第{number}个新的句子，写到这里为止。"
        memory.add(unit(source))
        [best, *_] = memory.look_up(query(source))
        assert best.unit.source.text == source
        assert best.kind is MatchKind.EXACT


def test_traditional_and_full_width_text_finds_the_same_unit(memory: Memory) -> None:
    memory.add(unit("经济增长5%，人民生活改善。"))
    [match] = memory.look_up(query("經濟增長５％，人民生活改善。"))
    assert match.kind is MatchKind.EXACT
    assert [penalty.name for penalty in match.penalties] == ["script"]


def test_neighbours_that_agree_make_101_and_come_first(memory: Memory) -> None:
    memory.add(unit("会议开始。", "Elsewhere.", before="另一句。", after=""))
    memory.add(unit("会议开始。", "Here.", before="大家坐下。", after="主席发言。"))
    found = memory.look_up(query("会议开始。", "大家坐下。", "主席發言。"))
    assert [(match.score, match.unit.target.text) for match in found] == [(101, "Here."), (100, "Elsewhere.")]


def test_a_short_text_with_another_number_is_found_however_little_is_alike(memory: Memory) -> None:
    memory.add(unit("共123456项。", "123,456 items in total."))
    [match] = memory.look_up(query("共7项。"))
    assert (match.kind, match.similarity) == (MatchKind.NUMBERS, 99)


def test_of_equal_scores_the_reviewed_comes_first_then_the_newest(memory: Memory) -> None:
    memory.rules = None
    for state, changed in (
        (UnitState.UNKNOWN, "2024"),
        (UnitState.REVIEWED, "2020"),
        (UnitState.UNKNOWN, "2026"),
    ):
        memory.add(unit("一样的话。", f"{state.value}{changed}", state=state, changed=changed))
    found = memory.look_up(query("一样的话。"))
    assert [match.unit.target.text for match in found] == ["reviewed2020", "2026", "2024"]


def test_penalties_do_not_hide_a_less_similar_unit_with_a_better_score(memory: Memory) -> None:
    memory.add(unit("今天我们在这里开一个很长的会。", "By machine.", origin=OriginKind.MACHINE))
    memory.add(unit("昨天我们在这里开一个很长的会议。", "By hand."))
    memory.penalty = 1
    [best] = memory.look_up(query("今天我们在这里开一个很长的会议。"), best=1)
    assert best.unit.target.text == "By hand."
    assert "memory" in [penalty.name for penalty in best.penalties]


def test_a_correction_leaves_no_stale_unit_and_keeps_the_ids_of_what_stayed(memory: Memory) -> None:
    memory.remember(
        "project", {1: [row(1, "甲乙丙丁戊。"), row(1, "甲乙", part=1), row(1, "丙丁戊。", part=2)]}, 5
    )
    before = {one.source.text: one.id for one in memory.units()}
    memory.remember("project", {1: [row(1, "甲乙丙丁己。"), row(1, "甲乙", "Other.", part=1)]}, 8)
    after = {one.source.text: one for one in memory.units()}
    assert set(after) == {"甲乙丙丁己。", "甲乙"}
    assert after["甲乙"].id == before["甲乙"]
    assert after["甲乙"].target.text == "Other."
    assert after["甲乙丙丁己。"].id not in before.values()
    assert memory.remembered("project") == 8
    memory.remember("project", {1: []}, 9)
    assert list(memory.units()) == []
    assert memory.look_up(query("甲乙丙丁己。")) == []


def test_ids_are_never_used_again(memory: Memory, tmp_path: Path) -> None:
    ids = [memory.add(unit(f"第{number}句话在这里。")) for number in range(3)]
    memory.delete(ids[2])
    memory.delete(ids[1])
    again = memory.add(unit("新的一句话在这里。"))
    assert again > ids[2]
    memory.delete(again)
    memory.close()
    reopened = Memory.open(tmp_path / "a.tm", index_folder=tmp_path / "index")
    assert reopened.add(unit("又是一句话。")) > again
    reopened.close()


def test_a_locked_unit_is_neither_edited_nor_deleted_nor_withdrawn(memory: Memory) -> None:
    memory.remember("project", {1: [row(1, "锁住的句子。", "Kept.")]}, 1)
    [kept] = memory.units()
    memory.set_locked(kept.id, True)
    with pytest.raises(WorkbenchError, match="unlock it"):
        memory.edit(kept.id, CodedText("Changed."), "me")
    with pytest.raises(WorkbenchError, match="unlock it"):
        memory.delete(kept.id)
    memory.remember("project", {1: [row(1, "锁住的句子。", "Other.")]}, 2)
    memory.remember("project", {1: []}, 3)
    assert [one.target.text for one in memory.units()] == ["Kept."]
    memory.set_locked(kept.id, False)
    memory.remember("project", {1: []}, 4)
    assert list(memory.units()) == []


def test_an_edit_is_a_persons_and_no_longer_reviewed(memory: Memory) -> None:
    facts = {"state": UnitState.REVIEWED, "origin": OriginKind.ALIGNED, "confidence": 0.4}
    unit_id = memory.add(unit("改一下这个译文。", "Old.", **facts))
    memory.edit(unit_id, CodedText("New."), "me")
    edited = memory.unit(unit_id)
    assert (edited.target.text, edited.state, edited.origin, edited.confidence, edited.changed_by) == (
        "New.", UnitState.CONFIRMED, OriginKind.TYPED, 1.0, "me",
    )  # fmt: skip
    with pytest.raises(KeyError):
        memory.edit(unit_id + 1, CodedText("New."), "me")


def test_a_unit_without_english_is_never_offered(memory: Memory) -> None:
    memory.add(unit("只有中文的参考。", ""))
    assert memory.look_up(query("只有中文的参考。")) == []
    assert [one.source.text for one in memory.units_containing("参考", 5)] == ["只有中文的参考。"]


def test_what_contains_a_string_is_found_newest_first(memory: Memory) -> None:
    for number in range(12):
        memory.add(unit(f"第{number}：推动高质量发展的道路。", f"High-quality development 100% {number}"))
    memory.add(unit("别的话题。", "Something else"))
    found = [one.id for one in memory.units_containing("高质量发展", 5)]
    assert found == [12, 11, 10, 9, 8]
    assert [one.id for one in memory.units_containing("题", 5)] == [13]
    assert [one.id for one in memory.units_with_english(["HIGH-quality", "100% 3"], 5)] == [4]
    assert list(memory.units_with_english(["100_"], 5)) == []


def test_filters_let_through_what_they_say(memory: Memory) -> None:
    memory.add(unit("甲。", "Alpha.", place="old file.tmx", created="2020-05-01T00:00:00Z", changed_by="wei"))
    memory.add(unit("乙。", "Beta.", state=UnitState.REVIEWED, changed="2026-10-31T23:00:00Z"))
    memory.remember("project", {1: [row(1, "丙。", "Gamma."), row(1, "丁。", "Delta.", part=1)]}, 1)

    def found(**wanted: object) -> str:
        return "".join(one.source.text[0] for one in memory.units(UnitFilter(**wanted)))  # type: ignore[arg-type]

    assert found() == "甲乙丙丁"
    assert found(text="丙") == "丙"
    assert found(text="ALPHA") == "甲"
    assert found(place="FILE") == "甲"
    assert found(state=UnitState.REVIEWED) == "乙"
    assert found(state=UnitState.UNKNOWN) == "甲丙丁"
    assert found(since="2026-10") == "乙"
    assert found(until="2020-05") == "甲"
    assert found(until="2026-10-31") == "甲乙"
    assert found(who="wei") == "甲"
    assert found(wholes_only=True) == "丙"
    assert found(include_parts=False) == "甲乙丙"


def test_statistics_count_states_and_dates(memory: Memory) -> None:
    memory.add(unit("甲。", changed="2020-01-01T00:00:00Z", state=UnitState.REVIEWED))
    memory.remember("project", {1: [row(1, "乙。")]}, 1)
    figures = memory.statistics()
    assert (figures.units, figures.projects, figures.oldest) == (2, 1, "2020-01-01T00:00:00Z")
    assert figures.by_state == {UnitState.REVIEWED: 1, UnitState.UNKNOWN: 1}
    assert figures.size_bytes > 0


def test_a_read_only_memory_answers_and_refuses_to_write(tmp_path: Path, memory: Memory) -> None:
    memory.add(unit("可以查，不可以写。"))
    reader = Memory.open(tmp_path / "a.tm", read_only=True, index_folder=tmp_path / "index")
    assert [match.score for match in reader.look_up(query("可以查，不可以写。"))] == [100]
    for write in (
        lambda: reader.add(unit("新。")),
        lambda: reader.add_many([unit("新。")]),
        lambda: reader.remember("project", {}, 1),
        lambda: reader.edit(1, CodedText("x"), "me"),
        lambda: reader.delete(1),
        lambda: reader.set_locked(1, True),
        lambda: reader.compact(),
    ):
        with pytest.raises(WorkbenchError, match="reading only"):
            write()
    memory.add(unit("后来加上的一句。"))
    assert [match.score for match in reader.look_up(query("后来加上的一句。"))] == [100]
    reader.close()


def test_what_is_no_memory_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="missing"):
        Memory.open(tmp_path / "none.tm")
    text = tmp_path / "text.tm"
    text.write_text("no database, but long enough to be looked at" * 100)
    with pytest.raises(WorkbenchError, match=r"text\.tm"):
        Memory.open(text)
    other = tmp_path / "other.tm"
    sqlite3.connect(other).execute("CREATE TABLE a (b)").connection.close()
    with pytest.raises(WorkbenchError, match="not a translation memory"):
        Memory.open(other, create=True)
    newer = tmp_path / "newer.tm"
    Memory.open(newer, create=True).close()
    sqlite3.connect(newer).execute("PRAGMA user_version=99").connection.close()
    with pytest.raises(WorkbenchError, match="newer version"):
        Memory.open(newer)


def test_nothing_heavy_is_loaded_before_the_first_look_up() -> None:
    import subprocess
    import sys

    code = (
        "import sys, tempfile, pathlib\n"
        "from workbench.memory.memory import Memory\n"
        "from workbench.model.memory_units import MemoryUnit\n"
        "from workbench.model.coded import CodedText\n"
        "m = Memory.open(pathlib.Path(tempfile.mkdtemp()) / 'a.tm', create=True)\n"
        "m.add(MemoryUnit(CodedText('甲'), CodedText('a')))\n"
        "print(sorted({'numpy', 'rapidfuzz', 'filelock'} & set(sys.modules)))\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_several_threads_use_one_memory(memory: Memory) -> None:
    faults: list[BaseException] = []

    def work(name: int) -> None:
        try:
            for number in range(15):
                source = f"线程{name}写的第{number}句，各不相同。"
                memory.add(unit(source, f"{name} {number}"))
                assert f"{name} {number}" in {
                    m.unit.target.text for m in memory.look_up(query(source), best=50)
                }
        except BaseException as error:  # noqa: BLE001
            faults.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(list(memory.units())) == 60


_TEXTS = st.text(max_size=12)
_CODES = st.lists(
    st.builds(InlineCode, st.integers(0, 5), st.integers(1, 9), st.sampled_from(CodeKind), _TEXTS), max_size=2
).map(tuple)
_UNITS = st.builds(
    MemoryUnit,
    source=st.builds(CodedText, _TEXTS, _CODES),
    target=st.builds(CodedText, _TEXTS, _CODES),
    state=st.sampled_from(UnitState),
    origin=st.sampled_from(OriginKind),
    confidence=st.floats(0, 1),
    key=st.none() | st.builds(UnitKey, st.just("p"), st.integers(1, 3), st.integers(0, 2)),
    place=_TEXTS,
    before=st.none() | _TEXTS,
    after=st.none() | _TEXTS,
    note=_TEXTS,
    locked=st.booleans(),
    props=st.lists(st.tuples(_TEXTS, _TEXTS), max_size=2).map(tuple),
)


@given(units=st.lists(_UNITS, max_size=4))
def test_every_unit_comes_out_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, units: list[MemoryUnit]
) -> None:
    from dataclasses import replace

    from workbench.memory.store_rows import cleaned

    folder = tmp_path_factory.mktemp("round")
    memory = Memory.open(folder / "a.tm", create=True, index_folder=folder / "index")
    ids = [memory.add(one) for one in units]
    assert list(memory.units()) == [
        replace(cleaned(one), id=unit_id) for one, unit_id in zip(units, ids, strict=True)
    ]
    memory.close()
