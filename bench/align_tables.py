"""bench: what came out of the alignment benchmark, as tables for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from align_confidence import (
    BINS,
    SHARES,
    Judged,
    auc,
    calibration_error,
    findable,
    found,
    joined,
    reliability,
    sure,
)
from align_scores import Interval, ShapeCounts
from align_speed import GAP, OURS, Load, Run
from align_trial import Outcome
from report import print_table

NONE = "–"
_LARGEST = 3  # sentences of a side; shapes with more stand in one row


def show_scores(title: str, others: Sequence[str], outcomes: Mapping[str, Mapping[str, Outcome]]) -> None:
    """Ours with precision, recall and interval, the others' F1 beside it.

    Args:
        title: what was aligned.
        others: names of the other aligners, whether they ran or not.
        outcomes: by aligner and condition.
    """
    heads = ["strict F1, and lax", OURS, "95 %", "prec.", "recall", "lax", "drawings"]
    heads += [head for name in others for head in (name, "lax")]
    rows = []
    for condition, outcome in outcomes[OURS].items():
        counts = outcome.counts
        row = [condition, _three(counts.f1), _span(outcome.intervals["f1"])]
        row += [_three(counts.precision), _three(counts.recall), _three(counts.lax_f1)]
        row.append(str(outcome.condition.seeds))
        for name in others:
            other = outcomes.get(name, {}).get(condition)
            row += [_three(other.counts.f1), _three(other.counts.lax_f1)] if other else [NONE, NONE]
        rows.append(row)
    clean = next(iter(outcomes[OURS].values()))
    for document, counts in clean.by_document.items():
        row = [f"  {document}", _three(counts.f1), "", _three(counts.precision), _three(counts.recall)]
        row += [_three(counts.lax_f1), "1"]
        for name in others:
            other = next(iter(outcomes.get(name, {}).values()), None)
            told = other and other.by_document[document]
            row += [_three(told.f1), _three(told.lax_f1)] if told else [NONE, NONE]
        rows.append(row)
    print_table(title, heads, rows)


def show_shapes(outcomes: Mapping[str, Mapping[str, Outcome]]) -> None:
    """Strict recall and precision by shape, as it is: every aligner's."""
    clean = {name: next(iter(one.values())) for name, one in outcomes.items()}
    by_name = {name: _few(outcome.shapes) for name, outcome in clean.items()}
    heads = ["recall / precision by shape", "in gold", *by_name]
    rows = []
    for shape in dict.fromkeys(shape for shapes in by_name.values() for shape in shapes):
        of_shape = [shapes.get(shape, ShapeCounts(0, 0, 0)) for shapes in by_name.values()]
        if of_shape[0].gold or of_shape[0].told:
            rows.append([shape, str(of_shape[0].gold), *map(_both, of_shape)])
    print_table("By shape, clean", heads, rows)


def _few(shapes: Mapping[tuple[int, int], ShapeCounts]) -> dict[str, ShapeCounts]:
    """The shapes by their names; the large ones together."""
    few: dict[str, ShapeCounts] = {}
    for shape, counts in sorted(shapes.items(), key=lambda one: (max(one[0]) > _LARGEST, one[0])):
        name = "larger" if max(shape) > _LARGEST else f"{shape[0]}-{shape[1]}"
        before = few.get(name, ShapeCounts(0, 0, 0))
        few[name] = ShapeCounts(*(one + other for one, other in zip(before, counts, strict=True)))
    return few


def _both(counts: ShapeCounts) -> str:
    recall = _three(counts.recall) if counts.gold else NONE
    return f"{recall} / {_three(counts.precision) if counts.told else NONE}"


def show_confidence(outcomes: Mapping[str, Outcome]) -> None:
    """Whether the confidence tells wrong from right, by condition, and how right its beads are."""
    heads = ["confidence", "errors", "AUC", "calibration error", "at 0.9 or more", "of them right"]
    heads += [f"found in {share:.0%}" for share in SHARES]
    heads.append(f"findable in {SHARES[1]:.0%}")
    texts = {name: list(outcome.judged) for name, outcome in outcomes.items()}
    texts["all conditions"] = [judged for one in texts.values() for judged in one]
    print_table(
        "Errors found by who reviews the least confident", heads, [_row(*one) for one in texts.items()]
    )
    starts = [*BINS, 1.0]
    heads = ["reliability: right (beads)", *(f"{starts[at]:g}–{starts[at + 1]:g}" for at in range(len(BINS)))]
    rows = []
    for name in (next(iter(texts)), "all conditions"):
        bins = reliability(joined(texts[name]))
        rows.append([name, *(f"{one.right:.3f} ({one.beads:,})" if one.beads else NONE for one in bins)])
    print_table("Share of right beads by confidence", heads, rows)


def _row(name: str, texts: Sequence[Judged]) -> list[str]:
    together = joined(texts)
    certain = sure(together)
    return [
        name,
        f"{together.right.count(False):,} of {len(together.right):,}",
        _three(auc(together)),
        _three(calibration_error(together)),
        f"{certain.beads / max(len(together.right), 1):.1%}",
        _three(certain.right),
        *(_three(found(texts, share)) for share in SHARES),
        _three(findable(texts, SHARES[1])),
    ]


def show_speed(load: Load, runs: Mapping[str, Mapping[int, Run]]) -> None:
    """Seconds and memory by size, ours and the others'."""
    heads = ["long documents", "sentences", "seconds", "processor", "a second", "growth", "MB", "strict F1"]
    rows = []
    for name, sides in runs.items():
        for run in sides.values():
            growth = sides[min(sides)].rate / run.rate
            memory = f"{run.memory:,.0f}" if name == OURS else NONE
            row = [name, f"{run.sentences:,}", f"{run.align:.2f}", f"{run.processor:.2f}"]
            row += [f"{run.rate:,.0f}", f"{growth:.2f}"]
            rows.append([*row, memory, _three(run.f1)])
    print_table("Time and memory; growth: time a sentence beside the smallest document", heads, rows)
    rows = [["load engine and dictionary", f"{load.again * 1e3:.0f}"]]
    rows.append(["the same, making the index", f"{load.first * 1e3:.0f}"])
    for run in runs[OURS].values():
        if run.gap is not None and run.gap_cold is not None:
            rows.append([f"{GAP} Chinese sentences between pins", f"{run.gap:.0f}"])
            rows.append([f"the same in {run.sentences:,} sentences not read yet", f"{run.gap_cold:.0f}"])
    print_table("Small things, medians", ["", "ms"], rows)


def show_faults(outcome: Outcome) -> None:
    """What is wrong, with the text: for documents that may be looked at."""
    for fault in outcome.faults:
        print(f"-- {fault.document.name}")
        for name, beads in (("gold", fault.gold), ("told", fault.told)):
            for bead in beads:
                source = " | ".join(fault.document.source[at] for at in bead.source)
                target = " | ".join(fault.document.target[at] for at in bead.target)
                sure_ = "" if name == "gold" else f" {bead.confidence:.2f}"
                print(f"   {name}{sure_}: {source} <> {target}")


def _three(value: float | None) -> str:
    return NONE if value is None else f"{value:.3f}"


def _span(interval: Interval) -> str:
    return f"{interval[0]:.3f}–{interval[1]:.3f}"
