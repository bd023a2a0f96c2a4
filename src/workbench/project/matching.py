"""project: MatchDesk, what the memories have for a row: for the whole of it and for each of its sentences.

It may be asked in any thread; the session is not. What was found is kept until a memory changes, so that rows
which were looked up ahead are there at once.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model.coded import CodedText
from workbench.model.matches import Match, Query
from workbench.model.memory_units import MemoryUnit
from workbench.model.segments import Segment
from workbench.project.assembling import Assembled, assembled
from workbench.project.log_reading import Placed
from workbench.project.sentence_matches import (
    SentenceMatches,
    SentenceQuery,
    sentence_queries,
    stretch_query,
)

if TYPE_CHECKING:
    from workbench.lexicon.lexicon import Lexicon
    from workbench.memory.fragments import Fragment
    from workbench.memory.memory import Memory

_KEPT = 256
_SPARE = 4  # so many more are asked for: units of the row itself, and copies, are left out


@dataclass(frozen=True, slots=True)
class RowMatches:
    """What the memories have for a row.

    Attributes:
        row: its id.
        source: the source that was looked up.
        whole: units like the whole row, best first.
        sentences: each sentence of a row of several and what is like it, in order.
        assembled: the row put together from its sentences; None where none of them has a match, or the row is
            one sentence.
        fragments: clauses found inside other units, with the English sentence that holds them.
    """

    row: int
    source: CodedText
    whole: tuple[Match, ...] = ()
    sentences: tuple[SentenceMatches, ...] = ()
    assembled: Assembled | None = None
    fragments: tuple[Fragment, ...] = ()

    @property
    def best(self) -> int:
        """The highest score of a whole match or of what was assembled; 0 for none."""
        whole = max((match.score for match in self.whole), default=0)
        return max(whole, self.assembled.score if self.assembled else 0)


_Key = tuple[int, CodedText, str | None, str | None, int, int, bool]


class MatchDesk:
    """Looks rows up.

    Args:
        memories: in their order; of equal matches those of the earlier one come first.
        references: the memory of the project's reference documents; asked last.
        project: the project's id: no row is matched with itself.
        least: the lowest similarity, before penalties, in per cent, where a question does not say.
        lexicon: gives the dictionary, or None where there is none at hand; with it the English sentence of a
            fragment is found by its words.
    """

    def __init__(
        self,
        memories: Sequence[Memory],
        *,
        references: Memory | None = None,
        project: str = "",
        least: int = 70,
        lexicon: Callable[[], Lexicon | None] = lambda: None,
    ) -> None:
        self.memories: tuple[Memory, ...] = tuple(memories) + ((references,) if references else ())
        self.references = references
        self.least = least
        self._project = project
        self._dictionary = lexicon
        self._kept: OrderedDict[_Key, RowMatches] = OrderedDict()
        self._generation = 0
        self._lock = threading.Lock()

    def renew(self) -> None:
        """Forget what was found: a memory has changed."""
        with self._lock:
            self._generation += 1
            self._kept.clear()

    def row_matches(
        self,
        segment: Segment,
        before: str | None,
        after: str | None,
        *,
        least: int | None = None,
        best: int = 5,
        fragments: bool = True,
    ) -> RowMatches:
        """What the memories have for a row.

        Args:
            before: source of the row before; empty at the edge of the document, None where not known.
            after: likewise of the row after.
            least: the lowest similarity, before penalties, in per cent; that of the desk by default.
            best: how many matches of the row, and of each sentence.
            fragments: whether to look for clauses too, which takes longer.

        Raises:
            WorkbenchError: a memory cannot be read.
        """
        least = self.least if least is None else least
        key = segment.id, segment.source, before, after, least, best, fragments
        with self._lock:
            generation = self._generation
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        if fragments:
            found = self.row_matches(segment, before, after, least=least, best=best, fragments=False)
            found = replace(found, fragments=self._fragments(segment))
        else:
            found = self._looked_up(segment, before, after, least, best)
        with self._lock:
            if generation == self._generation:
                self._kept[key] = found
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return found

    def best_whole(self, segment: Segment, before: str | None, after: str | None, least: int) -> Match | None:
        """The best match of a whole row, with at least this similarity; nothing else is looked up.

        Raises:
            WorkbenchError: a memory cannot be read.
        """
        found = self._matches(Query(segment.source, before, after), segment.id, least, 1)
        return found[0] if found else None

    def put_together(
        self, segment: Segment, before: str | None, after: str | None, least: int
    ) -> Assembled | None:
        """What the sentences of a row give, where it has at least this score.

        As `row_matches` has it, but for that it stops as soon as too much of the row has no match.

        Raises:
            WorkbenchError: a memory cannot be read.
        """
        queries = sentence_queries(segment, before, after)
        room = sum(asked.length for asked in queries) * (100 - least)
        sentences: list[SentenceMatches] = []
        joined: list[SentenceMatches] = []
        lost = waiting = 0  # code points without a match; those of them that may be one with what follows
        for at, asked in enumerate(queries):
            sentences.append(self._sentence(asked, segment.id, least, 1))
            if sentences[-1].matches:
                waiting = 0
            elif waiting and (pair := self._pair(segment, queries, at - 1, least)).matches:
                joined.append(pair)
                lost, waiting = lost - waiting, 0
            else:
                lost, waiting = lost + asked.length, asked.length
            if 100 * (lost - waiting) > room:
                return None
        made = assembled(sentences, joined)
        return made if made is not None and made.score >= least else None

    def prefetch(
        self,
        rows: Iterable[Placed],
        *,
        least: int | None = None,
        best: int = 5,
        left: Callable[[], bool] = lambda: False,
    ) -> None:
        """Look rows up ahead, each without its clauses first; `left` says that nobody asks any more."""
        for row in rows:
            for fragments in (False, True):
                if left():
                    return
                self.row_matches(
                    row.segment, row.before, row.after, least=least, best=best, fragments=fragments
                )

    def _looked_up(
        self, segment: Segment, before: str | None, after: str | None, least: int, best: int
    ) -> RowMatches:
        if not segment.source.text.strip():
            return RowMatches(segment.id, segment.source)
        whole = self._matches(Query(segment.source, before, after), segment.id, least, best)
        queries = sentence_queries(segment, before, after)
        sentences = tuple(self._sentence(query, segment.id, least, best) for query in queries)
        joined = self._joined(segment, queries, sentences, least)
        made = assembled(sentences, joined)
        return RowMatches(segment.id, segment.source, whole, sentences, made)

    def _sentence(self, asked: SentenceQuery, row: int, least: int, best: int) -> SentenceMatches:
        return SentenceMatches(asked.span, asked.end, self._matches(asked.query, row, least, best))

    def _joined(
        self,
        segment: Segment,
        queries: Sequence[SentenceQuery],
        sentences: Sequence[SentenceMatches],
        least: int,
    ) -> list[SentenceMatches]:
        """Two neighbours without a match each may be one unit of a memory: one English sentence for both."""
        if not any(sentence.matches for sentence in sentences):
            return []
        bare = [not sentence.matches for sentence in sentences]
        return [
            self._pair(segment, queries, at, least)
            for at in range(len(queries) - 1)
            if bare[at] and bare[at + 1]
        ]

    def _pair(
        self, segment: Segment, queries: Sequence[SentenceQuery], at: int, least: int
    ) -> SentenceMatches:
        return self._sentence(stretch_query(segment, queries[at], queries[at + 1]), segment.id, least, 1)

    def _matches(self, query: Query, row: int, least: int, best: int) -> tuple[Match, ...]:
        found: list[Match] = []
        for memory in self.memories:
            asked = memory.look_up(query, least=least, best=best if best == 1 else best + _SPARE)
            others = [match for match in asked if not self._is_own(match.unit, row)]
            if best == 1 and asked and not others:
                return self._matches(query, row, least, _SPARE)[:1]
            found += others
        found.sort(key=lambda match: (-match.score, -match.similarity))
        return tuple(_distinct(found)[:best])

    def _is_own(self, unit: MemoryUnit, row: int) -> bool:
        key = unit.key
        return key is not None and key.row == row and key.project == self._project

    def _fragments(self, segment: Segment) -> tuple[Fragment, ...]:
        from workbench.memory.fragments import fragments

        return tuple(
            fragments(
                self.memories,
                segment.source.text,
                lexicon=self._dictionary(),
                passed_over=lambda unit: self._is_own(unit, segment.id),
            )
        )


def _distinct(matches: Iterable[Match]) -> list[Match]:
    """The matches without those that another memory, or another row, has in the same words."""
    seen: dict[tuple[str, CodedText], Match] = {}
    for match in matches:
        seen.setdefault((match.unit.source.text, match.proposal), match)
    return list(seen.values())
