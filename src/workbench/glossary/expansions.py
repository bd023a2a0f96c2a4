"""glossary: whether the English of a formula or abbreviation says what it stands for.

Such a concept goes by a label (the Four-sphere Confidence) or by what it stands for (confidence in the path,
theory, system and culture). What it stands for satisfies alone; a label is explained at its first mention.
"""

from __future__ import annotations

import re
from typing import Final

from workbench.glossary.english_forms import Span, places_of
from workbench.glossary.english_words import words_of
from workbench.glossary.near_forms import bag_of, contents_of, head_of, window_of
from workbench.model.terms import Concept, Status, TermKind

_FULL: Final = 0.6
_ALONE: Final = 0.6
_BESIDE: Final = 0.5
_BEFORE, _AFTER = 30, 60
_GLOSS: Final = re.compile(r"[\"'”’]?\s?(?:\(|[—–:]\s?|, (?:namely|that is|i\.e\.|meaning|which)\b)")
_LEAST_GLOSS: Final = 3
_KEPT: Final = 10_000
_KNOWN: Final[dict[int, tuple[Concept, tuple[str, ...]]]] = {}
"""The forms of concepts by their identity, for comparing concepts costs more than gathering their forms;
they are asked for every term of a row several times."""


def forms_of(concept: Concept) -> tuple[str, ...]:
    """What may be written for a concept: renderings, preferred first, then short forms."""
    known = _KNOWN.get(id(concept))
    if known is not None and known[0] is concept:
        return known[1]
    usable = [one for one in concept.renderings if one.status is Status.PREFERRED]
    usable += [one for one in concept.renderings if one.status is Status.ADMITTED]
    forms = [one.en for one in usable] + [one.short_form for one in usable if one.short_form]
    if len(_KNOWN) >= _KEPT:
        _KNOWN.clear()
    _KNOWN[id(concept)] = (concept, found := tuple(dict.fromkeys(forms)))
    return found


def forms_at_first(concept: Concept) -> tuple[str, ...]:
    """What may be written where an office was not named before: not its noun alone, as `spokesperson`."""
    forms = forms_of(concept)
    if concept.kind is not TermKind.TITLE:
        return forms
    full = bag_of(forms[0])
    return tuple(form for form in forms if not (form.isalpha() and form.islower() and bag_of(form) < full))


def number_of(form: str) -> str:
    """The number a formula is called by, in figures; empty where it is called by its members."""
    return next((word.plain for word in words_of(form)[:3] if word.plain.isdigit()), "")


def counted(form: str, english: str) -> tuple[Span, ...]:
    """Where a formula is called by its number and its noun: four confidences, four matters of confidence."""
    number = number_of(form)
    if not number or len(words_of(form)) < 2:
        return ()
    nouns = dict.fromkeys((words_of(form)[-1].stem, head_of(form)))
    places = (window_of(frozenset((number, noun)), english) for noun in nouns if noun)
    return tuple(place for place in places if place)


def labels_of(concept: Concept) -> tuple[str, ...]:
    """The forms that name a concept without saying what it stands for."""
    whole = bag_of(concept.first_mention)
    return tuple(form for form in forms_of(concept) if len(bag_of(form) & whole) < _FULL * len(whole))


def label_places(concept: Concept, english: str) -> tuple[Span, ...]:
    """Where a label of a concept stands in the English."""
    labels = labels_of(concept)
    strict = tuple(place for form in labels for place in places_of(form, english))
    return strict or tuple(place for form in labels for place in counted(form, english))


def said_alone(concept: Concept, english: str) -> bool:
    """Whether the English says what a concept stands for, which satisfies without its label."""
    wanted = _expansion(concept)
    if len(wanted) < 3:
        return False
    return len(wanted & {word.stem for word in contents_of(english)}) >= _ALONE * len(wanted)


def said_beside(concept: Concept, english: str, places: tuple[Span, ...]) -> bool:
    """Whether a label is explained where it stands.

    Args:
        concept: what is named.
        english: the shown text.
        places: where the label stands in it.
    """
    wanted = _expansion(concept)
    if not wanted or any(
        places_of(form, english) for form in set(forms_of(concept)) - set(labels_of(concept))
    ):
        return True
    return any(
        _glossed(english, end) or _share_near(wanted, english, start, end) >= _BESIDE for start, end in places
    )


def _expansion(concept: Concept) -> frozenset[str]:
    """The stems of what the first mention adds to the labels; empty where the entry asks for nothing."""
    if not concept.first_mention:
        return frozenset()
    return bag_of(concept.first_mention).difference(*map(bag_of, labels_of(concept)))


def _glossed(english: str, end: int) -> bool:
    """A bracket, dash or colon of some length behind the label explains it in whatever words."""
    opened = _GLOSS.match(english, end)
    if opened is None:
        return False
    rest = english[opened.end() :]
    inside = re.split(r"\)" if "(" in opened.group() else r"[.;—]", rest, maxsplit=1)[0]
    return len(inside.split()) >= _LEAST_GLOSS


def _share_near(wanted: frozenset[str], english: str, start: int, end: int) -> float:
    words = contents_of(english)
    first = sum(1 for word in words if word.end <= start)
    last = sum(1 for word in words if word.start < end)
    around = {*words[max(0, first - _BEFORE) : first], *words[last : last + _AFTER]}
    return len(wanted & {word.stem for word in around}) / len(wanted)
