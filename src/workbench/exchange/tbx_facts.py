"""exchange: an element of TBX as the facts that stand under it, whatever its version, style or wrapping.

TBX v2 and v3, the styles DCA and DCT and the XML of MultiTerm differ in the names of their elements and in
how they group them. What is said of a concept, a language or a term is the same: facts, each with a category.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

ENTRIES: Final = ("conceptEntry", "termEntry", "conceptGrp")
LANGUAGES: Final = ("langSec", "langSet", "languageGrp")
TERMS: Final = ("termSec", "tig", "ntig", "termGrp")
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_TYPED: Final = frozenset(
    {"descrip", "admin", "termNote", "ref", "xref", "transac", "transacNote", "descripNote", "adminNote"}
)
_GROUPS: Final = ("Grp", "Set")
_SILENT: Final = frozenset({"term", "language", "concept", "date", "termComp", "transacGrp", "termCompList"})
"""What is read elsewhere, or says when and by whom an entry was written; Workbench keeps no such record."""


class Fact(NamedTuple):
    """One thing said.

    Attributes:
        category: `note`, or what the file calls it: subjectField, administrativeStatus …
        text: on one line.
        target: what a reference points at.
    """

    category: str
    text: str
    target: str


def local(element: _Element) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: _Element) -> str:
    """All text in an element, on one line: marks of highlighting go, what they mark stays."""
    return " ".join("".join(str(part) for part in element.itertext(tag=None)).split())


def language_of(section: _Element) -> str:
    """The language of a section, in small letters: `zh-cn`; of MultiTerm its `language` says it."""
    named = section.get(_LANG) or section.get("lang") or ""
    for child in section:
        if not named and local(child) == "language":
            named = child.get("lang") or child.get("type") or ""
    return named.strip().replace("_", "-").lower()


def parts(element: _Element, names: tuple[str, ...]) -> Iterator[_Element]:
    """The children of these names."""
    return (child for child in element if local(child) in names)


def term_text(section: _Element) -> str:
    """The term of a term section, on one line; empty where there is none."""
    found = next((one for one in section.iter() if local(one) == "term"), None)
    return "" if found is None else text_of(found)


def facts(element: _Element) -> Iterator[Fact]:
    """What is said directly of a concept, a language or a term, groups opened, sections below left alone."""
    for child in element:
        name = local(child)
        if not name or name in _SILENT or name in LANGUAGES:
            continue
        if name in TERMS and name != "termGrp":
            continue
        if name == "descripGrp":
            yield from _described(child)
            continue
        if name.endswith(_GROUPS):
            if name != "termGrp" or local(element) == "ntig":
                yield from facts(child)
            continue
        category = child.get("type") or "" if name in _TYPED else name
        text = text_of(child)
        if text or child.get("target"):
            yield Fact(category or name, text, child.get("target") or "")


def _described(group: _Element) -> Iterator[Fact]:
    """A description with where it was found behind it: that is its own source, not the term's."""
    said = list(facts(group))
    sources = [one for one in said[1:] if one.category in ("source", "sourceIdentifier")]
    found = ", ".join(one.text for one in sources)
    for one in said:
        if one not in sources:
            yield one._replace(text=f"{one.text} ({found})") if one is said[0] and found else one
