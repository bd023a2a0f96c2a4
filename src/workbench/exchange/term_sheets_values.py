"""exchange: the cells of a row of terms in the words of a glossary: statuses, years, days, renderings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from workbench.exchange.term_sheets_columns import DEFINITION, EXAMPLE, FORBIDDEN
from workbench.exchange.term_words import meant

_YES: Final = frozenset({"true", "yes", "y", "1", "x", "✓", "√", "是", "禁用"})
_YEAR: Final = re.compile(r"([12]\d{3})(?:\.0|年)?")
_DAY: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?")
Tell = Callable[[str], None]


def filled(cells: Mapping[str, str], known: Sequence[str], tell: Tell) -> Iterator[dict[str, str]]:
    """A row as the rows of a glossary: one a rendering, none where a side is missing.

    Args:
        cells: by the columns of the file; several texts in a cell are parted by line feeds.
        known: the columns of a glossary.
        tell: is told what was put right or left out.
    """
    if not cells.get("zh") and not cells.get("concept"):
        if any(cells.values()):
            tell("no Chinese; left out")
        return
    if not cells.get("en"):
        tell("no English; left out")
        return
    row = {name: " ".join(text.split()) for name, text in cells.items() if name in known}
    row["zh_variants"] = "|".join(filter(None, cells.get("zh_variants", "").split("\n")))
    if "note" in cells or DEFINITION in cells or EXAMPLE in cells:
        row["note"] = _note(cells)
    if not _in_words_of_a_glossary(row, cells, tell):
        return
    for number, text in enumerate(cells["en"].split("\n")):
        yield {**row, "en": text, **({} if number == 0 else _further(row, cells))}


def _further(row: Mapping[str, str], cells: Mapping[str, str]) -> dict[str, str]:
    """What differs for a second rendering in a row: it is no preferred one beside the first."""
    status = row.get("status", "")
    return {"status": "admitted" if status in ("", "preferred") else status} if cells else {}


def _note(cells: Mapping[str, str]) -> str:
    parts = [cells.get("note", "").replace("\n", "; ")]
    for name in (DEFINITION, EXAMPLE):
        parts.extend(f"{name}: {text}" for text in cells.get(name, "").split("\n") if text)
    return "; ".join(filter(None, parts))


def _in_words_of_a_glossary(row: dict[str, str], cells: Mapping[str, str], tell: Tell) -> bool:
    """Put closed values, years and days into their forms; False where the row must not be taken."""
    for column in ("status", "attestation", "kind"):
        word = row.get(column, "")
        value = meant(column, word)
        if word and value is None and column == "status":
            tell(f"the status “{word}” is not known (write preferred, admitted, deprecated …); row left out")
            return False
        if word and value is None:
            tell(f"the {column} “{word}” is not known; the cell was left out")
        row |= {column: value or ""} if column in row else {}
    if cells.get(FORBIDDEN, "").casefold() in _YES:
        row["status"] = "deprecated"
    if row.get("article", "").casefold() not in ("", "the", "a", "an"):
        tell(f"“{row['article']}” is no article; the cell was left out")
        row["article"] = ""
    row |= {"article": row["article"].casefold()} if "article" in row else {}
    for column in ("year_from", "year_to"):
        _put_year(row, column, tell)
    if found := _DAY.fullmatch(row.get("checked_on", "")):
        row["checked_on"] = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return True


def _put_year(row: dict[str, str], column: str, tell: Tell) -> None:
    cell = row.get(column, "")
    found = _YEAR.fullmatch(cell)
    if cell and not found:
        tell(f"“{cell}” is no year; the cell was left out")
    row |= {column: found[1] if found else ""} if column in row else {}
