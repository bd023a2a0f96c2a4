"""bench: how samples become figures, and figures a table or one line of JSON."""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Figures(NamedTuple):
    """Median and 95th percentile, in milliseconds, of so many samples."""

    median: float
    p95: float
    samples: int


def figures(samples: Sequence[float]) -> Figures:
    """What is told of some samples."""
    ordered = sorted(samples)
    return Figures(
        statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], len(ordered)
    )


def machine() -> dict[str, str | int]:
    """What it ran on."""
    import textual

    return {
        "python": platform.python_version(),
        "textual": textual.__version__,
        "system": platform.system(),
        "processors": os.cpu_count() or 0,
    }


def print_table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table for people."""
    widths = [max(len(row[at]) for row in [heads, *rows]) for at in range(len(heads))]
    print(title)
    for row in [heads, *rows]:
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
        ]
        print("  " + "  ".join(cells).rstrip())


def finish(report: Mapping[str, object], *, as_json: bool, missed: Sequence[str]) -> None:
    """Say which bars were missed; with `as_json` the last line is the whole report as one object."""
    for line in missed:
        print(f"missed: {line}", file=sys.stderr)
    if as_json:
        print(json.dumps({**report, "missed": list(missed)}, ensure_ascii=False))


def quiet_environment(folder: Path) -> dict[str, str]:
    """Variables that keep a program's settings, data and cache in a folder of the benchmark's own.

    Compiled modules too: what is measured is a start like a user's second one, wherever the program lies.
    """
    return {
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_STATE_HOME": str(folder / "state"),
    }
