"""tests/memory: a memory whose file is damaged, or closed, says so in a sentence and never in a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.matches import Query
from workbench.model.memory_units import MemoryUnit

SOURCES = [f"第{number}个乡镇报送了秋收产量和修路的费用" for number in range(400)]


def made(path: Path) -> None:
    memory = Memory.open(path, create=True)
    memory.add_many(
        MemoryUnit(CodedText(source), CodedText(f"Township {at} reported."))
        for at, source in enumerate(SOURCES)
    )
    memory.close()


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_ends_in_a_sentence(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "hurt.tm"
    made(path)
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(40):
        at = chance.randrange(4096, len(data))
        data[at : at + 64] = chance.randbytes(len(data[at : at + 64]))
    path.write_bytes(data)
    said = []
    try:
        memory = Memory.open(path)
    except WorkbenchError as error:
        said.append(str(error))
    else:
        for ask in (
            lambda: memory.look_up(Query(CodedText(SOURCES[7]))),
            lambda: list(memory.units()),
            lambda: list(memory.units_with_english(["Township"], 5)),
            lambda: list(memory.units_containing("秋收产量", 5)),
            lambda: memory.statistics(),
        ):
            try:
                ask()
            except WorkbenchError as error:
                said.append(str(error))
        memory.close()
    assert all(str(path) in sentence for sentence in said)


def test_a_memory_that_was_closed_meanwhile_says_so(tmp_path: Path) -> None:
    path = tmp_path / "shut.tm"
    made(path)
    memory = Memory.open(path)
    memory.look_up(Query(CodedText(SOURCES[7])))
    memory.close()
    with pytest.raises(WorkbenchError, match=r"shut\.tm"):
        memory.look_up(Query(CodedText(SOURCES[7])))
