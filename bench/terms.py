"""bench: terms in a text: how fast 100,000 of them are recognised, beside other ways to find them.

`python bench/terms.py [--quick] [--json]` fills the bundled glossary up with made-up terms
(`terms_corpus.py`) and looks for all of them in 1,000 characters of policy prose, with every engine in one
run (`terms_engines.py`), and holds the figures against the bars below. Two jobs are measured: the bare places
of all forms in a text that is folded already, and the whole work of the program, from the shown text to hits
with their nested ones: folding, places, contexts, the longest match, and on top of it the cut into words
around places where it matters. `--quick` takes a quarter of the terms; the bars of speed are for all of them.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from report import Figures, figures, finish, machine, print_table
from terms_corpus import rows, stretches, termbase
from terms_engines import MAKERS, OURS, PYAHOCORASICK, REGEX, SLICES
from workbench.annotate.words import words
from workbench.glossary.finders import Finder
from workbench.glossary.forms import forms_of
from workbench.glossary.mentions import FirstMentions
from workbench.glossary.recognition import Recogniser
from workbench.model.coded import CodedText
from workbench.model.terms import Concept
from workbench.text.fold import fold, fold_mapped

FORMS, QUICK = 100_000, 25_000
CHARACTERS = 1_000
TEXTS, ROUNDS = 60, 5
FEW = 4
"""Texts that a regex is asked for: each takes it a tenth of a second."""
ROWS, QUICK_ROWS = 100_000, 5_000

MOST_WHOLE = 0.2  # ms for 1,000 characters
LEAST_PYAHOCORASICK, LEAST_REGEX = 4.0, 500.0  # times as fast, for the places
MOST_FOLD = 0.1  # ms
MOST_CHANGE = 5.0  # ms for one row of so many

WHOLE = "folding, places, contexts, hits"
WHOLE_CUT = "likewise, and two hanzi across words left out"
WHOLE_PEER, FOLDING = "likewise, on pyahocorasick", "folding alone"

Job = Callable[[str], object]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    chosen = _parser().parse_args(arguments)
    report, missed = measure(QUICK if chosen.quick else FORMS, QUICK_ROWS if chosen.quick else ROWS)
    if chosen.quick:
        missed = [said for said in missed if said.startswith(_RIGHT)]
    finish(report, as_json=chosen.json, missed=missed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} terms")
    parser.add_argument("--json", action="store_true", help="one object on the last line")
    return parser


def measure(count: int, row_count: int) -> tuple[dict[str, object], list[str]]:
    """The report, and the bars that were missed."""
    concepts = termbase(count)
    shown = stretches(CHARACTERS, TEXTS)
    folded = [fold(text).lower() for text in shown]
    finders, built, missing = _finders(concepts)
    wrong = _wrong(finders, folded)
    gc.freeze()  # as the program does once it has started
    places = _interleaved({name: _all_of(find) for name, find in finders.items()}, folded)
    whole = _interleaved(_whole(concepts, missing), shown)
    mentions = _mentions(concepts, row_count)
    hits = _hits(concepts, shown)
    _show(count, places, whole, built, hits)
    _show_mentions(row_count, mentions)
    for name, reason in missing.items():
        print(f"missing: {name}: {reason}")
    report: dict[str, object] = {
        "bench": "terms",
        "machine": machine(),
        "forms": count,
        "characters": CHARACTERS,
        "hits": hits,
        "places": {name: one._asdict() for name, one in places.items()},
        "whole": {name: one._asdict() for name, one in whole.items()},
        "built": built,
        "mentions": mentions,
        "missing": missing,
    }
    return report, misses(places, whole, mentions, wrong)


def _finders(concepts: Sequence[Concept]) -> tuple[dict[str, Finder], dict[str, float], dict[str, str]]:
    """What finds the places, the seconds each took to build, and why which is not there."""
    forms, _ = forms_of(concepts)
    keys = [form.key for form in forms]
    finders: dict[str, Finder] = {}
    built: dict[str, float] = {}
    missing: dict[str, str] = {}
    for name, make in MAKERS.items():
        started = time.perf_counter()
        try:
            finders[name] = make(keys)
        except ImportError as error:
            missing[name] = str(error)
            continue
        built[name] = time.perf_counter() - started
    return finders, built, missing


def _all_of(find: Finder) -> Job:
    """Done when the last place is known, whether they come one by one or at once."""
    return lambda text: list(find(text))


def _whole(concepts: Sequence[Concept], missing: Mapping[str, str]) -> dict[str, Job]:
    """The program's recognition, as it is and on another automaton."""
    cut = partial(words, guess=False)
    jobs: dict[str, Job] = {
        WHOLE: Recogniser(concepts).hits,
        WHOLE_CUT: Recogniser(concepts, cut).hits,
        FOLDING: fold_mapped,
    }
    if PYAHOCORASICK not in missing:
        jobs[WHOLE_PEER] = Recogniser(concepts, cut, finder=MAKERS[PYAHOCORASICK]).hits
    return jobs


