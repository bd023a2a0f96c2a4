"""bench: the long soak: `python bench/soak.py [--steps 20000]`; what must hold is in tests/tui/soak.py.

Prints what was done most often, and ends with 1 where something did not hold.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))


def main(arguments: Sequence[str] | None = None) -> None:
    """Soak and say what came of it."""
    from tests.tui.conftest import LINES
    from tests.tui.soak import soaked

    from workbench.project.session import Session

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="workbench-soak-") as scratch:
        home = Path(scratch)
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
        source = home / "river.txt"
        source.write_text("\n".join(LINES * 8) + "\n", "utf-8")
        Session.create([source], folder=home / "river", name="river", reflow="never").close()
        started = time.perf_counter()

        def tell(step: int) -> None:
            print(f"{step:,} steps after {time.perf_counter() - started:,.0f} s", file=sys.stderr, flush=True)

        end = asyncio.run(soaked(home / "river", seed=chosen.seed, steps=chosen.steps, tell=tell))
    seconds = time.perf_counter() - started
    counts = Counter(what for what in end.done if " " not in what).most_common(12)
    print(f"{chosen.steps:,} steps, seed {chosen.seed}, {seconds:,.0f} s")
    print(", ".join(f"{what} {count}" for what, count in counts))
    held = {
        "the store is the model": end.disk == end.model,
        "the editor shows the store": end.shown == end.order,
        "undo of all is the start": end.undone == end.start,
    }
    for what, holds in held.items():
        print(f"{what}: {'yes' if holds else 'NO'}")
    sys.exit(0 if all(held.values()) else 1)


if __name__ == "__main__":
    main()
