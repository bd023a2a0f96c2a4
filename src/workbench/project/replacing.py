"""project: replacing in the English: every place before and after, and the rows that come of it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Anchor, Origin, Segment, State
from workbench.project.search import FindQuery, pattern_of, rows_with_hits
from workbench.project.stopping import Progress, unheard
from workbench.project.structure import sound_anchors
from workbench.project.view import RowView


@dataclass(frozen=True, slots=True)
class Replacement:
    """One place and what is to stand there.

    Attributes:
        row: id; `number` counts from 1.
        english: of the row, whole, as it was when the place was found.
        start: offset in it; `end` after the place.
        new: what is to stand there.
        settled: the row is confirmed or reviewed, and becomes a draft.
        locked: the row is locked, and stays as it is.
    """

    row: int
    number: int
    english: str
    start: int
    end: int
    new: str
    settled: bool = False
    locked: bool = False

    @property
    def old(self) -> str:
        """What stands there."""
        return self.english[self.start : self.end]


def replacements(
    connection: sqlite3.Connection,
    query: FindQuery,
    template: str,
    view: RowView,
    progress: Progress = unheard,
) -> list[Replacement]:
    r"""Every place that would change, in order; in any thread.

    Args:
        query: what is to be replaced; only the English is looked through.
        template: what is to stand there; for a regular expression with its groups as \1 or \g<name>.
        view: the rows to look through.

    Raises:
        WorkbenchError: the regular expression or the template is not one.
        StopError: `progress` did.
    """
    if not query.text:
        return []
    query = replace(query, side="target")
    pattern = pattern_of(query, "target")
    if query.regex:
        check_template(pattern, template)
    found = [
        Replacement(row.row, row.number, row.target, match.start(), match.end(), new)
        for row in rows_with_hits(connection, query, view, progress)
        for match in pattern.finditer(row.target)
        if match.end() > match.start() and (new := _new(match, template, query)) != match.group()
    ]
    return list(_with_states(connection, found))


def check_template(pattern: re.Pattern[str], template: str) -> None:
    """Raises WorkbenchError where a template names a group that the pattern has not, or is no template."""
    try:
        pattern.sub(template, "")
    except (re.error, IndexError) as error:
        raise WorkbenchError(
            f"“{template}” cannot be put in: {error}; the groups are written \\1 or \\g<name>,"
            " and a backslash itself \\\\."
        ) from error


def _new(match: re.Match[str], template: str, query: FindQuery) -> str:
    return match.expand(template) if query.regex else template


def _with_states(connection: sqlite3.Connection, found: Sequence[Replacement]) -> Iterator[Replacement]:
    """With what is known of the rows besides their English."""
    ids = json.dumps(sorted({one.row for one in found}))
    query = "SELECT id, state, locked_by FROM rows WHERE id IN (SELECT value FROM json_each(?))"
    states = {row: (State(state), locked) for row, state, locked in connection.execute(query, (ids,))}
    for one in found:
        state, locked = states[one.row]
        settled = state in (State.CONFIRMED, State.REVIEWED)
        yield replace(one, settled=settled, locked=locked is not None)


def by_row(chosen: Iterable[Replacement]) -> Iterator[list[Replacement]]:
    """The replacements of each row together, in the order of the text."""
    ordered = sorted(chosen, key=lambda one: (one.number, one.row, one.start))
    for _, group in groupby(ordered, key=lambda one: one.row):
        yield list(group)


def replaced(segment: Segment, pieces: Sequence[Replacement]) -> Segment:
    """The row with the pieces in its English; codes and sentence ends keep their places in the text.

    A confirmed or reviewed row becomes a draft, and one without English is untranslated.
    """
    text = segment.target.text
    for piece in reversed(pieces):
        text = text[: piece.start] + piece.new + text[piece.end :]
    codes = tuple(replace(code, offset=moved(code.offset, pieces)) for code in segment.target.codes)
    if not text.strip() and not codes:
        target = CodedText(text)
        return replace(segment, target=target, anchors=(), state=State.UNTRANSLATED, origin=Origin())
    anchors = [Anchor(one.source_end, moved(one.target_end, pieces)) for one in segment.anchors]
    return replace(
        segment,
        target=CodedText(text, codes),
        anchors=sound_anchors(anchors, len(segment.source.text), len(text)),
        state=State.DRAFT if segment.settled else segment.state,
    )


def moved(offset: int, pieces: Sequence[Replacement]) -> int:
    """Where an offset is after the pieces; one inside a piece goes to the end of what replaces it."""
    shift = 0
    for piece in pieces:
        if offset >= piece.end:
            shift += len(piece.new) - (piece.end - piece.start)
        elif offset > piece.start:
            return piece.start + shift + len(piece.new)
    return offset + shift
