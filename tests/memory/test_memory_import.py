"""tests of memory: an import keeps what its rule says, and loses nothing that it has told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory import importing
from workbench.memory.memory import Added, Duplicates, Memory
from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.faults import WorkbenchError
from workbench.model.matches import Query
from workbench.model.memory_units import MemoryUnit, UnitKey, UnitState


def unit(source: str, target: str, changed: str = "", **facts: object) -> MemoryUnit:
    return MemoryUnit(CodedText(source), CodedText(target), changed=changed, **facts)  # type: ignore[arg-type]


def targets(memory: Memory) -> list[str]:
    return sorted(one.target.text for one in memory.units())


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    opened = Memory.open(tmp_path / "a.tm", create=True, index_folder=tmp_path / "index")
    yield opened
    opened.close()


def test_the_newest_translation_of_a_source_stays(memory: Memory) -> None:
    units = [
        unit("经济增长。", "old", "2020"),
        unit("經濟增長。", "new", "2024"),
        unit("经济增长。", "older", "2019"),
        unit("经济增长。", "new", "2025"),
    ]
    assert memory.add_many(units) == Added(added=1, replaced=1, same=1, kept=1)
    [left] = memory.units()
    assert (left.target.text, left.changed) == ("new", "2025")
    assert memory.add_many([unit("经济增长。", "newest", "2026")]) == Added(replaced=1)
    assert targets(memory) == ["newest"]


def test_of_two_without_a_date_the_later_stays(memory: Memory) -> None:
    memory.add_many([unit("甲。", "first")])
    memory.add_many([unit("甲。", "second")])
    assert targets(memory) == ["second"]


def test_keeping_all_merges_what_is_the_same_to_the_letter_alone(memory: Memory) -> None:
    units = [unit("甲。", "a"), unit("甲。", "b"), unit("甲。", "a", "2024"), unit("甲 。", "a")]
    assert memory.add_many(units, duplicates=Duplicates.KEEP_ALL) == Added(added=3, same=1)
    assert memory.add_many(units, duplicates=Duplicates.KEEP_ALL) == Added(same=4)
    assert targets(memory) == ["a", "a", "b"]


def test_a_reviewed_unit_gives_way_to_a_reviewed_one_only(memory: Memory) -> None:
    memory.add_many([unit("甲。", "reviewed", "2020", state=UnitState.REVIEWED)])
    newer = unit("甲。", "newer", "2024")
    assert memory.add_many([newer], duplicates=Duplicates.KEEP_REVIEWED) == Added(kept=1)
    better = unit("甲。", "better", "2024", state=UnitState.REVIEWED)
    assert memory.add_many([better], duplicates=Duplicates.KEEP_REVIEWED) == Added(replaced=1)
    assert targets(memory) == ["better"]


def test_the_same_translation_comes_back_reviewed(memory: Memory) -> None:
    memory.add_many([unit("甲。", "a", "2024")])
    [before] = memory.units()
    assert memory.add_many([unit("甲。", "a", "2023", state=UnitState.REVIEWED)]) == Added(same=1)
    [after] = memory.units()
    assert (after.id, after.state) == (before.id, UnitState.REVIEWED)


def test_other_inline_codes_are_another_source(memory: Memory) -> None:
    code = InlineCode(0, 1, CodeKind.ALONE, "<br/>")
    with_code = MemoryUnit(CodedText("甲。", (code,)), CodedText("coded", (code,)))
    assert memory.add_many([unit("甲。", "plain"), with_code]) == Added(added=2)
    assert memory.add_many([with_code]) == Added(same=1)


def test_locked_units_and_those_of_projects_are_not_replaced(memory: Memory) -> None:
    memory.add_many([unit("甲。", "locked", "2020", locked=True)])
    memory.remember("p", {1: [unit("乙。", "project", "2020", key=UnitKey("p", 1))]}, 1)
    assert memory.add_many([unit("甲。", "x", "2026"), unit("乙。", "y", "2026")]) == Added(
        added=1, skipped_locked=1
    )
    assert targets(memory) == ["locked", "project", "y"]
    assert memory.add_many([unit("乙。", "project", "2027")]) == Added(same=1)


def test_what_was_told_is_there_though_the_source_of_units_fails(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 10)

    def failing() -> Iterator[MemoryUnit]:
        for number in range(35):
            yield unit(f"第{number}句在这里，很好。", str(number))
        raise WorkbenchError("line 36 is broken; mend it.")

    told: list[int] = []
    with pytest.raises(WorkbenchError, match="line 36"):
        memory.add_many(failing(), progress=told.append)
    assert told == [10, 20, 30]
    assert len(targets(memory)) == 30
    assert memory.look_up(Query(CodedText("第7句在这里，很好。")))[0].unit.target.text == "7"


def test_texts_that_no_file_holds_are_made_fit(memory: Memory) -> None:
    broken = unit("半\ud800个", "a\0b", note="\udfff", place="\ud801")
    assert memory.add_many([broken, unit("乙。", "b")]) == Added(added=2)
    [fit, _] = memory.units()
    assert (fit.source.text, fit.target.text, fit.note) == ("半\ufffd个", "a\ufffdb", "\ufffd")


_SMALL = st.lists(
    st.builds(
        unit,
        st.sampled_from(["甲", "乙", "甲 ", "Ａ", "A"]),
        st.sampled_from("xyz"),
        st.sampled_from(["", "2020", "2021", "2022"]),
        state=st.sampled_from([UnitState.UNKNOWN, UnitState.REVIEWED]),
        locked=st.booleans(),
    ),
    max_size=12,
)


@given(units=_SMALL, size=st.integers(1, 5), rule=st.sampled_from(Duplicates))
def test_the_size_of_a_batch_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, units: Sequence[MemoryUnit], size: int, rule: Duplicates
) -> None:
    folder = tmp_path_factory.mktemp("batches")
    results = []
    with pytest.MonkeyPatch.context() as patch:
        for number, batch in enumerate((size, 1000)):
            patch.setattr(importing, "BATCH", batch)
            memory = Memory.open(folder / f"{number}.tm", create=True, index_folder=folder / "index")
            added = memory.add_many(units, duplicates=rule)
            left = [(one.source.text, one.target.text, one.changed, one.state) for one in memory.units()]
            results.append((added, sorted(left)))
            total = added.added + added.replaced + added.same + added.kept + added.skipped_locked
            assert total == len(units)
            assert len(left) == added.added
            memory.close()
    assert results[0] == results[1]
