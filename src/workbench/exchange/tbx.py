"""exchange: concepts as TBX v3 (ISO 30042:2019), dialect TBX-Basic, style DCA."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept, Rendering, Status, TermKind

_STATUS: Final = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.SUPERSEDED: "supersededTerm-admn-sts",
}
_PARTS_OF_SPEECH: Final = ("noun", "verb", "adjective", "adverb", "other")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_WEB = re.compile(r"https?://\S+")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_tbx(concepts: Sequence[Concept], *, title: str, source: str = "") -> str:
    """Concepts as one TBX-Basic document.

    What Basic has no slot for (pinyin, article, attestation, register, years, valency, members, first
    mention, context) stands in notes that begin with its name. A rendering to avoid is a deprecated term with
    its reason in a note, since TBX knows no forbidden ones.

    Args:
        concepts: at least one; TBX has no empty termbase.
        title: name of the termbase.
        source: where it comes from and under which licence, one sentence.

    Raises:
        WorkbenchError: there are no concepts.
    """
    if not concepts:
        raise WorkbenchError(f"{title}: no concept to export, and a TBX file holds at least one.")
    ids = _ids(concepts)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">',
        "  <tbxHeader>",
        "    <fileDesc>",
        f"      <titleStmt>{_element('title', title)}</titleStmt>",
        f"      <sourceDesc>{_element('p', source or title)}</sourceDesc>",
        "    </fileDesc>",
        "  </tbxHeader>",
        "  <text>",
        "    <body>",
    ]
    for concept, name in zip(concepts, ids, strict=True):
        lines.extend(_concept(concept, name, dict(zip((one.id for one in concepts), ids, strict=True))))
    lines.extend(["    </body>", "  </text>", "</tbx>", ""])
    return "\n".join(lines)


def _ids(concepts: Sequence[Concept]) -> list[str]:
    """An XML id a concept: its own, behind a _ where that makes it a name; else made from its place."""
    taken: set[str] = set()
    ids: list[str] = []
    for place, concept in enumerate(concepts, start=1):
        candidates = chain((concept.id, f"_{concept.id}"), (f"_{number}" for number in count(place)))
        name = next(one for one in candidates if _NAME.fullmatch(one) and one not in taken)
        taken.add(name)
        ids.append(name)
    return ids


def _concept(concept: Concept, name: str, ids: Mapping[str, str]) -> Iterable[str]:
    yield f"      <conceptEntry id={quoteattr(name)}>"
    if concept.domain:
        yield "        " + _element("descrip", concept.domain, type="subjectField")
    if concept.abbreviation_of in ids:
        yield "        " + _element(
            "ref", concept.abbreviation_of, type="crossReference", target=ids[concept.abbreviation_of]
        )
    facts = {
        "concept": concept.id if concept.id != name else "",
        "kind": str(concept.kind),
        "members": ", ".join(concept.members),
        "first mention": concept.first_mention,
        "context": concept.context,
        "risk": concept.risk,
    }
    yield from _notes("        ", facts)
    yield from _chinese(concept)
    yield from _english(concept)
    yield "      </conceptEntry>"


def _chinese(concept: Concept) -> Iterable[str]:
    yield '        <langSec xml:lang="zh-CN">'
    kind = "abbreviation" if concept.abbreviation_of else _term_type(concept.kind)
    yield from _term(concept.zh, {"termType": kind}, {"pinyin": concept.pinyin})
    for variant in concept.zh_variants:
        yield from _term(variant, {"termType": "variant"}, {})
    yield "        </langSec>"


def _term_type(kind: TermKind) -> str:
    return "phrase" if kind in (TermKind.SETPHRASE, TermKind.FORMULA) else ""


def _english(concept: Concept) -> Iterable[str]:
    yield '        <langSec xml:lang="en">'
    for rendering in concept.renderings:
        notes = {
            "partOfSpeech": rendering.pos if rendering.pos in _PARTS_OF_SPEECH else "",
            "administrativeStatus": _STATUS[rendering.status],
        }
        yield from _term(rendering.en, notes, _facts(rendering), rendering.authority, rendering.source_url)
    short_forms = (rendering.short_form for rendering in concept.usable if rendering.short_form)
    for short in dict.fromkeys(short_forms):
        notes = {"administrativeStatus": _STATUS[Status.ADMITTED], "termType": "shortForm"}
        yield from _term(short, notes, {})
    yield "        </langSec>"


def _facts(rendering: Rendering) -> dict[str, str]:
    """What is known of a rendering and has no slot in Basic."""
    years = (str(year or "") for year in (rendering.year_from, rendering.year_to))
    return {
        "article": rendering.article,
        "attestation": str(rendering.attestation),
        "register": rendering.register,
        "years": "–".join(years) if rendering.year_from or rendering.year_to else "",
        "source": "" if _WEB.fullmatch(rendering.source_url) else rendering.source_url,
        "checked on": rendering.checked_on,
        "part of speech": "" if rendering.pos in _PARTS_OF_SPEECH else rendering.pos,
        "valency": rendering.valency,
        "note": rendering.note,
    }


def _term(
    term: str, term_notes: Mapping[str, str], facts: Mapping[str, str], authority: str = "", url: str = ""
) -> Iterable[str]:
    yield "          <termSec>"
    inner = "            "
    yield inner + _element("term", term)
    for kind, value in term_notes.items():
        if value:
            yield inner + _element("termNote", value, type=kind)
    if authority:
        yield inner + _element("admin", authority, type="source")
    if _WEB.fullmatch(url):
        yield inner + _element("xref", url, type="externalCrossReference", target=url)
    yield from _notes(inner, facts)
    yield "          </termSec>"


def _notes(indent: str, facts: Mapping[str, str]) -> Iterable[str]:
    for name, value in facts.items():
        if value:
            yield indent + _element("note", value if name == "note" else f"{name}: {value}")


def _element(name: str, text: str, **attributes: str) -> str:
    said = "".join(f" {key}={quoteattr(_clean(value))}" for key, value in attributes.items())
    return f"<{name}{said}>{escape(_clean(text))}</{name}>"


def _clean(text: str) -> str:
    """The text with what XML 1.0 cannot hold replaced."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
