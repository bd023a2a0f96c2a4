"""project: the sentences of translated rows in pairs: by the translator's anchors, else by the aligner.

The translator's anchors and the ends of rows are certain; the aligner decides what lies between, for all rows
at once. Where the English is from the aligner itself, its anchors part the row, and no pair is certain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.beads import Bead
from workbench.model.segments import Segment
from workbench.project.light import Span
from workbench.project.stretches import PairOrigin, Stretch, stretches

if TYPE_CHECKING:
    from workbench.lexicon.lexicon import Lexicon

SURE = 0.9
"""A bead with this confidence is nearly always right: its ends may part a row, and it teaches the aligner."""


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Sentences of a row and their English; usually one of each.

    Attributes:
        source: span in the row's source, code points, without the spaces around it.
        target: likewise in its target.
        origin: who says so.
        confidence: how likely the pair is exactly right, 0 to 1; 1 unless the aligner says so.
    """

    source: Span
    target: Span
    origin: PairOrigin
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class RowPairs:
    """The pairs of a row.

    Attributes:
        row: its id.
        pairs: in order on both sides.
        omitted: how many Chinese sentences have no English.
        added: how many English sentences have no Chinese.
    """

    row: int
    pairs: tuple[SentencePair, ...]
    omitted: int = 0
    added: int = 0


def sentence_pairs(segment: Segment, lexicon: Lexicon) -> tuple[SentencePair, ...]:
    """The pairs of one row, in order; none where it has no English.

    Args:
        lexicon: dictionary, with the user's terms where there are any.
    """
    return document_pairs([segment], lambda: lexicon)[0].pairs


def document_pairs(segments: Sequence[Segment], lexicon: Callable[[], Lexicon]) -> tuple[RowPairs, ...]:
    """The pairs of each row, by one alignment: each row profits from the words of the others.

    Args:
        segments: rows, best all those of a project, in order.
        lexicon: gives the dictionary; asked only where the anchors leave something to decide.
    """
    rows = [_Row(segment) for segment in segments]
    text = _Text()
    for row, segment in zip(rows, segments, strict=True):
        for stretch in stretches(segment):
            row.take(stretch)
            text.take(row, segment, stretch)
    text.align(lexicon)
    return tuple(row.result() for row in rows)


class _Row:
    """What is found in a row."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._pairs: list[SentencePair] = []
        self._omitted = self._added = 0

    def take(self, stretch: Stretch) -> None:
        """What the stretch says by itself."""
        if stretch.origin is not None:
            spans = stretch.source[0], stretch.target[0]
            self._pairs.append(SentencePair(*spans, stretch.origin, stretch.confidence))
        elif not stretch.is_open:
            self._alone(stretch.source, stretch.target)

    def pair(self, source: Sequence[Span], target: Sequence[Span], confidence: float) -> None:
        """Sentences that the aligner has put together."""
        spans = (source[0][0], source[-1][1]), (target[0][0], target[-1][1])
        self._pairs.append(SentencePair(*spans, PairOrigin.ALIGNER, confidence))

    def hole(self, source: Sequence[Span], target: Sequence[Span], confidence: float) -> None:
        """Sentences at one place for which the aligner has no partner.

        Nothing is still to come in a settled row: there, such sentences on both sides are a free translation
        much more often than an omission beside an addition.

        Args:
            confidence: of the surest of them that it has none.
        """
        if source and target and self._segment.settled:
            self.pair(source, target, 1 - confidence)
        else:
            self._alone(source, target)

    def result(self) -> RowPairs:
        pairs = sorted(self._pairs, key=lambda pair: pair.source)
        return RowPairs(self._segment.id, tuple(pairs), self._omitted, self._added)

    def _alone(self, source: Sequence[Span], target: Sequence[Span]) -> None:
        self._omitted += len(source)
        self._added += len(target)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sentence of the aligner's text stands: in which stretch, of which row, at which span."""

    stretch: int
    row: _Row
    span: Span


class _Text:
    """The sentences of all rows, for the aligner; what is certain already is pinned and teaches it words."""

    def __init__(self) -> None:
        self._source: list[str] = []
        self._target: list[str] = []
        self._source_at: list[_Place] = []
        self._target_at: list[_Place] = []
        self._pins: list[Bead] = []
        self._walls: list[tuple[int, int]] = []
        self._taken = 0

    def take(self, row: _Row, segment: Segment, stretch: Stretch) -> None:
        """Add a stretch that has both sides, but for a doubtful pair, which would teach the wrong words."""
        if not (stretch.source and stretch.target) or stretch.confidence < SURE:
            return
        z, e = len(self._source), len(self._target)
        self._source += [segment.source.text[start:end] for start, end in stretch.source]
        self._target += [segment.target.text[start:end] for start, end in stretch.target]
        self._source_at += [_Place(self._taken, row, span) for span in stretch.source]
        self._target_at += [_Place(self._taken, row, span) for span in stretch.target]
        self._taken += 1
        if stretch.is_open:
            self._walls += [(z, e), (len(self._source), len(self._target))]  # no bead reaches over its border
        else:
            self._pins.append(Bead(range(z, z + 1), range(e, e + 1), pinned=True))

    def align(self, lexicon: Callable[[], Lexicon]) -> None:
        """Tell the rows what the aligner finds in their open stretches."""
        if not self._walls:
            return
        from workbench.align.engine import Aligner

        hole: list[Bead] = []
        for bead in Aligner(self._source, self._target, lexicon()).align(self._pins, self._walls).beads:
            if hole and self._places([bead])[0].stretch != self._places(hole)[0].stretch:
                self._close(hole)
                hole = []
            if not bead.pinned and not all(bead.shape):
                hole.append(bead)
                continue
            self._close(hole)
            hole = []
            if not bead.pinned:
                row, source, target = self._at([bead])
                row.pair(source, target, bead.confidence)
        self._close(hole)

    def _close(self, hole: Sequence[Bead]) -> None:
        if hole:
            row, source, target = self._at(hole)
            row.hole(source, target, max(bead.confidence for bead in hole))

    def _places(self, beads: Sequence[Bead]) -> list[_Place]:
        source = [self._source_at[number] for bead in beads for number in bead.source]
        return source + [self._target_at[number] for bead in beads for number in bead.target]

    def _at(self, beads: Sequence[Bead]) -> tuple[_Row, list[Span], list[Span]]:
        """The row and the spans in it of beads from one stretch."""
        source = [self._source_at[number].span for bead in beads for number in bead.source]
        target = [self._target_at[number].span for bead in beads for number in bead.target]
        return self._places(beads)[0].row, source, target
