"""exchange: an entry of TBX becomes a concept, and what Workbench has no place for is counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from workbench.exchange.tbx_facts import LANGUAGES, TERMS, Fact, facts, language_of, parts, term_text
from workbench.exchange.tbx_words import CHINESE_FACTS, CONCEPT_FACTS, ENGLISH_FACTS, from_note, meaning_of
from workbench.exchange.term_words import bare, meant
from workbench.model.terms import Attestation, Concept, Rendering, Status, TermKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_YEARS: Final = re.compile(r"(\d{4})?–(\d{4})?")
_MINOR: Final = frozenset({"variant", "shortform", "acronym", "synonym"})
_OF_CONCEPTS: Final = frozenset({"domain", "related"})
_OF_CHINESE: Final = frozenset({"status", "forbidden", "type"})
_OF_ENGLISH: Final = frozenset({"status", "forbidden", "type", "pos", "authority", "url", "register"})
_WITH_ITS_NAME: Final = {
    "definition": "definition",
    "example": "example",
    "authority": "source",
    "url": "see",
}
_POINTING: Final = frozenset({"url", "related"})
_YES: Final = frozenset({"true", "yes", "1"})


@dataclass(slots=True)
class Section:
    """A term and what is said of it.

    Attributes:
        said: by name of a note of ours, or by what a category means.
        plain: remarks without a name of ours, in order.
        language: of the section it stands in.
    """

    term: str
    language: str
    said: dict[str, str] = field(default_factory=dict)
    plain: list[str] = field(default_factory=list)


def concept_of(entry: _Element, left: Counter[str]) -> Concept | None:
    """The concept of an entry; None where it has no Chinese or no English term, which is counted.

    Args:
        entry: conceptEntry, termEntry or conceptGrp.
        left: is told what has no place in a concept, and how often.

    The result's `abbreviation_of` is the XML id that a reference has, until `read_tbx` knows all entries.
    """
    gatherer = _Gatherer(left)
    gatherer.concept(facts(entry))
    chinese, english = _sections(entry, gatherer, left)
    own = gatherer.own
    if not chinese:
        left["entries without a Chinese term"] += 1
        return None
    if not english:
        left["entries without an English term"] += 1
        return None
    head = _headword(chinese)
    renderings = _renderings(english, left)
    main = _main(renderings)
    renderings[main] = _with_remarks(renderings[main], [*own.plain, *_remarks(chinese)])
    said = own.said
    kind = meant("kind", said.get("kind", "")) or _kind(head)
    is_short = bare(head.said.get("type", "")) == "abbreviation"
    return Concept(
        id=said.get("concept", "") or (entry.get("id") or "").strip() or head.term,
        zh=head.term,
        renderings=tuple(renderings),
        zh_variants=tuple(dict.fromkeys(one.term for one in chinese if one.term != head.term)),
        pinyin=head.said.get("pinyin", ""),
        kind=TermKind(kind),
        domain=said.get("domain", ""),
        members=tuple(item for part in said.get("members", "").split("|") if (item := part.strip())),
        abbreviation_of=said.get("abbreviation of", "") or (said.get("related", "") if is_short else ""),
        first_mention=said.get("first mention", ""),
        context=said.get("context", ""),
        risk=said.get("risk", ""),
    )


class _Gatherer:
    """Puts facts where they belong: under a name, among the remarks, or to what is left out."""

    def __init__(self, left: Counter[str]) -> None:
        self._left = left
        self.own = Section("", "")

    def concept(self, said: Iterable[Fact]) -> None:
        """What is said of the concept or of one of its languages."""
        self._gather(self.own, said, CONCEPT_FACTS, _OF_CONCEPTS)

    def term(self, section: Section, said: Iterable[Fact], side: str) -> Section:
        """What is said of a term; its domain is the concept's."""
        ours, meanings = (CHINESE_FACTS, _OF_CHINESE) if side == "zh" else (ENGLISH_FACTS, _OF_ENGLISH)
        self._gather(section, said, ours, meanings)
        return section

    def _gather(
        self, section: Section, said: Iterable[Fact], ours: Sequence[str], meanings: frozenset[str]
    ) -> None:
        for fact in said:
            meaning = meaning_of(fact.category)
            if fact.category == "note":
                name, value = from_note(fact.text)
                if name in ours and name != "note":
                    section.said.setdefault(name, value)
                else:
                    section.plain.append(value if name == "note" else fact.text)
            elif meaning in meanings and meaning not in section.said:
                section.said[meaning] = fact.target or fact.text if meaning in _POINTING else fact.text
            elif meaning == "domain" and "domain" not in self.own.said:
                self.own.said["domain"] = fact.text
            elif meaning == "usage":
                section.plain.append(fact.text)
            elif meaning in _WITH_ITS_NAME:
                section.plain.append(f"{_WITH_ITS_NAME[meaning]}: {fact.text or fact.target}")
            else:
                self._left[fact.category] += 1


