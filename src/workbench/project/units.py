"""project: rows as translation units and back; the properties that carry what TMX has no word for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind, Lock, Origin, OriginKind, Segment, State
from workbench.model.units import TranslationUnit
from workbench.project.records import anchors_of, anchors_text, codes_of, codes_text, pieces_of, pieces_text
from workbench.project.store import StoredDocument

DOCUMENTS = "x-workbench-documents"
NEXT_ID = "x-workbench-next-id"
TITLE = "x-workbench-title"


def unit_of(
    segment: Segment, *, whole: bool, languages: tuple[str, str] = ("zh-CN", "en")
) -> TranslationUnit:
    """A row as a unit: for an exchange (`whole` False), or with all that is needed to make the row again."""
    props = [("x-kind", segment.kind.value), ("x-state", segment.state.value)]
    if segment.origin.kind is not OriginKind.NONE:
        score = "" if segment.origin.score is None else f" {segment.origin.score}"
        props.append(("x-origin", segment.origin.kind.value + score))
    if segment.lock is not None:
        props.append(("x-locked", json.dumps([segment.lock.who, segment.lock.why], ensure_ascii=False)))
    if segment.comment:
        props.append(("x-comment", segment.comment))
    if whole:
        props += _own_props(segment)
    target = segment.target if segment.target else None
    return TranslationUnit(
        id=str(segment.id),
        source=segment.source,
        target=target,
        source_language=languages[0],
        target_language=languages[1],
        created=segment.created_at,
        changed=segment.changed_at,
        changed_by=segment.changed_by,
        note=segment.note,
        props=tuple(props),
    )


def _own_props(segment: Segment) -> Iterator[tuple[str, str]]:
    yield "x-document", str(segment.document)
    yield "x-pieces", pieces_text(segment.pieces)
    if segment.anchors:
        yield "x-anchors", anchors_text(segment.anchors)
    if segment.original_source:
        yield "x-original-source", segment.original_source
    if segment.origin.inserted:
        yield "x-inserted", segment.origin.inserted
    if segment.source.codes:
        yield "x-source-codes", codes_text(segment.source.codes)
    if segment.target.codes:
        yield "x-target-codes", codes_text(segment.target.codes)


def segment_of_unit(unit: TranslationUnit, rank: int, where: str) -> Segment:
    """The row of a unit from project.tmx.

    Args:
        rank: its place.
        where: the file, for the error.

    Raises:
        WorkbenchError: a property does not hold what Workbench writes there.
    """
    try:
        return _segment(unit, rank)
    except (ValueError, TypeError) as error:
        raise WorkbenchError(
            f"{where}: unit {unit.id or '(without tuid)'} was not written by Workbench or was changed by hand"
            f" ({error}); take one from backups/."
        ) from error


def _segment(unit: TranslationUnit, rank: int) -> Segment:
    kind, _, score = unit.prop("x-origin").partition(" ")
    locked = unit.prop("x-locked")
    target = unit.target or CodedText()
    return Segment(
        id=int(unit.id),
        rank=rank,
        document=int(unit.prop("x-document") or 1),
        kind=Kind(unit.prop("x-kind") or "paragraph"),
        source=CodedText(unit.source.text, codes_of(unit.prop("x-source-codes")) or unit.source.codes),
        target=CodedText(target.text, codes_of(unit.prop("x-target-codes")) or target.codes),
        state=State(unit.prop("x-state") or "untranslated"),
        lock=Lock(*json.loads(locked)) if locked else None,
        origin=Origin(OriginKind(kind), int(score) if score else None, unit.prop("x-inserted")),
        note=unit.note,
        comment=unit.prop("x-comment"),
        anchors=anchors_of(unit.prop("x-anchors")),
        pieces=pieces_of(unit.prop("x-pieces")),
        original_source=unit.prop("x-original-source"),
        created_at=unit.created,
        changed_at=unit.changed,
        changed_by=unit.changed_by,
    )


def documents_text(documents: Iterable[StoredDocument]) -> str:
    """The documents as JSON, for the header."""
    plain = [[d.id, d.name, d.path, d.encoding, d.sha256] for d in documents]
    return json.dumps(plain, ensure_ascii=False)


def documents_of(text: str, where: str) -> list[StoredDocument]:
    """The inverse of `documents_text`. Raises WorkbenchError for anything else."""
    return _parsed(lambda: [StoredDocument(*values) for values in json.loads(text)], where)


def _parsed(read: Callable[[], list[StoredDocument]], where: str) -> list[StoredDocument]:
    try:
        return read()
    except (ValueError, TypeError) as error:
        raise WorkbenchError(f"{where}: its list of documents is damaged; take one from backups/.") from error


def ranked(units: Sequence[TranslationUnit], where: str, spacing: int) -> list[Segment]:
    """All rows of a project.tmx, in order. Raises WorkbenchError, also where an id comes twice."""
    segments = [segment_of_unit(unit, number * spacing, where) for number, unit in enumerate(units, 1)]
    seen: set[int] = set()
    for segment in segments:
        if segment.id in seen or segment.id < 1:
            raise WorkbenchError(f"{where}: the row id {segment.id} stands twice; take one from backups/.")
        seen.add(segment.id)
    return segments
