"""glossary: whether an English text says a term of its Chinese, in a form that a reader accepts.

Accepted are the usable renderings and their short forms in any inflection, their words in another order,
their initials, and what published English does with names: an office without its body (premier for premier
of the State Council), a ministry before its field (the Foreign Ministry), a municipal committee without its
city. After it stood in the text before, its head noun or a pronoun will do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from workbench.glossary.bodies import body_said, in_longer_name, officer_said
from workbench.glossary.claims import Claims
from workbench.glossary.documents import document_said, of_another_document
from workbench.glossary.english_forms import Span, places_of
from workbench.glossary.english_words import words_of
from workbench.glossary.expansions import counted, forms_at_first, forms_of, number_of, said_alone
from workbench.glossary.fronts import ends_anothers
from workbench.glossary.heads import head_stands, names_another_body
from workbench.glossary.near_forms import bag_of, contents_of, head_of, window_of
from workbench.glossary.offices import held_by_another, is_rank_of_another, office_said, wrongly_ranked
from workbench.glossary.shared_heads import in_list
from workbench.model.terms import Concept, TermHit, TermKind

MARKS: Final = "“”‘’「」『』《》〈〉"
_LOCAL: Final = re.compile(r"[省市区县州乡镇](?:委|政府|人大|政协|纪委|人民政府)")
_LOCAL_WORDS: Final = frozenset(("author", "leadership", "leader"))
_HALF: Final = 0.5
_SOME: Final = 4
"""A formula of fewer words must have them all."""
_SUBJECT: Final = re.compile(r"(?:^|[.!?][\"”’]?\s+|\n)(?:It|They|He|She|His|Her|Its|Their)\b")
_SURNAME_SAYS: Final = re.compile(
    r"\b[A-Z][a-z]+ (?:also |further |then )?(?:said|says|stressed|noted|added|pointed|called|urged|met)\b"
)
_LEAST_INITIALS: Final = 3


def is_rendered(
    hit: TermHit,
    english: str,
    *,
    known: bool,
    office: bool = False,
    named: Collection[str] = (),
    alone: bool = False,
    claims: Claims | None = None,
) -> bool:
    """Whether the English says the concept of a hit.

    Args:
        hit: a term of the Chinese; other concepts that have the very same Chinese count too.
        english: the shown text.
        known: it stood in the text before, so that a head noun or a pronoun will do.
        office: the Chinese goes on to an office in it, so that its field will do: the foreign minister.
        named: English names of the person who stands beside the office.
        alone: no body of its own follows the name in the Chinese.
        claims: what the names of the text have of the English; without them all of it is free.
    """
    claims = claims or Claims((), english)
    longer = _in_longer_names(hit, english) if alone else ()
    if _named(hit, english, claims, longer, known=known):
        return True
    left = claims.left_for(hit, owners=False, also=longer)
    if any(_says(concept, english, left, known=known) for concept in _same_place(hit)):
        return True
    concept = hit.concept
    if office and any(officer_said(form, left) for form in forms_of(concept)):
        return True
    if concept.kind is TermKind.INSTITUTION and _LOCAL.search(hit.term):
        return bool((_LOCAL_WORDS | _heads(concept)) & _stems(english))
    if not known:
        return False
    left = claims.left_for(hit, owners=True, also=longer)
    if concept.kind is TermKind.TITLE:
        wrong = any(wrongly_ranked(form, left) for form in forms_of(concept))
        return not wrong and (_by_person(hit, left, named) or _by_head(concept, left, claims.stems))
    return _by_head(concept, left, claims.stems)


def _same_place(hit: TermHit) -> Iterable[Concept]:
    """The concepts that have just this Chinese."""
    yield hit.concept
    term = hit.term.strip(MARKS)
    yield from (nested.concept for nested in hit.nested if nested.term.strip(MARKS) == term)


def _in_longer_names(hit: TermHit, english: str) -> tuple[Span, ...]:
    """Where the name of a body stands only as a part of the name of one of its own bodies."""
    if hit.concept.kind is not TermKind.INSTITUTION:
        return ()
    places = (place for form in forms_of(hit.concept) for place in places_of(form, english))
    return tuple(place for place in places if in_longer_name(english, place))


def _named(hit: TermHit, english: str, claims: Claims, longer: Collection[Span], *, known: bool) -> bool:
    """Whether a rendering stands there as it is, and for no longer name, nor for another's office."""
    return any(
        (known or claims.is_free(hit, place))
        and place not in longer
        and not _of_another(concept, form, english, place)
        for concept in _same_place(hit)
        for form in (forms_of(concept) if known else forms_at_first(concept))
        for place in places_of(form, english)
    )


