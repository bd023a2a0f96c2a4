"""exchange: concepts as TBX v3 (ISO 30042:2019), dialect TBX-Basic, in the style DCA or DCT."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count
from typing import Final
from xml.sax.saxutils import quoteattr

from workbench.exchange.tbx_elements import NOT_XML, Style, category, element, root_tag
from workbench.exchange.tbx_words import PARTS_OF_SPEECH, STATUS, as_note
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept, Rendering, Status, TermKind

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_WEB: Final = re.compile(r"https?://[!-~]+")


def write_tbx(concepts: Sequence[Concept], *, title: str, source: str = "", style: Style = "dca") -> str:
    """Concepts as one TBX-Basic document; `read_tbx` gives the same concepts back.

    What Basic has no slot for (pinyin, article, attestation, register, years, valency, members, first
    mention, context) stands in notes that begin with its name. A rendering to avoid is a deprecated term with
    its reason in a note, since TBX knows no forbidden ones.

    Args:
        concepts: at least one; TBX has no empty termbase. One without any rendering has its Chinese alone.
        title: name of the termbase.
        source: where it comes from and under which licence, one sentence.
        style: categories as attributes (dca) or as tags (dct).

    Raises:
        WorkbenchError: there are no concepts.
    """
    if not concepts:
        raise WorkbenchError(f"{title}: no concept to export, and a TBX file holds at least one.")
    names = _names(concepts)
    ids = dict(zip((one.id for one in concepts), names, strict=True))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        root_tag(style),
        "  <tbxHeader>",
        "    <fileDesc>",
        f"      <titleStmt>{element('title', title)}</titleStmt>",
        f"      <sourceDesc>{element('p', source or title)}</sourceDesc>",
        "    </fileDesc>",
        "  </tbxHeader>",
        "  <text>",
        "    <body>",
    ]
    for concept, name in zip(concepts, names, strict=True):
        lines.extend(_Entry(style, ids).lines(concept, name))
    lines.extend(["    </body>", "  </text>", "</tbx>", ""])
    return "\n".join(lines)


def _names(concepts: Sequence[Concept]) -> list[str]:
    """An XML id a concept: its own, behind a _ where that makes it a name; else made from its place."""
    taken: set[str] = set()
    names: list[str] = []
    for place, concept in enumerate(concepts, start=1):
        candidates = chain((concept.id, f"_{concept.id}"), (f"_{number}" for number in count(place)))
        name = next(one for one in candidates if _NAME.fullmatch(one) and one not in taken)
        taken.add(name)
        names.append(name)
    return names


class _Entry:
    """Writes concepts in one style; `ids` are the XML ids of all concepts of the document."""

    def __init__(self, style: Style, ids: Mapping[str, str]) -> None:
        self._style = style
        self._ids = ids

    def lines(self, concept: Concept, name: str) -> Iterable[str]:
        """The entry of a concept; `name` is its XML id."""
        yield f"      <conceptEntry id={quoteattr(name)}>"
        if concept.domain:
            yield "        " + self._category("descrip", "subjectField", concept.domain)
        target = self._ids.get(concept.abbreviation_of, "")
        if target:
            yield "        " + self._category("ref", "crossReference", concept.abbreviation_of, target)
        facts = {
            "concept": concept.id if concept.id != name else "",
            "kind": str(concept.kind),
            "members": "|".join(concept.members),
            "abbreviation of": "" if target else concept.abbreviation_of,
            "first mention": concept.first_mention,
            "context": concept.context,
            "risk": concept.risk,
        }
        yield from _notes("        ", facts)
        yield from self._chinese(concept)
        yield from self._english(concept)
        yield "      </conceptEntry>"

    def _chinese(self, concept: Concept) -> Iterable[str]:
        yield '        <langSec xml:lang="zh-CN">'
        kind = "abbreviation" if concept.abbreviation_of else _term_type(concept.kind)
        yield from self._term(concept.zh, {"termType": kind}, {"pinyin": concept.pinyin})
        for variant in concept.zh_variants:
            yield from self._term(variant, {"termType": "variant"}, {})
        yield "        </langSec>"

    def _english(self, concept: Concept) -> Iterable[str]:
        if not concept.renderings:
            return
        yield '        <langSec xml:lang="en">'
        for rendering in concept.renderings:
            notes = {
                "partOfSpeech": rendering.pos if rendering.pos in PARTS_OF_SPEECH else "",
                "administrativeStatus": STATUS[rendering.status],
            }
            facts = _facts(rendering)
            yield from self._term(rendering.en, notes, facts, rendering.authority, rendering.source_url)
        for short in dict.fromkeys(one.short_form for one in concept.usable if one.short_form):
            notes = {"administrativeStatus": STATUS[Status.ADMITTED], "termType": "shortForm"}
            yield from self._term(short, notes, {})
        yield "        </langSec>"

    def _term(
        self,
        term: str,
        term_notes: Mapping[str, str],
        facts: Mapping[str, str],
        authority: str = "",
        url: str = "",
    ) -> Iterable[str]:
        yield "          <termSec>"
        inner = "            "
        yield inner + element("term", term)
        for kind, value in term_notes.items():
            if value:
                yield inner + self._category("termNote", kind, value)
        if authority:
            yield inner + self._category("admin", "source", authority)
        if _WEB.fullmatch(url):
            yield inner + self._category("xref", "externalCrossReference", url, url)
        yield from _notes(inner, facts)
        yield "          </termSec>"

    def _category(self, meta: str, name: str, text: str, target: str = "") -> str:
        return category(self._style, meta, name, text, target)


def _term_type(kind: TermKind) -> str:
    return "phrase" if kind in (TermKind.SETPHRASE, TermKind.FORMULA) else ""


def _facts(rendering: Rendering) -> dict[str, str]:
    """What is known of a rendering and has no slot in Basic."""
    years = (str(year or "") for year in (rendering.year_from, rendering.year_to))
    return {
        "article": rendering.article,
        "short form": rendering.short_form,
        "attestation": str(rendering.attestation),
        "register": rendering.register,
        "years": "–".join(years) if rendering.year_from or rendering.year_to else "",
        "source": "" if _WEB.fullmatch(rendering.source_url) else rendering.source_url,
        "checked on": rendering.checked_on,
        "part of speech": "" if rendering.pos in PARTS_OF_SPEECH else rendering.pos,
        "valency": rendering.valency,
        "note": rendering.note,
    }


def _notes(indent: str, facts: Mapping[str, str]) -> Iterable[str]:
    for name, value in facts.items():
        if value:
            yield indent + element("note", as_note(name, value))


def in_notes(concepts: Iterable[Concept]) -> Counter[str]:
    """How often what is known stands in a note, by its name, since TBX-Basic has no slot for it."""
    counted: Counter[str] = Counter()
    for concept in concepts:
        facts = {
            "pinyin": concept.pinyin,
            "kind": str(concept.kind),
            "members": concept.members,
            "first mention": concept.first_mention,
            "context": concept.context,
            "risk": concept.risk,
        }
        counted.update(name for name, value in facts.items() if value)
        for rendering in concept.renderings:
            counted.update(name for name, value in _facts(rendering).items() if value and name != "note")
    return counted


def not_in_xml(concepts: Iterable[Concept]) -> list[str]:
    """Ids of the concepts with a character that no XML file can hold; a � stands in its place."""
    return [one.id for one in concepts if NOT_XML.search(_texts_of(one))]


def _texts_of(concept: Concept) -> str:
    """All texts of a concept in one."""
    own = (concept.id, concept.zh, *concept.zh_variants, concept.pinyin, concept.domain, *concept.members)
    more = (concept.abbreviation_of, concept.first_mention, concept.context, concept.risk)
    each = (
        text
        for one in concept.renderings
        for text in (one.en, one.short_form, one.register, one.authority, one.source_url, one.pos)
    )
    rest = (text for one in concept.renderings for text in (one.valency, one.note))
    return "\n".join((*own, *more, *each, *rest))
