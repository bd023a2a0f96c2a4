"""The day of the tutorial, done in a real terminal by keys alone, and its pictures.

Run: python -m docs.tutorial_run [--room FOLDER] [--from N] [--to N] [--no-pictures]

Every step waits for what the screen must say, and the run ends with the first that does not. The chapters are
in docs/tutorial_chapters.py and docs/tutorial_after.py. With --room the state after each chapter is kept, so
that --from goes on from it.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from docs.tutorial_chapters import MATERIAL, Day, chapters
from docs.walk import FaultError, Walk

SIZE = (100, 30)


def main() -> int:
    """Run the chapters; 1 where a step failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--room", type=Path)
    parser.add_argument("--from", dest="first", type=int, default=1)
    parser.add_argument("--to", dest="last", type=int, default=99)
    parser.add_argument("--no-pictures", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        room = given.room or Path(scratch)
        return _run(room, given.first, given.last, None if given.no_pictures else MATERIAL)


def _run(room: Path, first: int, last: int, pictures: Path | None) -> int:
    home = room / "home"
    _set_out(room, home, first)
    begun = time.monotonic()
    walk = Walk(home, SIZE, pictures, {"EDITOR": f"{sys.executable} {home / 'editor.py'}"})
    try:
        for number, (title, chapter) in enumerate(chapters(), start=1):
            if first <= number <= last:
                at = time.monotonic()
                chapter(Day(walk, home))
                print(f"{number:2} {title:60} {time.monotonic() - at:6.1f} s", flush=True)
                _keep(home, room / f"after-{number}")
    except FaultError as fault:
        print(f"chapter {number}, {title}: {fault}", file=sys.stderr)
        return 1
    finally:
        walk.close()
    print(f"{(time.monotonic() - begun) / 60:.1f} minutes")
    return 0


def _set_out(room: Path, home: Path, first: int) -> None:
    """The desk as it was after the chapter before, or a new one with the material."""
    shutil.rmtree(home, ignore_errors=True)
    if first > 1:
        shutil.copytree(room / f"after-{first - 1}", home)
        return
    desk = home / "desk"
    desk.mkdir(parents=True)
    for path in (*MATERIAL.glob("*.txt"), *MATERIAL.glob("*.tsv")):
        shutil.copy(path, desk)
    (home / "editor.py").write_text(
        "import pathlib, sys\n"
        "path = pathlib.Path(sys.argv[-1])\n"
        'path.write_text(path.read_text("utf-8").replace("small word", "little word"), "utf-8")\n',
        "utf-8",
    )


def _keep(home: Path, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(home, place)


if __name__ == "__main__":
    sys.exit(main())
