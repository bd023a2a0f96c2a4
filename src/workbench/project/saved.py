"""project: project.tmx read back: rows, documents and the next id, with nothing left out silently."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment
from workbench.project.identity import PROJECT_PROP
from workbench.project.intake import INTAKE_PROP
from workbench.project.stopping import Progress, told, unheard
from workbench.project.stored import RANK_STEP, StoredDocument
from workbench.project.units import DOCUMENTS, LARGEST_ID, NEXT_ID, documents_of, ranked


@dataclass(frozen=True, slots=True)
class Saved:
    """What a project.tmx holds.

    Attributes:
        segments: its rows in order, their ranks `RANK_STEP` apart.
        documents: as its header lists them, and nameless ones for rows of others.
        next_id: the first id that was free when it was written, or above all of its rows.
        data: the file itself; `sha256` of it.
        project: the id that memories know the project by; empty in a file of an older version.
        intake: what was counted when the project was made, as it is kept; likewise.
    """

    segments: tuple[Segment, ...]
    documents: tuple[StoredDocument, ...]
    next_id: int
    data: bytes
    sha256: str
    project: str = ""
    intake: str = ""


def read_saved(path: Path, progress: Progress = unheard) -> Saved:
    """Read a project.tmx.

    Args:
        progress: told how many of its units were read, where somebody waits.

    Raises:
        WorkbenchError: it cannot be read, was not written by Workbench, or was changed by hand so that
            a row or a translation would be lost in reading it.
    """
    from workbench.exchange.tmx_reading import TmxReader

    try:
        data = path.read_bytes()
    except OSError as error:
        raise WorkbenchError(f"{path} cannot be read ({error.strerror}).") from error
    reader = TmxReader(path, source="", target="")
    units = list(reader if progress is unheard else told(reader, progress, data.count(b"</tu>")))
    if reader.passed_over:
        raise WorkbenchError(
            f"{path}: {reader.said().rstrip('.')}; its header's srclang is"
            f" {reader.header.get('srclang', 'missing')}: mend the file, or take one from backups/."
        )
    if reader.doubled:
        raise WorkbenchError(
            f"{path}: {reader.doubled} of its units have more than two texts; leave one of each language."
        )
    segments = tuple(ranked(units, str(path), RANK_STEP))
    props = dict(reader.header_props)
    return Saved(
        segments,
        _documents(segments, props, str(path)),
        _next_id(segments, props, str(path)),
        data,
        hashlib.sha256(data).hexdigest(),
        _id(props.get(PROJECT_PROP, "")),
        props.get(INTAKE_PROP, ""),
    )


def _id(text: str) -> str:
    """A project's id; empty for what is none, as a file changed by hand may have it."""
    return text if re.fullmatch("[0-9a-f]{32}", text) else ""


def _documents(
    segments: tuple[Segment, ...], props: Mapping[str, str], where: str
) -> tuple[StoredDocument, ...]:
    listed = documents_of(props.get(DOCUMENTS, "[]"), where)
    missing = {segment.document for segment in segments} - {document.id for document in listed}
    return (
        *listed,
        *(StoredDocument(number, f"document {number}", "", "", "") for number in sorted(missing)),
    )


def _next_id(segments: tuple[Segment, ...], props: Mapping[str, str], where: str) -> int:
    text = props.get(NEXT_ID, "1")
    if not (text.isascii() and text.isdecimal() and len(text) < 17 and int(text) <= LARGEST_ID):
        raise WorkbenchError(f"{where}: its next row id, {text[:20]!r}, is no id; take one from backups/.")
    return max([int(text), *(segment.id + 1 for segment in segments)])
