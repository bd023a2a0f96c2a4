"""project: the text form of a filter: `state:draft,rejected -kind:heading term:大城市病 changed:2d /regex/`.

Conditions stand beside one another and hold together. Each is a word of `Field`, a colon and values parted by
commas, of which any will do; or a text alone, looked for on both sides. A minus before it turns it round. A
text with spaces stands in double quotes, a regular expression between slashes; a `c` behind either says that
capitals count.
"""

from __future__ import annotations

import re

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind, State
from workbench.project.filter_values import TEXTS, canonical
from workbench.project.row_filter import Condition, Field, RowFilter

_NAME = re.compile("([A-Za-z]+)[:：]")
_PLAIN = re.compile(r"""[^\s"'/,，\-:：\\][^\s",，:：\\]*""")
_ESCAPES = {"n": "\n", "t": "\t"}


def parse_filter(text: str) -> RowFilter:
    """The filter that a text stands for.

    Raises:
        WorkbenchError: it is none; the sentence says where and what could stand there.
    """
    return _Reading(text).filter()


def print_filter(row_filter: RowFilter) -> str:
    """The text of a filter; `parse_filter` gives the same filter again."""
    return " ".join(map(print_condition, row_filter.conditions))


def print_condition(condition: Condition) -> str:
    """One condition as it is typed."""
    minus = "-" if condition.negated else ""
    name = "" if condition.field is Field.TEXT else f"{condition.field}:"
    values = ",".join(_printed(condition, value) for value in condition.values)
    return f"{minus}{name}{values}"


def _printed(condition: Condition, value: str) -> str:
    case = "c" if condition.case else ""
    if condition.regex:
        return f"/{value.replace('/', chr(92) + '/')}/{case}"
    if _PLAIN.fullmatch(value) and not case:
        return value
    quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{quoted}"{case}'


class _Reading:
    """Reads a text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def filter(self) -> RowFilter:
        """All of it."""
        states, kinds = frozenset[State](), frozenset[Kind]()
        others: list[Condition] = []
        while self._more():
            one = self._condition()
            if one.field is Field.STATE and not one.negated and not states:
                states = frozenset(map(State, one.values))
            elif one.field is Field.KIND and not one.negated and not kinds:
                kinds = frozenset(map(Kind, one.values))
            elif one not in others:
                others.append(one)
        return RowFilter(states, kinds, tuple(others))

    def _more(self) -> bool:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def _condition(self) -> Condition:
        negated = self._text[self._at] == "-"
        self._at += negated
        field = self._field()
        if self._at >= len(self._text) or self._text[self._at].isspace():
            raise WorkbenchError(f"{self._where()}: something must follow “{self._before()}”.")
        first, regex, case = self._value(field)
        values = [first]
        while field not in TEXTS and self._text[self._at : self._at + 1] in (",", "，"):
            self._at += 1
            values.append(self._value(field)[0])
        if regex and field not in TEXTS:
            raise WorkbenchError(
                f"{self._where()}: {field}: takes no /pattern/; source:, target: and note: do."
            )
        return canonical(Condition(field, tuple(values), negated, regex, case))

    def _field(self) -> Field:
        found = _NAME.match(self._text, self._at)
        if found is None:
            return Field.TEXT
        name = found.group(1).lower()
        if name not in set(Field):
            known = ", ".join(f"{field}:" for field in Field)
            raise WorkbenchError(
                f"{self._where()}: {found.group()} is no condition; there are {known}"
                " a text with a colon stands in double quotes."
            )
        self._at = found.end()
        return Field(name)

    def _value(self, field: Field) -> tuple[str, bool, bool]:
        """A value, whether it is a pattern, and whether capitals count."""
        mark = self._text[self._at : self._at + 1]
        if mark in ('"', "/"):
            value = self._quoted(mark)
            case = self._text[self._at : self._at + 1] == "c" and field in TEXTS
            self._at += case
            if self._text[self._at : self._at + 1].strip() not in ("", ",", "，"):
                raise WorkbenchError(f"{self._where()}: a space must follow “{self._before()}”.")
            return value, mark == "/", case
        begin = self._at
        ends = " \t\n\r\u3000" if field in TEXTS else " \t\n\r\u3000,，"
        while self._at < len(self._text) and self._text[self._at] not in ends:
            self._at += 1
        return self._text[begin : self._at], False, False

    def _quoted(self, mark: str) -> str:
        """What stands between two marks; behind a backslash the mark is one of the text."""
        begin = self._at
        parts: list[str] = []
        self._at += 1
        while self._at < len(self._text):
            character = self._text[self._at]
            follow = self._text[self._at + 1 : self._at + 2]
            self._at += 1
            if character == mark:
                return "".join(parts)
            if character == "\\" and follow:
                self._at += 1
                character = _unescaped(mark, follow)
            parts.append(character)
        self._at = begin
        raise WorkbenchError(f"{self._where()}: {mark} opens and does not close; write it again at the end.")

    def _where(self) -> str:
        return f"filter, character {self._at + 1}"

    def _before(self) -> str:
        return self._text[: self._at].rsplit(maxsplit=1)[-1]


def _unescaped(mark: str, follow: str) -> str:
    """What a backslash and a character stand for; in a pattern it is the pattern's own."""
    if mark == "/":
        return "/" if follow == "/" else "\\" + follow
    return _ESCAPES.get(follow, follow)
