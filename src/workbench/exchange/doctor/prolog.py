"""exchange: what stands before the units: the XML declaration, the DOCTYPE, the tag <tmx>."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.exchange.doctor.dtd import VERSIONS
from workbench.exchange.doctor.faults import Fault, short
from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.rules_tmx import TMX_RULES
from workbench.exchange.doctor.rules_xml import XML_RULES

_DECLARATION = re.compile(
    r"<\?xml\s+version\s*=\s*(?:\"1\.[0-9]\"|'1\.[0-9]')(?:\s+encoding\s*=\s*(?:\"[A-Za-z][\w.-]*\"|'[A-Za-z][\w.-]*'))?"
    r"(?:\s+standalone\s*=\s*(?:\"(?:yes|no)\"|'(?:yes|no)'))?\s*\?>"
)
_DOCTYPE = re.compile(
    r"<!DOCTYPE\s+([^\s>\[]+)\s*(?:(?:SYSTEM|PUBLIC\s+(?:\"[^\"]*\"|'[^']*'))\s*(\"[^\"]*\"|'[^']*'))?"
)
_DTD_NAME = re.compile(r"tmx(\d)(\d)", re.I)


def declaration_faults(node: Node) -> Iterator[Fault]:
    """<?xml … ?>: at the very start, once, and written rightly."""
    if node.start:
        yield Fault(XML_RULES["xml.declaration"], node.start, ("is not the first thing in the file",), node)
    elif not _DECLARATION.fullmatch(node.raw):
        yield Fault(XML_RULES["xml.declaration"], node.start, ("is not written rightly",), node)


def doctype_faults(node: Node) -> Iterator[Fault]:
    """The DOCTYPE: of TMX, and nothing declared in it. Where its DTD is does not matter: none is fetched."""
    found = _DOCTYPE.match(node.raw)
    if found is None:
        said = "is not written rightly"
    elif found[1] != "tmx":
        said = f"is one for <{short(found[1], 20)}>, not for <tmx>"
    elif "[" in node.raw and "<!ENTITY" not in node.raw:
        said = "declares something of its own, which other programs do not know"
    else:
        return
    yield Fault(TMX_RULES["tmx.doctype"], node.start, (said,), node)


def doctype_version(raw: str) -> str:
    """The version whose DTD a DOCTYPE names; empty where it names none."""
    found = _DOCTYPE.match(raw)
    name = _DTD_NAME.search(found[2] or "") if found else None
    return f"{name[1]}.{name[2]}" if name else ""


def root_faults(node: Node, doctype: str = "") -> Iterator[Fault]:
    """The tag <tmx>: its version and other attributes.

    Args:
        node: the element.
        doctype: version of the DTD that the DOCTYPE names; empty for none.
    """
    version = node.attributes.get("version")
    if version is None:
        yield Fault(TMX_RULES["tmx.version-missing"], node.start, (), node)
    elif version not in VERSIONS:
        yield Fault(TMX_RULES["tmx.version"], node.start, (short(version, 20),), node, "version")
    elif doctype and doctype != version:
        said = f"is that of version {doctype}, but <tmx> says {version}"
        yield Fault(TMX_RULES["tmx.doctype"], node.start, (said,), node)
    for name, value in node.attributes.items():
        if name == "xmlns" or name.startswith("xmlns:"):
            said = f'{name}="{short(value)}" in <tmx>'
            yield Fault(TMX_RULES["tmx.namespace"], node.start, (said,), node, name)
        elif name != "version":
            yield Fault(TMX_RULES["tmx.attribute-unknown"], node.start, ("tmx", name), node, name)
