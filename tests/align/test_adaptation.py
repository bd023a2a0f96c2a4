from __future__ import annotations

import random

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given
from hypothesis import strategies as st

from workbench.align.adaptation import learnt
from workbench.align.side import Side, side_of
from workbench.align.steps import Step
from workbench.align.tables import Tables, mixed

Bead = tuple[str, str]


def side(sentences: list[str]) -> Side:
    return side_of(sentences, [sentence.split() for sentence in sentences], map(len, sentences))


class Lesson:
    """Texts whose sentences stand in beads one to one, without a dictionary."""

    def __init__(self, beads: list[Bead]) -> None:
        self.zh, self.en = side([zh for zh, _ in beads]), side([en for _, en in beads])
        self.steps: list[Step] = [(k, k + 1, k, k + 1) for k in range(len(beads))]
        self.nothing = Tables(
            sp.csr_matrix((len(self.zh.words), len(self.en.words))),
            sp.csr_matrix((len(self.en.words), len(self.zh.words))),
        )

    def tables(self, steps: list[Step] | None = None, discount: float = 1.0, memory: int = 0) -> Tables:
        chosen = self.steps if steps is None else steps
        return learnt(self.zh, self.en, chosen, self.nothing, discount, memory)

    def chance(self, tables: Tables, zh: str, en: str) -> float:
        """t(English word | Chinese word)."""
        return float(tables.target[self.zh.vocabulary[zh], self.en.vocabulary[en]])


def filler(number: int) -> Bead:
    """Four words out of sixty, and their translations in another order."""
    chosen = random.Random(number).sample(range(60), 4)
    return " ".join(f"字{word}" for word in chosen), " ".join(f"word{word}" for word in sorted(chosen))


def with_name(bead: Bead) -> Bead:
    return bead[0] + " 沅宁", "yuanning " + bead[1]


NAMED = [with_name(filler(number)) for number in range(6)]
OTHERS = [filler(number) for number in range(6, 60)]


def test_a_name_that_no_dictionary_has_is_learnt_from_its_beads() -> None:
    lesson = Lesson([*NAMED, *OTHERS])
    tables = lesson.tables()
    assert lesson.chance(tables, "沅宁", "yuanning") > 0.6
    assert float(tables.source[lesson.en.vocabulary["yuanning"], lesson.zh.vocabulary["沅宁"]]) > 0.6


def test_words_that_met_once_have_proved_nothing() -> None:
    lesson = Lesson([NAMED[0], *OTHERS])
    assert lesson.chance(lesson.tables(), "沅宁", "yuanning") == 0
    assert lesson.chance(lesson.tables(discount=0), "沅宁", "yuanning") > 0


def test_beads_of_a_memory_count_half() -> None:
    """Two of them are one meeting, which proves nothing."""
    lesson = Lesson([*OTHERS, *NAMED[:2]])
    assert lesson.chance(lesson.tables(), "沅宁", "yuanning") > 0
    assert lesson.chance(lesson.tables(memory=2), "沅宁", "yuanning") == 0
    more = Lesson([*OTHERS, *NAMED])
    assert more.chance(more.tables(memory=6), "沅宁", "yuanning") > 0


def test_a_bead_of_several_sentences_teaches_all_its_words() -> None:
    lesson = Lesson([*NAMED, *OTHERS])
    merged: list[Step] = [(0, 2, 0, 2), (2, 4, 2, 4), *lesson.steps[4:]]
    assert lesson.chance(lesson.tables(merged), "沅宁", "yuanning") > 0


def test_what_was_left_out_teaches_nothing() -> None:
    lesson = Lesson([*NAMED, *OTHERS])
    size = len(lesson.steps)
    shifted: list[Step] = [(k, k + 1, k, k) for k in range(size)]
    shifted += [(size, size, k, k + 1) for k in range(size)]
    tables = lesson.tables(shifted)
    assert tables.target.count_nonzero() == tables.source.count_nonzero() == 0


SENTENCES = st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=5).map(" ".join)


@given(st.lists(st.tuples(SENTENCES, SENTENCES), min_size=1, max_size=12), st.sampled_from([0.0, 0.5, 1.0]))
def test_what_is_learnt_are_probabilities(beads: list[Bead], discount: float) -> None:
    tables = Lesson(beads).tables(discount=discount)
    for table in (tables.target, tables.source):
        assert np.isfinite(table.data).all()
        assert (table.data > 0).all()
        assert (np.asarray(table.sum(1)) <= 1 + 1e-6).all()


def test_a_word_of_the_dictionary_gives_way_only_to_what_the_text_says() -> None:
    lesson = Lesson([*NAMED, *OTHERS])
    name, unseen = lesson.zh.vocabulary["沅宁"], lesson.zh.vocabulary["字0"]
    wrong, right = lesson.en.vocabulary["word1"], lesson.en.vocabulary["word0"]
    table = sp.csr_matrix(([1.0, 1.0], ([name, unseen], [wrong, right])), lesson.nothing.target.shape)
    both = mixed(Tables(table, table.T.tocsr()), lesson.tables(), 0.4)
    assert lesson.chance(both, "沅宁", "word1") == pytest.approx(0.4, abs=0.05)
    assert lesson.chance(both, "沅宁", "yuanning") > 0.3
    untaught = mixed(Tables(table, table.T.tocsr()), Lesson([*NAMED, *OTHERS]).tables([(0, 1, 0, 1)]), 0.4)
    assert lesson.chance(untaught, "字0", "word0") == 1
