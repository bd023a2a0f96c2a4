"""memory: the index misses no unit that is enough like a text, whatever the units, however they lie."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.memory.index_texts import FEW, MANY, READINGS, edited, families, reading, scan, texts
from workbench.memory.index import Index

STAMP = "memory fold-1"


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index.open(tmp_path / "index", STAMP)


def found(index: Index, text: str, percent: int) -> set[int]:
    ids = index.candidates(text, percent / 100).tolist()
    assert len(ids) == len(set(ids))
    return set(ids)


@settings(max_examples=60)
@given(families(), st.integers(60, 100), st.integers(0, 16), st.integers(0, 16), st.sampled_from(READINGS))
def test_no_match_is_missed_wherever_the_units_lie(
    family: tuple[list[str], str], percent: int, flushed: int, built: int, least: tuple[int, ...] | None
) -> None:
    sources, query = family
    units = dict(enumerate(sources, 1))
    with tempfile.TemporaryDirectory() as folder, reading(least):
        index = Index.open(Path(folder) / "index", STAMP)
        for unit_id in list(units)[:flushed]:
            index.add(unit_id, units[unit_id])
        index.flush()
        index.build([([unit_id], [units[unit_id]]) for unit_id in list(units)[flushed : flushed + built]])
        for unit_id in list(units)[flushed + built :]:
            index.add(unit_id, units[unit_id])
        assert found(index, query, percent) >= scan(units, query, percent)
        part = query[1:6]
        assert set(index.containing(part).tolist()) >= {one for one, unit in units.items() if part in unit}
        index.close()


@settings(max_examples=8)
@given(st.lists(texts(300), min_size=1, max_size=40), st.data())
def test_merged_segments_answer_as_one_built_at_once(sources: list[str], data: st.DataObject) -> None:
    query = data.draw(edited(data.draw(st.sampled_from(sources))))
    with tempfile.TemporaryDirectory() as folder:
        merged, whole = Index.open(Path(folder) / "a", STAMP), Index.open(Path(folder) / "b", STAMP)
        for unit_id, source in enumerate(sources, 1):
            merged.add(unit_id, source)
            if unit_id % 7 == 0:
                merged.flush()
        merged.flush()
        whole.build([(range(1, len(sources) + 1), sources)])
        with reading((1,)):
            assert found(merged, query, 70) == found(whole, query, 70)
        assert merged.containing(query[:4]).tolist() == whole.containing(query[:4]).tolist()
        assert merged.units == whole.units == len(sources)


def test_many_units_of_all_lengths_are_found_as_by_a_full_scan(index: Index) -> None:
    luck = random.Random(7)
    words = ["".join(luck.choices(MANY + FEW, k=luck.randint(1, 3))) for _ in range(200)]
    units: dict[int, str] = {}
    for unit_id in range(1, 1201):
        text = "".join(luck.choices(words, k=luck.choice([0, 1, 1, 2, 3, 5, 8, 20, 60])))
        if unit_id % 2 == 0:
            text = rewritten(luck.choice(list(units.values())), luck)
        units[unit_id] = text
        index.add(unit_id, text)
        if unit_id in (500, 700, 800):
            assert index.flush()
    assert 0 < index.waiting < len(units)
    checked = 0
    for query in [rewritten(units[luck.randint(1, 1200)], luck) for _ in range(60)]:
        for percent in (60, 70, 85, 100):
            right = scan(units, query, percent)
            assert found(index, query, percent) >= right
            with reading((1,)):
                assert found(index, query, percent) >= right
            checked += len(right)
    assert checked > 500


def rewritten(text: str, luck: random.Random) -> str:
    letters = list(text)
    for _ in range(luck.randint(0, 1 + len(text) // 4)):
        at = luck.randrange(len(letters) + 1)
        letters[at : at + luck.randint(0, 1)] = luck.choice(["", luck.choice(MANY)])
    return "".join(letters)


@pytest.mark.parametrize("where", ["added", "flushed", "built"])
def test_the_empty_text_is_like_the_empty_text_alone(index: Index, where: str) -> None:
    units = {1: "", 2: "的", 3: ""}
    if where == "built":
        index.build([(list(units), list(units.values()))])
    else:
        for unit_id, source in units.items():
            index.add(unit_id, source)
        if where == "flushed":
            index.flush()
    assert found(index, "", 60) == {1, 3}
    assert found(index, "的", 100) == {2}
    assert set(index.containing("").tolist()) == {1, 2, 3}


def test_a_unit_is_found_as_soon_as_it_is_added_and_after_it_is_written(index: Index) -> None:
    for unit_id in range(1, 40):
        text = f"第{unit_id}条规定自公布之日起施行"
        index.add(unit_id, text)
        assert unit_id in found(index, text, 100)
        if unit_id % 10 == 0:
            index.flush()
            assert unit_id in found(index, text, 100)


def test_what_was_written_is_there_when_opened_again(tmp_path: Path) -> None:
    index = Index.open(tmp_path / "index", STAMP)
    index.build([([3, 5], ["协同发展", "协调发展"])])
    index.add(8, "不断迈上新台阶")
    assert (index.last, index.newest, index.units, index.waiting) == (5, 8, 3, 1)
    index.close()
    again = Index.open(tmp_path / "index", STAMP)
    assert (again.last, again.newest, again.units) == (5, 5, 2)
    assert found(again, "协同发展", 75) == {3, 5}


def test_units_added_while_many_are_built_are_not_lost(index: Index) -> None:
    def batches() -> list[tuple[list[int], list[str]]]:
        index.add(3, "中间来的一句")
        return [([1, 2, 4], ["甲乙丙丁", "子丑寅卯", "天地玄黄"])]

    index.build(batches())
    assert found(index, "中间来的一句", 100) == {3}
    assert index.last == index.newest == 4


def test_a_built_index_has_few_files_and_the_last_ones_only(index: Index, tmp_path: Path) -> None:
    for start in range(1, 141, 10):
        for unit_id in range(start, start + 10):
            index.add(unit_id, f"{unit_id}号文件")
        index.flush()
    files = list((tmp_path / "index").glob("*.segment"))
    assert 1 <= len(files) <= 5
    assert sum(file.stat().st_size for file in files) == index.size
    assert all(unit_id in found(index, f"{unit_id}号文件", 100) for unit_id in range(1, 141))


def test_clearing_leaves_nothing(index: Index, tmp_path: Path) -> None:
    index.build([([1], ["协同发展"])])
    index.add(2, "协同发展")
    index.clear()
    assert (index.last, index.newest, index.units) == (0, 0, 0)
    assert found(index, "协同发展", 60) == set()
    assert Index.open(tmp_path / "index", STAMP).last == 0
    index.build([([1], ["协同发展"])])
    assert found(index, "协同发展", 60) == {1}
