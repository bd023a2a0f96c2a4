"""project: what may stand behind the colon of a condition, checked and in its one form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind, OriginKind, State
from workbench.project.row_filter import AVOIDED, Condition, Field

ANY = "any"
NO_MATCH = "none"
TYPED_BY_NOBODY = "none"
LAST_SAVE, TODAY = "save", "today"
BOOKMARKED, LOCKED, EDITED, DOUBTFUL = "bookmarked", "locked", "edited", "doubtful"
FIRST, FURTHER = "first", "further"
OPEN, ANSWERED, CLOSED = "open", "answered", "closed"

WORDS: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.STATE: tuple(State),
    Field.KIND: tuple(Kind),
    Field.IS: (BOOKMARKED, LOCKED, EDITED, DOUBTFUL),
    Field.ORIGIN: (TYPED_BY_NOBODY, *(kind.value for kind in OriginKind if kind.value)),
    Field.REPETITION: (FIRST, FURTHER),
    Field.QUERY: (OPEN, ANSWERED, CLOSED, ANY),
}
"""The words that a field takes, in the order in which they are written."""

TEXTS: Final = frozenset({Field.TEXT, Field.SOURCE, Field.TARGET, Field.NOTE})
"""Fields that take a text to look for, or a pattern."""

_NUMBERS: Final = {
    Field.MATCH: "a match is a score such as 100, 85-99, >=75, <75, or none",
    Field.LENGTH: "a length is a number of characters such as 50-100, >200 or <=12",
}
_RANGE = re.compile(r"(?:(\d{1,9})-(\d{1,9})|(>=|<=|>|<|≥|≤)?(\d{1,9}))")
_DATE = re.compile(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")
_SINCE = re.compile(r"(\d{1,5})\s*([dhm])")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CHECK = re.compile(r"[a-z][a-z0-9.\-]*")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Whole numbers from `least` to `most`; None for no bound."""

    least: int | None
    most: int | None


def canonical(condition: Condition) -> Condition:
    """The condition with its values in their one form: no doubles, words in their order.

    Raises:
        WorkbenchError: a value means nothing there.
    """
    field, values = condition.field, condition.values
    if field in TEXTS:
        return replace(condition, values=(_text(condition),))
    if field in WORDS:
        named = {_word(field, value) for value in values}
        return replace(condition, values=tuple(word for word in WORDS[field] if word in named))
    reads = {
        Field.MATCH: _number,
        Field.LENGTH: _number,
        Field.CHANGED: _since,
        Field.FINDING: _check,
    }.get(field, _name)
    return replace(condition, values=tuple(dict.fromkeys(reads(field, value) for value in values)))


def bounds(value: str) -> Bounds:
    """The numbers that a value of `match:` or `length:` stands for. It is in its one form."""
    if "-" in value:
        least, most = value.split("-")
        return Bounds(int(least), int(most))
    number = int(value.lstrip("<>="))
    return Bounds(None if value[0] == "<" else number, None if value[0] == ">" else number)


def pattern_fault(pattern: str) -> str:
    """What is wrong with a regular expression, in words; empty where it is one."""
    from workbench.project.search_pattern import compiled

    try:
        compiled(pattern, case=True)
    except WorkbenchError as error:
        return str(error)
    return ""


def _text(condition: Condition) -> str:
    text = condition.values[0]
    if condition.field is Field.NOTE and not condition.regex and not condition.case and text == ANY:
        return ANY
    if not text.strip():
        raise WorkbenchError(f"filter: {condition.field}: needs a text to look for.")
    if condition.regex:
        text = _ESCAPED.sub(lambda pair: pair[1] if pair[1] == "/" else pair[0], text)
    if condition.regex and (fault := pattern_fault(text)):
        raise WorkbenchError(f"filter: {fault}")
    return text


def _word(field: Field, value: str) -> str:
    word = value.strip().lower().replace(" ", "_")
    if word not in WORDS[field]:
        raise _wrong(field, value, f"there are {', '.join(WORDS[field])}")
    return word


def _number(field: Field, value: str) -> str:
    text = value.strip().replace(" ", "")
    if field is Field.MATCH and text.lower() == NO_MATCH:
        return NO_MATCH
    found = _RANGE.fullmatch(text)
    if found is None or (not text.isascii() and not set(text) & set("≥≤")):
        raise _wrong(field, value, _NUMBERS[field])
    low, high, sign, number = found.groups()
    if low is not None:
        least, most = sorted((int(low), int(high)))
        return f"{least}-{most}"
    shift = {">": 1, "<": -1}.get(sign or "", 0)
    one = {">": ">=", "≥": ">=", "<": "<=", "≤": "<="}.get(sign or "", sign or "")
    if int(number) + shift < 0:
        raise _wrong(field, value, _NUMBERS[field])
    return f"{one}{int(number) + shift}"


def _since(field: Field, value: str) -> str:
    word = value.strip().lower()
    if word in (LAST_SAVE, TODAY) or _is_date(word):
        return word
    found = _SINCE.fullmatch(word)
    if found is None or not word.isascii():
        raise _wrong(
            field, value, "write 2d, 4h or 30m (days, hours, minutes ago), today, save, or 2026-08-01"
        )
    return f"{int(found.group(1))}{found.group(2)}"


def _is_date(word: str) -> bool:
    if not _DATE.fullmatch(word):
        return False
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return True


def _check(field: Field, value: str) -> str:
    word = value.strip().lower()
    if not _CHECK.fullmatch(word):
        raise _wrong(
            field, value, "write any, a family such as numbers or terms, or a check such as terms.avoided"
        )
    return word


def _name(field: Field, value: str) -> str:
    if not value.strip():
        raise _wrong(field, value, "a word must follow")
    return AVOIDED if field is Field.TERM and value.strip().lower() == AVOIDED else value.strip()


def _wrong(field: Field, value: str, mend: str) -> WorkbenchError:
    return WorkbenchError(f"filter: {field}:{value} means nothing; {mend}.")
