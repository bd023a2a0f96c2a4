"""project: reference documents, which are searched with one project only: Chinese, English, or a pair.

Copies lie in references/ of the project folder, and project.toml names them. What is searched is
references.tm beside it, a memory that nobody writes to by hand: it is made from the copies whenever they are
others than those it was made from, and can be thrown away.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.memory_units import MemoryUnit
from workbench.model.segments import OriginKind
from workbench.project.config import FILE_NAME as CONFIG_NAME
from workbench.project.config import ProjectConfig, inside
from workbench.project.row_units import LEAST_CONFIDENCE

if TYPE_CHECKING:
    from workbench.memory.memory import Memory
    from workbench.project.aligning import Aligned
    from workbench.project.aligning_texts import Text

FOLDER, MEMORY, NAME = "references", "references.tm", "references"
TEXTS = (".txt", ".md", ".markdown")
_PAIR = "="
_MADE_OF = "made-of"
"""Under this name, in the place of a project's newest operation, stands what references.tm was made of."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference document: one file, or a Chinese one and its English."""

    file: Path
    english: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """Its files."""
        return (self.file,) if self.english is None else (self.file, self.english)


def named_reference(text: str) -> Reference:
    """What a person names: FILE, or ZH=EN for a pair.

    Raises:
        WorkbenchError: a file is not there, or is none that can be read.
    """
    whole = Path(text)
    first, _, second = text.partition(_PAIR)
    pair = Reference(Path(first), Path(second)) if second and not whole.is_file() else None
    reference = pair or Reference(whole)
    for path in reference.files:
        _check(path, alone=pair is None)
    return reference


def copy_references(folder: Path, references: Sequence[Reference]) -> tuple[str, ...]:
    """Copy the files into the project folder; how project.toml names them.

    Raises:
        WorkbenchError: two of them have one name.
    """
    into = folder / FOLDER
    entries: list[str] = []
    taken: dict[str, Path] = {}
    for reference in references:
        for path in reference.files:
            if taken.setdefault(path.name, path.resolve()) != path.resolve():
                raise WorkbenchError(f"Two reference documents are called {path.name}; rename one of them.")
            if _PAIR in path.name:
                raise WorkbenchError(f"{path.name}: the name of a reference can have no {_PAIR}; rename it.")
            into.mkdir(exist_ok=True)
            shutil.copyfile(path, into / path.name)
        entries.append(_PAIR.join(path.name for path in reference.files))
    return tuple(entries)


def open_references(folder: Path, config: ProjectConfig) -> Memory | None:
    """The memory of the reference documents, made now where it is missing or old; None where there are none.

    Pairs are aligned, which takes seconds for a long one.

    Raises:
        WorkbenchError: a document is missing or cannot be read, or the memory cannot be made.
    """
    from platformdirs import user_cache_path

    from workbench.memory.memory import Memory

    references = [_entered(folder, entry) for entry in config.references]
    if not references:
        return None
    path = folder / MEMORY
    place = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    indexes = user_cache_path("workbench", appauthor=False) / "reference-index" / place
    digest = _digest(references)
    if not _is_made_of(path, digest):
        _make(path, references, digest)
        shutil.rmtree(indexes, ignore_errors=True)
    return Memory.open(path, index_folder=indexes, name=NAME)


def try_references(folder: Path, config: ProjectConfig) -> None:
    """Make what is searched, so that a document of no use is said now; raises as `open_references`."""
    memory = open_references(folder, config)
    if memory is not None:
        memory.close()


def _check(path: Path, *, alone: bool) -> None:
    from workbench.project.memory_files import ENDINGS

    if not path.is_file():
        raise WorkbenchError(f"{path} does not exist; name a file, or a pair as CHINESE{_PAIR}ENGLISH.")
    readable = (*TEXTS, *(ending for ending in ENDINGS if alone))
    if path.suffix.lower() not in readable:
        raise WorkbenchError(f"{path} is no reference that can be read; these end in {', '.join(readable)}.")


def _entered(folder: Path, entry: str) -> Reference:
    """The reference of an entry of project.toml. Raises WorkbenchError where its file is not there."""
    first, _, second = entry.partition(_PAIR)
    paths = [inside(folder, f"{FOLDER}/{name}") for name in (first, second) if name]
    for path in paths:
        if not path.is_file():
            raise WorkbenchError(
                f"{path} is missing; put it there, or take it out of references in {CONFIG_NAME}."
            )
    return Reference(*paths)


