"""bench: verifying the English of terms: what is told, and whether it is right, on gold pairs.

`python bench/termcheck.py [--glossary FILE]… [--show] [--json]` verifies the pairs of
`tests/gold/termcheck/`, document by document, with the bundled termbase. The half `held` was written without
sight of the rules and none of them was made for it. A fault that is told where the gold has none, or of
another kind, costs precision; one that is not told costs recall. The termbase that is there decides whether a
wrong rendering is told as avoided or as missing, so either will do for either.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from report import finish, machine, print_table
from termcheck_gold import Gold, read_gold
from termcheck_scores import Score, Told, matches, scores, told_as_another
from workbench.glossary.bundled import policy_path, read_all
from workbench.glossary.recognition import Recogniser
from workbench.glossary.verifying_document import DocumentVerifier
from workbench.project.term_checks import recogniser_of

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "termcheck"
HALVES = ("dev", "held")
LEAST_PRECISION, LEAST_RECALL = 0.98, 0.95
LEAST_PAIRS = 400


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--glossary", type=Path, action="append", help="a termbase instead of the bundled one"
    )
    parser.add_argument("--show", action="store_true", help="every fault of the half `dev` that is wrong")
    parser.add_argument("--json", action="store_true", help="one object on the last line")
    chosen = parser.parse_args(arguments)
    recogniser = recogniser_of(read_all(chosen.glossary or [policy_path()]))
    report: dict[str, object] = {"bench": "termcheck", "machine": machine()}
    missed: list[str] = []
    pairs = 0
    for half in HALVES:
        path = GOLD / f"{half}.tsv"
        if not path.is_file():
            missed.append(f"{path.name} is not there")
            continue
        gold = read_gold(path)
        pairs += len(gold)
        told = verified(gold, recogniser)
        table = scores(gold, told)
        _print(half, gold, table)
        print(f"  told as avoided for missing, or the other way round: {told_as_another(gold, told)}")
        if chosen.show and half == "dev":
            _show(gold, told)
        report[half] = {"pairs": len(gold)} | {kind: score.as_plain() for kind, score in table.items()}
        missed += _below(half, table["all"])
    if pairs < LEAST_PAIRS:
        missed.append(f"{pairs} pairs; {LEAST_PAIRS} are wanted")
    finish(report, as_json=chosen.json, missed=missed)


def verified(gold: Sequence[Gold], recogniser: Recogniser) -> list[Told]:
    """What the program tells of each pair: the names each term goes by, and the kind of the fault."""
    told: list[Told] = []
    verifier, document = DocumentVerifier(), ""
    for pair in gold:
        if pair.document != document:
            verifier, document = DocumentVerifier(), pair.document
        faults = verifier.faults(pair.source, recogniser.hits(pair.source), pair.target)
        told.append(
            [
                (
                    frozenset(
                        (fault.concept.zh, *fault.concept.zh_variants, pair.source[fault.start : fault.end])
                    ),
                    str(fault.kind),
                )
                for fault in faults
            ]
        )
    return told


def _print(half: str, gold: Sequence[Gold], table: Mapping[str, Score]) -> None:
    heads = ("kind of fault", "in gold", "told", "right", "precision", "95 %", "recall", "95 %")
    rows = [[kind, *score.cells()] for kind, score in table.items()]
    good = sum(not pair.faults for pair in gold)
    print_table(f"{half}: {len(gold)} pairs, {good} of them good", heads, rows)


def _show(gold: Sequence[Gold], told: Sequence[Told]) -> None:
    for line, (pair, found) in enumerate(zip(gold, told, strict=True), 2):
        for one in matches(pair, found):
            if one.wanted is None and one.told is not None:
                print(
                    f"{line}: told: {one.told[1]} of {max(one.told[0], key=len)}\n   {pair[1]}\n   {pair[2]}"
                )
            elif one.wanted is not None and one.told is None:
                print(f"{line}: not told: {one.wanted[1]} of {one.wanted[0]}\n   {pair[1]}\n   {pair[2]}")


def _below(half: str, score: Score) -> list[str]:
    missed = []
    if score.precision < LEAST_PRECISION:
        missed.append(f"{half}: precision {score.precision:.3f}, wanted {LEAST_PRECISION}")
    if score.recall < LEAST_RECALL:
        missed.append(f"{half}: recall {score.recall:.3f}, wanted {LEAST_RECALL}")
    return missed


if __name__ == "__main__":
    main()
