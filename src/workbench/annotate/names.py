"""annotate: Chinese names in pinyin without tones, as English prose writes them: Xi Jinping, Li Chang'an.

Persons by GB/T 28039-2011: surname first, the given name in one word, an apostrophe before a, o, e inside it.
Surnames are read as surnames: 单 Shan, 仇 Qiu, 万俟 Moqi. Places by words, the kind translated: 安新县 is
Anxin County; where a name of one syllable needs its kind, it keeps it: 太湖, Taihu Lake.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from workbench.annotate.names_table import (
    CITIES,
    COMPOUND_SURNAMES,
    GENERICS,
    GIVEN_READINGS,
    ONLY_PLACES,
    PLACES,
    READ_SO_IN_NAMES,
    SURNAME_READINGS,
    SURNAMES,
)
from workbench.annotate.pinyin import joined, readings
from workbench.annotate.words import words
from workbench.text.characters import is_hanzi
from workbench.text.fold import fold

_MARKS = {"\u0304", "\u0301", "\u030c", "\u0300"}
_DOTS = re.compile("[·•・‧]")
_LONGEST_GIVEN = 2
_LONGEST_NAME = 3


def names_in_english(chinese: str) -> tuple[str, ...]:
    """What a Chinese name may be in English, the likeliest first; empty for what has no hanzi.

    Args:
        chinese: a name of a person or a place, in either script; blanks and quotation marks around it go.
    """
    name = fold(chinese).strip(" “”‘’\"'《》「」『』()、,。")
    if not any(map(is_hanzi, name)):
        return ()
    if _DOTS.search(name):
        return (" ".join(_capital(_joined(part)) for part in _DOTS.split(name) if part),)
    persons, places = list(_persons(name)), list(_places(name))
    found = [*persons, *places] if persons and not _is_place(name) else [*places, *persons]
    return tuple(dict.fromkeys(found))


def _is_place(name: str) -> bool:
    return name in PLACES or name in CITIES or (len(name) > 1 and name[-1] in ONLY_PLACES)


def _persons(name: str) -> Iterator[str]:
    """Readings as a person's name; none where it cannot be one."""
    surname = next((head for head in COMPOUND_SURNAMES if name.startswith(head)), "")
    given = name[len(surname) :]
    if surname and 0 < len(given) <= _LONGEST_GIVEN and all(map(is_hanzi, given)):
        for reading in _given(given):
            yield f"{COMPOUND_SURNAMES[surname]} {reading}"
        return
    if len(name) == 1 and name in SURNAMES:
        yield from _surname(name)
    if not 1 < len(name) <= 1 + _LONGEST_GIVEN or name[0] not in SURNAMES or not all(map(is_hanzi, name)):
        return
    first, *others = _surname(name[0])
    yield from (f"{first} {reading}" for reading in _given(name[1:]))
    yield from (f"{other} {next(_given(name[1:]))}" for other in others)


def _surname(character: str) -> tuple[str, ...]:
    return SURNAME_READINGS.get(character) or (_capital(_joined(character)),)


def _given(given: str) -> Iterator[str]:
    """Readings of a given name: first as the word is read, then with one of its characters changed."""
    usual = [
        GIVEN_READINGS[character][0] if character in READ_SO_IN_NAMES else syllable
        for character, syllable in zip(given, _syllables(given), strict=True)
    ]
    yield _capital(joined(usual))
    for at, character in enumerate(given):
        for other in GIVEN_READINGS.get(character, ()):
            if other != usual[at]:
                yield _capital(joined([*usual[:at], other, *usual[at + 1 :]]))


def _places(name: str) -> Iterator[str]:
    """Readings as the name of a place, or as words."""
    by_words = " ".join(_capital(_joined(name[start:end])) for start, end in words(name))
    if name in PLACES and not name.endswith("县"):
        yield from (PLACES[name], _capital(_joined(name)))
        return
    parts = _levels(name)
    if len(parts) > 1:
        yield ", ".join(next(_place(part)) for part in reversed(parts))
    elif len(name) > _LONGEST_NAME and not _kind(name):
        yield by_words
    yield from _place(name) if len(parts) == 1 else ()
    yield by_words


def _levels(name: str) -> list[str]:
    """河北省安新县 as its two places."""
    parts = re.findall("[^省]+省|.+?自治区|.+?市(?!场)|.+?[县区镇乡](?!$)|.+", name)
    return [part for part in parts if part] if "".join(parts) == name else [name]


def _place(name: str) -> Iterator[str]:
    """One place, its kind translated; a city as the name alone first."""
    kind, whole = _kind(name), _capital(_joined(name))
    if not kind or name in CITIES:
        yield PLACES.get(name, whole)
        return
    specific, english = name[: -len(kind)], GENERICS[kind]
    word = PLACES.get(specific) or _capital(_joined(specific))
    if len(specific) == 1:
        yield from (f"{PLACES.get(name, whole)} {english}", PLACES.get(name, whole))
    elif kind == "市":
        yield from (word, f"{word} {english}")
    elif kind == "山":
        yield from (f"Mount {word}", f"{word} Mountain", whole)
    elif kind == "镇":
        yield from (f"{word} Town", f"{word} Township", whole)
    else:
        yield from (f"{word} {english}", word if kind == "省" else whole)


def _kind(name: str) -> str:
    """What kind of place a name says; empty where it says none."""
    return next((kind for kind in GENERICS if name.endswith(kind) and len(name) > len(kind)), "")


def _joined(text: str) -> str:
    return joined(_syllables(text))


def _syllables(text: str) -> Iterator[str]:
    """Toneless syllables, one a character; ü stays; what has no reading stays itself."""
    for character, reading in zip(text, readings(text), strict=True):
        decomposed = unicodedata.normalize("NFD", reading)
        plain = "".join(sign for sign in decomposed if sign not in _MARKS)
        yield unicodedata.normalize("NFC", plain) or character


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
