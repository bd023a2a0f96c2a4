"""memory: an index that is not as it was written is empty or says so; it never answers wrongly in silence."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.memory.index_texts import reading
from workbench.memory.index import Index, IndexDamagedError

STAMP = "memory fold-1"
UNITS = {number: f"{number}号文件的第{number * 7919}条规定自公布之日起施行" for number in range(1, 60)}
QUERIES = [UNITS[5], UNITS[40] + "者", "规定自公布之日起施行", "号"]


def made(folder: Path) -> Path:
    index = Index.open(folder, STAMP)
    index.build([(list(UNITS), list(UNITS.values()))])
    index.close()
    (file,) = folder.glob("*.segment")
    return file


def answers(folder: Path) -> list[list[int]] | None:
    """What the index says; None where it is empty or says that it is damaged."""
    index = Index.open(folder, STAMP)
    if index.last == 0:
        return None
    try:
        with reading((1,)):
            found = [sorted(index.candidates(query, 0.7).tolist()) for query in QUERIES]
        return [*found, *(sorted(index.containing(query).tolist()) for query in QUERIES)]
    except IndexDamagedError:
        return None
    finally:
        index.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[list[int]]]:
    folder = tmp_path_factory.mktemp("damage") / "index"
    made(folder)
    right = answers(folder)
    assert right is not None
    return folder, right


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0, 1, exclude_max=True), st.integers(1, 255), st.booleans())
def test_a_flipped_byte_never_changes_an_answer(
    written: tuple[Path, list[list[int]]], where: float, flip: int, late: bool
) -> None:
    folder, right = written
    (file,) = folder.glob("*.segment")
    size = file.stat().st_size
    # Half of them in the last part: the arrays but the long table of offsets, and what describes them.
    at = size - 1 - int(where * 20_000) if late else int(where * size)
    with changed(file, at, flip):
        assert answers(folder) in (None, right)
    assert answers(folder) == right


@pytest.mark.parametrize("flip", [1, 2, 8, 64])
def test_a_flipped_byte_in_the_listing_never_changes_an_answer(
    written: tuple[Path, list[list[int]]], flip: int
) -> None:
    folder, right = written
    listing = folder / "listing.json"
    for at in range(listing.stat().st_size):
        with changed(listing, at, flip):
            assert answers(folder) in (None, right)


@contextmanager
def changed(file: Path, at: int, flip: int) -> Iterator[None]:
    """The file with one byte changed, for as long as the block takes."""
    _swap(file, at, flip)
    yield
    _swap(file, at, flip)


def _swap(path: Path, at: int, flip: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ flip]))


def test_damage_to_a_block_is_noticed_wherever_in_the_file_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    file = made(folder)
    size = file.stat().st_size
    luck = random.Random(3)
    starts = range(0, size, 5 << 14)
    for start in starts:
        # All blocks of a file this small are used, and in nearly all places: the rest fills arrays up.
        with changed(file, min(start + luck.randrange(1 << 14), size - 1), 255):
            assert answers(folder) is None


@pytest.mark.parametrize("keep", [0, 1, 31, 32, 5000, -1, -40])
def test_a_truncated_file_makes_the_index_start_empty(tmp_path: Path, keep: int) -> None:
    file = made(tmp_path / "index")
    file.write_bytes(file.read_bytes()[:keep])
    index = Index.open(tmp_path / "index", STAMP)
    assert (index.last, index.newest, index.units) == (0, 0, 0)


def test_a_file_that_is_gone_makes_the_index_start_empty(tmp_path: Path) -> None:
    made(tmp_path / "index").unlink()
    assert Index.open(tmp_path / "index", STAMP).last == 0


def test_another_stamp_makes_the_index_start_empty_and_its_files_go(tmp_path: Path) -> None:
    old = made(tmp_path / "index")
    index = Index.open(tmp_path / "index", "memory fold-2")
    assert index.last == 0
    index.build([([1], ["协同发展"])])
    assert not old.exists()
    assert Index.open(tmp_path / "index", STAMP).last == 0


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"body": 1, "check": 0}', "\ud7ff"])
def test_a_listing_that_is_no_listing_makes_the_index_start_empty(tmp_path: Path, text: str) -> None:
    made(tmp_path / "index")
    (tmp_path / "index" / "listing.json").write_text(text, encoding="utf-8")
    assert Index.open(tmp_path / "index", STAMP).last == 0


def test_merging_a_damaged_segment_says_so_and_leaves_what_is_listed(tmp_path: Path) -> None:
    _swap(made(tmp_path / "index"), 100, 1)
    index = Index.open(tmp_path / "index", STAMP)
    for unit_id in range(60, 120):
        index.add(unit_id, f"{unit_id}号文件")
    with pytest.raises(IndexDamagedError):
        index.flush()
    assert (index.last, index.newest, index.waiting) == (119, 119, 0)
    assert len(list((tmp_path / "index").glob("*.segment"))) == 2
    index.clear()
    index.build([(list(UNITS), list(UNITS.values()))])
    assert 7 in index.candidates(UNITS[7], 1.0).tolist()


def test_a_full_disk_while_writing_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.memory import index_folder

    made(tmp_path / "index")
    index = Index.open(tmp_path / "index", STAMP)
    index.add(99, "只在内存里的一句")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(index_folder, "write_segment", full)
        with pytest.raises(OSError, match="No space"):
            index.flush()
    assert index.candidates("只在内存里的一句", 1.0).tolist() == [99]
    assert index.flush()
    assert Index.open(tmp_path / "index", STAMP).last == 99


def test_checking_ahead_leaves_a_damaged_block_for_the_look_up_that_comes_upon_it(
    tmp_path: Path,
) -> None:
    file = made(tmp_path / "index")
    whole = Index.open(tmp_path / "index", STAMP)
    whole.check_ahead(lambda: False)
    assert sorted(whole.candidates(QUERIES[0], 0.99).tolist()) == [5]
    whole.close()
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 255
    file.write_bytes(data)
    hurt = Index.open(tmp_path / "index", STAMP)
    assert hurt.last == max(UNITS)
    hurt.check_ahead(lambda: False)  # it ends at the damage, and raises nothing in its thread
    with pytest.raises(IndexDamagedError):
        for segment in hurt._segments:
            segment.arrays.check(0, len(data) // 2 + 1)
    hurt.close()
