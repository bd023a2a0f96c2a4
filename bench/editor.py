"""bench: keys in the editor, each beside the same key in a bare Textual app that only echoes it.

`python bench/editor.py [--quick] [--json]` makes projects of 1,000 and 100,000 rows, opens them in real
terminals and presses keys by turns in the bare app and in the editors. A figure is the time from the key to
the last byte painted. What counts is the ratio; the bars are those of `BARS`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bare import READY
from made_up import OPENING, make_project
from report import Figures, figures, finish, machine, print_table, quiet_environment
from terminal import Repaint, Terminal

BENCH = Path(__file__).parent
OPEN = "import sys; from workbench.cli import main; sys.argv[1:] = ['open', sys.argv[1]]; main()"
HOME, DOWN, UP = b"\x1b[1;5H", b"\x1b[1;5B", b"\x1b[1;5A"


class Job(NamedTuple):
    """Something a person does: what is pressed before, what is timed, and how often."""

    name: str
    before: tuple[bytes, ...]
    keys: tuple[bytes, ...]
    times: int


REST = 0.1  # s
JOBS = (
    Job("row down", (HOME, DOWN, DOWN, DOWN), (DOWN,), 60),
    Job("page down", (HOME,), (b"\x1b[6~",), 30),
    Job("typing at 160", (HOME,), (b"e",), 40),
    Job("typing at 800", (HOME, DOWN), (b"e",), 40),
    Job("typing at 2,000", (HOME, DOWN, DOWN), (b"e",), 40),
    Job("next row (Enter)", (HOME, DOWN, DOWN, DOWN), (b"\r",), 20),
)
# (job, what of the samples, most times the bare echo of the same key)
BARS = (("row down", "median", 1.5), ("typing at 800", "p95", 2.5), ("typing at 2,000", "p95", 4.0))
MOST_BY_ROWS = 1.2  # a project of 100,000 rows against one of 1,000, medians
MOST_MEMORY = 200.0  # megabytes


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer presses, and 10,000 rows for 100,000")
    parser.add_argument("--json", action="store_true", help="one object on the last line")
    chosen = parser.parse_args(arguments)
    sizes = (1_000, 10_000) if chosen.quick else (1_000, 100_000)
    with tempfile.TemporaryDirectory(prefix="workbench-bench-") as scratch:
        folder = Path(scratch)
        projects = [make_project(folder / f"rows-{size}", size) for size in sizes]
        samples, memory = measure(projects, folder, quick=chosen.quick)
    show(sizes, samples, memory)
    missed = misses(sizes, samples, memory)
    report = {
        "bench": "editor",
        "machine": machine(),
        "sizes": list(sizes),
        "milliseconds": {job: [figures(side)._asdict() for side in sides] for job, sides in samples.items()},
        "columns": ["bare", *(f"{size} rows" for size in sizes)],
        "memory_mb": dict(zip(map(str, sizes), memory, strict=True)),
    }
    finish(report, as_json=chosen.json, missed=missed)


def measure(
    projects: Sequence[Path], folder: Path, *, quick: bool
) -> tuple[dict[str, list[list[float]]], list[float]]:
    """Samples of every job, bare first, then a list a project; and the megabytes of each editor."""
    environment = quiet_environment(folder)
    bare = Terminal([sys.executable, str(BENCH / "bare.py")], environment=environment)
    editors = [
        Terminal([sys.executable, "-c", OPEN, str(project)], environment=environment) for project in projects
    ]
    try:
        bare.wait_for(READY)
        for editor in editors:
            editor.wait_for(OPENING)
            editor.settle(1.5)
        terminals = [bare, *editors]
        samples = {job.name: press(job, terminals, job.times // (4 if quick else 1)) for job in JOBS}
        return samples, [editor.memory() for editor in editors]
    finally:
        for terminal in (bare, *editors):
            terminal.close()


def press(job: Job, terminals: Sequence[Terminal], times: int) -> list[list[float]]:
    """Milliseconds to the last byte, a list a terminal, by turns."""
    for terminal in terminals:
        for keys in job.before:
            terminal.press(keys, quiet=0.3)
        terminal.settle(0.5)
    samples: list[list[float]] = [[] for _ in terminals]
    for _ in range(times):
        for keys in job.keys:
            for terminal, taken in zip(terminals, samples, strict=True):
                repaint: Repaint | None = terminal.press(keys)
                if repaint is not None:
                    taken.append(repaint.last)
                terminal.settle(REST)  # what one does while it rests must not slow the next
    return samples


def show(sizes: Sequence[int], samples: dict[str, list[list[float]]], memory: Sequence[float]) -> None:
    """The table."""
    heads = ["key to last byte, ms: median / p95", "bare echo"]
    for size in sizes:
        heads += [f"{size:,} rows", "ratio"]
    rows = []
    for job, sides in samples.items():
        bare, *ours = [figures(side) for side in sides]
        row = [job, _cell(bare)]
        for side in ours:
            row += [_cell(side), f"{side.median / bare.median:.2f} / {side.p95 / bare.p95:.2f}"]
        rows.append(row)
    rows.append(["memory, MB", "", *(cell for amount in memory for cell in (f"{amount:.0f}", ""))])
    print_table("The editor, beside a bare Textual echo of the same key", heads, rows)


def _cell(side: Figures) -> str:
    return f"{side.median:.1f} / {side.p95:.1f}"


def misses(sizes: Sequence[int], samples: dict[str, list[list[float]]], memory: Sequence[float]) -> list[str]:
    """The bars that were not met, in words."""
    missed: list[str] = []
    for job, part, most in BARS:
        bare, *ours = [getattr(figures(side), part) for side in samples[job]]
        missed += [
            f"{job}, {size:,} rows: {side / bare:.2f} times the bare echo ({part}), at most {most}"
            for size, side in zip(sizes, ours, strict=True)
            if side > bare * most
        ]
    for job, sides in samples.items():
        small, large = figures(sides[1]).median, figures(sides[-1]).median
        if large > small * MOST_BY_ROWS:
            missed.append(f"{job}: {sizes[-1]:,} rows take {large / small:.2f} times as long as {sizes[0]:,}")
    missed += [
        f"{size:,} rows: {amount:.0f} MB"
        for size, amount in zip(sizes, memory, strict=True)
        if amount > MOST_MEMORY
    ]
    return missed


if __name__ == "__main__":
    main()
