"""exchange: mending what stands in attributes: filled by rule, corrected where the right value is known."""

from __future__ import annotations

from collections.abc import Callable

from workbench.exchange.doctor.dtd import SEGTYPES
from workbench.exchange.doctor.faults import Fault
from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.scripts import has_chinese
from workbench.exchange.doctor.values import mended_date, mended_language, primary

Mender = Callable[[Fault, Node], str]
_HEADER = {
    "creationtool": "unknown",
    "creationtoolversion": "unknown",
    "segtype": "block",
    "o-tmf": "unknown",
    "adminlang": "en",
    "srclang": "*all*",
    "datatype": "unknown",
}
_HOLDS_PROPS = frozenset({"header", "tu", "tuv"})


def fill(fault: Fault, top: Node) -> str:
    """Fill a required attribute by rule: what is not known is called unknown; *all* fits any source."""
    node, name = node_of(fault), fault.attribute
    if node.name == "header":
        value = _HEADER[name]
    elif name == "type":
        value = "x-unknown"
    elif name == "pos":
        value = _position(node)
    elif name == "i":
        value = _pair_number(node, top)
    elif name == "name":
        value = "unknown"
    else:
        take_out(node, top)
        return f"<{node.name}> is taken out: nothing says what it is about"
    node.attributes[name] = value
    return f'{name}="{value}" is written in'


def rename_lang(fault: Fault, top: Node) -> str:
    """Write xml:lang for lang; where both stand, xml:lang counts."""
    del top
    return move_lang(node_of(fault))


def move_lang(node: Node) -> str:
    """The same for an element; empty where it has no lang."""
    value = node.attributes.pop("lang", None)
    if value is None:
        return ""
    kept = node.attributes.setdefault("xml:lang", value)
    return f'xml:lang="{kept}" is written for lang'


def fill_language(fault: Fault, top: Node) -> str:
    """Say the language of a text by its script and by what the rest of the unit is in."""
    node = node_of(fault)
    taken = {primary(tuv.attributes.get("xml:lang", "")) for tuv in top.elements("tuv")}
    chinese = has_chinese(node.text())
    if chinese and "zh" not in taken:
        value = "zh"
    elif not chinese and "zh" in taken and taken <= {"zh", ""} and len(top.elements("tuv")) == 2:
        value = "en" if node.text().isascii() else "und"
    else:
        value = "und"
    node.attributes["xml:lang"] = value
    said = "which means that nobody knows" if value == "und" else "by its script"
    return f'xml:lang="{value}" is written in, {said}'


def drop_namespace(fault: Fault, top: Node) -> str:
    """Take xmlns out; prefixes go when the unit is written."""
    del top
    if fault.attribute:
        node_of(fault).attributes.pop(fault.attribute, None)
    return "it is taken out"


def lower_case(fault: Fault, top: Node) -> str:
    """Write a name in lower case; of two attributes that then have one name the first counts."""
    del top
    if fault.attribute:
        node = node_of(fault)
        value = node.attributes.pop(fault.attribute)
        node.attributes.setdefault(fault.attribute.lower(), value)
    return "it is written in lower case"


def drop_unknown(fault: Fault, top: Node) -> str:
    """Take an unknown attribute out; a unit keeps what it said as a property."""
    del top
    node, name = node_of(fault), fault.attribute
    value = node.attributes.pop(name)
    if name == "xml:space" or name.startswith("xsi:"):  # these speak of XML, not of the unit
        return "it is taken out"
    if node.name not in _HOLDS_PROPS:
        fault.lost = f'{name}="{value}"'
        return "it is taken out"
    kind = f"x-{name.replace(':', '-')}"
    node.children.insert(0, Node("prop", node.start, {"type": kind}, [value] if value else []))
    return f'it is kept as <prop type="{kind}">'


