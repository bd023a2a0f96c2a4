"""project: the versions of a row, read from the log backwards: who, when, what, and what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.model.matches import Change, Difference
from workbench.model.segments import Origin, Segment, State
from workbench.project.log_reading import row_now
from workbench.project.operations import changes_of
from workbench.project.records import COLUMNS, Record, record_of, segment_of

_OPERATIONS = (
    "SELECT operations.id, at, who, label, kind, changes FROM touched JOIN operations"
    " ON operations.id = touched.operation WHERE touched.row = ? ORDER BY touched.operation DESC"
)
_WALKED = {"undo": "undone: ", "redo": "redone: "}


@dataclass(frozen=True, slots=True)
class RowVersion:
    """A row as it was after something was done to it.

    Attributes:
        operation: id of what was done; 0 for the row as the log first knew it.
        at: when, UTC, ISO 8601 to the second; empty where not known.
        who: likewise.
        what: in words, such as "typing in row 5".
        segment: the row then.
        before: the row before it was done; None where there was none.
    """

    operation: int
    at: str
    who: str
    what: str
    segment: Segment
    before: Segment | None = None


def row_versions(connection: sqlite3.Connection, row: int) -> Iterator[RowVersion]:
    """The versions of a row, newest first; none where it is gone.

    The log of a project that was made again from project.tmx begins there. Safe in another thread with a
    connection of its own.
    """
    found = row_now(connection, row)
    if found is None:
        return
    record, there = record_of(found), True
    for operation, at, who, label, kind, text in connection.execute(_OPERATIONS, (row,)):
        now = _segment(record) if there else None
        for change in reversed(changes_of(text)):
            if change.row == row:
                record, there = {**record, **(change.before or {})}, change.before is not None
        if now is not None:
            before = _segment(record) if there else None
            yield RowVersion(operation, at, who, _WALKED.get(kind, "") + label, now, before)
    if there:
        first = _segment(record)
        yield RowVersion(0, first.created_at, "", "as it was read", first)


def _segment(record: Record) -> Segment:
    return segment_of([record[name] for name in COLUMNS])


def source_changes(before: str, after: str) -> tuple[Difference, ...]:
    """The pieces that lead from one version of a Chinese text to another, character by character.

    Kept and removed ones, joined, are `before`; kept and added ones `after`. A radical and the hanzi that it
    stands for differ.
    """
    from rapidfuzz.distance import Levenshtein

    pieces: list[Difference] = []
    for part in Levenshtein.opcodes(before, after):
        if part.tag == "equal":
            pieces.append(Difference(Change.KEPT, after[part.dest_start : part.dest_end]))
            continue
        removed, added = before[part.src_start : part.src_end], after[part.dest_start : part.dest_end]
        pieces += [Difference(Change.REMOVED, removed)] if removed else []
        pieces += [Difference(Change.ADDED, added)] if added else []
    return tuple(pieces)


def told_changes(before: Segment, after: Segment) -> list[str]:
    """What else became different than the two texts, in a few words each."""
    said: list[str] = []
    for name in ("state", "kind"):
        old, new = str(getattr(before, name)), str(getattr(after, name))
        if old != new:
            said.append(f"{old} → {new}".replace("_", " "))
    if (before.lock is None) != (after.lock is None):
        said.append("locked" if after.lock else "unlocked")
    said += _told_words("note", before.note, after.note)
    said += _told_words("comment", before.comment, after.comment)
    if before.queries != after.queries:
        said.append("queries")
    if before.anchors != after.anchors and before.target.text == after.target.text:
        said.append("sentence ends")
    if before.target.codes != after.target.codes and before.target.text == after.target.text:
        said.append("codes")
    if before.rank != after.rank:
        said.append("moved")
    return said


def _told_words(name: str, before: str, after: str) -> list[str]:
    if before == after:
        return []
    return [f"{name}: {after}" if after else f"{name} taken out"]


def restored(segment: Segment, version: Segment) -> Segment:
    """The row with the English of an earlier version, as a draft; without English it is untranslated.

    The sentence ends are taken along where the Chinese is the same.
    """
    if not version.target.text.strip() and not version.target.codes:
        empty = replace(segment, target=version.target, anchors=(), origin=Origin())
        return replace(empty, state=State.UNTRANSLATED)
    same = segment.source.text == version.source.text
    return replace(
        segment,
        target=version.target,
        anchors=version.anchors if same else (),
        origin=version.origin,
        state=State.DRAFT,
    )
