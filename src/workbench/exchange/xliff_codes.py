"""exchange: the inline elements of XLIFF 1.2 and 2.x become numbered codes of a plain text.

A code of one name (its `id`, or the `rid`, `startRef` that binds two halves) has one number in the source and
in the target of a unit, so that a reader sees which belongs to which.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from workbench.model.coded import CodedText, CodeKind, InlineCode

if TYPE_CHECKING:
    from lxml.etree import _Element

_AROUND = ("g", "pc")
_OPENS = ("bx", "bpt", "sc")
_CLOSES = ("ex", "ept", "ec")
_ALONE = ("x", "ph", "it")
_WITHOUT_TEXT = ("sm", "em")
_LARGEST = 999_999
"""What the printed form of a code can show."""


def local_name(element: _Element) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def inner_text(element: _Element) -> str:
    """All text in an element, whatever it stands in."""
    return "".join(str(part) for part in element.itertext())


class CodeNumbers:
    """The numbers of the codes of one unit, by name: the name itself where it is a number that is free."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._taken: set[int] = set()

    def of(self, name: str) -> int:
        """The number of a name; a new name gets a new one."""
        if name not in self._numbers:
            wanted = int(name) if name.isascii() and name.isdecimal() and len(name) <= 6 else 0
            if not 1 <= wanted <= _LARGEST or wanted in self._taken:
                wanted = next(n for n in range(1, len(self._taken) + 2) if n not in self._taken)
            self._numbers[name] = wanted
            self._taken.add(wanted)
        return self._numbers[name]


def coded_text(
    elements: Iterable[_Element], numbers: CodeNumbers, data: Mapping[str, str] | None = None
) -> CodedText:
    """The content of elements, one after the other, as text with codes.

    Args:
        elements: `source`, `target`, or the `mrk` that are one segment.
        numbers: of the unit; used for both of its sides.
        data: of XLIFF 2: original code by the id of its `data`.
    """
    content = _Content(numbers, data or {})
    for element in elements:
        content.inside(element)
    return CodedText("".join(content.parts), tuple(content.codes))


class _Content:
    """A text as it is put together."""

    def __init__(self, numbers: CodeNumbers, data: Mapping[str, str]) -> None:
        self.parts: list[str] = []
        self.codes: list[InlineCode] = []
        self._numbers, self._data = numbers, data
        self._length = self._nameless = 0

    def inside(self, element: _Element) -> None:
        """All that stands in an element."""
        self._text(element.text)
        for child in element:
            self._child(child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self._length += len(text)

    def _child(self, element: _Element) -> None:
        name = local_name(element)
        if name in _AROUND:
            self._code(element, CodeKind.OPEN, self._original(element, "dataRefStart", "equivStart"))
            self.inside(element)
            self._code(element, CodeKind.CLOSE, self._original(element, "dataRefEnd", "equivEnd"))
        elif name in (*_OPENS, *_CLOSES, *_ALONE):
            self._code(element, _kind(element, name), self._original(element, "dataRef", "equiv"))
        elif name == "cp":
            self._text(_code_point(element.get("hex", "")))
        elif name and name not in _WITHOUT_TEXT:
            self.inside(element)  # a mark around text, also one of a tool's own

    def _code(self, element: _Element, kind: CodeKind, data: str) -> None:
        name = element.get("rid") or element.get("startRef") or element.get("id") or ""
        if not name:
            self._nameless += 1
            name = f"without a name, {self._nameless}"
        self.codes.append(InlineCode(self._length, self._numbers.of(name), kind, data))

    def _original(self, element: _Element, reference: str, shown: str) -> str:
        """What stands for the code in the original file: in the element, behind a reference, or as a hint."""
        if local_name(element) not in _AROUND:
            inside = inner_text(element)
            if inside:
                return inside
        referred = self._data.get(element.get(reference) or "", "")
        hints = (element.get(key) for key in (shown, "equiv-text", "ctype"))
        return referred or next((hint for hint in hints if hint), "")


def _kind(element: _Element, name: str) -> CodeKind:
    if name == "it":
        opens = (element.get("pos") or "open").strip().lower() in ("open", "begin")
        return CodeKind.OPEN if opens else CodeKind.CLOSE
    if name in _OPENS:
        return CodeKind.OPEN
    return CodeKind.CLOSE if name in _CLOSES else CodeKind.ALONE


def _code_point(hexadecimal: str) -> str:
    """The character of a `cp`, which XML itself could not hold; U+FFFD where there is none such."""
    try:
        number = int(hexadecimal, 16)
    except ValueError:
        return "\ufffd"
    return chr(number) if 0 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else "\ufffd"
