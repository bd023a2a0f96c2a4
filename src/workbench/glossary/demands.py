"""glossary: which of the terms in a Chinese text its English is held to.

Demanded are institutions, offices, documents and formulas, and what a project has settled on; each once a
paragraph. All else is offered and never demanded, and so is what has no published rendering.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from workbench.glossary.offices import is_name, is_office
from workbench.model.terms import Attestation, Concept, Status, TermHit, TermKind

DEMANDED_KINDS: Final = frozenset((TermKind.INSTITUTION, TermKind.TITLE, TermKind.DOCUMENT, TermKind.FORMULA))
_QUOTED: Final = re.compile(r"“([^“”]*)”|「([^「」]*)」|《([^《》]*)》|〈([^〈〉]*)〉")
_SPEECH: Final = re.compile(r"[，。；！？：]")
_GOES_ON: Final = re.compile(
    r"(?:党组|原|前)?副?(?:部长|委员长|主任|局长|院长|署长|厅长|会长|行长|省长|市长|县长|区长|书记|长(?![三江期效征城远])"
    r"|系统|机关报|发言人)"
)
_BODY_ENDS: Final = frozenset("部委局")
_NO_BODY: Final = re.compile(r"[门队]|员(?!会)")
_OUTER_MARKS: Final = "“”「」《》〈〉‘’『』"


def is_demanded(concept: Concept) -> bool:
    """Whether the English of a paragraph that has this concept is to name it."""
    preferred = [one for one in concept.renderings if one.status is Status.PREFERRED]
    if not concept.usable or any(one.attestation is Attestation.PROPOSED for one in preferred):
        return concept.fixed and bool(concept.usable)
    if concept.fixed:
        return True
    if concept.kind is TermKind.TITLE and not any(is_office(one.en) for one in concept.usable):
        return False  # the title of a piece rather than of a person
    if concept.kind is TermKind.DOCUMENT and not any(is_name(one.en) for one in concept.usable):
        return False  # a sort of document rather than one
    return bool(preferred) and concept.kind in DEMANDED_KINDS


def whole_hits(source: str, hits: Sequence[TermHit]) -> list[TermHit]:
    """The hits without bodies that are none: 财政部 in 财政部门."""
    return [hit for hit in hits if not (hit.term[-1:] in _BODY_ENDS and _NO_BODY.match(source, hit.end))]


def demanded_hits(source: str, hits: Sequence[TermHit]) -> Iterable[TermHit]:
    """The first demanded hit of each concept, in order; nested ones are not demanded.

    Left out is a term that is only a part of the name in its quotation or title marks.
    """
    inside = _marked(source)
    seen: set[tuple[str, str]] = set()
    for hit in hits:
        key = (hit.concept.glossary, hit.concept.id)
        if key in seen or not is_demanded(hit.concept) or _part_of_a_name(hit, inside):
            continue
        seen.add(key)
        yield hit


def goes_on_to_office(source: str, hit: TermHit) -> bool:
    """Whether a body stands there for an office in it: the foreign minister need not bring the ministry."""
    return hit.concept.kind is TermKind.INSTITUTION and bool(_GOES_ON.match(source, hit.end))


def _marked(source: str) -> list[tuple[int, int]]:
    """What stands in title marks, or in quotation marks as a name rather than as speech."""
    found = []
    for match in _QUOTED.finditer(source):
        inner = match.group()[1:-1]
        if match.group()[0] in "《〈" or not (_SPEECH.search(inner) or len(inner) > 16):
            found.append((match.start() + 1, match.end() - 1))
    return found


def _part_of_a_name(hit: TermHit, inside: Iterable[tuple[int, int]]) -> bool:
    plain = len(hit.term.strip(_OUTER_MARKS))
    return any(
        start <= hit.start and hit.end <= end + 1 and plain < end - start
        for start, end in inside
        if hit.start < end and start < hit.end
    )
