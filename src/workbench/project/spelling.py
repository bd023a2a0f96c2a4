"""project: Speller, which words of the English are misspelt.

Right is what the dictionary has, what the translator or the project has put on a list, what the termbase
writes, what the hanzi of the row are read as, and a known word behind a prefix such as inter or micro.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from workbench.text.spelling import SpeltWord, is_pinyin, spelt_words, tokens
from workbench.text.stems import american

if TYPE_CHECKING:
    from workbench.model.terms import Concept
    from workbench.project.spelling_dictionaries import SpellingDictionary

_TONES: Final = dict.fromkeys(map(ord, "\u0304\u0301\u030c\u0300"))
_FRONT_WORDS: Final = """
non co anti pre pro sub re de un multi inter semi ex mid cross micro macro eco bio post ultra intra trans over
under cyber techno socio geo hydro agri infra super self vice
"""
_FRONTS: Final = frozenset(_FRONT_WORDS.split())
"""What stands before a hyphen and is no word by itself."""
_PREFIXES: Final = tuple(sorted((front for front in _FRONTS if len(front) > 4), key=len, reverse=True))
_LEAST_BEHIND: Final = 5
"""Letters of a known word behind a prefix written together with it; fewer would let slips through."""
_UNMAKING: Final = re.compile(r"de(\w{3,}i[sz](?:e[ds]?|ing|ations?))")  # decarbonization
_MOST_SEEN: Final = 40_000
_TO_BRITISH: Final = (
    ("or", "our"), ("er", "re"), ("ered", "red"), ("ense", "ence"), ("led", "lled"), ("ling", "lling"),
    ("fill", "fil"), ("pedi", "paedi"), ("alt", "alit"),
)  # fmt: skip


class Speller:
    """Tells misspelt words from others; in any thread.

    Args:
        dictionary: of the English the project writes.
        lists: words that are right, as they stand on lists.
        terms: words of the termbase, see `words_of_terms`.
    """

    def __init__(
        self, dictionary: SpellingDictionary, lists: Iterable[str] = (), terms: Iterable[str] = ()
    ) -> None:
        self.dictionary = dictionary
        self._right = frozenset((*lists, *terms))
        self._seen_right: set[str] = set()
        self._known = lru_cache(maxsize=1 << 14)(self._is_known)

    def misspelt(self, text: str, source: str = "") -> list[SpeltWord]:
        """The misspelt words of an English text, in order.

        Args:
            text: plain English.
            source: the Chinese it renders: its names, read as pinyin, are right.
        """
        if self._all_right(text):
            return []
        unknown = [word for word in spelt_words(text) if not self._known(word.text, word.whole)]
        if not unknown or not source:
            return unknown
        readings = plain_readings(source)
        return [
            word
            for word in unknown
            if not is_pinyin(word.text, readings, least=1 if word.text[0].isupper() else 2)
        ]

    def _all_right(self, text: str) -> bool:
        """Whether every word of a text was right before, or is now: nearly all rows are told so at once."""
        new = set(tokens(text)).difference(self._seen_right)
        right = {token for token in new if all(self._known(w.text, w.whole) for w in spelt_words(token))}
        if len(self._seen_right) > _MOST_SEEN:
            self._seen_right.clear()
        self._seen_right |= right
        return len(right) == len(new)

    def _is_known(self, word: str, whole: str) -> bool:
        if self._on_list(whole) or self._stands(word):
            return True
        lower = word.lower()
        if whole != word and lower in _FRONTS:
            return True
        unmade = _UNMAKING.fullmatch(lower)
        if unmade and self.dictionary.knows(unmade[1]):
            return True
        return any(
            lower.startswith(prefix)
            and len(lower) - len(prefix) >= _LEAST_BEHIND
            and self.dictionary.knows(lower[len(prefix) :])
            for prefix in _PREFIXES
        )

    def _stands(self, word: str) -> bool:
        """Whether the word is on a list or in the dictionary, with or without a possessive ending."""
        bare = word.removesuffix("'s").removesuffix("'")
        if self._on_list(bare) or self.dictionary.knows(bare):
            return True
        plain = _without_accents(bare)
        return plain != bare and self.dictionary.knows(plain)

    def _on_list(self, word: str) -> bool:
        return word in self._right or word.lower() in self._right


def words_of_terms(texts: Iterable[str], dictionary: SpellingDictionary) -> frozenset[str]:
    """The words of a termbase that a dictionary lacks, so that names and terms of art are right.

    A word that the dictionary has in its own spelling is left out: what the termbase writes as labor is no
    reason to let it pass in a British text.

    Args:
        texts: English renderings, see `english_of`.
    """
    spelt = {word.text.removesuffix("'s") for text in texts for word in spelt_words(text)}
    return frozenset(
        word for word in spelt if not dictionary.knows(word) and not _spelt_otherwise(word, dictionary)
    )


def english_of(concepts: Iterable[Concept]) -> Iterator[str]:
    """Every English text of some concepts."""
    for concept in concepts:
        for rendering in concept.renderings:
            yield rendering.en
            yield rendering.short_form
        yield concept.first_mention


def _spelt_otherwise(word: str, dictionary: SpellingDictionary) -> bool:
    lower = word.lower()
    if dictionary.english == "US":
        return american(lower) != lower and dictionary.knows(american(lower))
    return any(there in lower and dictionary.knows(lower.replace(there, here)) for there, here in _TO_BRITISH)


def _without_accents(word: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFD", word) if not unicodedata.combining(ch))


def plain_readings(source: str) -> list[frozenset[str]]:
    """For each code point of a Chinese text how it is read there, without tones; ü in all its spellings."""
    from workbench.annotate.pinyin import readings

    return [_plain(reading) for reading in readings(source)]


@lru_cache(maxsize=2048)
def _plain(reading: str) -> frozenset[str]:
    toneless = unicodedata.normalize("NFC", unicodedata.normalize("NFD", reading).translate(_TONES))
    if not toneless:
        return frozenset()
    return frozenset(toneless.replace("ü", spelling) for spelling in ("ü", "u", "v", "yu"))
