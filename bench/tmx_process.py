"""bench: one reading or writing of TMX in a process of its own.

`python bench/tmx_process.py read NAME FILE` and `… write NAME FILE UNITS` print one JSON object: processor
seconds, units, and how many megabytes of its own the process held beyond what it held before.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice, repeat
from pathlib import Path
from typing import NamedTuple, TypeVar

from tmx_readers import READERS, Read
from tmx_writers import WRITERS
from workbench.model.units import TranslationUnit

T = TypeVar("T")
EVERY = 4_096
"""Units between two looks at the memory."""
KEPT = 10_000
"""Units that are written again and again, so that making them up is not measured, nor holding them."""


class Run(NamedTuple):
    """What a process told.

    Attributes:
        seconds: of processor time.
        units: how many.
        held: the most megabytes of its own memory, files that are mapped left out, at any time.
        digest: of all texts, in order; 0 where it was not asked for.
    """

    seconds: float
    units: int
    held: float
    digest: int = 0


def run(*arguments: str) -> Run:
    """Run this file in a process of its own."""
    told = subprocess.run([sys.executable, __file__, *arguments], check=True, stdout=subprocess.PIPE)
    return Run(**json.loads(told.stdout.splitlines()[-1]))


def held() -> float:
    """Megabytes that are this process's own now; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("RssAnon:"))
    return int(line.split()[1]) / 1024


class Watch:
    """Looks at the memory now and then while things pass by."""

    def __init__(self) -> None:
        self.most = held()
        self.count = 0

    def passing(self, things: Iterable[T]) -> Iterator[T]:
        """The same things."""
        for thing in things:
            if self.count % EVERY == 0:
                self.most = max(self.most, held())
            self.count += 1
            yield thing
        self.most = max(self.most, held())


def read(name: str, path: Path) -> Run:
    """Read a file."""
    reader, watch = READERS[name], Watch()
    next(reader(path), None)  # what is imported late is imported now
    started = time.process_time()
    for _ in watch.passing(reader(path)):
        pass
    return Run(time.process_time() - started, watch.count, watch.most)


def digest(name: str, path: Path) -> Run:
    """Read a file and tell a digest of its texts."""
    value = count = 0
    for each in READERS[name](path):
        value = zlib.crc32("\0".join(_texts(each)).encode(), value)
        count += 1
    return Run(0.0, count, 0.0, value)


def _texts(each: Read) -> tuple[str, str]:
    if isinstance(each, TranslationUnit):
        return each.source.text, each.target.text if each.target else ""
    return each


def write(name: str, path: Path, count: int) -> Run:
    """Write so many units."""
    from tmx_corpus import made_up_units  # a reader should not hold what making units up needs

    kept = list(made_up_units(min(KEPT, count)))
    watch = Watch()
    writer: Callable[[Iterable[TranslationUnit], Path], None] = WRITERS[name]
    writer(kept[:10], path)
    units = islice(chain.from_iterable(repeat(kept)), count)
    started = time.process_time()
    writer(watch.passing(units), path)
    return Run(time.process_time() - started, count, watch.most)


def main(arguments: list[str]) -> None:
    """Do one thing and print it."""
    what, name, path, *rest = arguments
    if what == "write":
        done = write(name, Path(path), int(rest[0]))
    else:
        done = (read if what == "read" else digest)(name, Path(path))
    print(json.dumps(done._asdict()))


if __name__ == "__main__":
    main(sys.argv[1:])
