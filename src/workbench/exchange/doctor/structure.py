"""exchange: a unit or a header held to the DTD and to the specification: elements, order, attributes."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.exchange.doctor.dtd import ELEMENTS, LANG_VERSIONS, MEANING, SEGTYPES, called
from workbench.exchange.doctor.faults import Fault, short
from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.rules_tmx import TMX_RULES
from workbench.exchange.doctor.values import is_language, is_tmx_date, mended_date, mended_language

_CHOICES = {
    "segtype": SEGTYPES,
    "pos": ("begin", "end"),
    "assoc": ("p", "f", "b"),
}
_DATES = frozenset({"creationdate", "changedate", "lastusagedate"})
_LANGUAGES = frozenset({"xml:lang", "lang", "srclang", "adminlang"})
_NUMBERS = frozenset({"i", "usagecount"})
_LAST = {"tu": "tuv", "tuv": "seg"}


def structure_faults(top: Node, version: str = "1.4") -> Iterator[Fault]:
    """What breaks TMX in an element and in all it holds.

    Args:
        top: a header, a unit or one of its parts.
        version: of TMX, by which `lang` is right or not.
    """
    for node in top.within():
        element = ELEMENTS.get(node.name)
        if element is None:
            continue  # what it holds is the business of the element around it
        if node.attributes or element.required:
            yield from attribute_faults(node, version)
        if node.children:
            yield from _children(node)
        if node.name in _LAST or node.name == "ude":
            yield from _needed(node)
        if node.name == "seg" and not (len(node.children) == 1 and type(node.children[0]) is str):
            yield from _pairs(node)
        elif node.name == "ut":
            yield _fault("tmx.unknown-tag", node)


def _fault(check: str, node: Node, *values: str, attribute: str = "") -> Fault:
    return Fault(TMX_RULES[check], node.start, values, node, attribute)


def _children(node: Node) -> Iterator[Fault]:
    element = ELEMENTS[node.name]
    last, behind = _LAST.get(node.name), False
    for child in node.children:
        if isinstance(child, str):
            if not element.text and child.strip():
                yield _fault("tmx.text-misplaced", node, node.name, short(child))
        elif child.name not in element.children:
            yield from _foreign(child, node)
        elif behind and child.name != last:
            yield _fault("tmx.order", child, child.name, node.name, last or "", called(last or ""))
        else:
            behind = behind or child.name == last


def _foreign(child: Node, node: Node) -> Iterator[Fault]:
    if child.name == "#end":
        yield _fault("tmx.element-unknown", child, f"/{child.written}", node.name)
    elif child.name in ELEMENTS:
        yield _fault("tmx.element-misplaced", child, child.name, node.name)
    elif child.name[0] != "#":
        yield _fault("tmx.element-unknown", child, child.written, node.name)


def _needed(node: Node) -> Iterator[Fault]:
    wanted = _LAST.get(node.name, "map")
    found = node.elements(wanted)
    if not found:
        yield _fault("tmx.element-missing", node, node.name, wanted, f"<{wanted}>", called(node.name))
    elif wanted == "seg" and len(found) > 1:
        yield _fault("tmx.element-twice", found[1], "seg", "tuv")


# ---- attributes


def attribute_faults(node: Node, version: str) -> Iterator[Fault]:
    """What is wrong with the attributes of one element."""
    element = ELEMENTS[node.name]
    for name in element.required:
        if name not in node.attributes:
            yield from _missing(node, name)
    for name, value in node.attributes.items():
        if name == "xmlns" or name.startswith("xmlns:"):
            yield _fault("tmx.namespace", node, f'{name}="{short(value)}" in <{node.name}>', attribute=name)
        elif name not in element.required and name not in element.optional:
            yield from _unknown(node, name)
        else:
            yield from _value(node, name, value, version)


def _missing(node: Node, name: str) -> Iterator[Fault]:
    if name != "xml:lang":
        yield _fault("tmx.attribute-missing", node, node.name, name, MEANING.get(name, ""), attribute=name)
    elif "lang" not in node.attributes:
        yield _fault("tmx.language-missing", node, short(node.text()), attribute=name)


def _unknown(node: Node, name: str) -> Iterator[Fault]:
    element = ELEMENTS[node.name]
    lower = name.lower()
    if lower != name and (lower in element.required or lower in element.optional):
        yield _fault("tmx.case", node, f"The attribute {name} of <{node.name}>", attribute=name)
    else:
        yield _fault("tmx.attribute-unknown", node, node.name, name, attribute=name)


def _value(node: Node, name: str, value: str, version: str) -> Iterator[Fault]:
    if name == "lang" and version not in LANG_VERSIONS:
        yield _fault("tmx.lang", node, node.name, attribute=name)
    elif name == "xml:lang" and version in LANG_VERSIONS:
        yield _fault("tmx.lang-early", node, node.name, version, attribute=name)
    if name in _LANGUAGES:
        if not is_language(value) and not (name == "srclang" and value.lower() == "*all*"):
            meant = mended_language(value)
            yield _fault(
                "tmx.language", node, name, value, f" (“{meant}” is)" if meant else "", attribute=name
            )
    elif name in _DATES:
        if not is_tmx_date(value):
            yield _fault("tmx.date", node, name, value, mended_date(value), attribute=name)
    elif name in _CHOICES:
        if value not in _CHOICES[name]:
            said = ", ".join(_CHOICES[name])
            yield _fault("tmx.attribute-value", node, node.name, name, short(value), said, attribute=name)
    elif name in _NUMBERS and not (value.isascii() and value.isdecimal()):
        yield _fault("tmx.attribute-value", node, node.name, name, short(value), "a number", attribute=name)
    elif name == "tuid" and value.split() != [value]:
        said = "a name without white space"
        yield _fault("tmx.attribute-value", node, node.name, name, short(value), said, attribute=name)


def _pairs(seg: Node) -> Iterator[Fault]:
    """Codes that begin and do not end, or the reverse; a number that is used twice."""
    open_codes: dict[str, list[Node]] = {}
    for node in seg.within():
        number = node.attributes.get("i", "")
        if node.name == "bpt":
            if number and number in open_codes:
                yield _fault("tmx.code-twice", node, number)
            if number:
                open_codes.setdefault(number, []).append(node)
        elif node.name == "ept" and number:
            if open_codes.get(number):
                open_codes[number].pop()
            else:
                yield _fault("tmx.code-not-opened", node, number)
    for number, nodes in open_codes.items():
        for node in nodes:
            yield _fault("tmx.code-not-closed", node, number)
