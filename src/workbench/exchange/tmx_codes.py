"""exchange: the inline elements of one TMX segment become numbered codes, pairs with one number.

The data of a code is the element's content, where that is all there is to say of it. An element with more
(a type, an association, a `sub` inside, `hi` and `ut`) is kept whole: `MARK` and the element, without the
numbers, which the code itself has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.exchange.tmx_text import attributes, content
from workbench.model.coded import CodeKind, InlineCode

MARK = "<?tmx?>"
HIGHLIGHT = "hi"
HIGHLIGHT_END = f"{MARK}</hi>"
SUB = "sub"
KINDS = {
    "bpt": CodeKind.OPEN,
    "ept": CodeKind.CLOSE,
    "ph": CodeKind.ALONE,
    "it": CodeKind.ALONE,
    "ut": CodeKind.ALONE,
    HIGHLIGHT: CodeKind.OPEN,
}
INLINE = frozenset({*KINDS, SUB})
_KEPT = {
    "bpt": ("type",),
    "ept": (),
    "ph": ("assoc", "type"),
    "it": ("type",),
    "ut": (),
    HIGHLIGHT: ("type",),
    SUB: ("datatype", "type"),
}
_NUMBERS = {"bpt": ("i", "x"), "ept": ("i",), SUB: (), "it": ("pos", "x")}
_REQUIRED = {"bpt": "i", "ept": "i", "it": "pos"}

Event = tuple[int, str, Mapping[str, str] | None]
"""Pieces of text before it, the element's name, and its attributes where it opens, None where it closes."""


@dataclass(slots=True)
class Element:
    """An inline element: where it stands in the plain text, its name, attributes and content.

    Attributes:
        kind: of the code it becomes.
        data: its text, that of a `sub` inside included.
        inner: its content as XML where a `sub` is in it; else empty.
    """

    offset: int
    name: str
    kind: CodeKind
    attributes: Mapping[str, str]
    data: str = ""
    inner: str = ""

    @property
    def number(self) -> int:
        """The number it gives itself, `x` before `i`; 0 for one that the printed form cannot show."""
        value = self.attributes.get("x") or self.attributes.get("i", "")
        return int(value) if value.isascii() and value.isdecimal() and len(value) <= 6 else 0

    def literal(self) -> str:
        """The data of its code."""
        if self.name == HIGHLIGHT and self.kind is CodeKind.CLOSE:
            return HIGHLIGHT_END
        kept = kept_attributes(self.name, self.attributes)
        whole = kept or self.inner or self.name in (HIGHLIGHT, "ut") or self.data.startswith(MARK)
        if not whole:
            return self.data
        end = "" if self.name == HIGHLIGHT else f"{self.inner or content(self.data)}</{self.name}>"
        return f"{MARK}<{self.name}{kept}>{end}"


def kept_attributes(name: str, given: Mapping[str, str]) -> str:
    """What an element says of itself beside its numbers, as far as elements of that name may."""
    return attributes((each, given.get(each, "")) for each in _KEPT[name])


def elements_of(texts: Sequence[str], events: Sequence[Event]) -> tuple[str, list[Element], int]:
    """The plain text of a segment, its inline elements in order, and how deep they are nested."""
    found: list[Element] = []
    text: list[str] = []
    at = length = deepest = depth = 0
    index = 0
    while index < len(events):
        place, name, given = events[index]
        text += texts[at:place]
        length += sum(map(len, texts[at:place]))
        at = place
        if name == HIGHLIGHT:
            depth += 1 if given is not None else -1
            kind = CodeKind.CLOSE if given is None else CodeKind.OPEN
            found.append(Element(length, name, kind, given or {}))
        elif name in KINDS and given is not None:
            element = Element(length, name, kind_of(name, given), given)
            index, inside = _inside(texts, events, index, element)
            deepest = max(deepest, depth + inside)
            at = events[index][0] if index < len(events) else len(texts)
            found.append(element)
        deepest = max(deepest, depth)
        index += 1
    text += texts[at:]
    return "".join(text), found, deepest


def kind_of(name: str, given: Mapping[str, str]) -> CodeKind:
    """What kind of code an element is; `it` says so itself."""
    if name != "it":
        return KINDS[name]
    return CodeKind.OPEN if given.get("pos", "begin").strip().lower() != "end" else CodeKind.CLOSE


