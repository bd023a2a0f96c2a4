"""memory: refrains that were kept in a file are those that were found."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.index_file import IndexDamagedError
from workbench.memory.refrains import Marks, refrains
from workbench.memory.refrains_kept import KeptRefrains, write_refrains

CLAUSES = ["推动江海联动发展", "增进人民福祉", "“守住底线”", "，", "。", "Ａ1", "　", "協同"]
TEXTS = st.lists(st.lists(st.sampled_from(CLAUSES), max_size=6).map("".join), min_size=1, max_size=8)


@given(TEXTS)
def test_every_mark_of_every_row_is_the_same(texts: list[str]) -> None:
    ids = [7 * number % 31 + 3 for number in range(len(texts))]
    found = refrains(texts, 4)
    plain = Marks(found, ids)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "some.refrains"
        write_refrains(path, ids, 9, found)
        kept = KeptRefrains(path)
    assert kept.stamp == 9
    assert [(one.text, one.folded, list(one.places)) for one in kept] == [
        (one.text, one.folded, list(one.places)) for one in found
    ]
    for index, row in enumerate(ids):
        assert kept.index_of(row) == plain.index_of(row) == index
        assert kept.id_of(index) == row
        for ours, theirs in ((kept.every(index), plain.every(index)), (kept.of(index), plain.of(index))):
            assert [(one.start, one.end, one.refrain.text) for one in ours] == [
                (one.start, one.end, one.refrain.text) for one in theirs
            ]
    assert kept.index_of(0) is kept.index_of(99) is None


def test_a_file_that_is_not_what_was_written_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "some.refrains"
    write_refrains(path, [1, 2], 9, refrains(["推动江海联动发展。", "要推动江海联动发展。"], 4))
    data = bytearray(path.read_bytes())
    data[130] ^= 1
    path.write_bytes(data)
    with pytest.raises(IndexDamagedError):
        KeptRefrains(path)
