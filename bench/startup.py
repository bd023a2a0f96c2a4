"""bench: from the command to the first paint of the editor, and the first key after it, beside a bare app.

`python bench/startup.py [--quick] [--json]` opens projects of 50, 10,000 and 100,000 rows in real terminals,
by turns with a bare Textual app, and times `--help` too. The first key is pressed the moment the first paint
is there, and others after it while the editor still loads what it needs: none may be held up.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bare import READY
from made_up import OPENING, make_project
from report import Figures, figures, finish, machine, print_table, quiet_environment
from terminal import Terminal

BENCH = Path(__file__).parent
WORKBENCH = "import sys; from workbench.cli import main; main()"
MOST = 1.6  # times the bare app, at every size
KEYS = 12  # pressed after the first paint, a tenth of a second apart
KEY = "龘"  # stands in none of the texts, so that its echo is known when it comes

Samples = dict[str, list[float]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer rounds, and no 100,000 rows")
    parser.add_argument("--json", action="store_true", help="one object on the last line")
    chosen = parser.parse_args(arguments)
    sizes = (50, 10_000) if chosen.quick else (50, 10_000, 100_000)
    with tempfile.TemporaryDirectory(prefix="workbench-bench-") as scratch:
        folder = Path(scratch)
        programs = {"bare app": ([sys.executable, str(BENCH / "bare.py")], READY)}
        for size in sizes:
            project = make_project(folder / f"rows-{size}", size)
            programs[f"{size:,} rows"] = ([sys.executable, "-c", WORKBENCH, "open", str(project)], OPENING)
        environment = quiet_environment(folder)
        paints, firsts, worsts = measure(programs, environment, rounds=3 if chosen.quick else 9)
        paints["--help"] = time_help(environment, rounds=3 if chosen.quick else 9)
    show(paints, firsts, worsts)
    report = {
        "bench": "startup",
        "machine": machine(),
        "first_paint_ms": _told(paints),
        "first_key_ms": _told(firsts),
        "slowest_early_key_ms": _told(worsts),
    }
    finish(report, as_json=chosen.json, missed=misses(paints))


def measure(
    programs: Mapping[str, tuple[list[str], str]], environment: Mapping[str, str], *, rounds: int
) -> tuple[Samples, Samples, Samples]:
    """Milliseconds to the first paint, from the first key to its echo, and of the slowest key soon after."""
    paints: Samples = {name: [] for name in programs}
    firsts: Samples = {name: [] for name in programs}
    worsts: Samples = {name: [] for name in programs}
    for turn in range(rounds + 1):
        for name, (argv, mark) in programs.items():
            with Terminal(argv, environment=environment) as terminal:
                paint = terminal.wait_for(mark)
                echoes = [_press(terminal) for _ in range(KEYS)]
            if turn:  # the first round only fills the caches of the system
                paints[name].append(paint)
                firsts[name].append(echoes[0])
                worsts[name].append(max(echoes))
    return paints, firsts, worsts


def _press(terminal: Terminal) -> float:
    echo = terminal.echo(KEY)
    time.sleep(max(0.0, 0.1 - echo / 1e3))
    return echo


def time_help(environment: Mapping[str, str], *, rounds: int) -> list[float]:
    """Milliseconds that `--help` takes from start to end."""
    times = []
    for _ in range(rounds + 1):
        with Terminal([sys.executable, "-c", WORKBENCH, "--help"], environment=environment) as terminal:
            times.append(terminal.wait_end())
    return times[1:]


def show(paints: Samples, firsts: Samples, worsts: Samples) -> None:
    """The table."""
    bare = figures(paints["bare app"])
    rows = []
    for name, taken in paints.items():
        paint = figures(taken)
        row = [name, _cell(paint), f"{paint.median / bare.median:.2f}"]
        keys = [figures(side[name]) for side in (firsts, worsts) if name in side]
        rows.append([*row, *(_cell(key) for key in keys), *("" for _ in range(2 - len(keys)))])
    heads = ["ms: median / p95", "first paint", "ratio", "first key", f"slowest of {KEYS} keys"]
    print_table("Start, beside a bare Textual app", heads, rows)


def _cell(side: Figures) -> str:
    return f"{side.median:.0f} / {side.p95:.0f}"


def _told(samples: Samples) -> dict[str, dict[str, float]]:
    return {name: figures(taken)._asdict() for name, taken in samples.items()}


def misses(paints: Samples) -> list[str]:
    """The bars that were not met, in words."""
    bare = figures(paints["bare app"]).median
    ratios = {name: figures(taken).median / bare for name, taken in paints.items()}
    return [
        f"{name}: first paint takes {ratio:.2f} times the bare app, at most {MOST}"
        for name, ratio in ratios.items()
        if ratio > MOST
    ]


if __name__ == "__main__":
    main()
