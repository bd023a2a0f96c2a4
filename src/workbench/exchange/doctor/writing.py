"""exchange: a mended element written as XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from workbench.exchange.doctor.characters import clean
from workbench.exchange.doctor.nodes import Node

START = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
END = "  </body>\n</tmx>\n"
_BY_LINES = frozenset({"header", "tu", "tuv", "ude"})
_REMARK = re.compile(
    r"<!--(?:(?!--)[\s\S])*-->|<\?(?!(?i:xml)\s)[A-Za-z_][\w.-]*(?:\s(?:(?!\?>)[\s\S])*)?\?>"
)


def written(node: Node, indent: str) -> str:
    """An element over several lines, texts on one, as deep as `indent`; ends in a line feed."""
    return "".join(_parts(node, indent))


def is_remark(raw: str) -> bool:
    """Whether a comment or an instruction may be written as it stands."""
    return _REMARK.fullmatch(raw) is not None and clean(raw) == raw


def _parts(node: Node, indent: str) -> Iterator[str]:
    """Depth first, without recursion: a file may nest as deep as it likes."""
    waiting: list[tuple[Node | str, str | None]] = [(node, indent)]
    while waiting:
        item, deep = waiting.pop()
        if isinstance(item, str):
            yield item
        elif item.name[:1] == "#":
            yield item.raw if is_remark(item.raw) else ""
        else:
            yield f"{deep or ''}<{item.name}{_attributes(item)}"
            waiting.extend(reversed([*_inside(item, deep)]))


def _inside(node: Node, deep: str | None) -> Iterator[tuple[Node | str, str | None]]:
    end = "\n" if deep is not None else ""
    if node.name == "map" or (not node.children and node.name in _BY_LINES):
        yield f"/>{end}", None
        return
    lines = node.name in _BY_LINES and deep is not None
    yield ">\n" if lines else ">", None
    for child in node.children:
        if isinstance(child, str):
            yield escape(child, {"\r": "&#13;"}), None
        elif lines and child.name[:1] == "#":
            yield child, None
        else:
            yield child, f"{deep}  " if lines else None
    yield f"{deep if lines else ''}</{node.name}>{end}", None


def _attributes(node: Node) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in node.attributes.items())
