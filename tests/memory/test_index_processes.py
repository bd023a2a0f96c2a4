"""memory: several processes use one index: what one writes the others see, and nobody loses a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.memory.index import Index
from workbench.memory.index_folder import IndexFolder

STAMP = "memory fold-1"


@pytest.fixture
def two(tmp_path: Path) -> tuple[Index, Index]:
    """Two that have the same index open; to each other they are as two processes."""
    one = Index.open(tmp_path / "index", STAMP)
    one.build([([1, 2], ["协同发展", "共同富裕"])])
    return one, Index.open(tmp_path / "index", STAMP)


def test_reloading_takes_over_what_another_wrote(two: tuple[Index, Index]) -> None:
    one, other = two
    assert not other.reload()
    for index in two:
        index.add(3, "新发展格局")
    one.flush()
    assert other.reload()
    assert (other.last, other.waiting, other.units) == (3, 0, 3)
    assert other.candidates("新发展格局", 1.0).tolist() == [3]
    assert not other.reload()


def test_a_reader_keeps_the_files_that_another_has_merged_away(two: tuple[Index, Index]) -> None:
    one, other = two
    for unit_id in range(3, 14):
        one.add(unit_id, f"{unit_id}号文件")
        one.flush()
    assert set(other.candidates("协同发展", 1.0).tolist()) == {1}
    assert other.reload()
    assert 12 in other.candidates("12号文件", 1.0).tolist()


def test_flushing_after_another_wrote_adds_only_what_is_still_missing(two: tuple[Index, Index]) -> None:
    one, other = two
    for index in two:
        index.add(3, "新发展格局")
    other.add(4, "高质量发展")
    one.flush()
    assert other.flush()
    assert (other.last, other.units) == (4, 4)
    one.reload()
    assert one.candidates("高质量发展", 1.0).tolist() == [4]


def test_after_another_cleared_it_all_that_is_missing_has_to_be_added_again(two: tuple[Index, Index]) -> None:
    one, other = two
    other.add(3, "新发展格局")
    one.clear()
    assert other.reload()
    assert (other.last, other.newest, other.units) == (0, 0, 0)


def test_while_another_writes_flushing_puts_itself_off(two: tuple[Index, Index], tmp_path: Path) -> None:
    one, _ = two
    one.add(3, "新发展格局")
    with IndexFolder(tmp_path / "index", STAMP).locked(wait=True) as held:
        assert held
        assert not one.flush()
        assert one.waiting == 1
        assert one.candidates("新发展格局", 1.0).tolist() == [3]
    assert one.flush()


def test_two_processes_that_write_at_once_lose_no_unit(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from workbench.memory.index import Index\n"
        "index = Index.open(Path(sys.argv[1]), 'memory fold-1')\n"
        "for unit_id in range(1, 151):\n"
        "    if unit_id > index.newest:\n"
        "        index.add(unit_id, f'{unit_id}号文件')\n"
        "    if unit_id % 25 == int(sys.argv[2]):\n"
        "        index.flush()\n"
        "while index.waiting and not index.flush():\n"
        "    pass\n"
    )
    folder = tmp_path / "index"
    runs = [subprocess.Popen([sys.executable, "-c", script, str(folder), str(at)]) for at in (0, 12)]
    assert [run.wait(60) for run in runs] == [0, 0]
    index = Index.open(folder, STAMP)
    assert index.last == 150
    missing = [one for one in range(1, 151) if one not in index.candidates(f"{one}号文件", 1.0).tolist()]
    assert missing == []
    assert len(list(folder.glob("*.segment"))) <= 6
