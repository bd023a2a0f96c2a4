"""exchange: Piece, something of a file that is whole, and what is said of one that has no place."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.exchange.doctor.dtd import ELEMENTS
from workbench.exchange.doctor.faults import Fault, short
from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.rules_tmx import TMX_RULES
from workbench.exchange.doctor.rules_xml import XML_RULES


@dataclass(slots=True)
class Piece:
    """Something of the file that is whole now.

    Attributes:
        node: the element: tmx (as its tag is read), header, tu; another where it has no place; #remark for
            a comment or instruction between units; #doctype.
        end: offset of the character after it.
        cut: True where the file ended inside it.
    """

    node: Node
    end: int
    cut: bool = False


def orphan_fault(node: Node, where: str, *, ended: bool) -> Fault:
    """What is wrong with an element or a text that stands where only units and a header may.

    Args:
        node: the element, or #text.
        where: the element around it, tmx or body; empty outside of both.
        ended: whether </tmx> stands before it.
    """
    text = short(node.text())
    if not where:
        what = "Text" if node.name == "#text" else f"<{node.written}>"
        values = (what, "after" if ended else "before", text or what)
        return Fault(XML_RULES["xml.outside"], node.start, values, node)
    if node.name == "#text":
        return Fault(TMX_RULES["tmx.text-misplaced"], node.start, (where, text), node)
    rule = TMX_RULES["tmx.element-misplaced" if node.name in ELEMENTS else "tmx.element-unknown"]
    return Fault(rule, node.start, (node.written, where), node)
