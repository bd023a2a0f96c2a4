"""bench: a translation memory: what is found, how fast, and what writing costs, beside other engines.

`python bench/memory.py [--quick] [--ten-million] [--json]` makes up a memory from a seed
(`memory_corpus.py`), imports it, looks the same texts up with every engine in one run (`memory_trial.py`),
and holds the figures against the bars below. `--quick` takes 50,000 units and less than a minute; the bars
of speed are for a million.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import memory_large
from memory_corpus import SEED, folded_all, made_up_queries, made_up_units, short_queries, short_text
from memory_engines import Ask, Tantivy, found, ours, scan
from memory_process import in_a_process
from memory_trial import Trial, interleaved
from memory_writing import Inserts, insert_units, unit_of
from report import finish, machine, print_table
from workbench.memory.memory import Memory
from workbench.memory.store import Store
from workbench.memory.store_identity import identity
from workbench.memory.store_index import Finder
from workbench.model.coded import CodedText
from workbench.model.segments import Segment
from workbench.project.light import sentences_of_source
from workbench.project.log_reading import Placed
from workbench.project.matching import MatchDesk
from workbench.project.pretranslating import planned

OURS, FOUND = "ours, whole matches", "ours, found and scored"
SCAN, TANTIVY = "full scan, rapidfuzz", "tantivy, 50 rescored"
UNITS, QUICK = 1_000_000, 50_000
SHORT_UNITS = 200_000

LEAST_AT_P50, LEAST_AT_P95 = 250.0, 100.0  # times as fast as the scan
LEAST_TANTIVY = 2.0  # times as fast, at the median
MOST_INSERT = 1.5  # times SQLite alone
MOST_OPEN, MOST_PRIVATE = 50.0, 60.0  # ms, MB
LEAST_IMPORT, MOST_PEAK = 40_000.0, 400.0  # units a second, MB
LEAST_QUEUE = 800.0  # sentences a second
MOST_GROWTH = 10.0  # times as long with ten times as many units


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    chosen = _parser().parse_args(arguments)
    count = chosen.units or (QUICK if chosen.quick else UNITS)
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        report, missed = measure(Path(name), count, quick=chosen.quick)
        if chosen.ten_million:
            large = memory_large.measure(_made(Path(name) / "large"), 10 * UNITS, 300)
            _show_large(large)
            report["large"] = large._asdict()
            missed += _large_misses(large)
    finish(report, as_json=chosen.json, missed=missed if count >= UNITS else _of_any_size(missed))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} units, fewer texts")
    parser.add_argument("--units", type=int, help="another number of units")
    parser.add_argument(
        "--ten-million", action="store_true", help="ten million too: ten minutes, 5 GB of disk"
    )
    parser.add_argument("--folder", type=Path, help="where the memory is made; it is taken away after")
    parser.add_argument("--json", action="store_true", help="one object on the last line")
    return parser


def measure(folder: Path, count: int, *, quick: bool) -> tuple[dict[str, object], list[str]]:
    """All but the ten million: the report, and the bars that were missed."""
    path, indexes = folder / "bench.tm", folder / "index"
    imported = in_a_process("import", path, indexes, count)
    opened = in_a_process("open", path, indexes, 200)
    sources = [source for part in made_up_units(count) for source in part]
    memory = Memory.open(path, index_folder=indexes)
    store = Store(path, read_only=True)
    finder = Finder(store, indexes / identity(store), identity(store))
    trials, missing = _look_up(folder, memory, finder, sources, 100 if quick else 300)
    finder.close(flush_from=UNITS)
    store.close()
    short = _short(folder, min(count, SHORT_UNITS), 100 if quick else 300)
    rate = _queue(memory, sources, 500 if quick else 3_000)
    inserts = insert_units(memory, sources, 200)
    memory.close()
    _show(count, trials, short)
    _show_rest(imported, opened, rate, inserts)
    for line in missing:
        print(f"missing: {line}")
    report: dict[str, object] = {
        "bench": "memory",
        "machine": machine(),
        "units": count,
        "at_70": _told(trials),
        "short_at_60": _told(short),
        "import": imported,
        "open": opened,
        "queue": rate,
        "insert": {**inserts._asdict(), "ratio": inserts.ratio},
        "missing": missing,
    }
    return report, misses(trials, short, inserts, imported, opened, rate)


def _look_up(
    folder: Path, memory: Memory, finder: Finder, sources: Sequence[str], queries: int
) -> tuple[dict[str, Trial], list[str]]:
    """The main table, and which engines are not there."""
    folded = list(dict.fromkeys(folded_all(sources)))  # as the memory keeps one unit of each source
    engines: dict[str, Ask] = {OURS: ours(memory), FOUND: found(finder), SCAN: scan(folded)}
    missing = []
    try:
        tantivy = Tantivy(folder / "tantivy")
        tantivy.build(folded)
        engines[TANTIVY] = tantivy.ask
    except ImportError as error:
        missing.append(f"tantivy: {error}")
    asked = made_up_queries(sources, queries)
    for engine in engines.values():
        engine(asked[0].text, 70)  # what is loaded late is not measured
    return interleaved(engines, asked, 70, SCAN), missing


def _short(folder: Path, count: int, queries: int) -> dict[str, Trial]:
    """Texts shorter than ten characters, at 60 %, in a memory of such."""
    luck = random.Random(SEED)
    texts = (short_text(unit, luck) for part in made_up_units(2 * count) for unit in part)
    sources = list(dict.fromkeys(text for text in texts if text.strip("，。")))[:count]
    memory = Memory.open(folder / "short.tm", create=True, index_folder=folder / "index")
    memory.add_many(map(unit_of, sources))
    memory.flush()
    engines = {OURS: ours(memory), SCAN: scan(folded_all(sources))}
    trials = interleaved(engines, short_queries(sources, queries), 60, SCAN)
    memory.close()
    return trials


def _queue(memory: Memory, sources: Sequence[str], queries: int) -> float:
    """Sentences a second that pre-translation goes through: a third are there, the others may be alike."""
    asked = made_up_queries(sources, queries, SEED + 2)
    third = len(asked) // 3
    texts = [*sources[:third], *(one.text for one in asked[third:])]
    random.Random(SEED).shuffle(texts)
    rows = [Placed(Segment(at, at, 1, source=CodedText(text)), "", "") for at, text in enumerate(texts, 1)]
    sentences = sum(len(sentences_of_source(text)) for text in texts)
    started = time.perf_counter()
    planned(rows, MatchDesk([memory]), least=85)
    return sentences / (time.perf_counter() - started)


# ---- what is told


def _show(count: int, trials: Mapping[str, Trial], short: Mapping[str, Trial]) -> None:
    heads = ("engine", "p50 ms", "p95 ms", "p50 times", "p95 times", "recall of the best five")
    for title, some in (
        (f"{count:,} units, at 70 %", trials),
        ("segments shorter than 10 characters, at 60 %", short),
    ):
        right = some[SCAN].times
        rows = [
            [
                name,
                f"{one.times.median:.2f}",
                f"{one.times.p95:.2f}",
                f"× {right.median / one.times.median:,.0f}",
                f"× {right.p95 / one.times.p95:,.0f}",
                f"{one.recall.share:.2%} ({one.recall.found} of {one.recall.there})",
            ]
            for name, one in some.items()
        ]
        print_table(title, heads, rows)


def _show_rest(
    imported: Mapping[str, float], opened: Mapping[str, float], rate: float, inserts: Inserts
) -> None:
    rows = [
        ["import with the index", f"{imported['rate']:,.0f} units a second, peak {imported['peak']:.0f} MB"],
        [
            "opened, with its index",
            f"{opened['open']:.1f} ms; the first answer {opened['first']:.1f} ms later",
        ],
        ["private memory", f"{opened['private']:.1f} MB, of it without a file {opened['anonymous']:.1f} MB"],
        ["one after the other", f"{rate:,.0f} sentences a second"],
        [
            "durable insert",
            f"{inserts.ours.median:.3f} ms; SQLite alone {inserts.bare.median:.3f} ms; × {inserts.ratio:.2f}",
        ],
        ["found after insert", f"{inserts.found} of {inserts.asked}"],
    ]
    print_table("the rest", ("what", "figure"), rows)


def _show_large(large: memory_large.Large) -> None:
    rows = [
        ["1,000,000 units", f"{large.small.median:.2f}", f"{large.small.p95:.2f}"],
        [f"{large.units:,} units", f"{large.large.median:.2f}", f"{large.large.p95:.2f}"],
    ]
    title = (
        f"the index alone with scoring; p95 × {large.growth:.1f}; {large.size:.2f} GB built in"
        f" {large.build:.0f} s, opened in {large.open:.0f} ms, first answer {large.first:.0f} ms;"
        f" {large.missed} missed"
    )
    print_table(title, ("index", "p50 ms", "p95 ms"), rows)


def _told(trials: Mapping[str, Trial]) -> dict[str, object]:
    return {
        name: {"times": one.times._asdict(), "recall": one.recall._asdict()} for name, one in trials.items()
    }


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


# ---- bars


def misses(
    trials: Mapping[str, Trial],
    short: Mapping[str, Trial],
    inserts: Inserts,
    imported: Mapping[str, float],
    opened: Mapping[str, float],
    rate: float,
) -> list[str]:
    """The bars that were not met, in words; those of `_RIGHT` hold for any number of units."""
    # The bars of speed are for what the others do too; what whole matches take besides, the table tells.
    mine, right = trials[FOUND], trials[SCAN].times
    bars = [
        (trials[OURS].recall.share < 1, f"{_RIGHT}: recall {trials[OURS].recall.share:.4f}"),
        (mine.recall.share < 1, f"{_RIGHT}: recall {mine.recall.share:.4f}"),
        (short[OURS].recall.share < 1, f"{_RIGHT}: recall of short segments {short[OURS].recall.share:.4f}"),
        (inserts.found < inserts.asked, f"{_RIGHT}: found after insert {inserts.found} of {inserts.asked}"),
        (
            right.median < LEAST_AT_P50 * mine.times.median,
            f"p50 × {right.median / mine.times.median:.0f}, at least × {LEAST_AT_P50:.0f}",
        ),
        (
            right.p95 < LEAST_AT_P95 * mine.times.p95,
            f"p95 × {right.p95 / mine.times.p95:.0f}, at least × {LEAST_AT_P95:.0f}",
        ),
        (inserts.ratio > MOST_INSERT, f"insert × {inserts.ratio:.2f}, at most × {MOST_INSERT}"),
        (imported["rate"] < LEAST_IMPORT, f"import {imported['rate']:,.0f} a second, {LEAST_IMPORT:,.0f}"),
        (imported["peak"] > MOST_PEAK, f"import {imported['peak']:.0f} MB, at most {MOST_PEAK:.0f}"),
        (opened["open"] > MOST_OPEN, f"opened in {opened['open']:.0f} ms, at most {MOST_OPEN:.0f}"),
        (opened["private"] > MOST_PRIVATE, f"{opened['private']:.0f} MB, at most {MOST_PRIVATE:.0f}"),
        (rate < LEAST_QUEUE, f"{rate:.0f} sentences a second, at least {LEAST_QUEUE:.0f}"),
    ]
    if TANTIVY in trials:
        times = trials[TANTIVY].times.median / mine.times.median
        bars.append((times < LEAST_TANTIVY, f"tantivy takes × {times:.1f}, at least × {LEAST_TANTIVY}"))
    return [said for is_missed, said in bars if is_missed]


_RIGHT = "not right"


def _of_any_size(missed: Sequence[str]) -> list[str]:
    return [said for said in missed if said.startswith(_RIGHT)]


def _large_misses(large: memory_large.Large) -> list[str]:
    bars = [
        (large.growth > MOST_GROWTH, f"ten million: p95 × {large.growth:.1f}, at most × {MOST_GROWTH:.0f}"),
        (large.missed > 0, f"{_RIGHT}: ten million missed {large.missed} that a million has"),
    ]
    return [said for is_missed, said in bars if is_missed]


if __name__ == "__main__":
    main()
