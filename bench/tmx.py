"""bench: reading and writing TMX, beside lxml, ElementTree and translate-toolkit, in one interleaved run.

`python bench/tmx.py [--quick] [--json]` makes files up from a seed, and lets every program read each and
write as many units, in a process of its own, in turn. Seconds are of processor time. Which units are told
alike is checked first: the texts of all that do not take codes for text have to be the same, to the byte.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from report import finish, machine, print_table
from tmx_corpus import made_up_units
from tmx_process import Run, run
from tmx_readers import OURS, READERS, SAME_UNITS, TOOLKIT, WHOLE_IN_MEMORY
from tmx_writers import EVENTS, TREES, WRITERS
from workbench.exchange.tmx import TmxHeader, write_tmx

QUICK, FULL = (20_000,), (100_000, 1_000_000)
MOST_IN_MEMORY = 100_000  # units, for programs that keep all of a file
ROUNDS, ROUNDS_OF_LARGE = 5, 2
LEAST_OVER_LXML, LEAST_OVER_TOOLKIT, LEAST_WRITING = 2.0, 3.0, 5.0
MOST_HELD = 30.0  # MB


class Row(NamedTuple):
    """One program at one size, the best of the rounds: whatever else the machine does makes it slower."""

    seconds: float
    units: int
    megabytes: float
    held: float

    @property
    def rate(self) -> float:
        """Units a second."""
        return self.units / self.seconds


Rows = dict[str, Row]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="20,000 units instead of 100,000 and a million")
    parser.add_argument("--json", action="store_true", help="one object on the last line")
    parser.add_argument("--size", action="append", type=int, help="so many units; may be given again")
    chosen = parser.parse_args(arguments)
    reading: dict[int, Rows] = {}
    writing: dict[int, Rows] = {}
    missed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="workbench-bench-") as scratch:
        for size in chosen.size or (QUICK if chosen.quick else FULL):
            path, other = Path(scratch) / f"{size}.tmx", Path(scratch) / "written.tmx"
            with path.open("w", encoding="utf-8") as file:
                file.writelines(write_tmx(made_up_units(size), TmxHeader("bench")))
            missed += different(path, size)
            reading[size] = measure("read", size, [name for name in READERS if fits(name, size)], path)
            path.unlink()
            writing[size] = measure("write", size, list(WRITERS), other, str(size))
            show(size, reading[size], writing[size])
    report = {"bench": "tmx", "machine": machine(), "read": told(reading), "write": told(writing)}
    missed += [line for size in reading for line in misses(size, reading[size], writing[size])]
    finish(report, as_json=chosen.json, missed=missed)


def fits(name: str, size: int) -> bool:
    """Whether a program can be asked for a file of that size."""
    return size <= MOST_IN_MEMORY or name not in WHOLE_IN_MEMORY


def different(path: Path, size: int) -> list[str]:
    """Which programs read other texts than ours; translate-toolkit takes codes for text, so it may."""
    if size > MOST_IN_MEMORY:
        return []
    digests = {name: run("digest", name, str(path)) for name in READERS if name != TOOLKIT}
    ours = digests[OURS]
    lost = [] if ours.units == size else [f"only {ours.units:,} of {size:,} units were read"]
    return lost + [f"{name} reads other texts" for name, each in digests.items() if each != ours]


def measure(what: str, size: int, names: Sequence[str], path: Path, *further: str) -> Rows:
    """Every program in turn, and that again and again."""
    runs: dict[str, list[Run]] = {name: [] for name in names}
    megabytes = 0.0
    for _ in range(ROUNDS if size <= MOST_IN_MEMORY else ROUNDS_OF_LARGE):
        for name in names:
            runs[name].append(run(what, name, str(path), *further))
            if name == OURS:
                megabytes = path.stat().st_size / 1e6
    return {name: _row(each, megabytes) for name, each in runs.items()}


def _row(runs: Sequence[Run], megabytes: float) -> Row:
    seconds = min(each.seconds for each in runs)
    return Row(seconds, runs[0].units, megabytes, max(each.held for each in runs))


def show(size: int, reading: Rows, writing: Rows) -> None:
    """Two tables."""
    for what, rows in (("Read", reading), ("Written", writing)):
        print_table(
            f"{what}: {size:,} units, {rows[OURS].megabytes:,.0f} MB",
            ("program", "units/s", "MB/s", "MB held", "times ours"),
            [
                (
                    name,
                    f"{row.rate:,.0f}",
                    f"{row.megabytes / row.seconds:.1f}",
                    f"{row.held:.0f}",
                    f"{row.seconds / rows[OURS].seconds:.2f}",
                )
                for name, row in rows.items()
            ],
        )


def told(sizes: Mapping[int, Rows]) -> dict[str, dict[str, dict[str, float]]]:
    """Rows as plain objects."""
    return {
        str(size): {name: {**row._asdict(), "rate": row.rate} for name, row in rows.items()}
        for size, rows in sizes.items()
    }


def misses(size: int, reading: Rows, writing: Rows) -> list[str]:
    """Which bars were missed."""
    bars = (
        (reading, SAME_UNITS, LEAST_OVER_LXML),
        (reading, TOOLKIT, LEAST_OVER_TOOLKIT),
        (writing, TREES, LEAST_WRITING),
        (writing, EVENTS, LEAST_WRITING),
    )
    found = [
        f"{size:,} units: {rows[name].seconds / rows[OURS].seconds:.2f} times as fast as {name}, not {least}"
        for rows, name, least in bars
        if name in rows and rows[name].seconds < least * rows[OURS].seconds
    ]
    if reading[OURS].held > MOST_HELD:
        found.append(f"{size:,} units: {reading[OURS].held:.0f} MB held in reading, not {MOST_HELD:.0f}")
    return found


if __name__ == "__main__":
    main()
