"""project: a text looked up in the termbase and the dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.glossary.lookup import has_hanzi, lookup
from workbench.model.terms import Concept
from workbench.text.fold import fold

if TYPE_CHECKING:
    from workbench.glossary.recognition import Recogniser
    from workbench.lexicon.dictionary import DictionaryEntry


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What termbase and dictionary say of a text.

    Attributes:
        text: what was looked up.
        concepts: what answers to all of it first, then what stands in it.
        entries: of the dictionary, the longest words first.
        exact: how many of `concepts`, from the first, are just this.
    """

    text: str = ""
    concepts: tuple[Concept, ...] = ()
    entries: tuple[DictionaryEntry, ...] = ()
    exact: int = 0


def concepts_for(text: str, recogniser: Recogniser) -> tuple[list[Concept], int]:
    """The concepts of a text, and how many of them are just this one.

    For Chinese: the concept of all of it, then those in it from the left, then longer ones that hold it. For
    other text: pinyin without tones and English words, as `glossary.lookup` reads them.
    """
    if not text.strip():
        return [], 0
    if not has_hanzi(text):
        return lookup(recogniser.concepts, text), 0
    wanted = fold(text).strip()
    inside = [one.concept for hit in recogniser.hits(text) for one in (hit, *hit.nested)]
    longer = lookup(recogniser.concepts, text)
    exact = [one for one in longer if wanted in map(fold, (one.zh, *one.zh_variants))]
    return _once([*exact, *inside, *longer]), len(exact)


def _once(concepts: Sequence[Concept]) -> list[Concept]:
    return list({(one.id, one.zh, one.glossary): one for one in concepts}.values())
