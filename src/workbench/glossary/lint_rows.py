"""glossary: what is wrong in a single row of a glossary file, though it can be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from workbench.glossary.columns import split_article
from workbench.glossary.contexts import parse
from workbench.glossary.rows import Problem, Row
from workbench.model.terms import Attestation, Status
from workbench.text.characters import is_hanzi

_BLANKS = re.compile(r"\s{2,}")


def row_problems(row: Row) -> Iterable[Problem]:
    """Findings of one row: the English, the status and its grounds, the dates, the pinyin, the context."""
    yield from _english(row)
    yield from _grounds(row)
    yield from _dates(row)
    yield from _pinyin(row)
    yield from _context(row)


def _context(row: Row) -> Iterable[Problem]:
    try:
        parse(row.cell("context"))
    except ValueError as error:
        yield Problem(row.line, "context", str(error))


def _english(row: Row) -> Iterable[Problem]:
    en = row.cell("en")
    article, rest = split_article(en)
    if article:
        yield Problem(row.line, "en", f"begins with `{article}`, which has its own column; write `{rest}`")
    if any(is_hanzi(character) for character in en):
        yield Problem(row.line, "en", "has Chinese characters in the English")
    for column, cell in row.cells.items():
        if _BLANKS.search(cell):
            yield Problem(row.line, column, "has several blanks in a row")


def _grounds(row: Row) -> Iterable[Problem]:
    if row.cell("status") in (Status.DEPRECATED, Status.SUPERSEDED) and not row.cell("note"):
        yield Problem(row.line, "note", f"a {row.cell('status')} rendering gives its reason here")
    if row.cell("attestation") == Attestation.OFFICIAL and not row.cell("authority"):
        yield Problem(
            row.line, "authority", "`official` wants the body that publishes it so; else write `established`"
        )


def _dates(row: Row) -> Iterable[Problem]:
    first, last = row.cell("year_from"), row.cell("year_to")
    if first.isdigit() and last.isdigit() and int(first) > int(last):
        yield Problem(row.line, "year_to", f"ends in {last}, before it begins in {first}")
    checked = row.cell("checked_on")
    if checked and not _is_day(checked):
        yield Problem(row.line, "checked_on", f"`{checked}` is no day; write it as 2024-02-29")


def _is_day(cell: str) -> bool:
    try:
        return date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


def _pinyin(row: Row) -> Iterable[Problem]:
    if not row.cell("pinyin") or not row.cell("zh"):
        return
    hanzi = sum(is_hanzi(character) for character in row.cell("zh"))
    count = len(syllables(row.cell("pinyin"), row.cell("zh")))
    if count != hanzi:
        yield Problem(row.line, "pinyin", f"{count} syllables for {hanzi} hanzi; write one a hanzi, apart")


def syllables(pinyin: str, zh: str = "") -> list[str]:
    """The syllables of a reading written apart; marks, digits and Latin words that stand in `zh` are none."""
    return [word for word in pinyin.split() if word not in zh and _is_latin(word)]


def _is_latin(word: str) -> bool:
    bare = "".join(
        mark for mark in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(mark)
    )
    return bare.isascii() and bare.isalpha()
