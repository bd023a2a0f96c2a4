"""bench: what is measured in a process of its own: an import's peak memory, and opening and private memory.

Run by bench/memory.py: `python bench/memory_process.py import|open PATH INDEXES COUNT`; prints one object.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from memory_corpus import made_up_part, made_up_queries
from memory_writing import import_units
from workbench.memory import index, looking_up, making, scoring, store_index
from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.matches import Query

LOADED = (index, looking_up, making, scoring, store_index)
"""Loaded before the clock starts: opening is measured, not importing."""


def in_a_process(what: str, path: Path, indexes: Path, count: int) -> dict[str, float]:
    """Run one of these measurements in a process of its own."""
    run = subprocess.run(
        [sys.executable, __file__, what, str(path), str(indexes), str(count)],
        check=True,
        capture_output=True,
        text=True,
    )
    told: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return told


def importing(path: Path, indexes: Path, count: int) -> dict[str, float]:
    """Import so many units: units a second, and the peak in MB."""
    done = import_units(path, indexes, count)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"rate": done.rate, "seconds": done.seconds, "peak": peak}


def opening(path: Path, indexes: Path, count: int) -> dict[str, float]:
    """Open a memory and look up so many texts: milliseconds until the index is open, then for an answer."""
    asked = made_up_queries(made_up_part(0, 2_000), count)
    os.sync()  # what the import has written counts as dirty until it is on the disk, mapped or not
    before = private()
    started = time.perf_counter()
    memory = Memory.open(path, index_folder=indexes)
    memory.units_containing("", 0)
    next(memory.units_containing("\0\0", 1), None)
    opened = time.perf_counter()
    memory.look_up(Query(CodedText(asked[0].text)))
    first = time.perf_counter()
    for one in asked[1:]:
        memory.look_up(Query(CodedText(one.text)))
    after = private()
    memory.close()
    return {
        "open": 1e3 * (opened - started),
        "first": 1e3 * (first - opened),
        "private": after["Private_Dirty"],
        "anonymous": after["Anonymous"],
        "before": before["Private_Dirty"],
    }


def private() -> dict[str, float]:
    """Memory of this process that it shares with nobody, in MB: dirty pages, and those of no file."""
    told = Path("/proc/self/smaps_rollup").read_text()
    kilobytes = dict(re.findall(r"^(\w+): +(\d+) kB", told, re.MULTILINE))
    return {name: int(kilobytes[name]) / 1024 for name in ("Private_Dirty", "Anonymous")}


if __name__ == "__main__":
    what, path, indexes, count = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    print(json.dumps({"import": importing, "open": opening}[what](path, indexes, count)))
