"""project: alignment.db as an object: sentences by place, beads, settings, and applying what was done."""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from workbench.model.faults import WorkbenchError
from workbench.project.database import Database
from workbench.project.mending_beads import SOURCE, TARGET, BeadList, Mark, MendedBead, Side, Swap
from workbench.project.mending_schema import connect
from workbench.project.mending_sentences import Run, Sentence, SentenceStarts, SentenceSwap
from workbench.text.width import cell_width

Change = Swap | SentenceSwap
_CACHED = 4_000
_PUT_SENTENCE = "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PUT_BEAD = "INSERT INTO beads VALUES (?, ?, ?, ?, ?, ?)"


class MendingStore(Database):
    """The texts and beads of one alignment."""

    def __init__(self, path: Path, *, create: bool = False, writable: bool = True) -> None:
        super().__init__(path, connect(path, create=create, writable=writable))
        self._cache: OrderedDict[tuple[Side, int], Sentence] = OrderedDict()

    def _forget(self) -> None:
        self._cache.clear()

    # ---- reading

    def beads(self) -> BeadList:
        """All beads in order. Raises WorkbenchError where they are not one unbroken list."""
        # One string a column: SQLite joins them faster than Python takes a row for each.
        query = (
            "SELECT group_concat(source), group_concat(source_end), group_concat(target),"
            " group_concat(target_end), group_concat(confidence), group_concat(mark)"
            " FROM (SELECT * FROM beads ORDER BY source, target)"
        )
        try:
            found = self.connection.execute(query).fetchone()
            columns = [str(text).split(",") if text is not None else [] for text in found]
            sources, source_ends, targets, target_ends = (map(int, column) for column in columns[:4])
            sure = map(float, columns[4])
            return BeadList.of_columns(sources, source_ends, targets, target_ends, sure, columns[5])
        except (ValueError, KeyError, sqlite3.Error) as error:
            raise WorkbenchError(
                f"{self.path} is damaged ({error}); move it away and pair the texts again."
            ) from error

    def starts(self, side: Side) -> SentenceStarts:
        """Where the sentences of a side begin."""
        # One string a column: SQLite joins them faster than Python takes a row for each.
        query = (
            "SELECT group_concat(start), group_concat(cells), max(end)"
            " FROM (SELECT start, cells, end FROM sentences WHERE side = ? ORDER BY start)"
        )
        starts, cells, end = self.connection.execute(query, (side,)).fetchone()
        if starts is None:
            return SentenceStarts((), (), 0)
        return SentenceStarts(map(int, starts.split(",")), map(int, cells.split(",")), int(end))

    def sentences(self, side: Side, span: tuple[int, int]) -> list[Sentence]:
        """The sentences that begin in a stretch, in order."""
        query = (
            "SELECT start, end, text, number, paragraph, gap, runs FROM sentences"
            " WHERE side = ? AND start >= ? AND start < ? ORDER BY start"
        )
        return [_sentence(row) for row in self.connection.execute(query, (side, *span))]

    def sentences_at(self, side: Side, starts: Sequence[int]) -> list[Sentence]:
        """The sentences that begin at these neighbouring places; kept for the next time."""
        missing = [start for start in starts if (side, start) not in self._cache]
        if missing:
            for sentence in self.sentences(side, (missing[0], missing[-1] + 1)):
                self._cache[side, sentence.start] = sentence
        found = []
        for start in starts:
            self._cache.move_to_end((side, start))
            found.append(self._cache[side, start])
        while len(self._cache) > _CACHED:
            self._cache.popitem(last=False)
        return found

    # ---- writing

    def fill(
        self, sources: Iterable[Sentence], targets: Iterable[Sentence], beads: Iterable[MendedBead]
    ) -> None:
        """Put everything into an empty database."""
        for side, sentences in ((SOURCE, sources), (TARGET, targets)):
            self.connection.executemany(_PUT_SENTENCE, (_columns(side, one) for one in sentences))
        self.connection.executemany(_PUT_BEAD, map(_bead_columns, beads))

    def apply(self, changes: Iterable[Change]) -> None:
        """Carry changes out, in order; inside a transaction of the caller's."""
        for is_mark, some in groupby(changes, _only_marks):
            if is_mark:  # of a whole text at once, maybe
                rows = (bead for change in some if isinstance(change, Swap) for bead in change.after)
                self.connection.executemany(
                    "UPDATE beads SET confidence = ?, mark = ? WHERE source = ? AND target = ?",
                    ((bead.confidence, bead.mark.value, *bead.place) for bead in rows),
                )
                continue
            for change in some:
                self._apply(change)

    def _apply(self, change: Change) -> None:
        if isinstance(change, Swap):
            places = [bead.place for bead in change.before]
            self.connection.executemany("DELETE FROM beads WHERE source = ? AND target = ?", places)
            self.connection.executemany(_PUT_BEAD, map(_bead_columns, change.after))
        else:
            self._cache.clear()
            self.connection.executemany(
                "DELETE FROM sentences WHERE side = ? AND start = ?",
                [(change.side, sentence.start) for sentence in change.before],
            )
            rows = [_columns(change.side, sentence) for sentence in change.after]
            self.connection.executemany(_PUT_SENTENCE, rows)


def _only_marks(change: Change) -> bool:
    return isinstance(change, Swap) and change.keeps_borders


def cells_of(sentence: Sentence) -> int:
    """Cells that a sentence takes on the screen."""
    return cell_width(sentence.text)


def dumped(changes: Iterable[Change]) -> str:
    """Changes as the log keeps them."""
    plain = [
        ["beads", change.before, change.after]
        if isinstance(change, Swap)
        else ["target" if change.side else "source", change.before, change.after]
        for change in changes
    ]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def loaded(text: str) -> tuple[Change, ...]:
    """Changes that the log has kept."""
    return tuple(_change(*entry) for entry in json.loads(text))


def _change(what: str, before: Sequence[Sequence[Any]], after: Sequence[Sequence[Any]]) -> Change:
    if what == "beads":
        return Swap(tuple(map(_bead, before)), tuple(map(_bead, after)))
    side = TARGET if what == "target" else SOURCE
    return SentenceSwap(side, tuple(map(_sentence, before)), tuple(map(_sentence, after)))


def _bead(row: Sequence[Any]) -> MendedBead:
    source, source_end, target, target_end, confidence, mark = row
    return MendedBead(source, source_end, target, target_end, confidence, Mark(mark))


def _sentence(row: Sequence[Any]) -> Sentence:
    start, end, text, number, paragraph, gap, runs = row
    plain = json.loads(runs) if isinstance(runs, str) else runs
    places: tuple[Run, ...] = tuple((run[0], run[1], run[2]) for run in plain)
    return Sentence(start, end, text, number, paragraph, gap, places)


def _columns(side: Side, sentence: Sentence) -> tuple[object, ...]:
    return side, *sentence[:6], json.dumps(sentence.runs), cells_of(sentence)


def _bead_columns(bead: MendedBead) -> tuple[object, ...]:
    return bead.source, bead.target, bead.source_end, bead.target_end, bead.confidence, bead.mark.value
