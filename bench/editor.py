"""bench: keys in the editor, each beside the same key in a bare Textual app that only echoes it.

`python bench/editor.py [--quick] [--json]` makes projects of 1,000 and 100,000 rows, opens them in real
terminals and presses keys by turns in the bare app and in the editors. A figure is the time from the key to
the last byte of what is painted at once (rows, caret, light); what the panes paint when they have heard of
it is told apart, and so are the bytes. What counts is the ratio; the bars are those of `BARS`. The first line
is measured while all that a first opening brings along is still done beside (the dictionary with the terms of
the project, its refrains, what is mentioned first: processes of their own); the others when that is over.
Filters and finding are asked of the session, and pinyin is switched on in an editor that has rested for two
seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bare import READY
from made_up import OPENING, make_project
from report import Figures, figures, finish, machine, print_table, quiet_environment
from terminal import Repaint, Terminal
from workbench.project.schema import FILE_NAME
from workbench.project.store import Store

BENCH = Path(__file__).parent
OPEN = "import sys; from workbench.cli import main; sys.argv[1:] = ['open', sys.argv[1]]; main()"
HOME, DOWN, UP, F2 = b"\x1b[1;5H", b"\x1b[1;5B", b"\x1b[1;5A", b"\x1bOQ"
END, START = (b"\x01", b"\x1b[C"), (b"\x01", b"\x1b[D")
"""All of the cell selected, and left to its end or its start."""
PINYIN = "xiāngzhèn"
"""Of the first sentence of every made-up row: 各乡镇."""


class Job(NamedTuple):
    """Something a person does: what is pressed before, what is timed, and how often."""

    name: str
    before: tuple[bytes, ...]
    keys: tuple[bytes, ...]
    times: int


REST = 0.1  # s
TURN = 10  # presses in one terminal before it is another's turn
AFTERWARDS = 1.2  # s; what one does when the caret rests must not slow the next
FIRST = Job("row down, first opened", (HOME, DOWN, DOWN, DOWN), (DOWN,), 30)
JOBS = (
    Job("row down", (HOME, DOWN, DOWN, DOWN), (DOWN,), 60),
    Job("page down", (HOME,), (b"\x1b[6~",), 30),
    Job("typing at 160", (HOME, *END), (b"e",), 40),
    Job("typing at 800", (HOME, DOWN, *END), (b"e",), 40),
    Job("typing at 2,000", (HOME, DOWN, DOWN, *END), (b"e",), 40),
    Job("before 2,000", (HOME, DOWN, DOWN, *START), (b"e",), 40),
    Job("next row (Enter)", (HOME, DOWN, DOWN, DOWN), (b"\r",), 20),
)
# (job, what of the samples, most times the bare echo of the same key)
BARS = (
    ("row down", "median", 1.3),
    ("page down", "median", 3.0),
    ("typing at 800", "p95", 2.0),
    ("typing at 2,000", "p95", 3.0),
    ("next row (Enter)", "median", 3.0),
)
PANES_FOLLOW = (("row down", 150.0), ("next row (Enter)", 150.0))  # ms to the last byte of all, median
ASKED = {"filter": 150.0, "find": 300.0}  # ms, by how the line of the session's figures begins
FIRST_PINYIN = 250.0  # ms
MOST_BYTES = 1536  # for a typed character, median
MOST_BY_ROWS = 1.2  # a project of 100,000 rows against one of 1,000, medians
MOST_MEMORY = 180.0  # megabytes
FOLLOWING = 0.16  # s without a byte: the panes have come


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
        taken = measure(projects, folder, quick=chosen.quick)
    show(sizes, taken)
    report = {
        "bench": "editor",
        "machine": machine(),
        "sizes": list(sizes),
        "milliseconds": {
            job: [figures([one.burst for one in side])._asdict() for side in sides]
            for job, sides in taken.samples.items()
        },
        "columns": ["bare", *(f"{size} rows" for size in sizes)],
        "asked": taken.asked,
        "first_pinyin": taken.pinyin,
        "memory_mb": dict(zip(map(str, sizes), taken.memory, strict=True)),
    }
    finish(report, as_json=chosen.json, missed=misses(sizes, taken))


class Taken(NamedTuple):
    """What was measured.

    Attributes:
        samples: of every job, the bare app first, then a list a project.
        memory: megabytes of each editor at the end.
        asked: milliseconds of what was asked of the session, for each project.
        pinyin: milliseconds to the first pinyin, likewise.
    """

    samples: dict[str, list[list[Repaint]]]
    memory: list[float]
    asked: list[dict[str, float]]
    pinyin: list[float]


def measure(projects: Sequence[Path], folder: Path, *, quick: bool) -> Taken:
    """Press, ask and weigh."""
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
        samples = {FIRST.name: press(FIRST, terminals, FIRST.times // (4 if quick else 1))}
        for editor in editors:
            editor.rest()
        samples |= {job.name: press(job, terminals, job.times // (4 if quick else 1)) for job in JOBS}
        for editor in editors:
            editor.settle(3.0, limit=20.0)
        memory = [editor.memory() for editor in editors]
    finally:
        for terminal in (bare, *editors):
            terminal.close()
    asked = [asked_of(project, environment) for project in projects]
    return Taken(samples, memory, asked, [first_pinyin(project, environment) for project in projects])


def asked_of(project: Path, environment: dict[str, str]) -> dict[str, float]:
    """Filters and finding, in a process of their own."""
    command = [sys.executable, str(BENCH / "editor_session.py"), str(project)]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def first_pinyin(project: Path, environment: dict[str, str]) -> float:
    """Milliseconds from the key to the first pinyin of an editor that was opened with pinyin off."""
    store = Store(project / FILE_NAME)
    store.set_meta("place", json.dumps({"ruby": "off"}))
    store.close()
    with Terminal([sys.executable, "-c", OPEN, str(project)], environment=environment) as editor:
        editor.wait_for(OPENING)
        editor.settle(2.0)
        return editor.echo(PINYIN, keys=F2)


def press(job: Job, terminals: Sequence[Terminal], times: int) -> list[list[Repaint]]:
    """What was painted, a list a terminal, by turns."""
    for terminal in terminals:
        for keys in job.before:
            terminal.press(keys, quiet=0.3)
        terminal.settle(0.5)
    samples: list[list[Repaint]] = [[] for _ in terminals]
    for done in range(0, times, TURN):
        for terminal, taken in zip(terminals, samples, strict=True):
            for keys in job.keys * min(TURN, times - done):
                repaint = terminal.press(keys, quiet=FOLLOWING)
                if repaint is not None:
                    taken.append(repaint)
                terminal.settle(REST)
            terminal.settle(AFTERWARDS)
    return samples


def show(sizes: Sequence[int], taken: Taken) -> None:
    """The tables."""
    heads = ["key to what is painted at once, ms: median / p95", "bare echo"]
    for size in sizes:
        heads += [f"{size:,} rows", "ratio", "panes", "bytes"]
    rows = []
    for job, sides in taken.samples.items():
        bare, *ours = [figures([one.burst for one in side]) for side in sides]
        row = [job, _cell(bare)]
        for mine, side in zip(ours, sides[1:], strict=True):
            panes, size = (median([getattr(one, what) for one in side]) for what in ("last", "size"))
            row += [_cell(mine), f"{mine.median / bare.median:.2f} / {mine.p95 / bare.p95:.2f}"]
            row += [f"{panes:.0f}", f"{size:,.0f}"]
        rows.append(row)
    print_table("The editor, beside a bare Textual echo of the same key", heads, rows)
    names = ["", *(f"{size:,} rows" for size in sizes)]
    lines = [[name, *(f"{asked[name]:.0f}" for asked in taken.asked)] for name in taken.asked[0]]
    lines.append(["first pinyin", *(f"{one:.0f}" for one in taken.pinyin)])
    lines.append(["memory, MB", *(f"{one:.0f}" for one in taken.memory)])
    print_table("Asked of the session, ms (median); the first pinyin, ms; memory", names, lines)


def _cell(side: Figures) -> str:
    return f"{side.median:.1f} / {side.p95:.1f}"


def misses(sizes: Sequence[int], taken: Taken) -> list[str]:
    """The bars that were not met, in words."""
    missed = [*_slow_keys(sizes, taken), *_slow_answers(sizes, taken)]
    for job, sides in taken.samples.items():
        small, large = (figures([one.burst for one in side]).median for side in (sides[1], sides[-1]))
        if large > small * MOST_BY_ROWS:
            missed.append(f"{job}: {sizes[-1]:,} rows take {large / small:.2f} times as long as {sizes[0]:,}")
        size = median([one.size for one in sides[-1]])
        if job.startswith("typing") and size > MOST_BYTES:
            missed.append(f"{job}: {size:,.0f} bytes a key, at most {MOST_BYTES:,}")
    missed += [
        f"{size:,} rows: {amount:.0f} MB, at most {MOST_MEMORY:.0f}"
        for size, amount in zip(sizes, taken.memory, strict=True)
        if amount > MOST_MEMORY
    ]
    return missed


def _slow_keys(sizes: Sequence[int], taken: Taken) -> Iterator[str]:
    for job, part, most in BARS:
        bare, *ours = [getattr(figures([one.burst for one in side]), part) for side in taken.samples[job]]
        for size, side in zip(sizes, ours, strict=True):
            if side > bare * most:
                yield f"{job}, {size:,} rows: {side / bare:.2f} times the bare echo ({part}), at most {most}"
    for job, longest in PANES_FOLLOW:
        for size, side in zip(sizes, taken.samples[job][1:], strict=True):
            if (panes := median([one.last for one in side])) > longest:
                yield f"{job}, {size:,} rows: the panes follow after {panes:.0f} ms, at most {longest:.0f}"


def _slow_answers(sizes: Sequence[int], taken: Taken) -> Iterator[str]:
    for size, asked, pinyin in zip(sizes, taken.asked, taken.pinyin, strict=True):
        for name, milliseconds in asked.items():
            most = next(most for begins, most in ASKED.items() if name.startswith(begins))
            if milliseconds > most:
                yield f"{name}, {size:,} rows: {milliseconds:.0f} ms, at most {most:.0f}"
        if pinyin > FIRST_PINYIN:
            yield f"first pinyin, {size:,} rows: {pinyin:.0f} ms, at most {FIRST_PINYIN:.0f}"


if __name__ == "__main__":
    main()
