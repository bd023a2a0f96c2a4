"""documents: whether a line is a page number, and which.

The forms are those that word processors, printers and publishers set in Chinese and in English. A bare number
may be anything: whether it is a page's is decided on the whole document, in furniture.py.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

LARGEST = 9999
_LONGEST = 40  # characters of a line that may be a page number
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")

_N = r"(?P<n>\d{1,4}|[ivxlc]{1,8}|[〇零一二三四五六七八九十百]{1,6})"
_ALL = r"(?P<all>\d{1,4}|[〇零一二三四五六七八九十百]{1,6})"
_DASHES = r"\-—–―−‐‑~～·•∙・*_|=<>《》〈〉「」【】\[\]"
_JOINT = r"[\s,，、/／()（）|;；]*"


class Form(IntEnum):
    """How a page number is set, the more certain the higher."""

    BARE = 0  # 12
    DASHED = 1  # — 12 —
    WORDED = 2  # 第12页, Page 12
    COUNTED = 3  # 第12页 共40页, Page 12 of 40


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A line that may be a page number: its value, how it is set, whether in Roman numerals."""

    value: int
    form: Form
    roman: bool


_PATTERNS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (Form.COUNTED, re.compile(rf"第\s*{_N}\s*[页頁]{_JOINT}[共总總]计?\s*{_ALL}\s*[页頁][)）]?")),
    (Form.COUNTED, re.compile(rf"[共总總]计?\s*{_ALL}\s*[页頁]{_JOINT}第\s*{_N}\s*[页頁][)）]?")),
    (Form.COUNTED, re.compile(rf"第\s*{_N}\s*[页頁]?\s*[/／]\s*{_ALL}\s*[页頁]")),
    (Form.COUNTED, re.compile(rf"(?:page|pg\.?)\s*{_N}\s*(?:of|/)\s*{_ALL}")),
    (Form.WORDED, re.compile(rf"第\s*{_N}\s*[页頁]")),
    (Form.WORDED, re.compile(rf"(?:page|pages|pg\.?|pp?\.|p)\s*\|?\s*{_N}")),
    (Form.WORDED, re.compile(rf"{_N}\s*\|\s*p\s?a\s?g\s?e")),
    (Form.WORDED, re.compile(r"(?P<n>\d{1,4})\s*[页頁]")),
    (Form.BARE, re.compile(r"(?P<n>\d{1,4}|[ivxlc]{1,8})")),
    (Form.BARE, re.compile(rf"(?P<n>\d{{1,4}})\s*(?:/|of)\s*{_ALL}")),
    (Form.BARE, re.compile(r"[|·•]\s*(?P<n>\d{1,4})|\[\s*(?P<m>\d{1,4})\s*\]")),
    (Form.BARE, re.compile(r"(?P<n>\d{1,4})\s*[|·•]")),
)
_DASHED = re.compile(rf"[{_DASHES}][\s{_DASHES}]*(?P<inner>[^{_DASHES}]+?)\s*[{_DASHES}][\s{_DASHES}]*")


def page_number(text: str) -> PageNumber | None:
    """The page number that the whole of `text` is, or None.

    Args:
        text: a line; outer spaces and form feeds are of no account.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    if any(unicodedata.category(sign) == "No" for sign in text):
        return None  # ① and ² are items and notes
    solid = " ".join(unicodedata.normalize("NFKC", text).split()).lower()
    found = _plain(solid)
    if found:
        return found
    dashed = _DASHED.fullmatch(solid)
    if not dashed or (solid[0] == "[" and solid[-1] == "]"):
        return None
    inner = dashed["inner"].strip()
    found = _plain(inner)
    if found:
        return PageNumber(found.value, max(found.form, Form.DASHED), found.roman)
    value = numeral(inner)
    return PageNumber(value, Form.DASHED, False) if value and value <= LARGEST else None


def _plain(solid: str) -> PageNumber | None:
    for form, pattern in _PATTERNS:
        match = pattern.fullmatch(solid)
        if not match:
            continue
        groups = match.groupdict()
        written = groups["n"] or groups.get("m") or ""
        value, whole = numeral(written), numeral(groups.get("all") or "") or LARGEST
        if value is not None and 0 < value <= whole:
            return PageNumber(value, form, written[0] in _ROMANS)
    return None


def numeral(written: str) -> int | None:
    """The value of Arabic digits, a lower-case Roman numeral or hanzi (十二, 一二, 一百二十); else None."""
    if written.isascii() and written.isdigit():
        return int(written)
    if _ROMAN.fullmatch(written):
        values = [_ROMANS[sign] for sign in written]
        later = [*values[1:], 0]
        return sum(value if value >= after else -value for value, after in zip(values, later, strict=True))
    if not written or any(sign not in _DIGITS and sign not in _UNITS for sign in written):
        return None
    if all(sign in _DIGITS for sign in written):
        return int("".join(str(_DIGITS[sign]) for sign in written))
    total = digit = 0
    for sign in written:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
    return total + digit
