"""tests of memory: killed at any moment or out of room, it opens again and has all it has acknowledged."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.matches import Query
from workbench.model.memory_units import MemoryUnit

# Writes for ever; says each number after which everything below it is acknowledged.
WRITER = """
import itertools, sys
from pathlib import Path
from workbench.memory import importing, store_index
from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.memory_units import MemoryUnit

importing.BATCH, store_index.REPLAYED = 200, 300
kind, folder, first = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
memory = Memory.open(folder / "a.tm", create=True, index_folder=folder / "index")
texts = ((f"杀不掉的第{number}句话，在这里。", str(number)) for number in itertools.count(first))
units = (MemoryUnit(CodedText(source), CodedText(target)) for source, target in texts)
if kind == "insert":
    for number, unit in enumerate(units, first + 1):
        memory.add(unit)
        print(number, flush=True)
elif kind == "import":
    memory.add_many(units, progress=lambda taken: print(first + taken, flush=True))
else:
    while True:
        memory.add_many(list(itertools.islice(units, 500)))
        first += 500
        print(first, flush=True)
        memory.flush()
"""


@pytest.mark.parametrize("kind", ["insert", "import", "merge"])
def test_killed_at_random_times_it_loses_nothing_acknowledged(tmp_path: Path, kind: str) -> None:
    chance = random.Random(kind)
    first = 0
    for _ in range(3):
        command = [sys.executable, "-c", WRITER, kind, str(tmp_path), str(first)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            lines = [writer.stdout.readline()]
            time.sleep(chance.uniform(0.0, 0.4))
            writer.kill()
            lines += writer.stdout.read().splitlines(keepends=True)
        told = max(int(line) for line in lines if line.endswith("\n"))
        memory = Memory.open(tmp_path / "a.tm", index_folder=tmp_path / "index")
        assert memory.fault() == ""
        there = {int(one.target.text) for one in memory.units()}
        assert set(range(told)) <= there
        for number in (0, told // 2, told - 1, max(there)):
            [best, *_] = memory.look_up(Query(CodedText(f"杀不掉的第{number}句话，在这里。")))
            assert (best.similarity, best.unit.target.text) == (100, str(number))
        memory.close()
        first = max(there) + 1


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "a.tm", create=True, index_folder=tmp_path / "index")
    memory.add(MemoryUnit(CodedText("还有地方的时候写的。"), CodedText("Kept.")))
    pages = memory._store.connection.execute("PRAGMA page_count").fetchone()[0]
    memory._store.connection.execute(f"PRAGMA max_page_count={pages + 3}")
    long = CodedText("长" * 9_000)
    with pytest.raises(WorkbenchError, match="free the disk"):
        memory.add(MemoryUnit(long, long))
    with pytest.raises(WorkbenchError, match="free the disk"):
        memory.add_many([MemoryUnit(CodedText(f"{n}" * 500), long) for n in range(50)])
    with pytest.raises(WorkbenchError, match="free the disk"):
        memory.remember("project", {1: [MemoryUnit(long, long)]}, 3)
    assert memory.remembered("project") == 0
    [match] = memory.look_up(Query(CodedText("还有地方的时候写的。")))
    assert match.unit.target.text == "Kept."
    memory._store.connection.execute(f"PRAGMA max_page_count={pages * 100}")
    memory.add(MemoryUnit(CodedText("又有地方了。"), CodedText("Again.")))
    assert [one.target.text for one in memory.units()] == ["Kept.", "Again."]
    memory.close()


LIMITED = """
import resource, signal, sys
from pathlib import Path
from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.memory_units import MemoryUnit

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
memory = Memory.open(Path(sys.argv[1]) / "a.tm", create=True, index_folder=Path(sys.argv[1]) / "index")
number = 0
try:
    while True:
        memory.add(MemoryUnit(CodedText(f"第{number}句。" + "长" * 300), CodedText(str(number))))
        number += 1
except WorkbenchError as error:
    print(number, error)
"""


def test_a_file_that_cannot_grow_is_said_and_keeps_what_it_has(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LIMITED, str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    number, sentence = said.split(" ", 1)
    assert "could not be written" in sentence
    memory = Memory.open(tmp_path / "a.tm", index_folder=tmp_path / "index")
    assert [int(one.target.text) for one in memory.units()] == list(range(int(number)))
    memory.close()
