"""exchange: which columns of a table are Chinese and English: by their names, else by script."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.text.characters import is_hanzi

SOURCE, TARGET = "source", "target"

_SOURCE_NAMES = (
    *("source", "source text", "src", "zh", "zho", "chi", "chinese", "chinese text", "mandarin"),
    *("中文", "汉语", "漢語", "简体中文", "繁體中文", "华语", "源文", "源文本", "源语言", "源語言", "原文"),
)
_TARGET_NAMES = (
    *("target", "target text", "tgt", "trg", "translation", "en", "eng", "english", "english text"),
    *("英文", "英语", "英語", "译文", "譯文", "目标", "目标语言", "目標語言", "目标文本", "翻译", "翻譯"),
)
_OTHERS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "tuid"),
    "state": ("state", "status", "状态"),
    "origin": ("origin",),
    "confidence": ("confidence",),
    "place": ("place",),
    "document": ("document",),
    "created": ("created",),
    "changed": ("changed", "modified"),
    "changed_by": ("changed_by", "changed by", "translator", "译者"),
    "note": ("note", "notes", "comment", "comments", "备注", "注释", "説明", "说明"),
    "locked": ("locked",),
}
_LANGUAGE = re.compile(r"(?P<zh>(?:zh|chinese)\b.*)|(?:en|english)\b.*")

_HANZI = 0.3
"""Chinese prose has a larger share of hanzi among its letters than this, English with names a smaller one."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table holds what; indexes count from 0.

    Attributes:
        width: cells of a row.
        header: whether the first row names the columns.
        own: whether it names them as Workbench does.
        coded: whether it is an exported memory, whose texts show their inline codes.
        others: further columns by what they hold.
    """

    source: int
    target: int
    width: int
    header: bool
    own: bool = False
    coded: bool = False
    others: Mapping[str, int] = field(default_factory=dict)


def columns_of(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of a table by its first rows; None where they cannot be told.

    Args:
        rows: the first one and some tens more.
    """
    if not rows:
        return None
    names = [_plain(cell) for cell in rows[0]]
    source, target = _named(names, SOURCE), _named(names, TARGET)
    if len(names) == 2 and (source is None) != (target is None):
        source, target = (1 - target, target) if target is not None else (source, 1 - (source or 0))
    if source is None or target is None or source == target:
        return _by_script(rows)
    own = rows[0][source] == SOURCE and rows[0][target] == TARGET
    others = {
        meaning: at
        for meaning, known in _OTHERS.items()
        if (at := next((n for n, name in enumerate(names) if name in known), None)) is not None
    }
    is_export = own and "place" in others
    if not is_export and _turned(rows[1:], source, target):
        source, target = target, source
    return Columns(source, target, len(names), True, own=own, coded=is_export, others=others)


def _named(names: Sequence[str], side: str) -> int | None:
    """The column of a side: of that name first, else of a language's code or name."""
    known = _SOURCE_NAMES if side == SOURCE else _TARGET_NAMES
    for at, name in enumerate(names):
        if name in known:
            return at
    for at, name in enumerate(names):
        found = _LANGUAGE.fullmatch(name)
        if found and (found["zh"] is not None) == (side == SOURCE):
            return at
    return None


def _plain(name: str) -> str:
    """A name in small letters; `zh_CN` and `zh-CN` are `zh cn`, a mark behind it does not count."""
    return " ".join(re.sub(r"[_\-]+", " ", name.strip().strip(":：*").casefold()).split())


def _turned(rows: Sequence[Sequence[str]], source: int, target: int) -> bool:
    """Whether what is called source is the English and the other side Chinese."""
    return _chinese(rows, source) < 0.1 and _chinese(rows, target) > 0.5


def _by_script(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The first column of Chinese and the first of words that are not; the first row may still name them."""
    columns = range(len(rows[0]))
    found = _two_scripts(rows[1:], columns) or _two_scripts(rows, columns)
    if found is None:
        return None
    source, target = found
    first = rows[0]
    header = len(rows) > 1 and (not _is_chinese(first[source]) or _is_chinese(first[target]))
    return Columns(source, target, len(first), header=header)


def _two_scripts(rows: Sequence[Sequence[str]], columns: range) -> tuple[int, int] | None:
    source = next((at for at in columns if _chinese(rows, at) > 0.5), None)
    target = next((at for at in columns if at != source and _share(rows, at, _is_latin) >= 0.5), None)
    return None if source is None or target is None else (source, target)


def _chinese(rows: Sequence[Sequence[str]], at: int) -> float:
    return _share(rows, at, _is_chinese)


def _share(rows: Sequence[Sequence[str]], at: int, is_so: Callable[[str], bool]) -> float:
    """Of the cells of a column that hold anything, the share for which something is so."""
    cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
    return sum(map(is_so, cells)) / len(cells) if cells else 0.0


def _is_chinese(text: str) -> bool:
    letters = [ch for ch in text if ch.isalpha() or is_hanzi(ch)]
    return sum(map(is_hanzi, letters)) > _HANZI * len(letters)


def _is_latin(text: str) -> bool:
    return any(ch.isalpha() and ch < "\u0250" for ch in text) and not _is_chinese(text)
