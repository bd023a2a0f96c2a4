"""glossary: a new rendering goes into a glossary file, beside its concept where it has one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from workbench.glossary.columns import HEADER, one_line, split_article
from workbench.glossary.rows import Row, Table, parse, read_text, value_problems
from workbench.glossary.table import concepts_of, replace_file
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Attestation, Concept, Status, TermKind

_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 60
_UNSAID = {
    "status": str(Status.PREFERRED),
    "attestation": str(Attestation.PROPOSED),
    "kind": str(TermKind.TERM),
}
"""What a new row need not say in a file that has no such column."""


def append_rendering(
    path: Path,
    zh: str,
    en: str,
    *,
    article: str = "",
    status: Status | None = None,
    kind: TermKind = TermKind.TERM,
    domain: str = "",
    pinyin: str = "",
    note: str = "",
) -> Concept:
    """Add one rendering to a glossary file, which is made where there is none.

    The row goes below the rows the Chinese already has there, else to the end; other rows stay as they are.
    An article at the front of `en` goes to its own column.

    Args:
        path: the glossary file.
        zh: the Chinese headword.
        en: the English.
        article: the, a or an; empty: what stands at the front of `en`.
        status: None: preferred for the first usable rendering of the Chinese, else admitted.
        kind: what the concept is; this and the next two only count for a Chinese that is new there.
        domain: its field.
        pinyin: its reading, syllables apart.
        note: usage, or the reason to avoid a deprecated rendering.

    Returns:
        The concept as the file now has it.

    Raises:
        WorkbenchError: a side is empty, the rendering is already there, the article is none, or the file
            cannot be read or written; the file is unchanged.
    """
    zh, en = one_line(zh), one_line(en)
    front, rest = split_article(en)
    article, en = (article or front), (rest if front else en)
    table = sound_table(path)
    rows = [row for row in table.rows if row.concept in _concepts_with(table.rows, zh)]
    for row in rows:
        if row.cell("en") == en:
            raise WorkbenchError(f"{path}:{row.line}: {zh} already has the rendering “{en}” there.")
    cells = {
        "concept": rows[0].concept if rows else free_slug(en or zh, {row.concept for row in table.rows}),
        "zh": rows[0].cell("zh") if rows else zh,
        "en": en,
        "article": article,
        "status": str(status or _status(rows)),
        "attestation": str(Attestation.PROPOSED),
        "note": one_line(note),
    }
    if not rows:
        cells |= {"kind": str(kind), "domain": one_line(domain), "pinyin": one_line(pinyin)}
    new = Row(rows[-1].line + 1 if rows else 0, cells)
    for problem in value_problems([*rows, new]):
        raise WorkbenchError(f"{path}: {problem.column}: {problem.message}.")
    _insert(path, table, new)
    return concepts_of([*rows, new], path.stem)[0]


def sound_table(path: Path) -> Table:
    """The rows of a glossary file; an absent or empty file is a table without rows.

    Raises:
        WorkbenchError: it cannot be read, or has a fault, which is to be mended before it is added to.
    """
    text = read_text(path) if path.exists() else ""
    if not text.strip():
        return Table(columns=HEADER)
    table = parse(text)
    for problem in (*table.problems, *value_problems(table.rows)):
        raise WorkbenchError(f"{problem.said(path)}; mend it before adding to the file.")
    return table


def _concepts_with(rows: Iterable[Row], zh: str) -> set[str]:
    """The concept that has this Chinese as its headword (the first, where homographs share it)."""
    for row in rows:
        if row.cell("zh") == zh:
            return {row.concept}
    return set()


def _status(rows: Sequence[Row]) -> Status:
    taken = any(row.cell("status") in ("", Status.PREFERRED) for row in rows)
    return Status.ADMITTED if taken else Status.PREFERRED


def free_slug(words: str, taken: Collection[str], otherwise: str = "") -> str:
    """A readable id that is not taken.

    Args:
        words: English to make it of.
        taken: ids there are.
        otherwise: what it is made of where the English has no letter of ASCII; by default `words` as it is.
    """
    slug = _NOT_IN_A_SLUG.sub("-", words.lower()).strip("-")[:_LONGEST_SLUG].rstrip("-") or otherwise or words
    number, free = 2, slug
    while free in taken:
        number, free = number + 1, f"{slug}-{number}"
    return free


def _insert(path: Path, table: Table, new: Row) -> None:
    """Write the file with the row in its place, and with columns it lacked where the row needs them."""
    needed = {column for column, value in new.cells.items() if value != _UNSAID.get(column, "")} - {"concept"}
    columns = table.columns if needed <= set(table.columns) else HEADER
    rows = list(table.rows)
    place = next((at for at, row in enumerate(rows, 1) if row.line == new.line - 1), len(rows))
    rows.insert(place, new)
    if columns == table.columns and new.line == 0 and path.exists() and table.rows:
        text = read_text(path)
        lines = text if text.endswith("\n") else text + "\n"
        replace_file(path, lines + line_of(columns, new))
        return
    replace_file(path, "\t".join(columns) + "\n" + "".join(line_of(columns, row) for row in rows))


def line_of(columns: Sequence[str], row: Row) -> str:
    """A row as the line of a file with these columns."""
    cells = (row.concept if column == "concept" else row.cell(column) for column in columns)
    return "\t".join(cells) + "\n"
