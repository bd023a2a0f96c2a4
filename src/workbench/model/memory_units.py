"""model: MemoryUnit, a translation unit as a memory keeps it, with where it comes from and how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from workbench.model.coded import CodedText
from workbench.model.segments import OriginKind

WHOLE = 0
"""The part of a row that is the whole row; its sentences are parts 1, 2, …"""


class UnitState(StrEnum):
    """How far a unit is; of what came from elsewhere and does not say, nothing is known."""

    UNKNOWN = ""
    DRAFT = "draft"
    CONFIRMED = "confirmed"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class UnitKey:
    """The place of a unit in a project: a later one of the same place replaces it.

    Attributes:
        project: the project's own id, which survives renaming.
        row: id of the row.
        part: `WHOLE`, or the number of the sentence pair in the row, 1-based.
    """

    project: str
    row: int
    part: int = WHOLE


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """One unit of a memory.

    Attributes:
        id: given by the memory, never used again; 0 before. A unit's source never changes under its id.
        source: Chinese; `target` English. One of them may be empty in a reference text.
        state: how far the translation is.
        origin: how it was made: aligned and machine ones are trusted less.
        confidence: of an aligned one, 0 to 1.
        key: its place in a project; None where it was imported.
        place: what it was in, for people: the project's title, or the name of the imported file.
        before: source of the unit before it: empty at the edge of the document, None where not known.
        after: likewise of the unit after it.
        created: UTC, ISO 8601 to the second; empty where not known. `changed` and `changed_by` likewise.
        locked: it cannot be edited or deleted, and an import does not replace it.
        props: further properties as (type, value), as an exchange file had them.
    """

    source: CodedText
    target: CodedText
    id: int = 0
    source_language: str = "zh-CN"
    target_language: str = "en"
    state: UnitState = UnitState.UNKNOWN
    origin: OriginKind = OriginKind.NONE
    confidence: float = 1.0
    key: UnitKey | None = None
    place: str = ""
    before: str | None = None
    after: str | None = None
    created: str = ""
    changed: str = ""
    changed_by: str = ""
    note: str = ""
    locked: bool = False
    props: tuple[tuple[str, str], ...] = field(default=())
