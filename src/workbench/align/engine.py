"""align: two lists of sentences become beads.

tokens → tables from the dictionary → a first run in a wide corridor → tables that have learnt from it → a second
run in a narrow corridor, with the probability of every bead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.align.adaptation import learnt
from workbench.align.anchors import anchors
from workbench.align.corridor import around, touches, whole
from workbench.align.lengths import Lengths, first_lengths, seen_lengths
from workbench.align.pieces import pieces
from workbench.align.scores import BeadScores
from workbench.align.search import best_path
from workbench.align.second import second_run
from workbench.align.settings import Settings
from workbench.align.side import Side, side_of
from workbench.align.steps import Likely, Step, boundaries
from workbench.align.tables import Tables, dictionary_weights, mixed, tables_of
from workbench.align.tokens import chinese_tokens, english_tokens
from workbench.lexicon.lexicon import Lexicon
from workbench.model.beads import Bead

_FULL_BELOW = 250_000  # cells: no corridor in the first run of a document with fewer
_REACH, _WIDEST = 30, 480  # of the first corridor, in English sentences; doubled where the path touches it


@dataclass(frozen=True)
class Alignment:
    """What the engine found.

    Attributes:
        beads: every sentence of both sides once, in the order of the source.
    """

    beads: tuple[Bead, ...]


class Aligner:
    """Two texts, ready to be aligned, and again when a person has pinned beads."""

    def __init__(
        self, source: Sequence[str], target: Sequence[str], lexicon: Lexicon, settings: Settings = Settings()
    ) -> None:
        """Read the texts.

        Args:
            source: Chinese sentences (or paragraphs) in order.
            target: English ones.
            lexicon: dictionary, with the user's terms where there are any.
            settings: weights.
        """
        self._settings = settings
        self._zh = side_of(
            source,
            [chinese_tokens(text, lexicon) for text in source],
            [len("".join(text.split())) for text in source],
        )
        self._en = side_of(target, [english_tokens(text) for text in target], [len(text) for text in target])
        self._weights = dictionary_weights(self._zh, self._en, lexicon)
        self._learnt: tuple[Tables, Lengths] | None = None

    def align(self, pins: Sequence[Bead] = ()) -> Alignment:
        """Beads of the whole texts.

        Args:
            pins: beads that are right; only the gaps between them are aligned.

        Raises:
            ValueError: the pins overlap, cross or leave the texts.
        """
        gaps = gaps_between(pins, len(self._zh), len(self._en))
        if self._learnt is None:
            self._learnt = self._learn(gaps, pins)
        tables, lengths = self._learnt
        beads = [bead for gap in gaps for bead in self._second(gap, tables, lengths)]
        return Alignment(tuple(sorted([*beads, *pins], key=_order)))

    def _learn(self, gaps: Sequence[Gap], pins: Sequence[Bead]) -> tuple[Tables, Lengths]:
        """The first run: which beads are likely, and what they teach about words and lengths."""
        settings = self._settings
        dictionary = tables_of(self._weights)
        lengths = first_lengths(self._zh, self._en, settings)
        steps = [step for gap in gaps for step in self._first(gap, dictionary, lengths)]
        steps += [(p.source.start, p.source.stop, p.target.start, p.target.stop) for p in pins]
        document = learnt(self._zh, self._en, steps, dictionary, settings.discount)
        return mixed(dictionary, document, settings.dictionary), seen_lengths(
            self._zh, self._en, steps, lengths, settings
        )

    def _first(self, gap: Gap, tables: Tables, lengths: Lengths) -> list[Step]:
        z0, z1, e0, e1 = gap
        if z0 == z1 or e0 == e1:
            return []
        zh, en = self._zh.part(z0, z1), self._en.part(e0, e1)
        steps = self._path(zh, en, BeadScores(zh, en, tables, self._settings, lengths))
        return [(z0 + a, z0 + b, e0 + c, e0 + d) for a, b, c, d in steps]

    def _path(self, zh: Side, en: Side, scores: BeadScores) -> list[Step]:
        if len(zh) * len(en) <= _FULL_BELOW:
            return best_path(scores, whole(len(zh), len(en)), self._settings.skip)
        return self._in_corridor(zh, en, scores)

    def _in_corridor(self, zh: Side, en: Side, scores: BeadScores) -> list[Step]:
        """Along the anchors; again in a wider corridor where the path runs along the edge."""
        chain = [(i + 1, j + 1) for i, j, _ in anchors(zh, en, self._weights)]
        reach = _REACH
        while True:
            path = around(chain, len(zh), len(en), reach)
            steps = best_path(scores, path, self._settings.skip)
            if reach >= _WIDEST or not touches(boundaries(steps), path):
                return steps
            reach *= 2

    def _second(self, gap: Gap, tables: Tables, lengths: Lengths) -> list[Bead]:
        z0, z1, e0, e1 = gap
        if z0 == z1 or e0 == e1:
            likely: list[Likely] = [(i, i + 1, 0, 0, 1.0) for i in range(z1 - z0)]
            likely += [(0, 0, j, j + 1, 1.0) for j in range(e1 - e0)]
        else:
            zh, en = self._zh.part(z0, z1), self._en.part(e0, e1)
            steps = self._path(zh, en, BeadScores(zh, en, tables, self._settings, lengths))
            likely = [bead for piece in pieces(steps) for bead in self._piece(zh, en, tables, lengths, piece)]
        return [Bead(range(z0 + a, z0 + b), range(e0 + c, e0 + d), sure) for a, b, c, d, sure in likely]

    def _piece(
        self, zh: Side, en: Side, tables: Tables, lengths: Lengths, steps: Sequence[Step]
    ) -> list[Likely]:
        z0, z1, e0, e1 = steps[0][0], steps[-1][1], steps[0][2], steps[-1][3]
        scores = BeadScores(zh.part(z0, z1), en.part(e0, e1), tables, self._settings, lengths)
        inside = [(a - z0, b - z0, c - e0, d - e0) for a, b, c, d in steps]
        beads = second_run(scores, inside, self._settings)
        return [(z0 + a, z0 + b, e0 + c, e0 + d, sure) for a, b, c, d, sure in beads]


Gap = tuple[int, int, int, int]  # Chinese start, end, English start, end


def gaps_between(pins: Sequence[Bead], sources: int, targets: int) -> list[Gap]:
    """What lies between pinned beads.

    Args:
        pins: beads in any order.
        sources: Chinese sentences of the text.
        targets: English ones.

    Raises:
        ValueError: the pins overlap, cross or leave the texts.
    """
    gaps: list[Gap] = []
    z, e = 0, 0
    for pin in sorted(pins, key=_order):
        if (
            pin.source.start < z
            or pin.target.start < e
            or pin.source.stop > sources
            or pin.target.stop > targets
        ):
            raise ValueError(f"the pinned bead {pin.source} - {pin.target} overlaps or crosses another")
        gaps.append((z, pin.source.start, e, pin.target.start))
        z, e = pin.source.stop, pin.target.stop
    gaps.append((z, sources, e, targets))
    return [gap for gap in gaps if gap[1] > gap[0] or gap[3] > gap[2]]


def _order(bead: Bead) -> tuple[int, int, int, int]:
    return bead.source.start, bead.target.start, bead.source.stop, bead.target.stop


def align(
    source: Sequence[str],
    target: Sequence[str],
    lexicon: Lexicon,
    *,
    pins: Sequence[Bead] = (),
    settings: Settings = Settings(),
) -> Alignment:
    """Align Chinese sentences with English ones; see `Aligner`."""
    return Aligner(source, target, lexicon, settings).align(pins)
