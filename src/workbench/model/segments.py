"""model: Segment, one row of the editor, with its state, origin, anchors and the pieces of source it owns."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from workbench.model.coded import CodedText
from workbench.model.queries import Query


class State(StrEnum):
    """How far a row has come. An empty target is never confirmed."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    CONFIRMED = "confirmed"
    REVIEWED = "reviewed"
    REJECTED = "rejected"


SETTLED = frozenset({State.CONFIRMED, State.REVIEWED})
"""The states in which the translator is done with a row."""


class Kind(StrEnum):
    """What a row is in its document."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    IGNORED = "ignored"


class OriginKind(StrEnum):
    """Where a target came from."""

    NONE = ""
    TYPED = "typed"
    MATCH = "match"
    REPETITION = "repetition"
    MACHINE = "machine"
    IMPORTED = "imported"
    ALIGNED = "aligned"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the target came from.

    Attributes:
        kind: typed by hand, or put in by the program from somewhere.
        score: in per cent, where there is one: the match's, or how sure the aligner is.
        inserted: the text as it was put in, so that the edited distance can be counted.
    """

    kind: OriginKind = OriginKind.NONE
    score: int | None = None
    inserted: str = ""


@dataclass(frozen=True, slots=True)
class Lock:
    """A row that must not be changed: who locked it, and why."""

    who: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The end of a sentence on both sides: offsets (code points) after its last mark."""

    source_end: int
    target_end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a row's source that stands unbroken and unchanged in one line of the original file.

    Attributes:
        start: offset in the row's source text, 0-based.
        end: offset after its last character.
        line: line of the original, 1-based.
        column: column of its first character in that line, 1-based, in code points.
    """

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of one block of one document that a row owns; its runs are offsets in the row's source."""

    document: int
    block: int
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """One row: source, target and what is known of both.

    Attributes:
        id: never used again, also after the row is gone.
        rank: place in the project, sparse; only the order counts.
        document: id of the document it stands in.
        source: Chinese; radicals and spacing as the file had them, line breaks taken out.
        target: English.
        comment: why a reviser rejected it.
        note: the translator's note.
        anchors: sentence ends, in order, strictly growing on the source side.
        original_source: the source as it was read, where it has been edited since; else empty.
        changed_at: UTC, ISO 8601 to the second, of the last change of target or state; else empty.
        queries: questions to the client, open and closed, in the order they were asked.
    """

    id: int
    rank: int
    document: int
    kind: Kind = Kind.PARAGRAPH
    source: CodedText = field(default_factory=CodedText)
    target: CodedText = field(default_factory=CodedText)
    state: State = State.UNTRANSLATED
    lock: Lock | None = None
    origin: Origin = field(default_factory=Origin)
    note: str = ""
    comment: str = ""
    anchors: tuple[Anchor, ...] = ()
    pieces: tuple[Piece, ...] = ()
    original_source: str = ""
    created_at: str = ""
    changed_at: str = ""
    changed_by: str = ""
    queries: tuple[Query, ...] = ()

    @property
    def settled(self) -> bool:
        """Confirmed or reviewed: the translator is done with it."""
        return self.state in SETTLED
