"""project: rows as translation units and back; the properties that carry what TMX has no word for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.model.coded import CodedText, InlineCode
from workbench.model.faults import WorkbenchError
from workbench.model.queries import Query, queries_of, queries_text
from workbench.model.segments import Kind, Lock, Origin, OriginKind, Piece, Segment, State
from workbench.model.stored_codes import codes_of, codes_text
from workbench.model.units import TranslationUnit
from workbench.project.excerpt import english_excerpt, excerpt
from workbench.project.pairs import SentencePair
from workbench.project.records import (
    anchors_of,
    anchors_text,
    pieces_of,
    pieces_text,
    storable,
)
from workbench.project.stored import StoredDocument
from workbench.project.structure import sound_anchors

DOCUMENTS = "x-workbench-documents"
NEXT_ID = "x-workbench-next-id"
LARGEST_ID = 1 << 53
_BY_HAND = (ValueError, TypeError, KeyError, RecursionError, OverflowError)


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
        props += _texts("x-comment", segment.comment)
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


def units_of_pairs(
    segment: Segment, pairs: Iterable[SentencePair], languages: tuple[str, str] = ("zh-CN", "en")
) -> Iterator[TranslationUnit]:
    """The sentence pairs of a row as units: what is known of the row, and whose word the pair is.

    The id is the row's with the number of the pair behind it; the note stands on the first pair alone.
    """
    row = unit_of(segment, whole=False, languages=languages)
    for number, pair in enumerate(pairs, 1):
        own = (
            ("x-parent", str(segment.id)),
            ("x-pair-origin", pair.origin.value),
            ("x-pair-confidence", f"{pair.confidence:.3f}"),
        )
        yield replace(
            row,
            id=f"{segment.id}.{number}",
            source=excerpt(segment.source, *pair.source),
            target=english_excerpt(segment.target, *pair.target),
            segtype="sentence",
            note=row.note if number == 1 else "",
            props=(*own, *row.props),
        )


def _own_props(segment: Segment) -> Iterator[tuple[str, str]]:
    yield "x-document", str(segment.document)
    yield "x-pieces", pieces_text(segment.pieces)
    if segment.anchors:
        yield "x-anchors", anchors_text(segment.anchors)
    if segment.original_source:
        yield from _texts("x-original-source", segment.original_source)
    if segment.origin.inserted:
        yield from _texts("x-inserted", segment.origin.inserted)
    if segment.source.codes:
        yield "x-source-codes", codes_text(segment.source.codes)
    if segment.target.codes:
        yield "x-target-codes", codes_text(segment.target.codes)
    if segment.queries:
        yield "x-queries", _queries_text(segment.queries)


def _queries_text(queries: Sequence[Query]) -> str:
    """Queries to be read by eye too, unless XML cannot hold all of their characters."""
    from workbench.exchange.tmx import valid

    text = queries_text(queries)
    return text if valid(text) == text else queries_text(queries, ascii_only=True)


def _texts(name: str, text: str) -> Iterator[tuple[str, str]]:
    """A property, and beside it the same as JSON where XML cannot hold all of its characters."""
    from workbench.exchange.tmx import valid

    yield name, text
    if valid(text) != text:
        yield f"{name}-raw", json.dumps(text)


def _text_of(unit: TranslationUnit, name: str) -> str:
    from workbench.exchange.tmx import valid

    text, raw = unit.prop(name), unit.prop(f"{name}-raw")
    whole = str(json.loads(raw)) if raw else text
    return storable(whole) if valid(whole) == text else text


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
    except _BY_HAND as error:
        raise WorkbenchError(
            f"{where}: unit {unit.id or '(without tuid)'} was not written by Workbench or was changed by hand"
            f" ({error}); take one from backups/."
        ) from error


def _segment(unit: TranslationUnit, rank: int) -> Segment:
    kind, _, score = unit.prop("x-origin").partition(" ")
    source = _coded(unit.source, codes_of(unit.prop("x-source-codes")))
    target = _coded(unit.target or CodedText(), codes_of(unit.prop("x-target-codes")))
    state, origin_kind = State(unit.prop("x-state") or "untranslated"), OriginKind(kind)
    if not source.text:
        raise ValueError("its source is empty")
    if not target.text.strip() and (state is not State.DRAFT or not target.codes):
        state = State.DRAFT if target.codes else State.UNTRANSLATED
    elif state is State.UNTRANSLATED and target.text.strip():  # typed into the file by hand
        state = State.DRAFT
        origin_kind = origin_kind or OriginKind.IMPORTED
    return Segment(
        id=_number(unit.id),
        rank=rank,
        document=_number(unit.prop("x-document") or "1"),
        kind=Kind(unit.prop("x-kind") or "paragraph"),
        source=source,
        target=target,
        state=state,
        lock=_lock_of(unit.prop("x-locked")),
        origin=Origin(origin_kind, _number(score) if score else None, _text_of(unit, "x-inserted")),
        note=unit.note,
        comment=_text_of(unit, "x-comment"),
        anchors=sound_anchors(anchors_of(unit.prop("x-anchors")), len(source.text), len(target.text)),
        pieces=_inside(pieces_of(unit.prop("x-pieces")), len(source.text)),
        original_source=_text_of(unit, "x-original-source"),
        created_at=unit.created,
        changed_at=unit.changed,
        changed_by=unit.changed_by,
        queries=queries_of(unit.prop("x-queries"), len(source.text)),
    )


def _number(text: str) -> int:
    """A number of ours. Raises ValueError for anything else, also where a database could not hold it."""
    if not (text.isascii() and text.isdecimal() and len(text) < 17 and int(text) <= LARGEST_ID):
        raise ValueError(f"{text[:20]!r} is no number of a row")
    return int(text)


def _lock_of(text: str) -> Lock | None:
    if not text:
        return None
    who, why = json.loads(text)
    return Lock(str(who), str(why))


def _coded(read: CodedText, kept: tuple[InlineCode, ...]) -> CodedText:
    """The text with its codes: as they were kept, unless someone has moved or changed them by hand since."""
    same = [code.kind for code in read.codes] == [code.kind for code in kept]
    codes = zip(kept, read.codes, strict=True) if same else ()
    moved = tuple(replace(code, offset=seen.offset) for code, seen in codes)
    return CodedText(read.text, moved if same else read.codes)


def _inside(pieces: tuple[Piece, ...], length: int) -> tuple[Piece, ...]:
    """The pieces without runs that lie outside the source, which was changed by hand."""
    return tuple(
        Piece(p.document, p.block, tuple(run for run in p.runs if 0 <= run.start < run.end <= length))
        for p in pieces
    )


def documents_text(documents: Iterable[StoredDocument]) -> str:
    """The documents as JSON, for the header."""
    plain = [[d.id, d.name, d.path, d.encoding, d.sha256] for d in documents]
    return json.dumps(plain, ensure_ascii=False)


def documents_of(text: str, where: str) -> list[StoredDocument]:
    """The inverse of `documents_text`. Raises WorkbenchError for anything else."""
    return _parsed(lambda: [_document(*values) for values in json.loads(text)], where)


def _document(number: int, name: str, path: str, encoding: str, digest: str) -> StoredDocument:
    return StoredDocument(_number(str(number)), str(name), str(path), str(encoding), str(digest))


def _parsed(read: Callable[[], list[StoredDocument]], where: str) -> list[StoredDocument]:
    try:
        found = read()
        if len({document.id for document in found}) != len(found):
            raise ValueError("a document stands twice")
        return found
    except _BY_HAND as error:
        raise WorkbenchError(f"{where}: its list of documents is damaged; take one from backups/.") from error


def ranked(units: Sequence[TranslationUnit], where: str, spacing: int) -> list[Segment]:
    """All rows of a project.tmx, in order. Raises WorkbenchError, also where an id comes twice."""
    segments = [segment_of_unit(unit, number * spacing, where) for number, unit in enumerate(units, 1)]
    seen: set[int] = {0}
    for segment in segments:
        if segment.id in seen:
            raise WorkbenchError(f"{where}: the row id {segment.id} stands twice; take one from backups/.")
        seen.add(segment.id)
    return segments