def _inside(texts: Sequence[str], events: Sequence[Event], start: int, element: Element) -> tuple[int, int]:
    """Fill in an element's content; the index of the event that closes it, and its depth."""
    depth, deepest, index, at = 1, 1, start + 1, events[start][0]
    data: list[str] = []
    inner: list[str] = []
    opened: list[str] = []  # the elements that stand in `inner`; empty for one that may not stand there
    while index < len(events) and depth:
        place, name, given = events[index]
        data += texts[at:place]
        inner.append(content("".join(texts[at:place])))
        at = place
        depth += -1 if given is None else 1
        deepest = max(deepest, depth)
        if given is not None:
            parent = opened[-1] if opened else element.name
            opened.append(name if _may_stand(name, parent, given) else "")
            inner.append(f"<{name}{_all(name, given)}>" if opened[-1] else "")
        elif opened:
            closed = opened.pop()
            inner.append(f"</{closed}>" if closed else "")
        index += 1
    element.data = "".join(data)
    if "<" in "".join(inner):
        element.inner = "".join(inner)
    return index - 1, deepest


def _may_stand(name: str, parent: str, given: Mapping[str, str]) -> bool:
    """Whether the DTD lets an element stand in another, and it has what it needs there."""
    if name == SUB:
        return parent in KINDS and parent != HIGHLIGHT
    needed = _REQUIRED.get(name)
    if name == "it" and given.get("pos") not in ("begin", "end"):
        return False
    return parent in (SUB, HIGHLIGHT) and (needed is None or needed in given)


def _all(name: str, given: Mapping[str, str]) -> str:
    names = (*_NUMBERS.get(name, ("x",)), *_KEPT[name])
    return attributes((each, given[each]) for each in names if each in given)


def numbered(variants: Sequence[Sequence[Element]]) -> list[tuple[InlineCode, ...]]:
    """The codes of all variants of a unit: a number is `x`, by which they match, else `i`, else free.

    A number that cannot be shown, such as 0, becomes the same one in every variant.
    """
    taken = {element.number for elements in variants for element in elements}
    shared: dict[str, int] = {}
    return [_Numbers(taken, shared).codes(elements) for elements in variants]


class _Numbers:
    """Numbers for the codes of one segment.

    `bpt` and `ept` belong together by `i`, `hi` by nesting, and a pair gets one number. Two codes of one
    number and kind that differ in their data would be mixed up in the printed form, and so would a pair in
    a pair of the same number: the second gets a number of its own.
    """

    def __init__(self, taken: set[int], shared: dict[str, int]) -> None:
        self._taken, self._shared = taken | set(shared.values()), shared
        self._free = 1
        self._seen: dict[tuple[int, CodeKind], str] = {}
        self._pairs: dict[str, int] = {}
        self._highlights: list[int] = []
        self._open: set[int] = set()

    def codes(self, elements: Sequence[Element]) -> tuple[InlineCode, ...]:
        """The codes, in order."""
        return tuple(self._code(element) for element in elements)

    def _code(self, element: Element) -> InlineCode:
        data, kind = element.literal(), element.kind
        number = self._partner(element) or self._own(element, data)
        if kind is CodeKind.OPEN:
            self._open.add(number)
            if element.name == HIGHLIGHT:
                self._highlights.append(number)
            elif element.name == "bpt":
                self._pairs[element.attributes.get("i", "")] = number
        self._seen.setdefault((number, kind), data)
        return InlineCode(element.offset, number, kind, data)

    def _partner(self, element: Element) -> int:
        """The number of the pair that it closes; 0 where it closes none."""
        if element.kind is not CodeKind.CLOSE:
            return 0
        number = 0
        if element.name == HIGHLIGHT and self._highlights:
            number = self._highlights.pop()
        elif element.name == "ept":
            number = self._pairs.pop(element.attributes.get("i", ""), 0)
        self._open.discard(number)
        return number

    def _own(self, element: Element, data: str) -> int:
        number, kind = element.number, element.kind
        name = element.attributes.get("x") or element.attributes.get("i", "")
        if not number and name:
            number = self._shared.get(name, 0) or self._next()
            self._shared[name] = number
        clash = self._seen.get((number, kind), data) != data or number in self._open
        return self._next() if clash or not number else number

    def _next(self) -> int:
        while self._free in self._taken:
            self._free += 1
        self._taken.add(self._free)
        return self._free