def mend_language(fault: Fault, top: Node) -> str:
    """Write the code that is meant, where that is known."""
    del top
    node, name = node_of(fault), fault.attribute
    meant = mended_language(node.attributes[name])
    if not meant:
        return ""
    node.attributes[name] = meant
    return f'{name}="{meant}" is written'


def mend_date(fault: Fault, top: Node) -> str:
    """Write a date as TMX wants it; what is none is taken out."""
    del top
    node, name = node_of(fault), fault.attribute
    value = node.attributes.pop(name)
    meant = mended_date(value)
    if not meant:
        fault.lost = f'{name}="{value}"'
        return "it is taken out"
    node.attributes[name] = meant
    return f'{name}="{meant}" is written'


def mend_choice(fault: Fault, top: Node) -> str:
    """Write a value that is allowed, where it can be known; a needed one by rule; else none."""
    node, name = node_of(fault), fault.attribute
    value = node.attributes.pop(name)
    lower = value.strip().lower()
    if name == "i":
        return _renumber(top, node, value)
    meant = lower
    if name == "segtype":
        meant = lower if lower in SEGTYPES else "block" if node.name == "header" else ""
    elif name == "pos":
        meant = "begin" if lower in ("open", "start") else "end" if lower == "close" else lower
        meant = meant if meant in ("begin", "end") else _position(node)
    elif name == "assoc":
        meant = lower[:1] if lower[:1] in ("p", "f", "b") and lower else ""
    elif name == "tuid":
        meant = "_".join(value.split())
    elif name == "usagecount":
        meant = lower if lower.isascii() and lower.isdecimal() else ""
    if not meant:
        fault.lost = f'{name}="{value}"' if value else ""
        return "it is taken out"
    node.attributes[name] = meant
    return f'{name}="{meant}" is written'


def _position(node: Node) -> str:
    return "end" if node.text().lstrip().startswith(("</", "}", "[/", "{/")) else "begin"


def _pair_number(node: Node, top: Node) -> str:
    """The number that pairs a code: of a begun one without an end, else the first that is free."""
    seg = segment_of(node, top)
    codes = [other for other in seg.within() if other.name in ("bpt", "ept")]
    used = {code.attributes.get("i", "") for code in codes}
    if node.name == "ept":
        waiting: list[str] = []
        for code in codes:
            number = code.attributes.get("i", "")
            if code is node:
                break
            if code.name == "bpt" and number:
                waiting.append(number)
            elif number in waiting:
                waiting.remove(number)
        ended = {code.attributes.get("i", "") for code in codes if code.name == "ept"}
        free = [number for number in waiting if number not in ended]
        if free:
            return free[-1]
    return next(str(n) for n in range(1, len(codes) + 2) if str(n) not in used)


def _renumber(top: Node, node: Node, value: str) -> str:
    """A number for a code that was paired by a name: the same for all of that name."""
    if value.isascii() and value.isdecimal():  # its other half came first
        node.attributes["i"] = value
        return f'i="{value}" is written'
    seg = segment_of(node, top)
    node.attributes["i"] = ""
    number = (
        _pair_number(node, top)
        if node.name == "bpt"
        else next(
            str(n)
            for n in range(1, 10**6)
            if all(str(n) != code.attributes.get("i") for code in seg.within())
        )
    )
    node.attributes["i"] = number
    for code in seg.within():
        if code.name in ("bpt", "ept") and code.attributes.get("i") == value:
            code.attributes["i"] = number
    return f'i="{number}" is written'


def segment_of(node: Node, top: Node) -> Node:
    """The seg that an element stands in."""
    return next((seg for seg in top.within() if seg.name == "seg" and node in seg.within()), top)


def take_out(node: Node, top: Node) -> None:
    """Take an element out of the one it stands in."""
    place = top.parent_of(node)
    if place is not None:
        del place[0].children[place[1]]


def node_of(fault: Fault) -> Node:
    """The element that a fault is about."""
    if fault.node is None:
        raise LookupError(fault.rule.check)
    return fault.node
