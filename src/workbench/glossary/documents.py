"""glossary: whether an English text names a law, plan or treaty, in another order or in a list.

`Law on Administrative Licensing` is the Administrative Licensing Law; `Criminal Procedure Law` is not the
Criminal Law, and one convention of the United Nations is not another.
"""

from __future__ import annotations

import re
from typing import Final

from workbench.glossary.fronts import ends_anothers
from workbench.glossary.near_forms import Content, bag_of, contents_of, head_of, tight_windows
from workbench.glossary.offices import WEAK
from workbench.text.stems import stem

_GENERIC: Final = (
    WEAK
    | frozenset(
        ("peopl", "implement", "outlin", "interim", "trial", "nation", "state", "work", "anti", "against")
    )
    | frozenset(map(stem, ("building", "construction", "developing", "development", "creating", "creation")))
)
"""Stems that tell no document from another of its kind."""

_AT_LARGE: Final = re.compile(r"\b(?:to|by|with|of)(?: the)? $")


def document_said(form: str, english: str) -> bool:
    """Whether every word that tells a document from others stands together, and none of another's.

    Args:
        form: the rendering of the document.
        english: the shown text, without what other names have.
    """
    bag = bag_of(form)
    words = contents_of(english)
    if len(bag) == 1:
        return any(word.stem in bag and not of_another_document(form, english, word.start) for word in words)
    telling = bag - _GENERIC
    if len(telling) < 2:
        telling = bag
    return any(
        not _of_another(words[first : last + 1], bag, english)
        and not ends_anothers(bag, english, words[first].start)
        and not (head_of(form) == "law" and _all_at_large(words[first : last + 1], english))
        for first, last in tight_windows(telling, english)
    )


def of_another_document(form: str, english: str, start: int) -> bool:
    """Whether a name in one word has another's name before it: the Party Constitution for the Constitution.

    Args:
        form: the rendering.
        english: the shown text.
        start: where the rendering stands in it.
    """
    words = [word for word in contents_of(english[:start]) if word.end == start - 1][-1:]
    if len(bag_of(form)) > 1 or not words:
        return False
    before = words[0]
    return before.stem == "cpc" or (english[before.start].isupper() and before.stem not in _GENERIC)


def _all_at_large(inside: tuple[Content, ...], english: str) -> bool:
    """Whether the law meant is none in particular: by law, according to law."""
    laws = [word for word in inside if word.plain == "law"]
    return bool(laws) and all(_AT_LARGE.search(english, 0, word.start) for word in laws)


def _of_another(inside: tuple[Content, ...], bag: frozenset[str], english: str) -> bool:
    """Whether a word in capitals stands in the name which is none of its own."""
    return any(word.stem not in bag | _GENERIC and english[word.start].isupper() for word in inside)
