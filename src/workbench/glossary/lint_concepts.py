"""glossary: what is wrong between the renderings of one concept, or in what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.glossary.columns import listed
from workbench.glossary.rows import Problem, Row
from workbench.model.terms import Status, TermKind
from workbench.text.characters import is_hanzi

_COUNTED = re.compile(r"[“‘「『《]*(十[一二三四五六七八九]?|[两二三四五六七八九])(?=[个大项条套种类点方严])")
_PAIR = re.compile(r"[“‘「『《]*([两二三四五六七八九])[^\W\d]([两二三四五六七八九])[^\W\d][”’」』》]*")
_DIGITS = {"两": 2, **{digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}}


def concept_problems(rows: Sequence[Row], concepts: frozenset[str]) -> Iterable[Problem]:
    """Findings of the rows of one concept; `concepts` are the ids of the whole file."""
    yield from _repeated(rows)
    yield from _preferred(rows)
    yield from _members(rows[0], concepts)
    wanted = rows[0].cell("abbreviation_of")
    if wanted and (wanted not in concepts or wanted == rows[0].concept):
        yield Problem(rows[0].line, "abbreviation_of", f"`{wanted}` is no other concept of this file")


def _repeated(rows: Sequence[Row]) -> Iterable[Problem]:
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = (row.cell("en").casefold(), row.cell("register"), row.cell("year_from"), row.cell("year_to"))
        first = seen.setdefault(key, row)
        if first is not row:
            yield Problem(row.line, "en", f"`{row.cell('en')}` already stands on line {first.line}")


def _preferred(rows: Sequence[Row]) -> Iterable[Problem]:
    """One rendering is preferred; two only where register or years say which of them when."""
    preferred = [row for row in rows if row.cell("status") in ("", Status.PREFERRED)]
    if not preferred:
        yield Problem(rows[0].line, "status", f"`{rows[0].concept}` has no preferred rendering")
    seen: dict[tuple[str, ...], Row] = {}
    for row in preferred:
        first = seen.setdefault(
            tuple(row.cell(column) for column in ("register", "year_from", "year_to")), row
        )
        if first is not row and first.cell("en").casefold() != row.cell("en").casefold():
            yield Problem(
                row.line,
                "status",
                f"preferred like line {first.line}; admit one, or tell them apart by register or year",
            )


def _members(first: Row, concepts: frozenset[str]) -> Iterable[Problem]:
    """A numbered formula has as many members as its name says: 四个X has four; and each can be found."""
    members = listed(first.cell("members"))
    wanted = counted(first.cell("zh")) if first.cell("kind") == TermKind.FORMULA else None
    if wanted is not None and len(members) != wanted:
        yield Problem(
            first.line, "members", f"{first.cell('zh')} has {wanted} members, {len(members)} are named"
        )
    if len(set(members)) != len(members):
        yield Problem(first.line, "members", "names a member twice")
    for member in members:
        if member in (first.concept, first.cell("zh")):
            yield Problem(first.line, "members", f"`{member}` is the formula itself; name what it is made of")
        elif member not in concepts and not any(map(is_hanzi, member)):
            yield Problem(
                first.line, "members", f"`{member}` is no concept of this file; write the member in Chinese"
            )


def counted(zh: str) -> int | None:
    """The number a formula's name begins with (两个确立: 2; 三严三实: 6); None where it begins with none."""
    if both := _PAIR.fullmatch(zh):
        return _DIGITS[both[1]] + _DIGITS[both[2]]
    found = _COUNTED.match(zh)
    if not found:
        return None
    number = found.group(1)
    if number.startswith("十"):
        return 10 + _DIGITS.get(number[1:], 0)
    return _DIGITS[number]
