"""exchange: the inline elements of one TMX segment become numbered codes, pairs with one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.model.coded import CodeKind, InlineCode

KINDS = {
    "bpt": CodeKind.OPEN,
    "ept": CodeKind.CLOSE,
    "ph": CodeKind.ALONE,
    "it": CodeKind.ALONE,
    "ut": CodeKind.ALONE,
}


@dataclass(slots=True)
class Element:
    """An inline element: where it stands in the plain text, its name, attributes and content."""

    offset: int
    name: str
    attributes: dict[str, str]
    data: list[str] = field(default_factory=list)

    @property
    def kind(self) -> CodeKind:
        """Opening, closing or alone; `it` says so by its position."""
        if self.name != "it":
            return KINDS[self.name]
        opens = self.attributes.get("pos", "begin").strip().lower() == "begin"
        return CodeKind.OPEN if opens else CodeKind.CLOSE


def numbered(elements: Sequence[Element]) -> tuple[InlineCode, ...]:
    """The codes: a number is `x` (it matches the other language), else `i`, else the first free one.

    `bpt` and `ept` belong together by `i`, and get one number. Two codes of one number and kind that
    differ in their data would be mixed up in the printed form: the second gets a number of its own.
    """
    taken = {number for element in elements for number in _named(element)}
    seen: dict[tuple[int, CodeKind], str] = {}
    pairs: dict[str, int] = {}
    codes: list[InlineCode] = []
    for element in elements:
        kind, data = element.kind, "".join(element.data)
        pair = element.attributes.get("i", "")
        if element.name == "ept" and pair in pairs:
            number = pairs[pair]
        else:
            number = next(iter(_named(element)), 0)
            if not number or seen.get((number, kind), data) != data:
                number = next(n for n in range(1, len(taken) + 2) if n not in taken)
                taken.add(number)
        if element.name == "bpt":
            pairs[pair] = number
        seen[(number, kind)] = data
        codes.append(InlineCode(element.offset, number, kind, data))
    return tuple(codes)


def _named(element: Element) -> list[int]:
    """The numbers an element gives itself, `x` before `i`; what the printed form cannot show is none."""
    values = (element.attributes.get(name, "") for name in ("x", "i"))
    return [int(v) for v in values if v.isascii() and v.isdecimal() and len(v) <= 6 and int(v)][:1]
