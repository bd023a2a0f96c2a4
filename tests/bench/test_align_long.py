"""bench: long documents made up out of short ones."""

from __future__ import annotations

import numpy as np

from align_gold import Document, assemble
from align_long import long_document
from workbench.lexicon.cedict import Entry
from workbench.lexicon.lexicon import Lexicon

WORDS = {"水库": "reservoir", "渠道": "canal", "农民": "farmer", "粮食": "grain"}
LEXICON = Lexicon(
    {word: row for row, word in enumerate(WORDS)},
    list(WORDS.values()),
    np.arange(len(WORDS) + 1, dtype=np.int32),
    np.arange(len(WORDS), dtype=np.int32),
    np.ones(len(WORDS), np.float32),
    2,
)
OTHERS = [
    Entry(first + second, first + second, "", (name,))
    for first, name in zip("甲乙丙丁", ("pine", "oak", "elm", "fir"), strict=True)
    for second in "山河湖海"
]
SHORT = assemble(
    "short",
    [
        (["水库蓄水1200吨。"], ["The reservoir holds 1200 tonnes."]),
        (["农民收了粮食，", "渠道通了。"], ["Farmers reaped; the canal is open."]),
        (["略。"], []),
    ],
)


def made(size: int = 300, seed: int = 3) -> Document:
    return long_document(size, [SHORT], LEXICON, OTHERS, seed)


def test_it_is_as_long_as_wanted_and_the_same_every_time() -> None:
    document = made()
    assert 300 <= document.sentences <= 303
    assert document == made()
    assert document != made(seed=4)


def test_its_shapes_are_those_of_the_text_it_comes_from() -> None:
    assert {bead.shape for bead in made().gold} == {(1, 1), (2, 1), (1, 0)}


def test_a_word_gives_way_together_with_its_partner() -> None:
    names = {entry.simplified: entry.glosses[0] for entry in OTHERS}
    seen = 0
    document = made()
    for bead in document.gold:
        if bead.shape == (1, 1):
            source, target = document.source[bead.source.start], document.target[bead.target.start]
            seen += "reservoir" not in target
            assert ("水库" in source) == ("reservoir" in target)
            if source[:2] in names:
                assert target.startswith(f"The {names[source[:2]]} ")
    assert seen > 20


def test_figures_stay_the_same_on_both_sides() -> None:
    figures = set()
    document = made()
    for bead in document.gold:
        if bead.shape == (1, 1):
            sides = (document.source[bead.source.start], document.target[bead.target.start])
            ours, theirs = (int("".join(filter(str.isdigit, side))) for side in sides)
            assert ours == theirs
            figures.add(ours)
    assert len(figures) > 50
