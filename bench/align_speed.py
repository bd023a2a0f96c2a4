"""bench: seconds and memory of aligners on long made-up documents, each in a process of its own.

`python bench/align_speed.py NAME FILE` is that process: it aligns the document in FILE with the aligner of
that name and prints one JSON object.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from align_gold import Document, assemble, read_set
from align_long import long_document
from align_peers import MOST_SENTENCES, NAMES, peers
from align_scores import count, single_omissions
from report import quiet_environment
from workbench.lexicon.cedict import entries
from workbench.lexicon.index import load_lexicon
from workbench.model.beads import Bead

OURS = "workbench"
MOST_BY_HUNALIGN = 20_000  # sentences
GAP = 200  # Chinese sentences between two pins, with their English
GAP_SIZE = 2_000  # sentences of the document around it
ROUNDS = 5
LOAD = """
import time
start = time.perf_counter()
import workbench.align.engine
from workbench.lexicon.index import load_lexicon
load_lexicon()
print(time.perf_counter() - start)
"""


class Load(NamedTuple):
    """Seconds to import the engine, numpy with it, and to load the dictionary."""

    first: float
    """when the dictionary's index has to be made."""
    again: float
    """the median of later processes."""


class Run(NamedTuple):
    """One document aligned once.

    Attributes:
        sentences: both sides together.
        align: seconds from sentences to beads.
        processor: seconds of processor time of the process for it, all its threads together.
        memory: the most megabytes the whole process held, Python and the text included.
        f1: strict.
        gap: median milliseconds to align a gap of `GAP` again, by `Aligner`, which has read the texts; and
        gap_cold: the same by `align`, which reads them first. None where not measured.
    """

    sentences: int
    align: float
    processor: float
    memory: float
    f1: float
    gap: float | None = None
    gap_cold: float | None = None

    @property
    def rate(self) -> float:
        """Sentences a second, both sides counted."""
        return self.sentences / self.align


def time_load() -> Load:
    """Processes that do nothing else."""
    with tempfile.TemporaryDirectory(prefix="workbench-bench-") as scratch:
        environment = {**os.environ, **quiet_environment(Path(scratch))}
        times = [
            float(subprocess.check_output([sys.executable, "-c", LOAD], env=environment))
            for _ in range(ROUNDS + 1)
        ]
    return Load(times[0], statistics.median(times[1:]))


def measure(
    sizes: Sequence[int], documents: Sequence[Document], others: Sequence[str]
) -> dict[str, dict[int, Run]]:
    """Runs by aligner and size.

    Args:
        sizes: sentences of both sides together.
        documents: out of which the long ones are made.
        others: names of peers that are on this machine.
    """
    lexicon = load_lexicon()
    runs: dict[str, dict[int, Run]] = {name: {} for name in (OURS, *others)}
    with tempfile.TemporaryDirectory(prefix="workbench-bench-") as scratch:
        folder = Path(scratch)
        environment = {**os.environ, **quiet_environment(folder)}
        for turn, size in enumerate((min(sizes), *sizes)):
            file = folder / "document.json"
            write(long_document(size, documents, lexicon, entries()), file)
            for name in runs:
                if _most(name) >= size and (turn or name == OURS):
                    runs[name][size] = _run(
                        name, file, environment
                    )  # the first fills the caches, and is lost
    return runs


def _most(name: str) -> int:
    return sys.maxsize if name == OURS else MOST_SENTENCES.get(name, MOST_BY_HUNALIGN)


def _run(name: str, file: Path, environment: Mapping[str, str]) -> Run:
    told = subprocess.run(
        [sys.executable, __file__, name, str(file)], env=environment, check=True, stdout=subprocess.PIPE
    )
    return Run(**json.loads(told.stdout))


def write(document: Document, file: Path) -> None:
    """Put a document into a file for another process."""
    beads = [
        ([document.source[at] for at in bead.source], [document.target[at] for at in bead.target])
        for bead in document.gold
    ]
    file.write_text(json.dumps(beads, ensure_ascii=False), "utf-8")


def read(file: Path) -> Document:
    """Such a document again."""
    return assemble(file.stem, json.loads(file.read_text("utf-8")))


def peak() -> float:
    """The most megabytes this process has held so far.

    On Linux `getrusage` gives a child at least what its parent held when it started it; /proc does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if platform.system() == "Darwin" else 1024)


def align_ours(document: Document) -> Run:
    """Align, and where the document has `GAP_SIZE` sentences align a gap again."""
    from workbench.align.engine import align

    lexicon = load_lexicon()
    start, begun = time.perf_counter(), time.process_time()
    told = align(document.source, document.target, lexicon).beads
    done, spent = time.perf_counter(), time.process_time()
    run = Run(document.sentences, done - start, spent - begun, peak(), _f1(document, told))
    if document.sentences > GAP_SIZE * 1.1:
        return run
    gap, gap_cold = time_gap(document)
    return run._replace(gap=gap, gap_cold=gap_cold)


def time_gap(document: Document) -> tuple[float, float]:
    """Milliseconds for a gap of `GAP` Chinese sentences, all else pinned: the texts read before, and not."""
    from workbench.align.engine import Aligner, align

    lexicon = load_lexicon()
    middle = len(document.source) // 2
    gap = range(middle - GAP // 2, middle + GAP // 2)
    pins = [
        Bead(bead.source, bead.target, pinned=True)
        for bead in document.gold
        if bead.source and bead.target and (bead.source.stop <= gap.start or bead.source.start >= gap.stop)
    ]
    aligner = Aligner(document.source, document.target, lexicon)
    aligner.align()
    times: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        marks = [time.perf_counter()]
        aligner.align(pins)
        marks.append(time.perf_counter())
        align(document.source, document.target, lexicon, pins=pins)
        marks.append(time.perf_counter())
        for taken, (before, after) in zip(times, pairwise(marks), strict=True):
            taken.append((after - before) * 1e3)
    return statistics.median(times[0]), statistics.median(times[1])


def align_other(name: str, document: Document) -> Run:
    """Align with a peer; hunalign's own memory, which is another process's, is not told."""
    known = {peer.name: peer for peer in peers(read_set("dev"), load_lexicon())}
    align = known[name].align
    if align is None:
        raise SystemExit(f"{name}: {known[name].missing}")
    start, begun = time.perf_counter(), sum(os.times()[:4])
    told = align(document.source, document.target)
    done, spent = time.perf_counter(), sum(os.times()[:4])
    return Run(document.sentences, done - start, spent - begun, peak(), _f1(document, told))


def _f1(document: Document, told: Sequence[Bead]) -> float:
    return count(document.gold, single_omissions(told)).f1


def main(arguments: Sequence[str]) -> None:
    """The process that is measured."""
    name, file = arguments
    document = read(Path(file))
    run = align_ours(document) if name == OURS else align_other(name, document)
    print(json.dumps(run._asdict()))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(f"python {sys.argv[0]} {OURS}|{'|'.join(NAMES)} FILE")
    main(sys.argv[1:])
