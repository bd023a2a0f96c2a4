"""bench: sentence alignment beside gold documents and beside other aligners.

`python bench/align.py [--quick] [--json]` aligns the documents of `tests/gold/align` as they are and with
sentences left out, and long ones made up from a seed. How the scores are defined stands in `align_scores.py`,
what is left out in `align_trial.py`; the bars are those of `BARS` and below. `--set dev` keeps away from the
documents that are set aside; `--folder` takes gold files of the same form from elsewhere.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from align_confidence import SHARES, SURE, auc, calibration_error, found, joined, sure
from align_gold import GOLD, Document, read_set
from align_peers import Peer, peers
from align_speed import GAP, OURS, Load, Run, measure, time_load
from align_tables import show_confidence, show_faults, show_scores, show_shapes, show_speed
from align_trial import CONDITIONS, Align, Condition, Outcome, evaluate
from report import finish, machine
from workbench.lexicon.index import load_lexicon

Outcomes = dict[str, Outcome]

# Strict F1, the least: as they are, and with a twentieth of a side left out.
BARS = {CONDITIONS[0].name: 0.95, CONDITIONS[1].name: 0.95, CONDITIONS[2].name: 0.95}
LITERARY_BARS = {CONDITIONS[0].name: 0.90}
LEAST_FOUND = 0.75  # of the errors, in the least confident tenth
LEAST_RATE = 1_500  # sentences a second, both sides counted
MOST_SECONDS, MOST_MEMORY = 80.0, 1_000.0  # at 100,000 sentences; megabytes
MOST_GROWTH = 1.5  # times the seconds a sentence, from the smallest document to the largest
MOST_LOAD = 0.5  # s
MOST_GAP = 300.0  # ms
SETS = ("dev", "held", "literary-dev", "literary-held")  # weights were chosen in view of the two dev sets
PEER_SEEDS = 2  # nltk's Gale-Church is slow


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    chosen = _parser().parse_args(arguments)
    sizes = (2_000, 20_000) if chosen.quick else (2_000, 20_000, 100_000)
    dev = read_set("dev")
    texts = {name: read_set(name, chosen.folder) for name in chosen.set or SETS}
    if not dev or not any(texts.values()):
        raise SystemExit(f"no documents to learn from in {GOLD}, or none of {', '.join(texts)} to align")
    others = () if chosen.alone else peers(dev, load_lexicon())
    scores = {
        name: try_all(documents, others, chosen.quick) for name, documents in texts.items() if documents
    }
    for name, outcomes in scores.items():
        _show(name, texts[name], others, outcomes, faults=chosen.faults)
    load, runs = None, {}
    if not chosen.scores:
        load, runs = time_load(), measure(sizes, dev, [peer.name for peer in others if peer.align])
        show_speed(load, runs)
    for peer in others:
        if peer.missing:
            print(f"missing: {peer.name}: {peer.missing}")
    report = {
        "bench": "align",
        "machine": machine(),
        "scores": {name: _told(outcomes) for name, outcomes in scores.items()},
        "load_s": load and load._asdict(),
        "speed": {name: [run._asdict() for run in sides.values()] for name, sides in runs.items()},
        "missing": {peer.name: peer.missing for peer in others if peer.missing},
    }
    ours = {name: outcomes[OURS] for name, outcomes in scores.items()}
    finish(report, as_json=chosen.json, missed=[*score_misses(ours), *speed_misses(load, runs)])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer drawings, and no 100,000 sentences")
    parser.add_argument("--json", action="store_true", help="one object on the last line")
    parser.add_argument("--set", action="append", help="what its files begin with; all by default")
    parser.add_argument("--folder", type=Path, help="where SET_*.tsv stand, if elsewhere")
    parser.add_argument("--alone", action="store_true", help="no other aligners")
    parser.add_argument("--scores", action="store_true", help="no long documents")
    parser.add_argument("--faults", action="store_true", help="print what is wrong in the development set")
    return parser


def conditions(*, quick: bool, peer: bool = False) -> list[Condition]:
    """What is left out, and how often: for the quick peers nothing is."""
    chosen = CONDITIONS[:1] if quick and peer else CONDITIONS
    most = 1 if quick else PEER_SEEDS if peer else None
    return [one._replace(seeds=min(one.seeds, most or one.seeds)) for one in chosen]


def try_all(documents: Sequence[Document], others: Sequence[Peer], quick: bool) -> dict[str, Outcomes]:
    """Outcomes by aligner and condition; ours are the first."""
    outcomes = {OURS: evaluate(_ours(), documents, conditions(quick=quick))}
    for peer in others:
        if peer.align:
            outcomes[peer.name] = evaluate(peer.align, documents, conditions(quick=quick, peer=True))
    return outcomes


def _ours() -> Align:
    from workbench.align.engine import align

    lexicon = load_lexicon()
    return lambda source, target: align(source, target, lexicon).beads


def _show(
    name: str,
    documents: Sequence[Document],
    others: Sequence[Peer],
    outcomes: Mapping[str, Outcomes],
    *,
    faults: bool,
) -> None:
    sentences, beads = (sum(map(size, documents)) for size in (_sentences, _beads))
    show_scores(f"{name}: {sentences:,} sentences, {beads:,} beads", [peer.name for peer in others], outcomes)
    show_shapes(outcomes)
    show_confidence(outcomes[OURS])
    if faults and name == "dev":
        show_faults(outcomes[OURS][CONDITIONS[0].name])


def _sentences(document: Document) -> int:
    return document.sentences


def _beads(document: Document) -> int:
    return len(document.gold)


def _told(outcomes: Mapping[str, Outcomes]) -> dict[str, dict[str, object]]:
    return {
        aligner: {condition: _figures(one) for condition, one in by_condition.items()}
        for aligner, by_condition in outcomes.items()
    }


def _figures(outcome: Outcome) -> dict[str, object]:
    counts, judged = outcome.counts, joined(outcome.judged)
    names = ("precision", "recall", "f1", "lax_precision", "lax_recall", "lax_f1")
    return {
        **{name: getattr(counts, name) for name in names},
        "counts": counts._asdict(),
        "intervals": outcome.intervals,
        "shapes": {f"{ours}-{theirs}": one._asdict() for (ours, theirs), one in outcome.shapes.items()},
        "documents": {name: one.f1 for name, one in outcome.by_document.items()},
        "drawings": outcome.condition.seeds,
        "auc": auc(judged),
        "calibration_error": calibration_error(judged),
        "sure": sure(judged)._asdict(),
        "errors_found": {str(share): found(outcome.judged, share) for share in SHARES},
        "sentences_per_second": outcome.sentences / outcome.seconds,
    }


def score_misses(outcomes: Mapping[str, Outcomes]) -> list[str]:
    """The bars of rightness and confidence that were not met, in words."""
    missed: list[str] = []
    for name, by_condition in outcomes.items():
        bars = LITERARY_BARS if name.startswith("literary") else BARS
        missed += [
            f"{name}, {condition}: strict F1 {by_condition[condition].counts.f1:.3f}, at least {least}"
            for condition, least in bars.items()
            if by_condition[condition].counts.f1 < least
        ]
        every = [judged for outcome in by_condition.values() for judged in outcome.judged]
        for told, judged in (("clean", by_condition[CONDITIONS[0].name].judged), ("all conditions", every)):
            part = found(judged, 0.1)
            if part is not None and part < LEAST_FOUND:
                missed.append(
                    f"{name}, {told}: a tenth reviewed finds {part:.2f} of the errors, at least {LEAST_FOUND}"
                )
        certain = sure(joined(every))
        if certain.beads and certain.right < SURE:
            missed.append(f"{name}: of the beads at {SURE} or more {certain.right:.3f} are right")
    return missed


def speed_misses(load: Load | None, runs: Mapping[str, Mapping[int, Run]]) -> list[str]:
    """The bars of time and memory that were not met, in words."""
    missed: list[str] = []
    if load and load.again > MOST_LOAD:
        missed.append(f"loading takes {load.again:.2f} s, at most {MOST_LOAD}")
    ours = runs.get(OURS, {})
    for size, run in ours.items():
        if run.rate < LEAST_RATE:
            missed.append(f"{size:,} sentences: {run.rate:,.0f} a second, at least {LEAST_RATE:,}")
        if run.memory > MOST_MEMORY:
            missed.append(f"{size:,} sentences: {run.memory:,.0f} MB, at most {MOST_MEMORY:,.0f}")
        if run.gap is not None and run.gap > MOST_GAP:
            missed.append(f"a gap of {GAP} takes {run.gap:.0f} ms, at most {MOST_GAP:.0f}")
    if ours:
        small, large = ours[min(ours)], ours[max(ours)]
        if max(ours) >= 100_000 and large.align > MOST_SECONDS:
            missed.append(f"{max(ours):,} sentences take {large.align:.0f} s, at most {MOST_SECONDS:.0f}")
        if small.rate / large.rate > MOST_GROWTH:
            missed.append(f"a sentence takes {small.rate / large.rate:.2f} times as long at {max(ours):,}")
    return missed


if __name__ == "__main__":
    main()
