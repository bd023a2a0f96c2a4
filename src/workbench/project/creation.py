"""project: making a project folder, from source files, or its database again from project.tmx."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.paragraphs import Document, Paragraph
from workbench.model.segments import Kind, Piece, Segment
from workbench.project import backups
from workbench.project.config import FILE_NAME as CONFIG_NAME
from workbench.project.config import TMX_NAME, ProjectConfig, read_config, write_config
from workbench.project.identity import identify
from workbench.project.intake import INTAKE, freeze
from workbench.project.operations import now
from workbench.project.saved import read_saved
from workbench.project.schema import FILE_NAME as DB_NAME
from workbench.project.stopping import Progress, told, unheard
from workbench.project.store import Store
from workbench.project.stored import RANK_STEP, StoredDocument
from workbench.project.structure import part_of
from workbench.text.sentences import chinese_sentences

if TYPE_CHECKING:
    from workbench.project.references import Reference

Reflow = Literal["auto", "never"]
Unit = Literal["paragraph", "sentence"]
Furniture = Literal["keep", "drop"]


def create_project(
    sources: Sequence[Path],
    folder: Path,
    name: str,
    *,
    unit: Unit = "paragraph",
    reflow: Reflow = "auto",
    furniture: Furniture = "keep",
    references: Sequence[Reference] = (),
) -> None:
    """Make a project folder from source files.

    Args:
        sources: the files, in order.
        folder: the folder to make; it must not exist, or be empty.
        name: shown in lists.
        unit: what a row is.
        reflow: whether hard line breaks are joined into paragraphs.
        furniture: whether running heads and page numbers are rows too; drop is kept in project.toml.
        references: documents that are searched with this project only; they are copied into it.

    Raises:
        WorkbenchError: a source or a reference cannot be read, or the folder cannot be made; nothing is
            left behind.
    """
    from workbench.documents.reading import read_document
    from workbench.project.references import copy_references, try_references

    if not sources:
        raise WorkbenchError("A project needs a source file; name at least one.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WorkbenchError(f"{folder} exists already and is not empty; choose another name with --name.")
    documents = [read_document(path, reflow=reflow, furniture=furniture) for path in sources]
    if not any(document.paragraphs for document in documents):
        raise WorkbenchError(f"{sources[0]} holds no text; there is nothing to translate.")
    with scratch_beside(folder) as scratch:
        config = ProjectConfig(
            title=_title(documents) or name,
            name=name,
            unit=unit,
            furniture=furniture,
            references=copy_references(scratch, references),
        )
        _fill(scratch, config, list(zip(sources, documents, strict=True)))
        if references:
            try_references(scratch, config)
        if folder.exists():
            folder.rmdir()
        scratch.chmod(0o755)
        scratch.rename(folder)


@contextlib.contextmanager
def scratch_beside(folder: Path) -> Iterator[Path]:
    """A folder to make another one in, that is gone afterwards whatever happens.

    Raises:
        WorkbenchError: `folder` cannot be made; the sentence names it and not the scratch.
    """
    scratch: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        yield scratch
    except OSError as error:
        raise WorkbenchError(f"{folder} cannot be made ({_why(error)}); choose another place.") from error
    except WorkbenchError as error:
        raise WorkbenchError(str(error).replace(str(scratch), str(folder))) from error
    finally:
        if scratch is not None:
            shutil.rmtree(scratch, ignore_errors=True)


def rebuild(folder: Path, progress: Progress = unheard) -> str:
    """Make project.db from project.tmx alone, or from source/ where there is none yet.

    Args:
        progress: told how many rows were read, of all.

    Returns:
        What was done, in a sentence.

    Raises:
        WorkbenchError: neither is there, or it cannot be read; nothing is changed.
    """
    config = read_config(folder)
    tmx = folder / TMX_NAME
    originals = _originals(folder)
    if not tmx.is_file() and not originals:
        raise WorkbenchError(f"{folder} holds neither {TMX_NAME} nor source/; there is nothing to open.")
    scratch = folder / f".{DB_NAME}.{os.getpid()}"
    try:
        store = Store(scratch, create=True)
        try:
            said = (
                _from_tmx(store, folder, config, progress)
                if tmx.is_file()
                else _from_sources(store, originals, config)
            )
            _settle(store)
        finally:
            store.close()
        for rest in _write_ahead(folder):  # of the database that is gone: it must not be played into this one
            rest.unlink(missing_ok=True)
        scratch.replace(folder / DB_NAME)
    except OSError as error:
        raise WorkbenchError(f"{folder / DB_NAME} cannot be made ({_why(error)}); free the disk.") from error
    finally:
        for leftover in folder.glob(f"{scratch.name}*"):
            leftover.unlink()
    return said


def _write_ahead(folder: Path) -> tuple[Path, ...]:
    return folder / f"{DB_NAME}-wal", folder / f"{DB_NAME}-shm"


def _settle(store: Store) -> None:
    """Everything in the one file, which can be moved then."""
    try:
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise WorkbenchError(f"{store.path} could not be written ({error}); free the disk.") from error


def _originals(folder: Path) -> list[Path]:
    """The files in source/. Raises WorkbenchError for a link that leads out of the project."""
    found = sorted(path for path in (folder / "source").glob("*") if path.is_file())
    for path in found:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise WorkbenchError(f"{path} leads out of the project folder; copy the file into source/.")
    return found


def _fill(folder: Path, config: ProjectConfig, read: Sequence[tuple[Path, Document]]) -> None:
    (folder / "source").mkdir()
    write_config(folder, config)
    store = Store(folder / DB_NAME, create=True)
    try:
        with store.transaction():
            identify(store)
            for number, (path, document) in enumerate(read, 1):
                copy = _free_name(folder / "source", path.name)
                shutil.copyfile(path, copy)
                _enter(store, number, document, copy, config.unit)
            freeze(store)
        _settle(store)
    finally:
        store.close()


def _enter(store: Store, number: int, document: Document, copy: Path, unit: str) -> None:
    digest = hashlib.sha256(copy.read_bytes()).hexdigest()
    stored = StoredDocument(number, document.name, f"source/{copy.name}", document.encoding, digest)
    store.add_document(stored, document.paragraphs)
    first = store.next_row_id()
    rank = int(store.connection.execute("SELECT coalesce(max(rank), 0) FROM rows").fetchone()[0])
    made = now()
    rows = (
        Segment(
            id=first + n,
            rank=rank + (n + 1) * RANK_STEP,
            document=number,
            kind=paragraph.kind,
            source=CodedText(text),
            pieces=(piece,),
            created_at=made,
        )
        for n, (paragraph, text, piece) in enumerate(_texts(document.paragraphs, number, unit))
    )
    store.insert(rows)


def _texts(
    paragraphs: Sequence[Paragraph], document: int, unit: str
) -> Iterator[tuple[Paragraph, str, Piece]]:
    for block, paragraph in enumerate(paragraphs, 1):
        whole = Piece(document, block, paragraph.runs)
        if unit != "sentence" or paragraph.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            yield paragraph, paragraph.text, whole
            continue
        for start, end in chinese_sentences(paragraph.text):
            yield paragraph, paragraph.text[start:end], part_of(whole, start, end)


def _from_tmx(store: Store, folder: Path, config: ProjectConfig, progress: Progress) -> str:
    saved = read_saved(folder / TMX_NAME, progress)
    with store.transaction():
        for document in saved.documents:
            store.add_document(document, _blocks(folder, document, _furniture(config)))
        store.insert(told(saved.segments, progress, len(saved.segments)))
        store.connection.execute("DELETE FROM sqlite_sequence WHERE name = 'rows'")
        store.connection.execute("INSERT INTO sqlite_sequence VALUES ('rows', ?)", (saved.next_id - 1,))
        store.set_meta("saved_sha", saved.sha256)
        identify(store, saved.project)
        if saved.intake:
            store.set_meta(INTAKE, saved.intake)
    backups.keep(folder, saved.data, saved.sha256)  # what the next merge compares with
    return f"project.db was missing and has been made again from {TMX_NAME}: {len(saved.segments)} rows."


def _from_sources(store: Store, originals: Sequence[Path], config: ProjectConfig) -> str:
    from workbench.documents.reading import read_document

    with store.transaction():
        identify(store)
        for number, path in enumerate(originals, 1):
            document = read_document(path, furniture=_furniture(config))
            _enter(store, number, document, path, config.unit)
        freeze(store)
    said = "project.db was missing and has been made again from source/: nothing is translated yet."
    kept = sorted((originals[0].parent.parent / "backups").glob("project-*.tmx"))
    return f"{said} The newest save is {kept[-1]}; copy it to {TMX_NAME} to go on from it." if kept else said


def _blocks(folder: Path, document: StoredDocument, furniture: Furniture) -> tuple[Paragraph, ...]:
    """Blocks of an original that is there and unchanged; none otherwise (rows keep their pieces)."""
    from workbench.documents.reading import read_document

    path = (folder / document.path).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        return ()
    if hashlib.sha256(path.read_bytes()).hexdigest() != document.sha256:
        return ()
    return read_document(path, furniture=furniture).paragraphs


def _furniture(config: ProjectConfig) -> Furniture:
    return "drop" if config.furniture == "drop" else "keep"


def _why(error: OSError) -> str:
    return error.strerror or str(error)


def _title(documents: Sequence[Document]) -> str:
    for document in documents:
        for paragraph in document.paragraphs:
            if paragraph.kind is Kind.TITLE:
                return paragraph.text
    return ""


def _free_name(folder: Path, name: str) -> Path:
    name = re.sub("[\ud800-\udfff]", "_", name)  # bytes of a name that is not UTF-8
    path, number = folder / name, 2
    while path.exists():
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return path


def is_project(folder: Path) -> bool:
    """Whether a folder looks like a project."""
    return (folder / CONFIG_NAME).is_file()
