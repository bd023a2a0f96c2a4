"""bench: a process that writes a memory is killed (kill -9) at random times; what is lost is counted.

Three kinds of writing: `insert` adds unit after unit; `import` adds many at once; `merge` adds some thousands
at a time, so that most of its time the index is written and merged. The process tells each unit or batch that
the memory has acknowledged. After each kill the memory is opened again: SQLite must find the file whole,
every unit that was told must be there and be found, and the index must have put itself right.

    python bench/memory_kills.py [--kills 30] [--json]
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from report import finish, print_table
from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.matches import Query
from workbench.model.memory_units import MemoryUnit

KINDS = ("import", "merge", "insert")
MOST = 120_000  # units in a memory before the next kill gets a new one
LATEST = {"import": 2.5, "merge": 2.5, "insert": 1.0}  # seconds after the first acknowledgement
LOOKED_UP = 25
_SIGNS = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳"


def source(number: int) -> str:
    """A text of 8 to 32 hanzi that only this number has."""
    chance = random.Random(number)
    digits = "".join(_SIGNS[number // 32**at % 32] for at in range(4))
    return digits + "".join(chance.choices(_SIGNS, k=chance.randint(4, 28)))


def units(first: int, end: float) -> Iterator[MemoryUnit]:
    """The units from `first` on."""
    number = first
    while number < end:
        yield MemoryUnit(CodedText(source(number)), CodedText(str(number)))
        number += 1


# ---- the process that is killed


def write(kind: str, folder: Path, first: int) -> None:
    """Write units from `first` on, for ever; after each step tell the number after the last that is safe."""
    memory = opened(folder)
    match kind:
        case "insert":
            for number, unit in enumerate(units(first, float("inf")), first):
                memory.add(unit)
                print(number + 1, flush=True)
        case "import":
            memory.add_many(
                units(first, float("inf")), progress=lambda taken: print(first + taken, flush=True)
            )
        case "merge":
            while True:
                memory.add_many(units(first, first + 6_000))
                first += 6_000
                print(first, flush=True)
                if first % 4 == 0:
                    memory.flush()


def opened(folder: Path) -> Memory:
    """The memory in a folder, its index beside it."""
    return Memory.open(folder / "killed.tm", create=True, index_folder=folder / "index")


# ---- the process that kills


@dataclass(slots=True)
class Count:
    """What a kind of kills came to."""

    kills: int = 0
    told: int = 0
    lost: int = 0
    not_found: int = 0
    broken: int = 0
    faults: int = 0
    slowest_open: float = 0.0


def kill(kind: str, folder: Path, first: int, after: float) -> int:
    """Start a writer, kill it some seconds after its first word; the number after the last that it told."""
    command = [sys.executable, __file__, "--write", kind, str(folder), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        line = writer.stdout.readline()
        time.sleep(after)
        writer.kill()
        said = [line, *writer.stdout.read().splitlines(keepends=True)]
    return max([first, *(int(one) for one in said if one.endswith("\n"))])


def examine(folder: Path, told: int, count: Count, chance: random.Random) -> int:
    """Open what was left and count what is wrong; the number after the last unit."""
    start = time.perf_counter()
    memory = opened(folder)
    count.slowest_open = max(count.slowest_open, (time.perf_counter() - start) * 1000)
    count.broken += memory.fault() != ""
    there = {int(unit.target.text) for unit in memory.units()}
    count.lost += len(set(range(told)) - there)
    wanted = [told - 1, *(chance.randrange(told) for _ in range(LOOKED_UP))] if told else []
    count.not_found += sum(not found(memory, number) for number in wanted)
    memory.flush()  # the index is written now, whatever state it was left in
    count.not_found += sum(not found(memory, number) for number in wanted)
    count.faults += bool(memory.index_fault)
    memory.close()
    return max(there, default=-1) + 1


def found(memory: Memory, number: int) -> bool:
    """Whether a look-up finds a unit as it was put in."""
    matches = memory.look_up(Query(CodedText(source(number))), best=1)
    return [match.unit.target.text for match in matches] == [str(number)]


def kills(kind: str, times: int, scratch: Path) -> Count:
    """Kill a writer so many times, on one memory after another."""
    chance = random.Random(kind)
    count = Count()
    folder, first = scratch / f"{kind}-0", 0
    for number in range(times):
        folder.mkdir(exist_ok=True)
        told = kill(kind, folder, first, chance.uniform(0.0, LATEST[kind]))
        count.kills += 1
        count.told += told - first
        first = examine(folder, told, count, chance)
        if first > MOST:
            folder, first = scratch / f"{kind}-{number + 1}", 0
    return count


def main() -> None:
    """Run, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=30, help="of each kind")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        kind, folder, first = options.write
        write(kind, Path(folder), int(first))
        return
    with tempfile.TemporaryDirectory(prefix="memory-kills-") as scratch:
        counts = {kind: kills(kind, options.kills, Path(scratch)) for kind in KINDS}
    heads = (
        "killed during",
        "kills",
        "acknowledged",
        "lost",
        "not found",
        "file broken",
        "index faults",
        "open ms",
    )
    rows = [
        (
            kind, str(one.kills), str(one.told), str(one.lost), str(one.not_found), str(one.broken),
            str(one.faults), f"{one.slowest_open:.0f}",
        )
        for kind, one in counts.items()
    ]  # fmt: skip
    print_table("kill -9 at random times", heads, rows)
    wrong = {kind: one.lost + one.not_found + one.broken + one.faults for kind, one in counts.items()}
    missed = [f"killed during {kind}: {number} faults" for kind, number in wrong.items() if number]
    finish(
        {kind: {name: getattr(one, name) for name in Count.__slots__} for kind, one in counts.items()},
        as_json=options.json,
        missed=missed,
    )
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
