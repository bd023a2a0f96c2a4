"""glossary: a new rendering in the form in which an old one was found in a text."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from workbench.glossary.inflecting_contexts import Need, at_sentence_start, verb_need
from workbench.glossary.inflecting_heads import is_noun_too, noun_head, verb_heads
from workbench.glossary.inflecting_phrases import capitalised, words_in_form
from workbench.glossary.inflecting_words import (
    Form,
    ing,
    is_plural,
    participle,
    past,
    plural,
    singular,
    third_person,
)

_POSSESSIVE = re.compile(r"(?:(['’])s|(?<=s)(['’]))$")
_SMALL_WORDS = "a an the of in for to on with at by from and or as"
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_LEAST_SHARED = 3  # letters that two spellings of a word have in common at their beginning


class _Change(NamedTuple):
    """How a phrase was found: the word that differs from the rendering, and its form.

    Attributes:
        at: number of the word.
        form: of the word; an -s counts as a plural. None where the rendering is in the plural and it is not.
    """

    at: int
    form: Form | None


def carried_over(found: str, old: str, new: str, before: str | None = None) -> str:
    """`new` in the form in which `old` was found: capitals, possessive, hyphens, plural, verb form.

    Args:
        found: the words as they stand in the text; some form of `old`, perhaps in other spelling.
        old: the rendering they are a form of.
        new: the rendering to put in their place.
        before: English before them, where it is at hand: it tells a past from a participle, and whether the
            capital of a name opened a sentence too.

    Returns:
        `found` where old and new are the same. What cannot be told is left as `new` has it.
    """
    if old == new:
        return found
    bare, apostrophe = _without_possessive(found, old)
    if " " in old and bare.replace("-", " ").lower() == old.lower() and " " not in bare:
        text = new.replace(" ", "-")
    else:
        text = _inflected(bare, old, new, before)
    text = _in_case(bare, old, text)
    if before is not None and at_sentence_start(before):
        text = capitalised(text)
    return text + _possessive_ending(text, apostrophe) if apostrophe else text


def _without_possessive(found: str, old: str) -> tuple[str, str]:
    """What was found without a possessive ending that the rendering has not, and the apostrophe of that."""
    ending = _POSSESSIVE.search(found)
    if ending is None or _POSSESSIVE.search(old):
        return found, ""
    return found[: ending.start()], ending[1] or ending[2]


def _possessive_ending(text: str, apostrophe: str) -> str:
    last = text.rpartition(" ")[2].lower()
    return apostrophe if last.endswith("s") and is_plural(last) else f"{apostrophe}s"


def _inflected(found: str, old: str, new: str, before: str | None) -> str:
    """The new words with the number or the verb form that the old ones were found with."""
    there, here = _words(found), _words(old)
    change = _change(there, here)
    if change is None:
        return new
    form, words = change.form, new.split(" ")
    if form is Form.PLURAL and _is_verb_at(here, change.at):
        form = Form.THIRD
    if form is None or form is Form.PLURAL:
        return " ".join(_in_number(words, many=form is not None))
    if form is Form.PAST:
        form = _past_or_participle(there, here[change.at], before)
    return " ".join(words_in_form(words, verb_heads(words), form))


def _words(text: str) -> list[str]:
    return re.split(r"[\s-]+", text.lower())


def _change(there: list[str], here: list[str]) -> _Change | None:
    """The first word that was found in another form; with words between, only first and last count."""
    places = range(len(here)) if len(here) == len(there) else sorted({0, len(here) - 1})
    for at in places:
        word = there[at] if at < len(here) - 1 or len(here) == len(there) else there[-1]
        if word == here[at]:
            continue
        if is_plural(here[at]) and word == singular(here[at]):
            return _Change(at, None)
        if form := _form(word, here[at]):
            return _Change(at, form)
    return None


def _form(word: str, base: str) -> Form | None:
    """The form of `base` that `word` is, in whatever spelling; a past for a participle."""
    if word in (plural(base), third_person(base)):
        return Form.PLURAL
    if word == ing(base):
        return Form.ING
    if word in (past(base), participle(base)):
        return Form.PAST
    if word[:_LEAST_SHARED] != base[:_LEAST_SHARED]:
        return None
    for form, ending in ((Form.ING, "ing"), (Form.PAST, "ed")):
        if word.endswith(ending) and not base.endswith(ending):
            return form
    return Form.PLURAL if is_plural(word) and not is_plural(base) else None


def _is_verb_at(words: list[str], at: int) -> bool:
    """Whether the word is a verb, so that its -s is no plural."""
    return at in verb_heads(words) and (at != noun_head(words) or not is_noun_too(words[at]))


def _past_or_participle(there: list[str], base: str, before: str | None) -> Form:
    """Which of the two was found: as `have`, `be` or an irregular verb tells; else the past."""
    if before is not None and verb_need(before) in (Need.AFTER_HAVE, Need.AFTER_BE):
        return Form.PARTICIPLE
    told = past(base) != participle(base) and participle(base) in there
    return Form.PARTICIPLE if told else Form.PAST


def _in_number(words: list[str], *, many: bool) -> list[str]:
    """A noun phrase in the plural or the singular."""
    head = noun_head(words)
    if head is None or is_plural(words[head].lower()) is many:
        return words
    if many:
        return words_in_form(words, (head,), Form.PLURAL)
    one = singular(words[head].lower())
    return [*words[:head], one.capitalize() if words[head][0].isupper() else one, *words[head + 1 :]]


def _in_case(found: str, old: str, text: str) -> str:
    """A text with the capitals that were found and that the old rendering has not."""
    if found.isupper() and not old.isupper() and len(found) > 1:
        return text.upper()
    if _is_title(found) and not _is_title(old):
        return " ".join(
            word if word in _SMALL and at else capitalised(word) for at, word in enumerate(text.split(" "))
        )
    return capitalised(text) if found[:1].isupper() and old[:1].islower() else text


def _is_title(text: str) -> bool:
    """Whether a text of several words has a capital at each that a title gives one to."""
    words = [word for word in text.split() if word.lower() not in _SMALL]
    return len(words) > 1 and all(word[0].isupper() for word in words)
