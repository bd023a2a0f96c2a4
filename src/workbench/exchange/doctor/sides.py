"""exchange: the sides of a unit, a text in each language."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.values import language_name, primary


@dataclass(slots=True)
class Side:
    """One language of a unit.

    Attributes:
        start: offset of its text element in the file.
        code: its language as the file says it.
        language: without the country, in lower case.
        text: without inline codes.
        whole: the text with its codes, for comparing.
        seg: the element with the text; None in a plain unit.
    """

    start: int
    code: str
    language: str
    text: str
    whole: str
    seg: Node | None = None

    @property
    def name(self) -> str:
        """What people call the language."""
        return language_name(self.code)


def plain_side(start: int, code: str, text: str) -> Side:
    """A side without inline codes."""
    return Side(start, code, primary(code), text, text)


def sides_of(unit: Node) -> list[Side]:
    """The sides of a unit in the order of the file; what has no text element is left out."""
    found = []
    for variant in unit.elements("tuv"):
        seg = next(iter(variant.elements("seg")), None)
        if seg is not None:
            code = variant.attributes.get("xml:lang") or variant.attributes.get("lang", "")
            found.append(Side(seg.start, code, primary(code), seg.text(codes=False), _whole(seg), seg))
    return found


def _whole(seg: Node) -> str:
    return "".join(
        child if isinstance(child, str) else f"\x00{child.name}\x00{child.text()}\x00"
        for child in seg.children
    )
