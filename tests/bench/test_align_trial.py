"""bench: aligners that are known, tried on documents that are known."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from align_gold import assemble
from align_peers import from_ladder, from_links, priors
from align_trial import CLEAN, CONDITIONS, Condition, evaluate
from workbench.model.beads import Bead

DOCUMENT = assemble("works", [([f"第{n}段。"], [f"Part {n}."] * (1 + n % 2)) for n in range(60)])


def one_by_one(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """First with first, and what is left over in one piece."""
    paired = min(len(source), len(target))
    beads = [Bead(range(at, at + 1), range(at, at + 1), 0.5) for at in range(paired)]
    rest = Bead(range(paired, len(source)), range(paired, len(target)), 0.5)
    return [*beads, rest] if rest.source or rest.target else beads


def by_number(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """Right every time, because the texts say their numbers."""
    numbers = [[int("".join(filter(str.isdigit, text))) for text in side] for side in (source, target)]
    beads = []
    for number in sorted({*numbers[0], *numbers[1]}):
        spans = [[at for at, one in enumerate(side) if one == number] for side in numbers]
        ours, theirs = (range(span[0], span[-1] + 1) if span else range(0) for span in spans)
        beads.append(Bead(ours, theirs))
    return beads


def test_who_is_right_has_full_marks_whatever_is_left_out() -> None:
    outcomes = evaluate(by_number, [DOCUMENT])
    assert list(outcomes) == [condition.name for condition in CONDITIONS]
    for outcome in outcomes.values():
        assert outcome.counts.f1 == 1
        assert outcome.intervals["f1"] == (1, 1)
        assert outcome.faults == ()
        assert len(outcome.judged) == outcome.condition.seeds


def test_faults_hold_what_is_told_beside_what_is_right() -> None:
    outcome = evaluate(one_by_one, [DOCUMENT], [CLEAN])[CLEAN.name]
    assert outcome.counts.right == 1  # the first bead; from the second on it is too late
    assert outcome.by_document == {"works": outcome.counts}
    assert sum(len(fault.gold) for fault in outcome.faults) == outcome.counts.gold - 1
    assert outcome.counts.told == 60 + 30  # the rest was one bead of thirty
    assert outcome.judged[0].right.count(True) == 1


def test_more_drawings_of_one_text_do_not_make_it_look_surer() -> None:
    def last_is_lost(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
        *most, one, other = by_number(source, target)
        both = Bead(range(one.source.start, other.source.stop), range(one.target.start, other.target.stop))
        return [*most, both]

    short = assemble("short", [([f"第{n}段。"], [f"Part {n}."]) for n in range(20)])
    spans = []
    for seeds in (1, 20):
        condition = Condition("none left out", "source", 0.0, seeds)
        low, high = evaluate(last_is_lost, [short], [condition])[condition.name].intervals["f1"]
        spans.append(high - low)
    assert spans[1] == pytest.approx(spans[0])


def test_an_aligner_that_loses_a_sentence_is_not_scored() -> None:
    with pytest.raises(ValueError, match="exactly once"):
        evaluate(lambda source, target: one_by_one(source, target)[1:], [DOCUMENT], [CLEAN])


def test_links_become_beads_and_what_has_none_an_omission() -> None:
    links = [(1, 0), (2, 2), (2, 3), (3, 2), (3, 3), (4, 5)]
    assert [(bead.source, bead.target) for bead in from_links(links, 6, 6)] == [
        (range(1), range(0)),
        (range(1, 2), range(1)),
        (range(0), range(1, 2)),
        (range(2, 4), range(2, 4)),
        (range(0), range(4, 5)),
        (range(4, 5), range(5, 6)),
        (range(5, 6), range(0)),
    ]


def test_a_ladder_becomes_the_beads_between_its_rungs() -> None:
    beads = from_ladder("0\t0\t0.3\n1\t2\t0.5\n3\t3\t-0.3\n", 4, 3)
    assert [bead.shape for bead in beads] == [(1, 2), (2, 1), (1, 0)]


def test_priors_are_shares_of_the_shapes_and_never_nought() -> None:
    shares = priors([DOCUMENT])
    assert sum(shares.values()) == pytest.approx(1)
    assert shares[1, 1] == shares[1, 2] > shares[2, 2] > 0
