"""align: two lists of sentences become beads.

tokens → tables from the dictionary → a first run in a wide corridor → tables that have learnt from it → a
second run in a narrow corridor, with the probability of every bead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.align.adaptation import learnt
from workbench.align.anchors import anchors
from workbench.align.corridor import Boundary, Corridor, around, limits, touches
from workbench.align.lengths import Lengths, first_lengths, seen_lengths
from workbench.align.moved import Moved, with_moved
from workbench.align.pieces import pieces
from workbench.align.pins import Gap, bead_order, check_walls, gaps_between, walls_in
from workbench.align.scores import BeadScores
from workbench.align.search import best_path
from workbench.align.second import second_run
from workbench.align.settings import SETTINGS, Settings
from workbench.align.side import Side
from workbench.align.steps import Likely, Step, boundaries, shifted
from workbench.align.tables import Tables, dictionary_weights, mixed, over_chance, tables_of
from workbench.align.texts import Texts, read_texts
from workbench.lexicon.lexicon import Lexicon
from workbench.model.beads import Bead

_FULL_BELOW = 250_000  # cells: no corridor in the first run of a text with fewer
_REACH, _WIDEST = 20, 640  # of the first corridor, in English sentences; doubled where the path touches it


@dataclass(frozen=True)
class Alignment:
    """What the engine found.

    Attributes:
        beads: every sentence of both sides once, in the order of the source.
        moved: blocks that stand in another place in the target; their beads are among the others.
    """

    beads: tuple[Bead, ...]
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True)
class _Learnt:
    """What the first run has taught about these texts."""

    ratios: Tables
    lengths: Lengths
    paragraphs: float


class Aligner:
    """Two texts, ready to be aligned, and again when a person has pinned beads."""

    def __init__(
        self,
        source: Sequence[str],
        target: Sequence[str],
        lexicon: Lexicon,
        *,
        memory: Sequence[tuple[str, str]] = (),
        source_paragraphs: Sequence[int] | None = None,
        target_paragraphs: Sequence[int] | None = None,
        settings: Settings = SETTINGS,
    ) -> None:
        """Read the texts.

        Args:
            source: Chinese sentences (or paragraphs) in order.
            target: English ones.
            lexicon: dictionary, with the user's terms where there are any.
            memory: sentence pairs translated before, from which words are learnt.
            source_paragraphs: the number of the paragraph that each Chinese sentence stands in, where known.
            target_paragraphs: likewise; both or none.
            settings: weights.
        """
        self._settings = settings
        self._texts: Texts = read_texts(source, target, lexicon, memory, source_paragraphs, target_paragraphs)
        self._weights = dictionary_weights(self._texts.all_zh, self._texts.all_en, lexicon)
        self._learnt: _Learnt | None = None
        self._walls: tuple[Boundary, ...] = ()
        self._first: dict[tuple[Gap, tuple[Boundary, ...]], list[Step]] = {}

    def align(self, pins: Sequence[Bead] = (), walls: Sequence[Boundary] = ()) -> Alignment:
        """Beads of the whole texts.

        Args:
            pins: beads that are right; only the gaps between them are aligned.
            walls: boundaries (Chinese sentences, English sentences before it) that no bead may cross, rising.

        Raises:
            ValueError: pins or walls overlap, cross or leave the texts.
        """
        zh, en = self._texts.zh, self._texts.en
        gaps = gaps_between(pins, len(zh), len(en))
        check_walls(walls, gaps, pins)
        bounds = {gap: walls_in(gap, walls) for gap in gaps}
        self._walls = tuple(walls)
        if self._learnt is None:
            self._learnt = self._learn(bounds, pins)
        beads: list[Likely] = []
        moved: list[Moved] = []
        for gap, allowed in bounds.items():
            found = self._second(gap, allowed, self._learnt)
            if not walls:
                found, crossing = self._with_moved(found, self._learnt)
                moved += crossing
            beads += found
        told = [_bead(bead) for bead in beads]
        return Alignment(tuple(sorted([*told, *pins], key=bead_order)), tuple(moved))

    def _learn(self, bounds: dict[Gap, Corridor], pins: Sequence[Bead]) -> _Learnt:
        """The first run: which beads are likely, and what they teach about words and lengths."""
        texts, settings = self._texts, self._settings
        dictionary = tables_of(self._weights)
        lengths = first_lengths(texts.zh, texts.en, settings)
        before = _Learnt(over_chance(dictionary, texts.zh, texts.en), lengths, 0.0)
        self._first = {
            (gap, self._walls): self._path(gap, allowed, before) for gap, allowed in bounds.items()
        }
        steps = [step for found in self._first.values() for step in found]
        steps += [(p.source.start, p.source.stop, p.target.start, p.target.stop) for p in pins]
        document = learnt(
            texts.all_zh,
            texts.all_en,
            [*steps, *texts.memory],
            dictionary,
            settings.discount,
            len(texts.memory),
        )
        tables = mixed(dictionary, document, settings.dictionary)
        return _Learnt(
            over_chance(tables, texts.zh, texts.en),
            seen_lengths(texts.zh, texts.en, steps, lengths, settings),
            texts.same_paragraphs(steps),
        )

    def _scores(self, zh: Side, en: Side, known: _Learnt) -> BeadScores:
        return BeadScores(zh, en, known.ratios, self._settings, known.lengths, known.paragraphs)

    def _path(self, gap: Gap, bounds: Corridor, known: _Learnt) -> list[Step]:
        """The best path through a gap; along the anchors in a long one."""
        z0, z1, e0, e1 = gap
        if z0 == z1 or e0 == e1:
            return []
        zh, en = self._texts.zh.part(z0, z1), self._texts.en.part(e0, e1)
        scores, skip = self._scores(zh, en, known), self._settings.skip
        if bounds.cells <= _FULL_BELOW:
            return [shifted(step, z0, e0) for step in best_path(scores, bounds, skip)]
        chain = [(i + 1, j + 1) for i, j, _ in anchors(zh, en, self._weights)]
        reach = _REACH
        while True:  # wider where the path runs along the edge
            path = around(chain, bounds, reach)
            steps = best_path(scores, path, skip)
            if reach >= _WIDEST or not touches(boundaries(steps), path, bounds):
                return [shifted(step, z0, e0) for step in steps]
            reach *= 2

    def _second(self, gap: Gap, bounds: Corridor, known: _Learnt) -> list[Likely]:
        z0, z1, e0, e1 = gap
        if z0 == z1 or e0 == e1:
            left = [Likely((i, i + 1, e0, e0), 1.0, 0.0) for i in range(z0, z1)]
            return left + [Likely((z1, z1, j, j + 1), 1.0, 0.0) for j in range(e0, e1)]
        steps = self._first.get((gap, self._walls)) or self._path(gap, bounds, known)
        beads: list[Likely] = []
        for piece in pieces(steps):
            a, b, c, d = piece[0][0], piece[-1][1], piece[0][2], piece[-1][3]
            scores = self._scores(self._texts.zh.part(a, b), self._texts.en.part(c, d), known)
            inside = [shifted(step, -a, -c) for step in piece]
            allowed = bounds.part(a - z0, b - z0, c - e0, d - e0)
            beads += [bead.shifted(a, c) for bead in second_run(scores, inside, allowed, self._settings)]
        return beads

    def _with_moved(self, beads: list[Likely], known: _Learnt) -> tuple[list[Likely], list[Moved]]:
        def across(gap: Gap) -> list[Likely]:
            bounds = limits(gap[1] - gap[0], gap[3] - gap[2])
            return self._second(gap, bounds, known)

        return with_moved(beads, across)


def _bead(likely: Likely) -> Bead:
    z0, z1, e0, e1 = likely.step
    return Bead(range(z0, z1), range(e0, e1), likely.probability)


def align(
    source: Sequence[str],
    target: Sequence[str],
    lexicon: Lexicon,
    *,
    pins: Sequence[Bead] = (),
    memory: Sequence[tuple[str, str]] = (),
    source_paragraphs: Sequence[int] | None = None,
    target_paragraphs: Sequence[int] | None = None,
    settings: Settings = SETTINGS,
) -> Alignment:
    """Align Chinese sentences with English ones; see `Aligner`."""
    return Aligner(
        source,
        target,
        lexicon,
        memory=memory,
        source_paragraphs=source_paragraphs,
        target_paragraphs=target_paragraphs,
        settings=settings,
    ).align(pins)
