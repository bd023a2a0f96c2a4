"""project: rows and sentences compared with memories and with what stood before them in the project.

Every text is counted in the first band that holds it: one that stood before in the project is a repetition,
and is not looked up; the others are rated by their similarity before penalties, for these say how far a unit
is to be trusted and not how much there is to do. Units of the project itself are no memory of it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.matches import Query
from workbench.model.memory_units import UnitKey
from workbench.model.segments import Segment
from workbench.project.analysis import Analysis, DocumentAnalysis, no_bands
from workbench.project.bands import LOWEST, REPETITIONS, band_of
from workbench.project.counts import Amounts, amounts
from workbench.project.log_reading import Placed, in_flow
from workbench.project.operations import now
from workbench.project.sentence_matches import sentence_queries
from workbench.text.fold import fold

if TYPE_CHECKING:
    from workbench.memory.index import Index
    from workbench.memory.memory import Memory

_NEAR = 75  # most of what is found at all is found with this, which is much faster than the lowest band
_FEW, _MOST = 4, 256


def analysed(
    segments: Iterable[Segment],
    names: Mapping[int, str],
    memories: Sequence[Memory],
    *,
    project: str = "",
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Analysis:
    """Compare rows with each other and with memories.

    Args:
        segments: all rows of a project, in order; ignored ones are left out.
        names: of its documents, by id, in order.
        memories: in their order; may be none.
        project: its id: its own units are left out.
        progress: told how many of how many rows were compared.

    Raises:
        WorkbenchError: a memory cannot be read.
    """
    flow = list(in_flow(segments))
    known = _Known(memories, project)
    parted = {number: _Counting(name, known) for number, name in names.items()}
    try:
        for number, placed in enumerate(flow, 1):
            document = placed.segment.document
            parted.setdefault(document, _Counting(f"document {document}", known)).take(placed)
            progress(number, len(flow))
    finally:
        known.close()
    documents = tuple(counting.result() for counting in parted.values())
    return Analysis(now(), tuple(memory.name for memory in memories), documents)


class _Counting:
    """A document, row after row."""

    def __init__(self, name: str, known: _Known) -> None:
        self._name = name
        self._known = known
        self._rows, self._sentences, self._alike = no_bands(), no_bands(), no_bands()
        self._inside = Amounts()

    def take(self, placed: Placed) -> None:
        """Count a row and its sentences, each in its band."""
        segment = placed.segment
        counted = amounts(segment.source.text, segment.target.text)
        whole = Query(segment.source, placed.before, placed.after)
        folded = fold(segment.source.text)
        repeated = folded in self._known.rows
        similarity = 0 if repeated else self._known.similarity(whole)
        self._rows[REPETITIONS if repeated else band_of(similarity)] += counted
        if not repeated:
            likeness = self._known.likeness(folded)
            if likeness > similarity:
                self._alike[band_of(likeness)] += counted
            self._known.add(folded)
        queries = sentence_queries(segment, placed.before, placed.after)
        for sentence in queries:
            self._take_sentence(sentence.query, repeated, None)
        if not queries:  # it is a single sentence
            self._take_sentence(whole, repeated, similarity)

    def _take_sentence(self, query: Query, repeated: bool, similarity: int | None) -> None:
        """Count a sentence; `similarity` is given where it was found already."""
        counted = amounts(query.source.text)
        folded = fold(query.source.text)
        if folded in self._known.sentences:
            self._sentences[REPETITIONS] += counted
            if not repeated:
                self._inside += counted
            return
        if similarity is None:
            similarity = self._known.similarity(query)
        self._sentences[band_of(similarity)] += counted
        self._known.sentences.add(folded)

    def result(self) -> DocumentAnalysis:
        return DocumentAnalysis(self._name, self._rows, self._sentences, self._inside, self._alike)


class _Known:
    """What may have been translated before: the memories, and the rows and sentences that stood before."""

    def __init__(self, memories: Sequence[Memory], project: str) -> None:
        self.rows: set[str] = set()
        self.sentences: set[str] = set()
        self._memories = memories
        self._project = project
        self._folded: list[str] = []
        self._scratch = tempfile.TemporaryDirectory(prefix="workbench-")
        self._index: Index | None = None

    def similarity(self, query: Query) -> int:
        """That of the unit most like it in any memory, before penalties; 0 below the lowest band."""
        for least in (_NEAR, LOWEST):
            best = max((self._best(memory, query, least) for memory in self._memories), default=0)
            if best:
                return best
        return 0

    def _best(self, memory: Memory, query: Query, least: int) -> int:
        """Own units may stand before others: then more are asked for."""
        wanted = _FEW
        while True:
            found = memory.look_up(query, least=least, best=wanted)
            others = [match.similarity for match in found if not self._is_own(match.unit.key)]
            if others or len(found) < wanted or wanted >= _MOST:
                return max(others, default=0)
            wanted *= 4

    def _is_own(self, key: UnitKey | None) -> bool:
        return key is not None and key.project == self._project

    def likeness(self, folded: str) -> int:
        """That of the earlier row most like it; 0 below the band 75-84."""
        if self._index is None:
            return 0
        from workbench.memory.scoring import best_of

        ids = [int(number) for number in self._index.candidates(folded, _NEAR / 100)]
        found = best_of(folded, [self._folded[number - 1] for number in ids], _NEAR, 1)
        return found[0][1] if found else 0

    def add(self, folded: str) -> None:
        """Note a row."""
        if self._index is None:
            from workbench.memory.index import Index

            self._index = Index.open(Path(self._scratch.name), "rows")
        self.rows.add(folded)
        self._folded.append(folded)
        self._index.add(len(self._folded), folded)

    def close(self) -> None:
        """Throw the index away."""
        if self._index is not None:
            self._index.close()
        self._scratch.cleanup()
