"""The benchmark of the term checks counts right, and the gold is what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from termcheck import GOLD
from termcheck_gold import Gold, read_gold
from termcheck_scores import scores, told_as_another, wilson
from workbench.model.faults import WorkbenchError


def test_a_fault_counts_by_its_term_and_its_kind() -> None:
    gold = [
        Gold("a", "", "", (("财政部", "missing"), ("总理", "avoided"))),
        Gold("b", "", "", ()),
    ]
    told = [
        [(frozenset(("财政部",)), "missing"), (frozenset(("国务院总理", "总理")), "missing")],
        [(frozenset(("教育部",)), "mixed")],
    ]
    table = scores(gold, told)
    assert table["missing"] == (1, 1, 1)
    assert table["avoided"] == (1, 1, 1)
    assert table["mixed"] == (0, 1, 0)
    assert table["all"] == (2, 3, 2)
    assert (table["all"].precision, table["all"].recall) == (2 / 3, 1.0)
    assert told_as_another(gold, told) == 1


def test_wilson_stays_inside_the_range_and_around_the_share() -> None:
    low, high = wilson(49, 50)
    assert (round(low, 3), round(high, 3)) == (0.895, 0.996)
    assert wilson(10, 10)[1] == pytest.approx(1.0)
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_faulty_gold_file_is_told_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text("document\tsource\ttarget\tfaults\na\t财政部\tIt.\t财政部=gone\n", "utf-8")
    with pytest.raises(WorkbenchError, match=r"gold\.tsv:2: `财政部=gone` is not zh=kind"):
        read_gold(path)


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.tsv")), ids=lambda path: path.name)
def test_the_gold_is_sound(path: Path) -> None:
    pairs = read_gold(path)
    assert len({pair[:3] for pair in pairs}) == len(pairs)
    documents = [pair.document for pair in pairs]
    begun = [one for at, one in enumerate(documents) if at == 0 or documents[at - 1] != one]
    assert len(set(begun)) == len(begun)
    for pair in pairs:
        assert pair.source
        assert pair.target
