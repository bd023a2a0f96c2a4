"""exchange: the elements of one unit or header as the doctor sees and mends them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Node:
    """An element.

    Attributes:
        name: in lower case and without a prefix where TMX has it; # and a word for what is no element.
        start: offset of its tag in the file.
        attributes: as they are meant.
        children: elements, and texts as they are meant.
        written: its name in the file.
        raw: a comment or an instruction, or a tag that TMX does not have, as written.
        closed: False where its end tag was missing.
        empty: True for <…/>.
    """

    name: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    written: str = ""
    raw: str = ""
    closed: bool = True
    empty: bool = False

    def elements(self, *names: str) -> list[Node]:
        """The children that are elements of these names; of any name where none is given."""
        return [
            child
            for child in self.children
            if type(child) is Node and (child.name in names if names else child.name[:1] != "#")
        ]

    def within(self) -> Iterator[Node]:
        """The element and all those in it, in the order of the file."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(child for child in reversed(node.children) if isinstance(child, Node))

    def parent_of(self, wanted: Node) -> tuple[Node, int] | None:
        """Where an element stands in this one: the element around it, and its index there."""
        for node in self.within():
            for index, child in enumerate(node.children):
                if child is wanted:
                    return node, index
        return None

    def text(self, *, codes: bool = True) -> str:
        """The text in it; without that of inline codes, but with their sub-flows left out, if so wished."""
        if len(self.children) == 1 and type(self.children[0]) is str:
            return self.children[0]
        parts: list[str] = []
        waiting: list[Node | str] = [*reversed(self.children)]
        while waiting:
            child = waiting.pop()
            if isinstance(child, str):
                parts.append(child)
            elif child.name[:1] != "#" and (codes or child.name not in CODES):
                waiting.extend(reversed(child.children))
        return "".join(parts)


CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
