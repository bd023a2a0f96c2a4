"""lexicon: the two questions to the dictionary's index: the words of a selection, and English words."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from workbench.lexicon.dictionary_index import SEPARATOR, DamagedError, checksum, numbers, words_in
from workbench.lexicon.dictionary_pinyin import readable, with_marks
from workbench.text.characters import is_hanzi
from workbench.text.fold import fold_mapped

_FEW = 8  # characters of a selection in which every single one is looked up too
_MOST_COMPARED = 4_000  # entries, for one English query
_COMMON_WORDS = "a an the of to in on for and or be is sb sth one s"
_COMMON: Final = frozenset(_COMMON_WORDS.split())
_REFERENCE = re.compile(
    r"(?:\w+ )?(?:variant|abbr\.|form) (?:of|for) |see |also written |used in |surname |CL:"
)


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """An entry of CC-CEDICT and where its headword stands in what was looked up.

    Attributes:
        simplified: the headword as the dictionary writes it in simplified hanzi.
        traditional: likewise in traditional hanzi.
        pinyin: its reading, with tone marks and a blank between syllables; names have a capital.
        glosses: its senses in their order; in them pinyin has tone marks and words are simplified.
        start: offset in the selection, code points; `end` is after its last character. For an English query
            both are those of the whole query.
    """

    simplified: str
    traditional: str
    pinyin: str
    glosses: tuple[str, ...]
    start: int
    end: int


_Owners = dict[str, Sequence[int]]
_ENTRIES_OF: Final = {
    "headword": "SELECT key, entries FROM headword WHERE key IN (SELECT value FROM json_each(?))",
    "word": "SELECT key, entries FROM word WHERE key IN (SELECT value FROM json_each(?))",
}
_BODIES_OF: Final = "SELECT id, body, checksum FROM entry WHERE id IN (SELECT value FROM json_each(?))"


class _Word(NamedTuple):
    """A headword in a selection: its key, where it stands, and how it is written there."""

    key: str
    start: int
    end: int
    shown: str


def looked_up(index: sqlite3.Connection, text: str) -> tuple[DictionaryEntry, ...]:
    """The entries of every word in a Chinese text, in the order `Dictionary.look_up` states.

    Raises:
        DamagedError, sqlite3.DatabaseError: the index is damaged.
    """
    words = _words(text, _longest(index))
    owners = _owners(index, "headword", {word.key for word in words})
    found = _chosen([word for word in words if word.key in owners], len(text.strip()))
    bodies = _bodies(index, [number for word in found for number in owners[word.key]])
    entries: list[DictionaryEntry] = []
    for word in found:
        own = [_entry(bodies[number], word.start, word.end) for number in owners[word.key]]
        entries += sorted(own, key=lambda entry: _rank(entry, word.shown))
    return tuple(entries)


def searched(index: sqlite3.Connection, english: str, most: int) -> tuple[DictionaryEntry, ...]:
    """The entries that answer to an English query, in the order `Dictionary.search` states.

    Raises:
        DamagedError, sqlite3.DatabaseError: the index is damaged.
    """
    asked = words_in(english)
    wanted = set(asked) - _COMMON or set(asked)
    owners = _owners(index, "word", wanted)
    if not wanted or len(owners) < len(wanted):
        return ()
    shared = set.intersection(*(set(owners[word]) for word in wanted))
    chosen = sorted(shared)[:_MOST_COMPARED]
    bodies = _bodies(index, chosen)
    entries = [_entry(bodies[number], 0, len(english)) for number in chosen]
    measured = [(_closeness(entry, asked, wanted), at) for at, entry in enumerate(entries)]
    return tuple(entries[at] for closeness, at in sorted(measured)[:most] if closeness is not _FAR)


def _words(text: str, longest: int) -> list[_Word]:
    """Every stretch of a text that may be a headword, the longest first, else from the left."""
    folded = fold_mapped(text, case=True)
    found: list[_Word] = []
    for start in range(len(folded.text)):
        for end in range(start + 1, min(start + longest, len(folded.text)) + 1):
            key = folded.text[start:end]
            if any(map(is_hanzi, key)):
                first, last = folded.span(start, end)
                found.append(_Word(key, first, last, text[first:last]))
    return sorted(found, key=lambda word: (-len(word.key), word.start))


def _chosen(words: Sequence[_Word], length: int) -> list[_Word]:
    """Each word once, without single characters that longer ones have unless the selection is short."""
    covered: set[int] = set()
    if length > _FEW:
        covered.update(at for word in words if len(word.key) > 1 for at in range(word.start, word.end))
    found: dict[str, _Word] = {}
    for word in words:
        if len(word.key) > 1 or word.start not in covered:
            found.setdefault(word.key, word)
    return list(found.values())


def _longest(index: sqlite3.Connection) -> int:
    row = index.execute("SELECT value FROM part WHERE name = 'longest'").fetchone()
    if row is None or not isinstance(row[0], int):
        raise DamagedError
    return row[0]


def _owners(index: sqlite3.Connection, table: Literal["headword", "word"], keys: set[str]) -> _Owners:
    """Of each of `keys` that the table knows, the numbers of its entries."""
    rows = index.execute(_ENTRIES_OF[table], (json.dumps(sorted(keys)),))
    return {key: numbers(blob) for key, blob in rows}


def _bodies(index: sqlite3.Connection, wanted: Iterable[int]) -> dict[int, str]:
    """The entries by their numbers, each as it was written."""
    asked = set(wanted)
    found: dict[int, str] = {}
    for number, body, written in index.execute(_BODIES_OF, (json.dumps(sorted(asked)),)):
        if not isinstance(body, str) or checksum(body) != written:
            raise DamagedError
        found[number] = body
    if found.keys() != asked:
        raise DamagedError
    return found


def _entry(body: str, start: int, end: int) -> DictionaryEntry:
    fields = body.split(SEPARATOR)
    if len(fields) < 3:
        raise DamagedError
    simplified, traditional, pinyin, *glosses = fields
    shown = tuple(map(readable, glosses))
    return DictionaryEntry(simplified, traditional, with_marks(pinyin), shown, start, end)


def _rank(entry: DictionaryEntry, shown: str) -> tuple[bool, bool, bool]:
    """As it stands before other spellings, senses before references, words before names."""
    only_references = all(map(_REFERENCE.match, entry.glosses))
    return (shown not in (entry.simplified, entry.traditional), only_references, entry.pinyin[:1].isupper())


_FAR: Final = (9, 0, 0)


def _closeness(entry: DictionaryEntry, asked: Sequence[str], wanted: set[str]) -> tuple[int, int, int]:
    """How near the best gloss is to a query: just this, or how many words; and how far down it stands."""
    best = _FAR
    asked_for = [word for word in asked if word in wanted]
    for place, gloss in enumerate(entry.glosses):
        words = words_in(gloss)
        if wanted <= set(words):
            rest = [word for word in words if word in wanted or word not in _COMMON]
            best = min(best, (0 if rest == asked_for else 1, len(words), place))
    return best
