"""glossary: pinyin that disagrees: with every reading a hanzi has, or with the dictionary's of a word in it.

Readings of hanzi are pypinyin's table, readings of words those of CC-CEDICT. A neutral tone agrees with any
tone of its syllable, since dictionaries differ about it. Tones are the original ones, as GB/T 16159-2012
writes them: 一 is yī and 不 is bù wherever they stand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from workbench.glossary.lint_rows import syllables
from workbench.glossary.rows import Problem, Row
from workbench.lexicon.cedict import entries
from workbench.model.terms import TermKind
from workbench.text.characters import is_hanzi

_TONES: Final = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_MARKS: Final = {tone: mark for mark, tone in _TONES.items()}
_ORIGINAL: Final = {"一": "yī", "不": "bù"}
_ALSO: Final[Mapping[str, str]] = {"华龙": "hua2 long2", "框架": "kuang1 jia4", "公转": "gong1 zhuan3"}
"""Readings that words have beside those in CC-CEDICT: a reactor's name; the older standard reading; from
road (公) to rail or water, which is no turning round the sun."""


class Syllable(NamedTuple):
    """A syllable taken apart: bare letters, ü as v, and its tone, 0 where it has none."""

    letters: str
    tone: int

    def agrees(self, other: Syllable) -> bool:
        """Whether both can be one: the same letters, and tones alike or one of them neutral."""
        return self.letters == other.letters and (self.tone == other.tone or not (self.tone and other.tone))


Reading: TypeAlias = tuple[Syllable, ...]


def reading_problems(rows: Iterable[Row]) -> Iterator[Problem]:
    """Findings of the pinyin of every row that has as many syllables as hanzi.

    A person's name is read as its English spells it: 谌 is Chén in the tables, and Shen Yiqin says Shèn.
    """
    checked = [(row, read) for row in rows if (read := _read(row)) and not _as_spelt(row, read)]
    words = _dictionary("".join(row.cell("zh") for row, _ in checked))
    longest = max(map(len, words), default=0)
    for row, read in checked:
        odd = list(_of_hanzi(row, read))
        yield from odd
        if not odd:
            yield from _of_words(row, read, words, longest)


def _read(row: Row) -> dict[int, tuple[str, Syllable]]:
    """What each hanzi of the headword is read as, by its offset; empty where the counts differ."""
    zh = row.cell("zh")
    places = [at for at, character in enumerate(zh) if is_hanzi(character)]
    said = syllables(row.cell("pinyin"), zh)
    if len(places) != len(said):
        return {}
    return {at: (one, marked(one)) for at, one in zip(places, said, strict=True)}


def _as_spelt(row: Row, read: Mapping[int, tuple[str, Syllable]]) -> bool:
    letters = "".join(syllable.letters for _, syllable in read.values())
    spelt = "".join(filter(str.isalpha, row.cell("en").lower())).replace("ü", "v")
    return row.cell("kind") == TermKind.PERSON and letters == spelt


def _of_hanzi(row: Row, read: Mapping[int, tuple[str, Syllable]]) -> Iterator[Problem]:
    from pypinyin.pinyin_dict import pinyin_dict

    zh = row.cell("zh")
    for at, (said, syllable) in read.items():
        known = _ORIGINAL.get(zh[at]) or pinyin_dict.get(ord(zh[at]), "")
        if known and not any(syllable.agrees(marked(one)) for one in known.split(",")):
            yield Problem(row.line, "pinyin", f"{zh[at]} is read {known.replace(',', ' or ')}, not {said}")


def _of_words(
    row: Row, read: Mapping[int, tuple[str, Syllable]], words: Mapping[str, list[Reading]], longest: int
) -> Iterator[Problem]:
    """A word read otherwise than in the dictionary, unless one that crosses it is read as there."""
    zh = row.cell("zh")
    spans = [
        (start, end)
        for start in range(len(zh))
        for end in range(start + 2, min(start + longest, len(zh)) + 1)
        if zh[start:end] in words and all(at in read for at in range(start, end))
    ]
    agreeing = [span for span in spans if _agree(read, span, words[zh[span[0] : span[1]]])]
    told: list[tuple[int, int]] = []
    for start, end in sorted(set(spans) - set(agreeing), key=lambda span: (span[0] - span[1], span)):
        inside = any(one <= start and end <= other for one, other in told)
        crossed = any(
            one < end and start < other and not (start <= one and other <= end) for one, other in agreeing
        )
        if not (inside or crossed):
            told.append((start, end))
            said = " ".join(read[at][0] for at in range(start, end))
            known = " or ".join(dict.fromkeys(map(_written, words[zh[start:end]])))
            yield Problem(row.line, "pinyin", f"{zh[start:end]} is {known} in CC-CEDICT, not {said}")


def _agree(read: Mapping[int, tuple[str, Syllable]], span: tuple[int, int], known: Sequence[Reading]) -> bool:
    mine = [read[at][1] for at in range(*span)]
    return any(
        len(one) == len(mine) and all(a.agrees(b) for a, b in zip(one, mine, strict=True)) for one in known
    )


def _dictionary(text: str) -> dict[str, list[Reading]]:
    """The readings of the dictionary's words that stand in a text, of two hanzi and more."""
    pairs = {text[at : at + 2] for at in range(len(text))}
    words: dict[str, list[Reading]] = {}
    for entry in entries():
        word = entry.simplified
        if len(word) > 1 and word[:2] in pairs and word in text:
            words.setdefault(word, []).append(tuple(map(_numbered, entry.pinyin.split())))
    for word, pinyin in _ALSO.items():
        if word in words:
            words[word].append(tuple(map(_numbered, pinyin.split())))
    return words


def marked(syllable: str) -> Syllable:
    """A syllable with a tone mark taken apart: lǜ is lv, 4."""
    letters, tone = "", 0
    for mark in unicodedata.normalize("NFD", syllable.lower()):
        if mark in _TONES:
            tone = _TONES[mark]
        elif mark == "\u0308":
            letters = f"{letters[:-1]}v"
        else:
            letters += mark
    return Syllable(letters, tone)


def _numbered(syllable: str) -> Syllable:
    """A syllable as CC-CEDICT writes it: lu:4; 5 is the neutral tone."""
    bare = syllable.lower().replace("u:", "v")
    return Syllable(bare[:-1], int(bare[-1]) % 5) if bare[-1:].isdigit() else Syllable(bare, 0)


def _written(reading: Reading) -> str:
    return " ".join(map(_with_mark, reading))


def _with_mark(syllable: Syllable) -> str:
    """The syllable with its mark where pinyin puts it: on a, e or the o of ou, else on the last vowel."""
    letters = syllable.letters.replace("v", "ü")
    if not syllable.tone:
        return letters
    at = next(
        (letters.index(one) for one in ("a", "e", "ou") if one in letters),
        max((letters.rfind(one) for one in "iouü"), default=-1),
    )
    if at < 0:
        return letters
    return unicodedata.normalize("NFC", letters[: at + 1] + _MARKS[syllable.tone] + letters[at + 1 :])
