"""project: what lies between beads that are right is aligned again: which stretch that is, and doing it.

`aligned_again` is made for a thread of its own: it reads with a connection of its own and changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.project.mending_beads import SOURCE, TARGET, BeadList, Mark, MendedBead
from workbench.project.mending_store import MendingStore
from workbench.project.pairs import SURE

if TYPE_CHECKING:
    from workbench.align.engine import Alignment
    from workbench.lexicon.lexicon import Lexicon
    from workbench.project.mending_sentences import Sentence

_NEAR, _FAR = 60, 200
"""Beads: what was mended makes itself felt no further than the first sure one behind so many, or so many."""
_LEARNT = 150
"""Beads before and behind a gap from which words are learnt."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Neighbouring beads to be aligned again.

    Attributes:
        beads: as they are now.
        around: beads before and behind it that are right or sure, from which words are learnt.
    """

    beads: tuple[MendedBead, ...]
    around: tuple[MendedBead, ...]


def whole_gap(beads: BeadList, at: int) -> Gap | None:
    """All beads between the nearest right ones before and behind one; None where it is right itself."""
    if beads.mark(at) is Mark.RIGHT:
        return None
    first, end = at, at + 1
    while first and beads.mark(first - 1) is not Mark.RIGHT:
        first -= 1
    while end < len(beads) and beads.mark(end) is not Mark.RIGHT:
        end += 1
    return _gap(beads, first, end)


def gaps_beside(beads: BeadList, at: int) -> list[Gap]:
    """The beads before and behind one that a person has just mended and called right.

    Each gap ends at a right bead, at one made by hand elsewhere (what a person does stays), or at a sure one
    far enough away.
    """
    found = [_gap(beads, at + 1, _reach(beads, at, 1) + 1), _gap(beads, _reach(beads, at, -1), at)]
    return [gap for gap in found if len(gap.beads) > 1]


def _reach(beads: BeadList, at: int, step: int) -> int:
    """Index of the last bead of a gap that begins beside `at`."""
    beside = True  # made by hand in the same go: the border that was moved
    here = at
    while 0 <= here + step < len(beads):
        mark = beads.mark(here + step)
        beside = beside and mark is Mark.HAND
        far = abs(here + step - at)
        is_sure = far > _NEAR and beads.confidence(here + step) >= SURE
        if mark is Mark.RIGHT or (mark is Mark.HAND and not beside) or is_sure or far > _FAR:
            break
        here += step
    return here


def _gap(beads: BeadList, first: int, end: int) -> Gap:
    near = (*range(max(0, first - _LEARNT), first), *range(end, min(len(beads), end + _LEARNT)))
    around = (beads[n] for n in near)
    learnt = (bead for bead in around if bead.mark is Mark.RIGHT or bead.confidence >= SURE)
    return Gap(tuple(beads[n] for n in range(first, end)), tuple(bead for bead in learnt if bead.is_pair))


def aligned_again(database: Path, gap: Gap, lexicon: Lexicon) -> tuple[MendedBead, ...]:
    """The beads of a gap as the aligner has them now.

    Raises:
        WorkbenchError: the database cannot be read.
    """
    store = MendingStore(database, writable=False)
    try:
        first, last = gap.beads[0], gap.beads[-1]
        sources = store.sentences(SOURCE, (first.source, last.source_end))
        targets = store.sentences(TARGET, (first.target, last.target_end))
        memory = [_texts(store, bead) for bead in gap.around]
    finally:
        store.close()
    found = _engine(sources, targets, memory, lexicon)
    edges = _offsets(sources, last.source_end), _offsets(targets, last.target_end)
    before = {bead[:4]: bead for bead in gap.beads}
    after = [
        MendedBead(
            edges[0][bead.source.start],
            edges[0][bead.source.stop],
            edges[1][bead.target.start],
            edges[1][bead.target.stop],
            round(bead.confidence, 4),
        )
        for bead in found.beads
    ]
    return tuple(before.get(bead[:4], bead) for bead in after)


def _engine(
    sources: Sequence[Sentence],
    targets: Sequence[Sentence],
    memory: Sequence[tuple[str, str]],
    lexicon: Lexicon,
) -> Alignment:
    from workbench.align.engine import Aligner

    aligner = Aligner(
        [sentence.text for sentence in sources],
        [sentence.text for sentence in targets],
        lexicon,
        memory=memory,
        source_paragraphs=[sentence.paragraph for sentence in sources],
        target_paragraphs=[sentence.paragraph for sentence in targets],
    )
    # A wall at the start hinders nothing, and with one the engine keeps to the order of both texts.
    return aligner.align(walls=((0, 0),))


def _texts(store: MendingStore, bead: MendedBead) -> tuple[str, str]:
    zh = store.sentences(SOURCE, bead.span(SOURCE))
    en = store.sentences(TARGET, bead.span(TARGET))
    return "".join(one.text for one in zh), " ".join(one.text for one in en)


def _offsets(sentences: Sequence[Sentence], end: int) -> list[int]:
    return [*(sentence.start for sentence in sentences), end]
