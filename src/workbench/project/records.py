"""project: a Segment as a row of the database and back."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from workbench.model.coded import CodedText
from workbench.model.queries import queries_of, queries_text
from workbench.model.segments import Anchor, Kind, Lock, Origin, OriginKind, Piece, Run, Segment, State
from workbench.model.stored_codes import codes_of, codes_text
from workbench.text.width import cell_width

Cell = str | int | None
Record = dict[str, Cell]

COLUMNS = (
    "id", "rank", "document", "kind", "source", "source_codes", "target", "target_codes", "state",
    "locked_by", "locked_why", "origin", "origin_score", "inserted", "note", "comment", "anchors", "pieces",
    "original_source", "created_at", "changed_at", "changed_by", "queries",
)  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")
DERIVED = ("source_fold", "fold_key", "source_cells", "target_cells")
ALL_COLUMNS = COLUMNS + DERIVED


def fold_key(folded: str) -> int:
    """A signed 64-bit hash of a folded source, for the index of repetitions; equality is checked after."""
    import hashlib

    digest = hashlib.blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def storable(text: str) -> str:
    """`text` as UTF-8 can hold it: half a surrogate pair (a broken paste, a file name) becomes U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def record_of(segment: Segment) -> Record:
    """All columns of `segment`, without the derived ones."""
    plain = _plain_record(segment)
    return {name: storable(value) if isinstance(value, str) else value for name, value in plain.items()}


def _plain_record(segment: Segment) -> Record:
    return {
        "id": segment.id,
        "rank": segment.rank,
        "document": segment.document,
        "kind": segment.kind.value,
        "source": segment.source.text,
        "source_codes": codes_text(segment.source.codes),
        "target": segment.target.text,
        "target_codes": codes_text(segment.target.codes),
        "state": segment.state.value,
        "locked_by": segment.lock.who if segment.lock else None,
        "locked_why": segment.lock.why if segment.lock else "",
        "origin": segment.origin.kind.value,
        "origin_score": segment.origin.score,
        "inserted": segment.origin.inserted,
        "note": segment.note,
        "comment": segment.comment,
        "anchors": anchors_text(segment.anchors),
        "pieces": pieces_text(segment.pieces),
        "original_source": segment.original_source,
        "created_at": segment.created_at,
        "changed_at": segment.changed_at,
        "changed_by": segment.changed_by,
        "queries": queries_text(segment.queries),
    }


def with_derived(record: Record) -> Record:
    """`record` with the columns that follow from its texts, where it holds the texts."""
    full = dict(record)
    if "source" in record:
        from workbench.text.fold import fold

        folded = fold(str(record["source"]))
        full["source_fold"] = folded
        full["fold_key"] = fold_key(folded)
        full["source_cells"] = cell_width(str(record["source"]))
    if "target" in record:
        full["target_cells"] = cell_width(str(record["target"]))
    return full


def segment_of(values: Sequence[Cell]) -> Segment:
    """The segment of a database row whose values are in the order of COLUMNS."""
    row = dict(zip(COLUMNS, values, strict=True))
    lock = None if row["locked_by"] is None else Lock(str(row["locked_by"]), str(row["locked_why"]))
    score = row["origin_score"]
    return Segment(
        id=int(row["id"] or 0),
        rank=int(row["rank"] or 0),
        document=int(row["document"] or 0),
        kind=Kind(str(row["kind"])),
        source=CodedText(str(row["source"]), codes_of(str(row["source_codes"]))),
        target=CodedText(str(row["target"]), codes_of(str(row["target_codes"]))),
        state=State(str(row["state"])),
        lock=lock,
        origin=Origin(
            OriginKind(str(row["origin"])), None if score is None else int(score), str(row["inserted"])
        ),
        note=str(row["note"]),
        comment=str(row["comment"]),
        anchors=anchors_of(str(row["anchors"])),
        pieces=pieces_of(str(row["pieces"])),
        original_source=str(row["original_source"]),
        created_at=str(row["created_at"]),
        changed_at=str(row["changed_at"]),
        changed_by=str(row["changed_by"]),
        queries=queries_of(str(row["queries"]), len(str(row["source"]))),
    )


def anchors_text(anchors: Sequence[Anchor]) -> str:
    """Anchors as source:target pairs, such as 24:80 51:163."""
    return " ".join(f"{anchor.source_end}:{anchor.target_end}" for anchor in anchors)


def anchors_of(text: str) -> tuple[Anchor, ...]:
    """The inverse of `anchors_text`. Raises ValueError for anything else."""
    pairs = (pair.split(":") for pair in text.split())
    return tuple(Anchor(int(source), int(target)) for source, target in pairs)


def pieces_text(pieces: Sequence[Piece]) -> str:
    """Pieces as JSON: [document, block, [[start, end, line, column], …]]."""
    plain = [[p.document, p.block, [[r.start, r.end, r.line, r.column] for r in p.runs]] for p in pieces]
    return json.dumps(plain, separators=(",", ":"))


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The inverse of `pieces_text`. Raises ValueError for anything else."""
    if not text:
        return ()
    return tuple(
        Piece(int(document), int(block), tuple(Run(*map(int, run)) for run in runs))
        for document, block, runs in json.loads(text)
    )