def _sections(
    entry: _Element, gatherer: _Gatherer, left: Counter[str]
) -> tuple[list[Section], list[Section]]:
    """The Chinese and the English terms of an entry; what is said of a language goes to the concept."""
    sides: dict[str, list[Section]] = {"zh": [], "en": []}
    for section in parts(entry, LANGUAGES):
        language = language_of(section)
        name = _side(language)
        if not name:
            left[f"terms in {language or 'no language'}"] += sum(1 for _ in _term_sections(section))
            continue
        inside = list(_term_sections(section))
        if inside != [section]:
            gatherer.concept(facts(section))
        for part in inside:
            if term := term_text(part):
                sides[name].append(gatherer.term(Section(term, language), facts(part), name))
    return sides["zh"], sides["en"]


def _term_sections(section: _Element) -> Iterator[_Element]:
    """The term sections of a language; some programs put the term there without one."""
    yield from parts(section, TERMS) if any(True for _ in parts(section, TERMS)) else [section]


def _side(language: str) -> str:
    primary = re.split(r"[-\s(]", language)[0]
    if primary in ("zh", "zho", "chi", "cmn", "chinese"):
        return "zh"
    return "en" if primary in ("en", "eng", "english") else ""


def _headword(chinese: Sequence[Section]) -> Section:
    """The term the others are variants of: whole, preferred and in simplified characters, if there is one."""

    def rank(one: Section) -> tuple[bool, bool, bool]:
        status = meant("status", one.said.get("status", "")) or "preferred"
        traditional = any(mark in one.language for mark in ("tw", "hk", "mo", "hant"))
        return bare(one.said.get("type", "")) in _MINOR, status != "preferred", traditional

    return min(chinese, key=rank)


def _kind(head: Section) -> str:
    return TermKind.SETPHRASE if bare(head.said.get("type", "")) == "phrase" else TermKind.TERM


def _renderings(english: Sequence[Section], left: Counter[str]) -> list[Rendering]:
    """English terms as renderings; one that is the short form of another goes to it."""
    told = {one.said["short form"] for one in english if "short form" in one.said}
    shorts = [one for one in english if _is_short(one)]
    kept = [one for one in english if one not in shorts] or shorts
    renderings = _one_preferred([(_rendering(one, left), _says_status(one)) for one in kept])
    for short in shorts if kept is not shorts else []:
        if short.term in told:
            continue
        main = _main(renderings)
        if renderings[main].short_form or _says_status(short):
            renderings.append(_rendering(short, left))
        else:
            renderings[main] = replace(renderings[main], short_form=short.term)
    return renderings


def _main(renderings: Sequence[Rendering]) -> int:
    """The place of the rendering that remarks on the concept go to: the first one that is to be used."""
    return next((at for at, one in enumerate(renderings) if one.usable), 0)


def _is_short(section: Section) -> bool:
    return bare(section.said.get("type", "")) == "shortform"


def _says_status(section: Section) -> bool:
    return not section.said.keys().isdisjoint(("status", "forbidden"))


def _one_preferred(renderings: Sequence[tuple[Rendering, bool]]) -> list[Rendering]:
    """Of the renderings whose status the file does not say, the first is preferred where no other one is."""
    taken = any(one.status is Status.PREFERRED and said for one, said in renderings)
    decided: list[Rendering] = []
    for one, said in renderings:
        decided.append(replace(one, status=Status.ADMITTED) if taken and not said else one)
        taken = taken or one.status is Status.PREFERRED
    return decided


def _rendering(section: Section, left: Counter[str]) -> Rendering:
    said = section.said
    start, end = _years(said.get("years", ""))
    web = said.get("url", "")
    return Rendering(
        en=section.term,
        article=said.get("article", ""),
        short_form=said.get("short form", ""),
        status=_status(said, left),
        attestation=Attestation(meant("attestation", said.get("attestation", "")) or Attestation.PROPOSED),
        register=said.get("register", ""),
        authority=said.get("authority", ""),
        year_from=start,
        year_to=end,
        source_url=web or said.get("source", ""),
        checked_on=said.get("checked on", ""),
        pos=said.get("part of speech", "") or said.get("pos", ""),
        valency=said.get("valency", ""),
        note="; ".join(section.plain),
    )


def _status(said: dict[str, str], left: Counter[str]) -> Status:
    if said.get("forbidden", "").casefold() in _YES:
        return Status.DEPRECATED
    word = said.get("status", "")
    value = meant("status", word)
    if value is None and word:
        left[f"the status “{word}”, taken as admitted"] += 1
        return Status.ADMITTED
    return Status(value or Status.PREFERRED)


def _years(text: str) -> tuple[int | None, int | None]:
    found = _YEARS.fullmatch(text)
    if not found:
        return None, None
    return (int(found[1]) if found[1] else None, int(found[2]) if found[2] else None)


def _remarks(sections: Sequence[Section]) -> Iterator[str]:
    return (f"{one.term}: {remark}" for one in sections for remark in one.plain)


def _with_remarks(rendering: Rendering, remarks: Sequence[str]) -> Rendering:
    said = "; ".join(filter(None, (rendering.note, *dict.fromkeys(remarks))))
    return replace(rendering, note=said)
