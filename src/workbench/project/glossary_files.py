"""project: terms come out of a file into a glossary, shown before they are applied, and go into a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from workbench.glossary.applying import applied
from workbench.glossary.columns import HEADER
from workbench.glossary.diffs import Difference, compare
from workbench.glossary.importing import Told, entries_of
from workbench.glossary.lint import lint_text
from workbench.glossary.rows import Table, parse, read_text, value_problems
from workbench.glossary.table import cells_of, replace_file
from workbench.model.faults import WorkbenchError

_XML: Final = (".tbx", ".xml", ".mtf", ".tbxm")
_BOOKS: Final = (".xlsx", ".xlsm")
_PLACES: Final = 5
"""How many places of one remark are named."""


@dataclass(slots=True)
class GlossaryImport:
    """A file compared with a glossary; nothing is written before `apply`.

    Attributes:
        source: the file.
        target: the glossary, which need not exist yet.
        difference: what would change.
        named: columns of the file by name, with what a glossary calls them, where that differs.
        told: what was put right or left out, and where.
    """

    source: Path
    target: Path
    difference: Difference
    named: Mapping[str, str] = field(default_factory=dict)
    told: Told = field(default_factory=dict)
    _before: str = ""

    def text(self, *, delete_missing: bool = False) -> str:
        """The glossary as it would be."""
        return applied(_parsed(self._before), self.difference, delete_missing=delete_missing)

    def remarks(self) -> Iterator[str]:
        """What was told, one sentence a message, with its first places."""
        for message, places in {**self.told, **self.difference.told}.items():
            more = f" and {len(places) - _PLACES:,} more" if len(places) > _PLACES else ""
            yield f"{', '.join(places[:_PLACES])}{more}: {message}"

    def findings(self, *, delete_missing: bool = False) -> list[str]:
        """What lint would find in the glossary afterwards and does not find now."""
        known = {(one.column, one.message) for one in lint_text(self._before)} if self._before else set()
        after = lint_text(self.text(delete_missing=delete_missing))
        return [one.said(self.target) for one in after if (one.column, one.message) not in known]

    def apply(self, *, delete_missing: bool = False) -> None:
        """Write the glossary, whole or not at all.

        Raises:
            WorkbenchError: the glossary has changed since it was compared, would be unreadable, or cannot be
                written; it is as it was.
        """
        if _text_of(self.target) != self._before:
            raise WorkbenchError(f"{self.target} has changed in the meantime; import once more.")
        text = self.text(delete_missing=delete_missing)
        table = parse(text)
        for problem in (*table.problems, *value_problems(table.rows)):
            raise WorkbenchError(f"{problem.said(self.target)}; the file was not written.")
        replace_file(self.target, text)


def compare_file(
    source: Path, target: Path, *, form: str = "", mapping: Iterable[str] = ()
) -> GlossaryImport:
    """Read a file of terms and compare it with a glossary.

    Args:
        source: CSV, TSV, XLSX, TBX (v3 or v2), the XML of MultiTerm; told by its ending and first bytes.
        target: the glossary; an absent one is empty.
        form: csv, tsv, xlsx or tbx, where neither says it.
        mapping: `COL=NAME`: what a column of a table holds.

    Raises:
        WorkbenchError: one of them cannot be read, or the file has no terms that can be told.
    """
    before = _text_of(target)
    table = _parsed(before, target)
    texts = frozenset(cell for row in table.rows for cell in row.cells.values())
    told: Told = {}
    named: Mapping[str, str] = {}
    if (form or _form(source)) == "tbx":
        if tuple(mapping):
            raise WorkbenchError(f"{source}: --map is for tables; TBX names what it holds itself.")
        rows = _tbx_rows(source, told)
    else:
        from workbench.exchange.term_sheets import read_term_sheet
        from workbench.exchange.term_sheets_columns import checked_mapping

        columns = checked_mapping(mapping, HEADER)
        sheet = read_term_sheet(source, HEADER, form=form or _form(source), mapping=columns, texts=texts)
        told, named = sheet.told, sheet.named
        rows = [(row.place, dict(row.cells)) for row in sheet.rows]
    difference = compare(table.rows, entries_of(rows, texts, told))
    return GlossaryImport(source, target, difference, named, told, before)


def _text_of(target: Path) -> str:
    return read_text(target) if target.exists() else ""


def _parsed(text: str, name: Path | None = None) -> Table:
    """The rows of a glossary, which must be sound. Raises WorkbenchError for the first that is not."""
    if not text.strip():
        return Table()
    table = parse(text)
    for problem in (*table.problems, *value_problems(table.rows)):
        raise WorkbenchError(f"{problem.said(name or 'glossary')}; mend it before importing into the file.")
    return table


def _form(source: Path) -> str:
    """What a file is, by its ending, else by how it begins."""
    ending = source.suffix.lower()
    if ending in _XML:
        return "tbx"
    if ending in _BOOKS:
        return "xlsx"
    try:
        with source.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise WorkbenchError(f"{source}: cannot be read ({error.strerror or error}).") from error
    if head.startswith(b"PK"):
        return "xlsx"
    begun = head.lstrip(b"\xef\xbb\xbf\xfe\xff\0 \t\r\n")
    return "tbx" if begun.startswith(b"<") else "tsv" if ending == ".tsv" else "csv"


def _tbx_rows(source: Path, told: Told) -> list[tuple[str, dict[str, str]]]:
    """The concepts of a TBX file as rows; of another tool's only what it says, not what we would assume."""
    from workbench.exchange.tbx_reading import read_tbx

    terms = read_tbx(source)
    for what, count in sorted(terms.left.items(), key=lambda pair: (-pair[1], pair[0])):
        told[f"left out, as a glossary has no place for it: {what}"] = [f"{count:,} ×"]
    rows: list[tuple[str, dict[str, str]]] = []
    for concept in terms.concepts:
        for cells in cells_of([concept]):
            row = dict(zip(HEADER, cells, strict=True))
            if not terms.ours:
                row = _only_said(row, statuses=terms.statuses)
            rows.append((f"entry {concept.id}", row))
    return rows


def _only_said(row: Mapping[str, str], *, statuses: bool) -> dict[str, str]:
    assumed = {"concept", "attestation", *(() if statuses else ("status",))}
    kept = {column: cell for column, cell in row.items() if cell and column not in assumed}
    if kept.get("kind") == "term":
        del kept["kind"]
    return kept
