"""glossary: concepts by a part of their Chinese, by their pinyin without tones, or by their English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from workbench.model.terms import Concept
from workbench.text.characters import is_hanzi
from workbench.text.fold import fold

_NOT_A_LETTER = re.compile(r"[^a-z]+")
_WORD = re.compile(r"[a-z0-9]+")


def has_hanzi(text: str) -> bool:
    """True where a Chinese character stands in the text, radicals of a PDF included."""
    return any(is_hanzi(character) for character in fold(text))


def lookup(concepts: Iterable[Concept], query: str) -> list[Concept]:
    """Concepts that answer to a query, the closest first, else in the order given.

    Args:
        concepts: where to look.
        query: Chinese (any script; a part of the headword), pinyin without tones (`feishoudu`, `fei shou du`,
            or initials: `fsdgn`), or English (words of a rendering, the last may be unfinished).
    """
    measure = _by_chinese if has_hanzi(query) else _by_latin
    found = [(rank, concept) for concept in concepts if (rank := measure(concept, query)) is not None]
    found.sort(key=lambda pair: pair[0])
    return [concept for _, concept in found]


def _by_chinese(concept: Concept, query: str) -> int | None:
    wanted = fold(query).strip()
    return _best(_closeness(fold(form), wanted) for form in (concept.zh, *concept.zh_variants))


def _closeness(text: str, wanted: str) -> int | None:
    if text == wanted:
        return 0
    if text.startswith(wanted):
        return 1
    return 2 if wanted in text else None


def _by_latin(concept: Concept, query: str) -> int | None:
    return _best((_by_pinyin(concept, query), _by_english(concept, query)))


def _best(ranks: Iterable[int | None]) -> int | None:
    return min((rank for rank in ranks if rank is not None), default=None)


def _by_pinyin(concept: Concept, query: str) -> int | None:
    wanted = toneless(query)
    syllables = [bare for syllable in concept.pinyin.split() if (bare := toneless(syllable))]
    if not wanted or not syllables:
        return None
    if wanted == "".join(syllables) or (len(wanted) > 1 and wanted == "".join(word[0] for word in syllables)):
        return 0
    starts = ("".join(syllables[at:]) for at in range(len(syllables)))
    for at, rest in enumerate(starts):
        if rest.startswith(wanted) and _ends_whole(syllables[at:], len(wanted)):
            return 1 if at == 0 else 2
    return None


def _ends_whole(syllables: Sequence[str], length: int) -> bool:
    """True where `length` letters end with a syllable, so that `xian` does not find half of `xiang`."""
    for syllable in syllables:
        length -= len(syllable)
        if length <= 0:
            return length == 0
    return False


def toneless(pinyin: str) -> str:
    """Pinyin in bare letters: no tone marks or numbers, no blanks, ü as v (`lǜ sè` is `lvse`)."""
    letters: list[str] = []
    for mark in unicodedata.normalize("NFD", pinyin.lower()):
        if mark == "\u0308" and letters and letters[-1] == "u":
            letters[-1] = "v"
        else:
            letters.append(mark)
    return _NOT_A_LETTER.sub("", "".join(letters))


def _by_english(concept: Concept, query: str) -> int | None:
    wanted = _WORD.findall(query.casefold())
    if not wanted:
        return None
    texts = (text for rendering in concept.renderings for text in (rendering.en, rendering.short_form))
    return _best(_in_words(_WORD.findall(text.casefold()), wanted) for text in texts)


def _in_words(words: Sequence[str], wanted: Sequence[str]) -> int | None:
    if list(words) == list(wanted):
        return 0
    for at in range(len(words) - len(wanted) + 1):
        whole = words[at : at + len(wanted) - 1] == list(wanted[:-1])
        if whole and words[at + len(wanted) - 1].startswith(wanted[-1]):
            return 1 if at == 0 else 2
    return None