def _digest(references: Sequence[Reference]) -> int:
    """A number for what the documents hold, above 0."""
    whole = hashlib.sha256(b"1")
    for reference in references:
        for path in reference.files:
            whole.update(f"\0{path.name}\0{path.stat().st_size}\0".encode("utf-8", "surrogateescape"))
            whole.update(path.read_bytes())
        whole.update(b"\n")
    return int.from_bytes(whole.digest()[:7], "big") + 1


def _is_made_of(path: Path, digest: int) -> bool:
    from workbench.memory.memory import Memory

    if not path.is_file():
        return False
    try:
        memory = Memory.open(path)
    except WorkbenchError:  # damaged, or of another version: it is made anew
        return False
    try:
        return memory.remembered(_MADE_OF) == digest
    finally:
        memory.close()


def _make(path: Path, references: Sequence[Reference], digest: int) -> None:
    """Make the memory beside its place and move it there, so that it is never half."""
    from workbench.memory.memory import Memory

    with tempfile.TemporaryDirectory(prefix=".references-", dir=path.parent) as scratch:
        made = Path(scratch) / MEMORY
        memory = Memory.open(made, create=True, index_folder=Path(scratch) / "index")
        try:
            for reference in references:
                _fill(memory, reference)
            memory.remember(_MADE_OF, {}, digest)
        finally:
            memory.close()
        for rest in (path.with_name(f"{MEMORY}-wal"), path.with_name(f"{MEMORY}-shm")):
            with contextlib.suppress(FileNotFoundError):
                rest.unlink()
        made.replace(path)


def _fill(memory: Memory, reference: Reference) -> None:
    from workbench.memory.memory import Duplicates

    if reference.english is None and reference.file.suffix.lower() not in TEXTS:
        from workbench.project.memory_files import import_file

        imported = import_file(memory, reference.file, duplicates=Duplicates.KEEP_ALL)
        if not imported.read:
            raise WorkbenchError(f"{reference.file} holds no Chinese with its English; take it out.")
        return
    units = _one_text(reference.file) if reference.english is None else _pair(reference)
    memory.add_many(units, duplicates=Duplicates.KEEP_ALL)


def _one_text(path: Path) -> Iterator[MemoryUnit]:
    """The sentences of a text in one language, whichever it is."""
    from workbench.project.aligning_texts import CHINESE, ENGLISH, TextFile, read_text
    from workbench.project.counts import english_words, hanzi

    file = TextFile(path.name, path.read_bytes(), path)
    text = read_text(file, CHINESE, "sentence", "auto")
    whole = "".join(part.text for part in text.parts)
    if hanzi(whole) > english_words(whole):
        texts = [part.text for part in text.parts]
        for (before, source), (_, after) in pairwise(pairwise(["", *texts, ""])):
            yield MemoryUnit(CodedText(source), CodedText(), place=path.name, before=before, after=after)
        return
    for part in read_text(file, ENGLISH, "sentence", "auto").parts:
        yield MemoryUnit(CodedText(), CodedText(part.text), place=path.name)


def _pair(reference: Reference) -> Iterator[MemoryUnit]:
    from workbench.project.aligning import Task, align_texts
    from workbench.project.aligning_texts import TextFile

    assert reference.english is not None
    zh, en = (TextFile(path.name, path.read_bytes(), path) for path in reference.files)
    aligned = align_texts(Task(zh, en))
    yield from _units_of(aligned, f"{zh.name} = {en.name}")


def _units_of(aligned: Aligned, place: str) -> Iterator[MemoryUnit]:
    """The pairs, with their confidence; what has no partner, or a doubtful one, stands alone."""
    for pair in aligned.pairs:
        source, target = aligned.source.joined(pair.source), aligned.target.joined(pair.target)
        first, last = (pair.source[0], pair.source[-1]) if pair.source else (0, -1)
        unit = MemoryUnit(
            CodedText(source),
            CodedText(target),
            origin=OriginKind.ALIGNED if source and target else OriginKind.NONE,
            confidence=pair.confidence,
            place=place,
            before=_part(aligned.source, first - 1) if pair.source else None,
            after=_part(aligned.source, last + 1) if pair.source else None,
        )
        if not (source and target) or pair.confidence >= LEAST_CONFIDENCE:
            yield unit
            continue
        yield MemoryUnit(CodedText(source), CodedText(), place=place, before=unit.before, after=unit.after)
        yield MemoryUnit(CodedText(), CodedText(target), place=place)


def _part(text: Text, number: int) -> str:
    """A sentence by its number; empty beyond the edge."""
    return text.parts[number].text if 0 <= number < len(text.parts) else ""
