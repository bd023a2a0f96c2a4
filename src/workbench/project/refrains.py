"""project: the refrains of a project, and where one recurs the English that was chosen first for it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from workbench.lexicon.lexicon import Lexicon
from workbench.memory.refrains import LEAST_HANZI, Mark, Marks, Place, Refrain, refrains
from workbench.memory.refrains_kept import KeptRefrains
from workbench.model.segments import Segment
from workbench.project.light import Span
from workbench.project.pairs import SentencePair, sentence_pairs
from workbench.project.refrain_english import agreed, english_of
from workbench.text.fold import fold

SURE = 0.6
"""From this confidence on the stretch itself is offered; below, the sentence is shown alone."""
_COMPARED = 3
"""So many further translations of a refrain are compared with the first."""
_LOOKED_AT = 300
"""So many rows of a refrain are looked at for English, the first ones."""
_REMEMBERED = 300

Segments = Callable[[int], Segment | None]


@dataclass(frozen=True, slots=True)
class RefrainOffer:
    """The English that a refrain has elsewhere in the project.

    Attributes:
        start: where the refrain stands in the row's source, code points.
        end: likewise.
        refrain: with all its places; `Place.index` counts rows from 0 as they were given.
        row: id of the row the English is from.
        sentence: the English sentence there, whole.
        stretch: span of it that renders the refrain; None where that is not sure enough to be offered.
        confidence: of the stretch, 0 to 1.
    """

    start: int
    end: int
    refrain: Refrain
    row: int
    sentence: str
    stretch: Span | None
    confidence: float

    @property
    def english(self) -> str:
        """The words to insert; empty where there is only the sentence to look at."""
        return self.sentence[slice(*self.stretch)] if self.stretch else ""


class ProjectRefrains:
    """The refrains of the rows of a project as their sources were when they were found.

    It may be used in a worker thread; English is read from the rows as they are when it is asked.

    Attributes:
        refrains: all of them, in the order of their first places.
    """

    def __init__(self, found: Marks | KeptRefrains, lexicon: Lexicon) -> None:
        """Look up what was found.

        Args:
            found: the refrains; of rows by their ids.
            lexicon: the dictionary with the project's terms.
        """
        self._lexicon = lexicon
        self.refrains = found
        self._pairs: OrderedDict[Segment, tuple[SentencePair, ...]] = OrderedDict()

    @classmethod
    def of(
        cls, rows: Iterable[tuple[int, str]], lexicon: Lexicon, least: int = LEAST_HANZI
    ) -> ProjectRefrains:
        """Find the refrains.

        Args:
            rows: ids and sources of all rows, in order.
            lexicon: the dictionary with the project's terms.
            least: hanzi of a refrain; quotations are shorter.
        """
        return cls(Marks(*found_in(rows, lexicon, least)), lexicon)

    def marks(self, row: int) -> tuple[Mark, ...]:
        """The refrains to mark in a row's source, in order, none over another."""
        index = self.refrains.index_of(row)
        return () if index is None else self.refrains.of(index)

    def rows_of(self, refrain: Refrain) -> list[int]:
        """Ids of the rows a refrain stands in, in order, each once."""
        return list(dict.fromkeys(self.refrains.id_of(place.index) for place in refrain.places))

    def offers(self, row: int, segments: Segments) -> tuple[RefrainOffer, ...]:
        """For each mark of a row the English that was chosen first for it in another row.

        The first row that is confirmed or reviewed is taken, else the first that has English. Where a
        refrain has no English yet, one that is part of it may have.

        Args:
            row: id of the row.
            segments: gives a row by its id as it is now, None where it is gone.
        """
        current = segments(row)
        index = self.refrains.index_of(row)
        if current is None or index is None:
            return ()
        found: list[RefrainOffer] = []
        for mark in self.marks(row):
            for place, refrain in self._inside(index, mark):
                if not _still_there(current, place, refrain):
                    continue
                offer = self._offer(row, place, refrain, segments)
                if offer is not None:
                    found.append(offer)
                    break
        if self._lexicon.kept is not None:
            self._lexicon.kept.let_go()  # the words of a few rows touch most of the file
        return tuple(found)

    def let_go(self) -> None:
        """Give back the memory of what was read of the files; it is mapped again when it is needed."""
        if isinstance(self.refrains, KeptRefrains):
            self.refrains.let_go()

    def _inside(self, index: int, mark: Mark) -> Iterator[tuple[Place, Refrain]]:
        """A mark and the refrains inside of it, the longest first."""
        within = [
            one for one in self.refrains.every(index) if mark.start <= one.start and one.end <= mark.end
        ]
        for one in sorted(within, key=lambda one: one.start - one.end):
            yield Place(index, one.start, one.end), one.refrain

    def _offer(self, row: int, at: Place, refrain: Refrain, segments: Segments) -> RefrainOffer | None:
        """What the first translated place of a refrain in another row gives."""
        translated = self._translated(row, refrain, segments)
        first = next(translated, None)
        if first is None:
            return None
        segment, place, pair = first
        source, sentence = segment.source.text, segment.target.text[slice(*pair.target)]
        start = pair.source[0]
        span = (place.start - start, place.end - start)
        rendered = english_of(source[slice(*pair.source)], span, sentence, self._lexicon)
        if rendered is None:
            return RefrainOffer(at.start, at.end, refrain, segment.id, sentence, None, 0.0)
        others = [
            other.target.text[slice(*theirs.target)]
            for (other, _, theirs), _ in zip(translated, range(_COMPARED), strict=False)
        ]
        best = agreed(sentence, rendered, [other for other in others if other != sentence])
        confidence = best.confidence * pair.confidence
        stretch = (best.start, best.end) if confidence >= SURE else None
        return RefrainOffer(at.start, at.end, refrain, segment.id, sentence, stretch, confidence)

    def _translated(
        self, row: int, refrain: Refrain, segments: Segments
    ) -> Iterator[tuple[Segment, Place, SentencePair]]:
        """The places of a refrain in other rows that have English, settled rows first, one a row."""
        found: list[tuple[Segment, Place]] = []
        for place in refrain.places[:_LOOKED_AT]:
            other = self.refrains.id_of(place.index)
            segment = segments(other) if other != row else None
            if segment is not None and segment.target.text.strip() and _still_there(segment, place, refrain):
                found.append((segment, place))
                if segment.settled and sum(other.settled for other, _ in found) > _COMPARED:
                    break
        for segment, place in sorted(found, key=lambda it: not it[0].settled):
            for pair in self._pairs_of(segment):
                if pair.source[0] <= place.start and place.end <= pair.source[1]:
                    yield segment, place, pair

    def _pairs_of(self, segment: Segment) -> tuple[SentencePair, ...]:
        if segment not in self._pairs:
            self._pairs[segment] = sentence_pairs(segment, self._lexicon)
            if len(self._pairs) > _REMEMBERED:
                self._pairs.popitem(last=False)
        return self._pairs[segment]


def _still_there(segment: Segment, place: Place, refrain: Refrain) -> bool:
    """Whether the row's source was not edited at this place since."""
    return fold(segment.source.text[place.start : place.end]) == refrain.folded


def found_in(
    rows: Iterable[tuple[int, str]], lexicon: Lexicon, least: int = LEAST_HANZI
) -> tuple[list[Refrain], list[int]]:
    """The refrains of rows, and the ids of the rows in order; for the arguments see `ProjectRefrains.of`."""
    ids: list[int] = []
    sources: list[str] = []
    for row, source in rows:
        ids.append(row)
        sources.append(source)
    return refrains(sources, least, cut=lexicon.cut), ids
