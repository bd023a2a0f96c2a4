"""project: how much a text is, by several named definitions side by side, since none is everybody's.

A count is stated with its definition wherever it is shown. No count is worked out from another (hanzi divided
by some number of "words"): such a number depends on who divides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields

from workbench.model.segments import Segment
from workbench.text.characters import HANZI_RANGES

_HANZI = "".join(f"{chr(first)}-{chr(last)}" for first, last in HANZI_RANGES)
# Kana, Bopomofo, Hangul and full-width letters and digits count one each, as hanzi do.
_OTHERS = "\u3005\u3006\u3040-\u312f\u3131-\u318e\u31a0-\u31ff\uac00-\ud7a3０-９Ａ-Ｚａ-ｚｦ-ﾟ"
# Signs of the CJK block and full-width signs; quotes, dashes, dots and ellipses as Chinese text has them.
_MARKS = "\u3001-\u3004\u3008-\u303f！-／：-＠［-｀｛-･“”‘’—…·‧"
_HANZI_RUN = re.compile(f"[{_HANZI}]+")
_SIGNS = re.compile(f"[{_HANZI}{_OTHERS}]")
_MARK = re.compile(f"[{_MARKS}]")
_RUN = re.compile(f"[^\\s{_HANZI}{_OTHERS}{_MARKS}]+")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\S*\w\S*")
_NOTE_CALL = re.compile(r"\[\^[^\]\s]{1,6}\]")

DEFINITIONS: Mapping[str, str] = {
    "hanzi": "Chinese characters; marks, letters and digits are not counted",
    "characters": "every character of the source but spaces, marks included",
    "characters_with_spaces": "every character of the source",
    "words": "as Word counts Chinese (“字数”): each Chinese character one, each Chinese mark one, each run of"
    " anything else without a space one (GDP, 64.2%, 2035)",
    "words_without_marks": "the same without marks: each Chinese character one, each run with a letter or a"
    " digit one",
    "target_words": "English words of the translation, parted by spaces; note calls [^1] are not counted",
}
"""What each count is, by the name it has in `Amounts` and in `stats --json`."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much some texts are; see `DEFINITIONS`. `units` is how many texts: rows or sentences."""

    units: int = 0
    hanzi: int = 0
    characters: int = 0
    characters_with_spaces: int = 0
    words: int = 0
    words_without_marks: int = 0
    target_words: int = 0

    def __add__(self, other: Amounts) -> Amounts:
        return Amounts(*(getattr(self, name) + getattr(other, name) for name in NAMES))

    def __sub__(self, other: Amounts) -> Amounts:
        return Amounts(*(getattr(self, name) - getattr(other, name) for name in NAMES))

    def plain(self) -> dict[str, int]:
        """By name, for JSON."""
        return asdict(self)


NAMES = tuple(field.name for field in fields(Amounts))


def amounts_of(plain: Mapping[str, int]) -> Amounts:
    """The inverse of `Amounts.plain`; a count that is missing there is 0."""
    return Amounts(*(int(plain.get(name, 0)) for name in NAMES))


def amounts(source: str, target: str = "") -> Amounts:
    """How much one text and its translation are."""
    signs, marks = len(_SIGNS.findall(source)), len(_MARK.findall(source))
    runs = _RUN.findall(source)
    return Amounts(
        units=1,
        hanzi=hanzi(source),
        characters=len(_SPACES.sub("", source)),
        characters_with_spaces=len(source),
        words=signs + marks + len(runs),
        words_without_marks=signs + sum(any(map(str.isalnum, run)) for run in runs),
        target_words=english_words(target),
    )


def together(parts: Iterable[Amounts]) -> Amounts:
    """Their sum."""
    return sum(parts, Amounts())


def of_rows(segments: Iterable[Segment]) -> Amounts:
    """How much some rows are."""
    return together(amounts(segment.source.text, segment.target.text) for segment in segments)


def hanzi(text: str) -> int:
    """Chinese characters of a text."""
    return sum(map(len, _HANZI_RUN.findall(text)))


def english_words(text: str) -> int:
    """Words of an English text: what stands between spaces and has a letter or a digit."""
    return len(_WORD.findall(_NOTE_CALL.sub("", text))) if text else 0
