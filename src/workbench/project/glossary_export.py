"""project: terms go into a file for other tools, with a word about what its form cannot hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal

from workbench.exchange.tables import guarded, write_csv, write_tsv
from workbench.glossary.columns import CLOSED_VALUES, HEADER
from workbench.glossary.table import cells_of
from workbench.model.terms import Concept

TermForm = Literal["tsv", "csv", "xlsx", "tbx"]
FORMS: Final[tuple[TermForm, ...]] = ("tsv", "csv", "xlsx", "tbx")


@dataclass(frozen=True, slots=True)
class TermExport:
    """A file of terms.

    Attributes:
        body: what it holds: text, of a workbook bytes.
        told: what the form cannot hold, or holds in another way; one sentence each.
    """

    body: str | bytes
    told: tuple[str, ...]


def export_terms(
    concepts: Sequence[Concept],
    form: TermForm,
    *,
    style: Literal["dca", "dct"] = "dca",
    title: str = "Workbench glossary",
    source: str = "",
) -> TermExport:
    """Concepts as a file.

    Args:
        concepts: in the order they are to have.
        form: tsv is a glossary file; csv and xlsx are for spreadsheets, tbx for terminology tools.
        style: of TBX: categories as attributes (dca) or as tags (dct).
        title: of TBX: the name of the termbase.
        source: of TBX: where it comes from and under which licence.

    Raises:
        WorkbenchError: the form cannot hold a cell, or an empty termbase.
    """
    if form == "tbx":
        from workbench.exchange.tbx import write_tbx

        told = (*_of_tbx(concepts), *_of_all(concepts))
        return TermExport(write_tbx(concepts, title=title, source=source, style=style), told)
    rows = cells_of(concepts)
    told = (*_of_cells(rows, form), *_of_all(concepts))
    if form == "tsv":
        return TermExport(write_tsv(HEADER, rows), told)
    if form == "csv":
        # Excel reads UTF-8 in a CSV only behind a byte order mark.
        return TermExport("\ufeff" + write_csv(HEADER, rows), told)
    return TermExport(_workbook(rows), told)


def _workbook(rows: Sequence[Sequence[str]]) -> bytes:
    from workbench.exchange.sheets_writing import write_workbook

    file = BytesIO()
    write_workbook(file, HEADER, rows, tab="terms", choices=CLOSED_VALUES)
    return file.getvalue()


def _of_tbx(concepts: Sequence[Concept]) -> Iterator[str]:
    from workbench.exchange.tbx import in_notes, not_in_xml

    counted = in_notes(concepts)
    if counted:
        names = ", ".join(f"{name} ({count:,})" for name, count in counted.most_common())
        yield f"TBX-Basic has no place for these; they stand in notes and are read from there again: {names}."
    if spoilt := not_in_xml(concepts):
        yield f"XML cannot hold a control character; a � stands for it in {_some(spoilt)}."


def _of_cells(rows: Sequence[Sequence[str]], form: TermForm) -> Iterator[str]:
    calculated = Counter(cell for row in rows for cell in row if guarded(cell) != cell)
    if calculated and form == "tsv":
        yield (
            "A spreadsheet would calculate cells that begin with = + - or @; open csv or xlsx in one, not"
            f" tsv: {_some([f'“{cell}”' for cell in calculated])}."
        )
    elif calculated and form == "csv":
        yield (
            "An apostrophe stands before cells that a spreadsheet would calculate, and goes when they are"
            f" imported: {_some([f'“{cell}”' for cell in calculated])}."
        )


def _of_all(concepts: Sequence[Concept]) -> Iterator[str]:
    """What no form holds: which glossary a concept is of, and that two of them have one id."""
    glossaries = list(dict.fromkeys(one.glossary for one in concepts))
    if len(glossaries) > 1:
        yield f"The file does not say which glossary a concept is of ({', '.join(glossaries)})."
    shared = [name for name, count in Counter(one.id for one in concepts).items() if count > 1]
    if shared:
        yield (
            f"{_some(shared)}: several concepts have this id; read again, they are one. Export the glossaries"
            " one by one to keep them apart."
        )


def _some(items: Sequence[str], most: int = 5) -> str:
    more = f" and {len(items) - most:,} more" if len(items) > most else ""
    return ", ".join(items[:most]) + more
