"""project: project.tmx, every row in order, written with ten backups, and merged when it is not ours."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import workbench
from workbench.model.segments import Segment
from workbench.project.atomic import write_atomically
from workbench.project.creation import RANK_STEP, TMX_NAME
from workbench.project.store import RowChange, Store, difference
from workbench.project.units import DOCUMENTS, NEXT_ID, documents_text, ranked, unit_of

BACKUPS = 10
Languages = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ForeignSave:
    """A project.tmx that is not the one written last here: a pull, or a colleague."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Merge:
    """What a three-way merge would do: its changes, and how many rows were changed on both sides."""

    changes: tuple[RowChange, ...]
    taken: int
    conflicts: int


def save(store: Store, folder: Path, languages: Languages, segtype: str) -> Path:
    """Write project.tmx and a backup of it; the ten newest backups stay.

    Raises:
        WorkbenchError: the disk is full or the folder cannot be written; the old file is as it was.
    """
    from workbench.exchange.tmx import TmxHeader, write_tmx

    props = (
        (DOCUMENTS, documents_text(store.documents())),
        (NEXT_ID, str(store.next_row_id())),
    )
    header = TmxHeader(workbench.__version__, segtype, languages[0], props)
    units = (unit_of(segment, whole=True, languages=languages) for segment in store.every_segment())
    data = "".join(write_tmx(units, header)).encode("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    path = folder / TMX_NAME
    if not path.is_file() or _digest(path) != digest:
        backups = folder / "backups"
        backups.mkdir(exist_ok=True)
        write_atomically(path, data)
        stamp = time.strftime("%Y%m%dT%H%M%S", time.gmtime()) + f"-{time.time_ns() % 10**9 // 10**6:03d}"
        write_atomically(backups / f"project-{stamp}.tmx", data)
        for old in sorted(backups.glob("project-*.tmx"))[:-BACKUPS]:
            old.unlink()
    store.set_meta("saved_sha", digest)
    store.set_meta("saved_at", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))
    return path


def foreign(store: Store, folder: Path) -> ForeignSave | None:
    """The project.tmx on disk where it is not the one written last; None where it is, or is not there."""
    path = folder / TMX_NAME
    if not path.is_file():
        return None
    digest = _digest(path)
    return None if digest == store.meta("saved_sha") else ForeignSave(path, digest)


def merge(store: Store, folder: Path, theirs_path: Path) -> Merge:
    """Compare the rows of another project.tmx with ours, against the last file both came from.

    What only they changed is taken. What both changed stays as it is here, and their English goes to the
    note of the row, so that nothing is lost and nothing confirmed changes silently.

    Raises:
        WorkbenchError: their file cannot be read.
    """
    theirs = {segment.id: segment for segment in _read(theirs_path)}
    base = {segment.id: segment for segment in _base(store, folder)}
    ours = {segment.id: segment for segment in store.every_segment()}
    changes: list[RowChange] = []
    taken = conflicts = 0
    for row, their in theirs.items():
        our, common = ours.get(row), base.get(row)
        if our is None:
            if common is None:
                changes.append(difference(None, replace(their, rank=_rank_beside(their, theirs, ours))))
                taken += 1
        elif _content(their) not in (_content(common), _content(our)):
            if _content(our) == _content(common):
                changes.append(difference(our, replace(their, rank=our.rank)))
                taken += 1
            else:
                changes.append(difference(our, _noted(our, their)))
                conflicts += 1
    for row in base.keys() & ours.keys() - theirs.keys():
        if _content(ours[row]) == _content(base[row]):
            changes.append(difference(ours[row], None))
            taken += 1
    return Merge(tuple(changes), taken, conflicts)


def _content(segment: Segment | None) -> Segment | None:
    """The row without what differs by place and time alone."""
    if segment is None:
        return None
    return replace(segment, rank=0, changed_at="", changed_by="", created_at="")


def _noted(ours: Segment, theirs: Segment) -> Segment:
    said = f"The other file has ({theirs.state.value}): {theirs.target.text}"
    note = ours.note if said in ours.note else "\n".join(part for part in (ours.note, said) if part)
    return replace(ours, note=note)


def _rank_beside(their: Segment, theirs: dict[int, Segment], ours: dict[int, Segment]) -> int:
    """A rank right after the row that stands before it in their file."""
    before = 0
    for row, segment in theirs.items():
        if segment.rank >= their.rank:
            break
        if row in ours:
            before = ours[row].rank
    return before + 1 + (their.rank // RANK_STEP) % 1000


def _base(store: Store, folder: Path) -> Iterable[Segment]:
    wanted = store.meta("saved_sha")
    for path in sorted((folder / "backups").glob("project-*.tmx"), reverse=True):
        if _digest(path) == wanted:
            return _read(path)
    return ()


def _read(path: Path) -> Sequence[Segment]:
    from workbench.exchange.tmx_reading import TmxReader

    return ranked(list(TmxReader(path)), str(path), RANK_STEP)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