def _wrong(finders: Mapping[str, Finder], texts: Sequence[str]) -> list[str]:
    """Engines that do not find what slices find, place by place."""
    right = [sorted(finders[SLICES](text)) for text in texts]
    return [
        f"{_RIGHT}: {name} finds other places than slices"
        for name, find in finders.items()
        if name != REGEX and [sorted(find(text)) for text in texts] != right
    ]


def _interleaved(jobs: Mapping[str, Job], texts: Sequence[str]) -> dict[str, Figures]:
    """Each job on each text, some texts after the others, each time another job first; in milliseconds."""
    names = list(jobs)
    times: dict[str, list[float]] = {name: [] for name in names}
    for number in range(ROUNDS):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            for text in texts if name != REGEX else texts[number::ROUNDS][:FEW]:
                started = time.perf_counter()
                jobs[name](text)
                times[name].append(1e3 * (time.perf_counter() - started))
    return {name: figures(times[name]) for name in names}


def _hits(concepts: Sequence[Concept], texts: Sequence[str]) -> float:
    """Hits in a text of so many characters, on average."""
    recogniser = Recogniser(concepts, partial(words, guess=False))
    return sum(len(recogniser.hits(text)) for text in texts) / len(texts)


def _mentions(concepts: Sequence[Concept], count: int) -> dict[str, float]:
    """Seconds to read all rows for first mentions, and milliseconds to take a changed one in."""
    segments = rows(count)
    mentions = FirstMentions(Recogniser(concepts, partial(words, guess=False)))
    started = time.perf_counter()
    mentions.read(segments)
    read = time.perf_counter() - started
    times = []
    for place in range(0, count, max(1, count // 200)):
        other = segments[-1 - place].source.text
        started = time.perf_counter()
        mentions.change(replace(segments[place], source=CodedText(other)))
        times.append(1e3 * (time.perf_counter() - started))
    changed = figures(times)
    return {"read": read, "change_median": changed.median, "change_p95": changed.p95}


# ---- what is told


def _show(
    count: int,
    places: Mapping[str, Figures],
    whole: Mapping[str, Figures],
    built: Mapping[str, float],
    hits: float,
) -> None:
    right = places[OURS]
    told = [
        [
            name,
            f"{one.median:.3f}",
            f"{one.p95:.3f}",
            f"× {one.median / right.median:,.1f}",
            f"{built[name]:.2f}",
        ]
        for name, one in places.items()
    ]
    title = f"places of {count:,} forms in {CHARACTERS:,} folded characters"
    print_table(title, ("engine", "p50 ms", "p95 ms", "times ours", "built in s"), told)
    told = [[name, f"{one.median:.3f}", f"{one.p95:.3f}"] for name, one in whole.items()]
    title = f"from {CHARACTERS:,} shown characters to hits, {hits:.0f} of them"
    print_table(title, ("work", "p50 ms", "p95 ms"), told)


def _show_mentions(count: int, mentions: Mapping[str, float]) -> None:
    told = [
        ["all rows read", f"{mentions['read']:.2f} s"],
        ["one row changed, p50", f"{mentions['change_median']:.3f} ms"],
        ["one row changed, p95", f"{mentions['change_p95']:.3f} ms"],
    ]
    print_table(f"first mentions in {count:,} rows", ("what", "figure"), told)


# ---- bars


_RIGHT = "not right"


def misses(
    places: Mapping[str, Figures],
    whole: Mapping[str, Figures],
    mentions: Mapping[str, float],
    wrong: Sequence[str],
) -> list[str]:
    """The bars that were not met, in words; those of `_RIGHT` hold for any number of terms."""
    mine = places[OURS].median
    bars = [
        (whole[WHOLE].median > MOST_WHOLE, f"{WHOLE}: {whole[WHOLE].median:.3f} ms, at most {MOST_WHOLE}"),
        (whole[FOLDING].median > MOST_FOLD, f"{FOLDING}: {whole[FOLDING].median:.3f} ms, {MOST_FOLD}"),
        (
            mentions["change_p95"] > MOST_CHANGE,
            f"a changed row takes {mentions['change_p95']:.1f} ms, at most {MOST_CHANGE}",
        ),
    ]
    for name, least in ((PYAHOCORASICK, LEAST_PYAHOCORASICK), (REGEX, LEAST_REGEX)):
        if name in places:
            times = places[name].median / mine
            bars.append((times < least, f"{name} takes × {times:.1f}, at least × {least:.0f}"))
    return [*wrong, *(said for is_missed, said in bars if is_missed)]


if __name__ == "__main__":
    main()
