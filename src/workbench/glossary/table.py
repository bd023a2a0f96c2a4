"""glossary: a glossary file becomes concepts, and concepts become a glossary file again."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from workbench.glossary.columns import HEADER, LIST_SEPARATOR, listed, one_line
from workbench.glossary.rows import Problem, Row, each_row, read_text, value_problems
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Attestation, Concept, Rendering, Status, TermKind

_STATUS = {str(status): status for status in Status}
_ATTESTATION = {str(attestation): attestation for attestation in Attestation}


@dataclass(frozen=True, slots=True)
class Termbase:
    """The concepts of one glossary file, in the order of their first rows."""

    concepts: tuple[Concept, ...]
    path: Path
    name: str


def read_glossary(path: Path) -> Termbase:
    """Read a glossary file.

    Rows of one concept need not stand together; what is said of the concept comes from its first row.
    `lint` is stricter.

    Raises:
        WorkbenchError: the file cannot be read, or a row is ragged, has an empty side or an unknown value;
            the sentence names file and line.
    """
    name = path.stem
    return Termbase(tuple(concepts_of(_sound_rows(path), name)), path, name)


def _sound_rows(path: Path) -> Iterator[Row]:
    """The rows of a file one by one. Raises WorkbenchError at the first that cannot be read."""
    seen: set[str] = set()
    for found in each_row(read_text(path)):
        problem = found if isinstance(found, Problem) else next(value_problems([found], seen), None)
        if problem is not None:
            raise WorkbenchError(problem.said(path))
        assert isinstance(found, Row)
        yield found


def concepts_of(rows: Iterable[Row], glossary: str) -> list[Concept]:
    """Gather rows into concepts; `glossary` is the name each concept carries."""
    concepts: dict[str, Concept] = {}
    later: dict[str, list[Rendering]] = {}  # of concepts whose rows do not all stand together
    # No more of the rows is kept at a time than those of one concept: a glossary has tens of thousands.
    for name, together in groupby(rows, key=lambda row: row.concept):
        if name in concepts:
            later.setdefault(name, []).extend(map(_rendering, together))
        else:
            own = list(together)
            concepts[name] = _concept(name, own[0], list(map(_rendering, own)), glossary)
    for name, renderings in later.items():
        known = concepts[name]
        concepts[name] = replace(known, renderings=(*known.renderings, *renderings))
    return list(concepts.values())


def _concept(name: str, first: Row, renderings: Sequence[Rendering], glossary: str) -> Concept:
    return Concept(
        id=name,
        zh=first.cell("zh"),
        renderings=tuple(renderings),
        zh_variants=listed(first.cell("zh_variants")),
        pinyin=first.cell("pinyin"),
        kind=TermKind(first.cell("kind") or TermKind.TERM),
        domain=first.cell("domain"),
        members=listed(first.cell("members")),
        abbreviation_of=first.cell("abbreviation_of"),
        first_mention=first.cell("first_mention"),
        context=first.cell("context"),
        risk=first.cell("risk"),
        glossary=glossary,
    )


def _rendering(row: Row) -> Rendering:
    cell = row.cells.get
    return Rendering(
        en=cell("en", ""),
        article=cell("article", ""),
        short_form=cell("short_form", ""),
        status=_STATUS[cell("status", "") or Status.PREFERRED],
        attestation=_ATTESTATION[cell("attestation", "") or Attestation.ESTABLISHED],
        register=cell("register", ""),
        authority=cell("authority", ""),
        year_from=_year(cell("year_from", "")),
        year_to=_year(cell("year_to", "")),
        source_url=cell("source_url", ""),
        checked_on=cell("checked_on", ""),
        pos=cell("pos", ""),
        valency=cell("valency", ""),
        note=cell("note", ""),
    )


def _year(cell: str) -> int | None:
    return int(cell) if cell else None


def cells_of(concepts: Iterable[Concept]) -> list[tuple[str, ...]]:
    """Concepts as rows of cells in the order of `HEADER`, one a rendering.

    The first row of a concept says what is said of it; later rows repeat its id and Chinese alone.
    """
    rows = (row for concept in concepts for row in _rows(concept))
    return [tuple(one_line(row.get(column, "")) for column in HEADER) for row in rows]


def _rows(concept: Concept) -> Iterable[Mapping[str, str]]:
    shared = {
        "zh_variants": LIST_SEPARATOR.join(concept.zh_variants),
        "pinyin": concept.pinyin,
        "kind": str(concept.kind),
        "domain": concept.domain,
        "members": LIST_SEPARATOR.join(concept.members),
        "abbreviation_of": concept.abbreviation_of,
        "first_mention": concept.first_mention,
        "context": concept.context,
        "risk": concept.risk,
    }
    for place, rendering in enumerate(concept.renderings):
        yield {
            "concept": concept.id,
            "zh": concept.zh,
            **(shared if place == 0 else {}),
            "en": rendering.en,
            "article": rendering.article,
            "short_form": rendering.short_form,
            "status": str(rendering.status),
            "attestation": str(rendering.attestation),
            "register": rendering.register,
            "authority": rendering.authority,
            "year_from": "" if rendering.year_from is None else str(rendering.year_from),
            "year_to": "" if rendering.year_to is None else str(rendering.year_to),
            "source_url": rendering.source_url,
            "checked_on": rendering.checked_on,
            "pos": rendering.pos,
            "valency": rendering.valency,
            "note": rendering.note,
        }


def as_tsv(concepts: Iterable[Concept]) -> str:
    """Concepts as the text of a glossary file, header first; `read_glossary` gives the same concepts back."""
    return "".join("\t".join(cells) + "\n" for cells in (HEADER, *cells_of(concepts)))


def write_glossary(path: Path, concepts: Iterable[Concept]) -> None:
    """Write a glossary file, whole or not at all.

    Raises:
        WorkbenchError: the folder or the file cannot be written; the old file is untouched.
    """
    replace_file(path, as_tsv(concepts))


def replace_file(path: Path, text: str) -> None:
    """Put `text` in place of a file's content in one step, making its folder where there is none.

    A symbolic link keeps pointing to its file, and the file keeps its permissions.

    Raises:
        WorkbenchError: it cannot be written; the old file is untouched.
    """
    target = path.resolve()
    beside: str | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        Path(beside).replace(target)
    except OSError as error:
        if beside is not None:
            with suppress(FileNotFoundError):
                Path(beside).unlink()
        raise WorkbenchError(f"{path}: cannot be written ({error.strerror or error}).") from error