def _of_another(concept: Concept, form: str, english: str, place: Span) -> bool:
    """Whether what stands beside a rendering makes it another office or document."""
    if concept.kind in (TermKind.DOCUMENT, TermKind.INSTITUTION) and len(bag_of(form)) > 1:
        return ends_anothers(_stems_of(forms_of(concept)), english, place[0])
    if concept.kind is TermKind.DOCUMENT:
        return of_another_document(form, english, place[0])
    if concept.kind is not TermKind.TITLE:
        return False
    if form.lower().endswith("deputy") and is_rank_of_another(english, place[1]):
        return True
    return held_by_another(form, english, place[0])


def _says(concept: Concept, english: str, left: str, *, known: bool) -> bool:
    """Whether a concept is said otherwise; `left` is the English without what other names have."""
    forms = forms_of(concept) if known else forms_at_first(concept)
    if concept.kind is TermKind.FORMULA:
        if said_alone(concept, left):
            return True
    elif concept.kind is not TermKind.TITLE and any(in_list(form, english) for form in forms):
        return True
    return any(_says_nearly(concept, form, left) for form in forms) or _initials(concept, forms, left)


def _says_nearly(concept: Concept, form: str, english: str) -> bool:
    bag = bag_of(form)
    match concept.kind:
        case TermKind.INSTITUTION:
            return body_said(form, english)
        case TermKind.TITLE:
            return office_said(form, english)
        case TermKind.FORMULA:
            return bool(counted(form, english)) or (not number_of(form) and _mostly(bag, english))
        case TermKind.DOCUMENT:
            return document_said(form, english)
        case _:
            return len(bag) > 1 and window_of(bag, english) is not None


def _mostly(bag: frozenset[str], english: str) -> bool:
    """A formula called by its members, most of which are there in whatever form the sentence gave them."""
    share = _HALF if len(bag) >= _SOME else 1
    return len(bag) > 1 and len(bag & _stems(english)) >= share * len(bag)


def _by_person(hit: TermHit, english: str, named: Collection[str]) -> bool:
    """A name does for the name with its office, once both have been given."""
    persons = [one.concept for one in hit.nested if one.concept.kind is TermKind.PERSON]
    names = [*named, *(form for person in persons for form in forms_of(person))]
    surnames = {words_of(name)[0].plain for name in names if words_of(name)}
    return any(places_of(name, english) for name in surnames) or bool(_SURNAME_SAYS.search(english))


def _by_head(concept: Concept, english: str, known: frozenset[str]) -> bool:
    """The ministry, it: not for a term that the project has settled on, which is written out."""
    if concept.kind not in (TermKind.INSTITUTION, TermKind.TITLE, TermKind.DOCUMENT, TermKind.PLACE):
        return False
    if head_stands(forms_of(concept), english):
        return True
    return bool(_SUBJECT.search(english)) and not (
        concept.kind is TermKind.INSTITUTION and names_another_body(english, known)
    )


@lru_cache(maxsize=1 << 12)
def _stems_of(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*map(bag_of, forms))


def _heads(concept: Concept) -> frozenset[str]:
    return frozenset(head_of(form) for form in forms_of(concept)) - {""}


def _initials(concept: Concept, forms: Iterable[str], english: str) -> bool:
    """The initials of an institution in capitals: NDRC."""
    if concept.kind is not TermKind.INSTITUTION:
        return False
    letters = ("".join(re.findall(r"\b[A-Z]", form)) for form in forms)
    return any(len(one) >= _LEAST_INITIALS and re.search(rf"\b{one}\b", english) for one in letters)


@lru_cache(maxsize=1 << 10)
def _stems(english: str) -> frozenset[str]:
    return frozenset(word.stem for word in contents_of(english))
