"""glossary: the Chinese forms of many concepts as they are looked for, and what each asks of a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.glossary.contexts import Context, parse
from workbench.glossary.quoted import without_inner_marks
from workbench.glossary.surroundings import QUOTES, Surroundings, match_key
from workbench.model.terms import Concept
from workbench.text.characters import is_hanzi

ANYWHERE = Context()
_ANYWHERE = (ANYWHERE,)
"""Of most forms: one for all of them."""


class Form(NamedTuple):
    """One written form, folded.

    Attributes:
        key: what is looked for.
        owners: numbers of the concepts it may mean, in order of precedence.
        contexts: for each owner, what must stand around it.
        quotes_before: how many quotation marks it begins with; `quotes_after` likewise.
        is_latin: begins or ends with an ASCII letter or digit, so that it has to be a whole word.
        is_short: two hanzi, of which each may belong to a neighbouring word (生物｜流感).
    """

    key: str
    owners: tuple[int, ...]
    contexts: tuple[Context, ...]
    quotes_before: int
    quotes_after: int
    is_latin: bool
    is_short: bool

    @property
    def sole_meaning(self) -> int:
        """The one concept it means where its context allows it; -1 where more has to be looked at."""
        asks = self.quotes_before or self.quotes_after or self.is_latin
        return -1 if asks or len(self.owners) > 1 else self.owners[0]

    def meanings(self, around: Surroundings, start: int, end: int) -> Sequence[int]:
        """The concepts it may mean at a place of the folded text, which leaves its quotation marks out."""
        if self.is_latin and (_joined(around.text, start) or _joined(around.text, end)):
            return ()
        return [
            owner
            for owner, context in zip(self.owners, self.contexts, strict=True)
            if context is ANYWHERE or context.allows_in(around, start, end)
        ]


def forms_of(concepts: Sequence[Concept]) -> tuple[list[Form], list[tuple[Concept, str]]]:
    """The forms of some concepts, each once.

    Returns:
        The forms, and the concepts whose context cannot be read, with the reason; they are looked for
        anywhere.
    """
    owners: dict[str, list[int]] = {}
    contexts: list[Context] = []
    faulty: list[tuple[Concept, str]] = []
    for order, concept in enumerate(concepts):
        contexts.append(_context(concept, faulty))
        for form in (concept.zh, *concept.zh_variants):
            key = match_key(form)
            for one in {key, without_inner_marks(key)}:
                having = owners.setdefault(one, [])
                if not having or having[-1] != order:
                    having.append(order)
    owners.pop("", None)
    return [
        _form(key, orders, [contexts[order] for order in orders]) for key, orders in owners.items()
    ], faulty


def _context(concept: Concept, faulty: list[tuple[Concept, str]]) -> Context:
    if not concept.context:
        return ANYWHERE
    try:
        return parse(concept.context) or ANYWHERE
    except ValueError as error:
        faulty.append((concept, str(error)))
        return ANYWHERE


def _form(key: str, owners: Sequence[int], contexts: Sequence[Context]) -> Form:
    bare = key.lstrip(_ALL_QUOTES).rstrip(_ALL_QUOTES)
    before = len(key) - len(key.lstrip(_ALL_QUOTES)) if bare else 0
    after = len(key) - before - len(bare) if bare else 0
    is_latin = _is_latin(key[0]) or _is_latin(key[-1])
    is_short = len(key) == 2 and all(map(is_hanzi, key))
    around = _ANYWHERE if len(contexts) == 1 and contexts[0] is ANYWHERE else tuple(contexts)
    return Form(key, tuple(owners), around, before, after, is_latin, is_short)


_ALL_QUOTES = "".join(sorted(QUOTES))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _joined(text: str, at: int) -> bool:
    """True where two ASCII letters or digits meet at an offset."""
    return 0 < at < len(text) and _is_latin(text[at - 1]) and _is_latin(text[at])
