"""glossary: the words of a phrase in another form, and the capital at its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.glossary.inflecting_words import Form, in_form

_CORE = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def words_in_form(words: list[str], heads: Iterable[int], form: Form) -> list[str]:
    """The words with those numbered by `heads` in a form; marks at a word stay, and so does its capital."""
    changed = list(words)
    for head in heads:
        changed[head] = word_in_form(words[head], form)
    return changed


def word_in_form(word: str, form: Form) -> str:
    """A word in a form; marks at it stay, and so does its capital."""
    core = _CORE.search(word)
    if core is None:
        return word
    made = in_form(core.group().lower(), form)
    if core.group()[0].isupper():
        made = (
            core.group() + made[len(core.group()) :]
            if made.startswith(core.group().lower())
            else made.capitalize()
        )
    return word[: core.start()] + made + word[core.end() :]


def capitalised(text: str) -> str:
    """A text with a capital at its first letter; a first word that has one inside, such as eID, stays."""
    first = re.search(r"[^\W_]", text)
    if first is None or not first.group().isalpha():
        return text
    at = first.start()
    word = re.match(r"[A-Za-z]+", text[at:])
    if word is not None and word.group()[1:] != word.group()[1:].lower():
        return text
    return text[:at] + text[at].upper() + text[at + 1 :]
