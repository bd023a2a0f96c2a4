"""exchange: which fault is mended how, and the rounds it takes until a unit is valid."""

from __future__ import annotations

from workbench.exchange.doctor import mending_units as units
from workbench.exchange.doctor import mending_values as values
from workbench.exchange.doctor.faults import Fault
from workbench.exchange.doctor.mending_values import Mender, node_of
from workbench.exchange.doctor.mojibake import garbled
from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.structure import structure_faults

_ROUNDS = 8
_MOST = 3000  # a unit with so many faults is none
# What is mended by reading it as it was meant and writing it rightly.
_WRITTEN = {
    "encoding.bytes": "the characters that they were are put in",
    "xml.control": "it is taken out",
    "xml.control-reference": "it is taken out",
    "xml.ampersand": "it is written &amp;",
    "xml.less-than": "it is written &lt;",
    "xml.section-end": "it is written ]]&gt;",
    "xml.entity": "the character is put in; a name that nobody knows is kept as text",
    "xml.entity-declared": "it is left out, and what refers to it is kept as text",
    "xml.tag": "it is written rightly",
    "xml.prefix": "it is taken out",
    "xml.not-closed": "it is closed",
    "xml.not-opened": "it is put in",
    "xml.stray-end": "it is taken out",
    "xml.comment": "it is taken out",
    "xml.declaration": "it is taken out",
    "tmx.lang-early": "the file calls itself TMX 1.4 now",
}
_MENDERS: dict[str, Mender] = {
    "tmx.attribute-missing": values.fill,
    "tmx.attribute-unknown": values.drop_unknown,
    "tmx.attribute-value": values.mend_choice,
    "tmx.language-missing": values.fill_language,
    "tmx.language": values.mend_language,
    "tmx.lang": values.rename_lang,
    "tmx.date": values.mend_date,
    "tmx.namespace": values.drop_namespace,
    "tmx.case": values.lower_case,
    "tmx.element-unknown": units.place_foreign,
    "tmx.element-misplaced": units.place_foreign,
    "tmx.element-missing": units.leave_out_empty,
    "tmx.element-twice": units.part_variants,
    "tmx.order": units.reorder,
    "tmx.text-misplaced": units.text_to_note,
    "tmx.code-not-closed": units.isolate,
    "tmx.code-not-opened": units.isolate,
    "tmx.code-twice": units.part_numbers,
    "tmx.unknown-tag": units.placeholder,
}
_LEFT = frozenset({"tmx.language"})  # may stay as it is: no program stops at it


def mend(top: Node, faults: list[Fault]) -> bool:
    """Mend a unit or a header, and say in each fault what was done.

    Args:
        top: the element; it is changed.
        faults: what was found in it; faults that show only when others are mended are added.

    Returns:
        Whether it is valid TMX 1.4 now. What is not has nothing that could be saved.
    """
    if sum(fault.rule.check in _MENDERS for fault in faults) > _MOST:
        return False
    for fault in faults:
        _mend_one(fault, top)
    for _ in range(_ROUNDS):
        again = [*structure_faults(top)]
        for fault in again:
            _mend_one(fault, top)
        faults.extend(fault for fault in again if fault.done)
        if not any(fault.done for fault in again):
            return all(fault.rule.check in _LEFT for fault in again)
    return False


def say_done(fault: Fault, otherwise: str) -> None:
    """Say what is done about a fault outside of units."""
    fault.done = fault.done or _WRITTEN.get(fault.rule.check, otherwise)


def mend_garble(seg: Node, *, chinese: bool) -> bool:
    """Turn garbled text back wherever it is certain, piece by piece between codes; whether any was."""
    turned = False
    for node in seg.within():
        for index, child in enumerate(node.children):
            if isinstance(child, str):
                found = garbled(child, chinese=chinese)
                if found is not None and found.text:
                    node.children[index] = found.text
                    turned = True
    return turned


def _mend_one(fault: Fault, top: Node) -> None:
    check = fault.rule.check
    if check in _WRITTEN:
        fault.done = (
            "� (U+FFFD) stands for them now" if check == "encoding.bytes" and fault.lost else _WRITTEN[check]
        )
        if check == "xml.not-opened" and fault.node is not None and fault.node.name == "seg":
            _strip(fault.node)
    elif check == "text.mojibake":
        if mend_garble(node_of(fault), chinese=fault.values[0] == "Chinese"):
            fault.done = "it is turned back"
    elif check in _MENDERS and (fault.node is None or _still_there(fault, top)):
        fault.done = _MENDERS[check](fault, top) if fault.node is not None else "it is written rightly"


def _still_there(fault: Fault, top: Node) -> bool:
    """Whether the element and its attribute are still there, after what was mended before."""
    node = node_of(fault)
    if fault.attribute and fault.rule.check not in ("tmx.attribute-missing", "tmx.language-missing"):
        return fault.attribute in node.attributes
    return (
        node is top
        or any(other is node for other in top.within())
        or fault.rule.check.startswith("tmx.element")
    )


def _strip(seg: Node) -> None:
    """A text that stood without <seg> had line breaks around it."""
    if seg.children and isinstance(seg.children[0], str):
        seg.children[0] = seg.children[0].lstrip()
    if seg.children and isinstance(seg.children[-1], str):
        seg.children[-1] = seg.children[-1].rstrip()
