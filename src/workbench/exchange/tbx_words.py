"""exchange: what TBX calls the parts of a concept, and what stands in notes as Basic has no place for it.

The categories are those of TBX-Basic (ISO 30042:2019, modules Min and Basic); the looser names beside them
are what tools write into TBX v2 and into the XML of MultiTerm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from workbench.exchange.term_words import bare
from workbench.model.terms import Status

NAMESPACE: Final = "urn:iso:std:iso:30042:ed-2"
MIN_NAMESPACE: Final = "http://www.tbxinfo.net/ns/min"
BASIC_NAMESPACE: Final = "http://www.tbxinfo.net/ns/basic"
MIN_CATEGORIES: Final = frozenset(
    {"administrativeStatus", "customerSubset", "externalCrossReference", "partOfSpeech", "subjectField"}
)
"""Categories of the module Min; in the style DCT they have its namespace, all others that of Basic."""

STATUS: Final[Mapping[Status, str]] = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.SUPERSEDED: "supersededTerm-admn-sts",
}
PARTS_OF_SPEECH: Final = ("noun", "verb", "adjective", "adverb", "other")

CONCEPT_FACTS: Final = ("concept", "kind", "members", "abbreviation of", "first mention", "context", "risk")
CHINESE_FACTS: Final = ("pinyin",)
ENGLISH_FACTS: Final = (
    *("article", "short form", "attestation", "register", "years", "source", "checked on"),
    *("part of speech", "valency", "note"),
)
"""The names with which notes begin that carry what Basic has no slot for, by where the notes stand."""

_CALLED: Final[Mapping[str, str]] = {
    "domain": "subjectField domain subject subjectArea field topic",
    "definition": "definition explanation",
    "example": "context example usageExample sampleSentence concordance",
    "status": "administrativeStatus normativeAuthorization status usageStatus termStatus",
    "forbidden": "forbidden prohibited isForbidden",
    "pos": "partOfSpeech pos wordClass",
    "type": "termType",
    "authority": "source sourceIdentifier reference",
    "url": "externalCrossReference url link",
    "register": "register usageRegister",
    "usage": "usageNote usage note comment remark remarks entryNote transferComment",
    "related": "crossReference",
}
_MEANING: Final = {bare(name): meaning for meaning, names in _CALLED.items() for name in names.split()}

_NAMED: Final = re.compile(rf"({'|'.join((*CONCEPT_FACTS, *CHINESE_FACTS, *ENGLISH_FACTS))}): (.*)", re.S)


def meaning_of(category: str) -> str:
    """What a category of a file says: domain, definition, example, status …; empty where it is not known."""
    return _MEANING.get(bare(category), "")


def as_note(name: str, value: str) -> str:
    """The text of a note that carries a fact; a plain note stands bare, unless it would be read as a fact."""
    return value if name == "note" and not _NAMED.match(value) else f"{name}: {value}"


def from_note(text: str) -> tuple[str, str]:
    """The name and the value of what a note carries; a note without a name of ours is a `note`."""
    found = _NAMED.fullmatch(text)
    return (found[1], found[2]) if found else ("note", text)
