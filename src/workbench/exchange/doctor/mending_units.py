"""exchange: mending the elements of a unit or header: order, codes without their pair, what has no place."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.exchange.doctor.dtd import ELEMENTS
from workbench.exchange.doctor.faults import Fault, short
from workbench.exchange.doctor.mending_values import node_of, segment_of, take_out
from workbench.exchange.doctor.nodes import CODES, Node

_FORMATTING = (
    "a abbr b big br cite code del div em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt"
    " ruby s small span strike strong sub sup table tbody td th thead tr tt u ul var g x bx ex mrk"
)
_HTML = frozenset(_FORMATTING.split())
_VOID = frozenset({"br", "hr", "img", "x", "bx", "ex", "wbr"})
_HOLDS_PROPS = frozenset({"header", "tu", "tuv"})


def place_foreign(fault: Fault, top: Node) -> str:
    """Find a place for an element that cannot stand where it does."""
    node = node_of(fault)
    found = top.parent_of(node)
    if found is None:
        return "it is saved with what stands around it"
    parent, index = found
    if parent.name in _HOLDS_PROPS:
        return _to_property(fault, node, parent, index)
    if parent.name in ("note", "prop"):
        parent.children = [*_plain(parent.children)]
        return "it is kept as text"
    if parent.name in CODES:
        parent.children = [*_plain(parent.children, keep="sub")]
        return "it is kept as text of the code"
    if ELEMENTS.get(parent.name) and ELEMENTS[parent.name].text:
        parent.children = [*_as_codes(parent, segment_of(parent, top))]
        return "codes are kept as codes of TMX, anything else as text"
    fault.lost = short(node.text())
    take_out(node, top)
    return "it is taken out"


def text_to_note(fault: Fault, top: Node) -> str:
    """Keep text that stands between elements as a note."""
    del top
    node = node_of(fault)
    stray = [child for child in node.children if isinstance(child, str) and child.strip()]
    node.children = [child for child in node.children if not isinstance(child, str)]
    if node.name not in _HOLDS_PROPS:
        fault.lost = short(" ".join(stray), 200)
        return "it is taken out"
    node.children[:0] = [Node("note", node.start, {}, [text.strip()]) for text in stray]
    return "it is kept as a note"


def reorder(fault: Fault, top: Node) -> str:
    """Put notes and properties before the texts."""
    found = top.parent_of(node_of(fault))
    if found is not None:
        parent = found[0]
        last = {"tu": "tuv", "tuv": "seg"}.get(parent.name, "")
        texts = parent.elements(last)
        parent.children = [*(child for child in parent.children if child not in texts), *texts]
    return "it is moved there"


def leave_out_empty(fault: Fault, top: Node) -> str:
    """Take out an element that lacks what it is for. A unit without any text goes as a whole."""
    node = node_of(fault)
    if node is top:
        return ""
    fault.lost = short(" ".join(child.text() for child in node.elements("note", "prop")), 200)
    take_out(node, top)
    return f"the empty <{node.name}> is taken out"


def part_variants(fault: Fault, top: Node) -> str:
    """Give a second text of a variant a variant of its own, in the same language."""
    second = node_of(fault)
    found = top.parent_of(second)
    around = top.parent_of(found[0]) if found else None
    if found is None or around is None:
        return ""
    variant = found[0]
    variant.children.remove(second)
    fresh = Node("tuv", second.start, dict(variant.attributes), [second])
    around[0].children.insert(around[1] + 1, fresh)
    return "the second text is kept beside the first"


def isolate(fault: Fault, top: Node) -> str:
    """Write a code that has lost its other half as one that stands alone, which TMX has <it> for."""
    del top
    node = node_of(fault)
    node.attributes.pop("i", None)
    position = "begin" if node.name == "bpt" else "end"
    node.name = "it"
    node.attributes = {"pos": position, **node.attributes}
    return f'it is written as <it pos="{position}">'


def part_numbers(fault: Fault, top: Node) -> str:
    """Give codes of one number numbers of their own: an end belongs to the last that is open."""
    seg = segment_of(node_of(fault), top)
    codes = [node for node in seg.within() if node.name in ("bpt", "ept")]
    used = {code.attributes.get("i", "") for code in codes}
    free = (str(n) for n in range(1, len(codes) * 2 + 2) if str(n) not in used)
    given: set[str] = set()
    waiting: dict[str, list[str]] = {}
    for code in codes:
        number = code.attributes.get("i", "")
        if code.name == "bpt":
            fresh = next(free) if number in given else number
            given.add(fresh)
            waiting.setdefault(number, []).append(fresh)
            code.attributes["i"] = fresh
        elif waiting.get(number):
            code.attributes["i"] = waiting[number].pop()
    return "each pair has a number of its own"


def placeholder(fault: Fault, top: Node) -> str:
    """Write <ph> for <ut>."""
    del top
    node_of(fault).name = "ph"
    return "it is written as <ph>"


def _to_property(fault: Fault, node: Node, parent: Node, index: int) -> str:
    """Keep what an unknown element of a unit says as a property, a known one's text as a note."""
    text = node.text().strip()
    if not text:
        del parent.children[index]
        return "it is taken out; it is empty"
    if node.name in ELEMENTS or node.name[0] == "#":
        parent.children[index] = Node("note", node.start, {}, [text])
        return "its text is kept as a note"
    kind = f"x-{node.written.replace(':', '-')}"
    parent.children[index] = Node("prop", node.start, {"type": kind}, [text])
    if node.attributes:
        fault.lost = " ".join(f'{name}="{value}"' for name, value in node.attributes.items())
    return f'it is kept as <prop type="{kind}">'


def _plain(children: Iterable[Node | str], keep: str = "") -> Iterable[Node | str]:
    """Elements as the text they are written as, those of TMX by their text alone."""
    for child in children:
        if isinstance(child, str) or child.name == keep or child.name == "#remark":
            yield child
        elif child.name in ELEMENTS:
            yield from _plain(child.children, keep)
        else:
            yield child.raw
            yield from _plain(child.children, keep)
            if child.closed and not child.empty and child.name != "#end":
                yield f"</{child.written}>"


def _as_codes(parent: Node, seg: Node) -> Iterable[Node | str]:
    """Formatting that was written as tags becomes codes of TMX: nothing but its form changes."""
    allowed = ELEMENTS[parent.name].children
    used = {node.attributes.get("i", "") for node in seg.within()}
    free = (str(n) for n in range(1, 10**6) if str(n) not in used)
    waiting: list[Node | str] = [*reversed(parent.children)]
    while waiting:
        child = waiting.pop()
        if isinstance(child, str) or child.name in allowed or child.name == "#remark":
            yield child
        elif child.name in ELEMENTS:
            waiting.extend(reversed(child.children))
        elif child.closed and not child.empty and child.name != "#end":
            number = next(free)
            waiting.append(Node("ept", child.start, {"i": number}, [f"</{child.written}>"]))
            waiting.extend(reversed(child.children))
            yield Node("bpt", child.start, {"i": number}, [child.raw])
        else:
            waiting.extend(reversed(child.children))
            yield _alone(child)


def _alone(child: Node) -> Node | str:
    """A tag without its other half: a code where its name is one of formatting, else text."""
    name = child.written.lower()
    if name not in _HTML:
        return child.raw
    if child.empty or name in _VOID:
        return Node("ph", child.start, {}, [child.raw])
    return Node("it", child.start, {"pos": "end" if child.name == "#end" else "begin"}, [child.raw])
