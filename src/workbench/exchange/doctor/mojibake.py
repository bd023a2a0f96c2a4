"""exchange: text that was read in the wrong encoding, known by its looks, turned back where that is certain.

Certain means: the bytes that the wrong reading came from are valid in the right encoding, and what comes out
is what people write. A single accident of two letters is not enough.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Windows-1252 with the five bytes it leaves free, as programs read it.
_LATIN = {bytes([b]).decode("cp1252", "ignore") or chr(b): b for b in range(0x80, 0x100)}
_BYTE = str.maketrans({character: chr(byte) for character, byte in _LATIN.items()})


def _class(low: int, high: int) -> str:
    both = {c for c, byte in _LATIN.items() if low <= byte <= high} | {chr(b) for b in range(low, high + 1)}
    return "[" + "".join(re.escape(c) for c in sorted(both)) + "]"


_TAIL = _class(0x80, 0xBF)
_AS_LATIN = re.compile(
    f"(?:{_class(0xC2, 0xDF)}{_TAIL}|{_class(0xE0, 0xEF)}{_TAIL}{{2}}|{_class(0xF0, 0xF4)}{_TAIL}{{3}})+"
)
_GB_AS_LATIN = re.compile(f"(?:{_class(0xA1, 0xF7)}{_class(0xA1, 0xFE)})+")
_ACCENTED = re.compile("[\u00c0-\u00ff]")
# Characters, rare ones, whose bytes in GBK can begin a character of UTF-8 that people write.
_GBK_STARTS = "".join(
    bytes([first, second]).decode("gbk", "ignore")
    for first in range(0xE2, 0xF0)
    for second in range(0x80, 0xC0)
)
_HAN = re.compile("[\u3400-\u9fff]")
_GBK_START = re.compile(f"[{_GBK_STARTS}]")
# One of these stands in every garbled text, and in few others.
_SUSPECT = re.compile(f"[\u00c2-\u00f7\ufffd锟斤烫屯{_GBK_STARTS}]")
_HAN_RUN = re.compile("[\u3400-\u9fff\ue000-\uf8ff\u20ac\ufffd?]{2,}[!-~]?")
# What people write beyond ASCII: accented letters, marks, Chinese and Japanese, full width.
_WRITTEN = re.compile(
    "[\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dcāēěīōūǎǐǒǔǖǘǚǜ\u2010-\u2027\u2030-\u203a\u20ac\u2122\u2190-\u21ff\u2460-\u24ff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef\ufeff]"
)
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\u2010-\u2027]")
# Closing marks may stand behind a capital with an accent by right: IRMÃ”, CAFÉ—.
_CLOSING = frozenset("”’—–»…›%™")
_LOST = re.compile("锟斤拷|锟斤|斤拷|烫烫烫|屯屯屯|\ufffd+|ï¿½")
_HALF = re.compile('â€(?:[^\\s]|$)|鈥[\\s"?]|Ã[\\s?]|(?:[涓浜鍏鐨鎴涔](?:[\ue000-\uf8ff]|[^\\s]){0,3}){3,}')

UTF8_AS_LATIN = "UTF-8 was read as Windows-1252"
UTF8_AS_GBK = "UTF-8 was read as GBK"
GBK_AS_LATIN = "GBK was read as Windows-1252"
LOST = "characters were replaced when it was converted"


@dataclass(frozen=True, slots=True)
class Garble:
    """Garbled text.

    Attributes:
        how: what went wrong.
        found: the garbled characters, for showing and for the place.
        meant: what they were; empty where that is not certain.
        text: the whole text turned back; empty where that is not certain.
    """

    how: str
    found: str
    meant: str = ""
    text: str = ""


def garbled(text: str, *, chinese: bool) -> Garble | None:
    """What is garbled in a text; None where nothing looks so.

    Args:
        text: one side of a unit.
        chinese: whether it should be Chinese: only there can GBK have been read as Windows-1252.
    """
    if not _SUSPECT.search(text):
        return None
    lost = _LOST.search(text)
    if lost is not None:
        return Garble(LOST, lost[0])
    for turn in (*((_gbk_as_latin,) if chinese else ()), _utf8_as_latin, _utf8_as_gbk):
        found = turn(text)
        if found is not None:
            again = garbled(found.text, chinese=chinese) if found.text else None
            deeper = again is not None and again.text
            return Garble(found.how, found.found, found.meant, again.text) if deeper and again else found
    half = _HALF.search(text)
    if half is not None:
        return Garble(UTF8_AS_GBK if _HAN.match(half[0]) else UTF8_AS_LATIN, half[0])
    return None


def _utf8_as_latin(text: str) -> Garble | None:
    runs = [(run, _turned(run[0])) for run in _AS_LATIN.finditer(text)]
    good = [(run, meant) for run, meant in runs if meant]
    if not good:
        return None
    certain = any(len(run[0]) > 2 or run[0][-1] not in _CLOSING for run, _ in good)
    if not certain:
        return None
    back = _AS_LATIN.sub(lambda run: _turned(run[0]) or run[0], text).replace("\ufeff", "")
    return Garble(UTF8_AS_LATIN, good[0][0][0], good[0][1], back)


def _turned(run: str) -> str:
    """What a run of bytes, read as Latin letters, was; empty where people do not write that."""
    try:
        meant = run.translate(_BYTE).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return ""
    return meant if all(_WRITTEN.match(character) or character > "\U00010000" for character in meant) else ""


def _utf8_as_gbk(text: str) -> Garble | None:
    if not _GBK_START.search(text):
        return None
    good: list[tuple[str, str]] = []

    def turn(run: re.Match[str]) -> str:
        meant = _from_gbk(run[0])
        if meant:
            good.append((run[0], meant))
        return meant or run[0]

    back = _HAN_RUN.sub(turn, text)
    return Garble(UTF8_AS_GBK, *good[0], back) if good else None


def _from_gbk(run: str) -> str:
    """A run of rare Chinese characters whose bytes in GBK are UTF-8."""
    for part in (run, run[:-1]):  # the last, an ASCII character, may have been the tail of one
        try:
            meant = part.encode("gb18030").decode("utf-8")
        except UnicodeError:
            continue
        beyond = [character for character in meant if character > "\x7f"]
        if beyond and all(_CHINESE.match(character) for character in beyond):
            return meant + run[len(part) :]
    return ""


def _gbk_as_latin(text: str) -> Garble | None:
    if _HAN.search(text):
        return None
    good: list[tuple[str, str]] = []

    def turn(run: re.Match[str]) -> str:
        data = run[0].translate(_BYTE).encode("latin-1")
        common = all(data[at] <= 0xA3 or 0xB0 <= data[at] <= 0xD7 for at in range(0, len(data), 2))
        try:
            meant = data.decode("gb2312") if common else ""
        except UnicodeError:
            meant = ""
        if meant:
            good.append((run[0], meant))
        return meant or run[0]

    back = _GB_AS_LATIN.sub(turn, text)
    certain = any(len(meant) > 1 for _, meant in good) and not _ACCENTED.search(back)
    return Garble(GBK_AS_LATIN, *good[0], back) if certain else None
