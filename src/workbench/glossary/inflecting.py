"""glossary: a rendering as the English around the caret needs it, and a new one in the form of an old one."""

from __future__ import annotations

import re
from typing import Final

from workbench.glossary.inflecting_carried import carried_over
from workbench.glossary.inflecting_contexts import (
    Need,
    at_sentence_start,
    takes_article,
    verb_need,
    wants_plural,
)
from workbench.glossary.inflecting_heads import PREPOSITIONS, is_counted, noun_head, verb_heads
from workbench.glossary.inflecting_phrases import capitalised, words_in_form
from workbench.glossary.inflecting_words import Form, is_plural, plural
from workbench.model.terms import Rendering

__all__ = ["carried_over", "inflected"]

_VOWEL_LETTERS: Final = frozenset("AEFHILMNORSX")
_VOWEL_SOUND = re.compile(r"[aeiou]|hour|honest|honor|honour|heir")
_CONSONANT_SOUND = re.compile(
    r"eu|ewe|one(?![a-z])|once|ubiq|unanim|uni(?:[tvfqlcs]|on)|u(?:s[aeiu]|t[aeio]|r[aeiu]|k|y|g[aeiou])"
)
_SPELT_OUT = re.compile(r"[A-Z][A-Z0-9]+s?(?![a-z])")


def inflected(rendering: Rendering, before: str, after: str, article: bool = False) -> str:
    """A rendering as it is written at a caret: in the form grammar is sure of, capital if it opens.

    Args:
        rendering: what to write; what its `pos` does not name a noun or a verb is not inflected.
        before: English before the caret, of the whole row.
        after: English behind it.
        article: True to have its article before it, `a` or `an` by sound, where none stands there.

    Returns:
        The words without blanks around them. A noun is in the plural behind `many`, `these`, figures and the
        like, unless it is a proper name or cannot be counted; a verb has -ing behind a preposition, its
        participle behind `have`, the form that fits behind `be`, and -s behind a plain singular subject.
    """
    text = rendering.en
    many = False
    if rendering.pos == "noun":
        text = _as_noun(rendering, before, after)
        many = text != rendering.en
    elif rendering.pos == "verb":
        text = _as_verb(text, verb_need(before))
    if article and rendering.article and takes_article(before):
        text = _with_article(rendering.article, text, many)
    return capitalised(text) if at_sentence_start(before) else text


def _as_noun(rendering: Rendering, before: str, after: str) -> str:
    words = rendering.en.split(" ")
    head = noun_head(words)
    if head is None or not wants_plural(before, after):
        return rendering.en
    counted = rendering.article in ("a", "an")
    noun = words[head]
    if noun != noun.lower():  # a proper name, unless it says itself that there are several
        if not counted or is_plural(noun.lower()):
            return rendering.en
        words[head] = plural(noun) if noun[1:].islower() else f"{noun}s"
    elif (counted and not is_plural(noun)) or is_counted(noun):
        words[head] = plural(noun)
    return " ".join(words)


def _as_verb(text: str, need: Need) -> str:
    words = text.split(" ")
    heads = verb_heads(words, sure=True)
    if not heads or need is Need.AS_IT_IS:
        return text
    form = {Need.ING: Form.ING, Need.AFTER_HAVE: Form.PARTICIPLE, Need.THIRD: Form.THIRD}.get(need)
    if need is Need.AFTER_BE:
        form = _after_be(words, heads)
    return text if form is None else " ".join(words_in_form(words, heads, form))


def _after_be(words: list[str], heads: tuple[int, ...]) -> Form | None:
    """A verb that brings its object stands in the -ing form behind `be`, a bare one in the participle.

    Before a preposition or an adverb either may be meant: `relocate out of`, `advance steadily`.
    """
    following = words[heads[-1] + 1 :]
    if words[heads[0]] == "be":
        return Form.ING
    if not following:
        return Form.PARTICIPLE
    if following[0] in PREPOSITIONS or following[0].endswith("ly") or following[0] in ("up", "down", "well"):
        return None
    return Form.ING


def _with_article(article: str, text: str, many: bool) -> str:
    if article == "the":
        return f"the {text}"
    return text if many else f"{indefinite(text)} {text}"


def indefinite(text: str) -> str:
    """`a` or `an` by the sound a text begins with: an SOE, a European, an 8 percent rise, a one-stop shop."""
    first = re.split(r"[\s-]", text.lstrip("“‘\"'("), maxsplit=1)[0]
    if _SPELT_OUT.fullmatch(first) or (len(first) == 1 and first.isupper()):
        return "an" if first[0] in _VOWEL_LETTERS else "a"
    if first[:1].isdigit():
        return "an" if first[0] == "8" or re.match(r"1[18](?!\d)", first) else "a"
    lower = first.lower()
    return "an" if _VOWEL_SOUND.match(lower) and not _CONSONANT_SOUND.match(lower) else "a"


def with_fitting_article(before: str, text: str) -> str:
    """`before` with the a or an it ends in set right for `text`; as it is where it ends in none.

    Args:
        before: English before the caret.
        text: what is written there.
    """
    ending = re.search(r"(?<![\w.])([Aa])(n?)(\s+)$", before)
    if ending is None or not text[:1].isalnum():
        return before
    article = indefinite(text)[1:]
    return f"{before[: ending.start()]}{ending[1]}{article}{ending[3]}"
