"""annotate: pinyin, one reading a character, and lines of it for reading along.

Readings come from pypinyin's phrases on the folded text (simplified, radicals resolved), clause by clause so
that the neighbours decide: 银行行长长大 is yín háng háng zhǎng zhǎng dà. Tones are the original ones, as
GB/T 16159-2012 writes them: 一 is yī and 不 is bù wherever they stand, unless they are neutral.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from workbench.annotate.overrides import overridden
from workbench.annotate.phrases import phrase_readings
from workbench.annotate.words import words
from workbench.text.fold import fold, fold_mapped

_CLAUSE = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_SANDHI = {"一": {"yí": "yī", "yì": "yī"}, "不": {"bú": "bù"}}
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_LATIN_MARKS = str.maketrans("，。、；：！？（）【】％　", ",.,;:!?()[]% ")
_BEFORE_NO_SPACE = ",.;:!?)]%”’》…"
_AFTER_NO_SPACE = "([“‘《"
_SENTENCE_END = ".!?…"


def readings(text: str) -> tuple[str, ...]:
    """The reading of every code point of `text`.

    Returns:
        As many strings as `text` has code points: the syllable with its tone mark, or "" for what has no
        reading (Latin letters, digits, marks, characters no dictionary knows). A sign that stands for
        several characters has their readings joined.
    """
    folded = fold_mapped(text)
    found = [""] * len(folded.text)
    for clause in _CLAUSE.finditer(folded.text):
        found[clause.start() : clause.end()] = _clause_readings(clause.group())
    for offset, syllables in overridden(folded.text):
        found[offset : offset + len(syllables)] = syllables
    if len(found) == len(text):
        return tuple(found)
    result = [""] * len(text)
    for offset, reading in enumerate(found):
        result[folded.starts[offset]] += reading
    return tuple(result)


def numeric(marked: Iterable[str]) -> tuple[str, ...]:
    """Readings in ASCII, with the tone as a digit and ü as v: nǐ is ni3, lǜ is lv4, de is de5.

    For terminals that draw toned vowels two cells wide.
    """
    return tuple(_numeric(reading) for reading in marked)


def pinyin_line(text: str, *, capital: bool = False, ascii_only: bool = False) -> str:
    """The pinyin of `text` in words: syllables of a word joined, marks turned into Latin ones.

    Args:
        text: Chinese, possibly with anything else in it, which is kept as it is.
        capital: whether to begin each sentence with a capital letter.
        ascii_only: whether to write tones as digits, as `numeric` does: jian1chi2 gai3ge2.
    """
    folded = fold(text)
    syllables = numeric(readings(folded)) if ascii_only else readings(folded)
    line = ""
    begins = capital
    for start, end in words(folded):
        piece = _word(folded[start:end], syllables[start:end])
        if not piece.strip():
            continue
        if begins and piece[0].isalpha():
            piece, begins = piece[0].upper() + piece[1:], False
        if line and piece[0] not in _BEFORE_NO_SPACE and line[-1] not in _AFTER_NO_SPACE:
            line += " "
        line += piece
        begins = begins or (capital and piece[-1] in _SENTENCE_END)
    return line


def joined(syllables: Iterable[str]) -> str:
    """Syllables as one word; an apostrophe stands before a, o, e inside it: Xī'ān (GB/T 16159-2012)."""
    word = ""
    for syllable in syllables:
        if word and syllable and _plain(syllable[0]) in "aoe" and not word[-1].isdigit():
            word += "'"
        word += syllable
    return word


def _word(shown: str, syllables: tuple[str, ...]) -> str:
    """A word as it stands in a line of pinyin; what has no reading stays itself."""
    if not any(syllables):
        return shown.translate(_LATIN_MARKS)
    if all(syllables):
        return joined(syllables)
    return "".join(
        syllable or character.translate(_LATIN_MARKS)
        for character, syllable in zip(shown, syllables, strict=True)
    )


@lru_cache(maxsize=4096)
def _clause_readings(clause: str) -> tuple[str, ...]:
    """One reading a character of a run of hanzi; "" where none is known."""
    return tuple(
        _SANDHI.get(character, {}).get(reading, reading)
        for character, reading in zip(clause, phrase_readings().of(clause), strict=True)
    )


@lru_cache(maxsize=2048)
def _numeric(reading: str) -> str:
    if not reading:
        return ""
    letters: list[str] = []
    tone = "5"
    for character in unicodedata.normalize("NFD", reading):
        if character in _TONES:
            tone = _TONES[character]
        elif character == "\u0308":
            letters[-1] = "v"
        elif character.isascii():
            letters.append(character)
    return "".join(letters) + tone


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
