"""text: what a single character is - hanzi, radical, mark of one of the two writing systems."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

HANZI_RANGES: tuple[tuple[int, int], ...] = (
    (0x2E80, 0x2E99),  # CJK radicals supplement: what some PDF fonts give instead of hanzi
    (0x2E9B, 0x2EF3),
    (0x2F00, 0x2FD5),  # Kangxi radicals, likewise
    (0x3007, 0x3007),  # 〇, the zero of 二〇二六
    (0x3400, 0x4DBF),  # extension A
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x20000, 0x2FFFD),  # extensions B to F and I, compatibility supplement
    (0x30000, 0x3FFFD),  # extensions G, H and what is to come
)
"""Code points that count as hanzi, first and last of each block, in order."""

OPENING = frozenset("（《〈「『【〔〖［｛〝“‘([{")
"""Marks that open: none of them may stand last on a line."""

CLOSING = frozenset("，。、；：？！．）》〉」』】〕〗］｝〞〟”’…—·・％‰℃℉°,.;:?!)]}%")
"""Marks that close, end or follow: none of them may stand first on a line."""

PAIRS: dict[str, str] = dict(zip("（《〈「『【〔〖［｛〝“‘([{", "）》〉」』】〕〗］｝〞”’)]}", strict=True))
"""Opening mark to its closing mark."""

_CHINESE_MARKS = frozenset("“”‘’…—·–")
"""Marks of both systems that Chinese fonts draw as wide as a hanzi."""

_STARTS = [first for first, _ in HANZI_RANGES]
_LASTS = [last for _, last in HANZI_RANGES]


def is_hanzi(ch: str) -> bool:
    """True for a hanzi, simplified or traditional, radicals and 〇 included; `ch` is one code point."""
    code = ord(ch)
    if code < 0x2E80:
        return False
    place = bisect_right(_STARTS, code) - 1
    return place >= 0 and code <= _LASTS[place]


def is_cjk_mark(ch: str) -> bool:
    """True for a mark of Chinese print: full-width or CJK punctuation, curly quotes, ——, …, ·.

    Curly quotes, dash and ellipsis belong to English as well: ask only where the text is Chinese.
    """
    if ch in _CHINESE_MARKS:
        return True
    if "\u3001" <= ch <= "\u303f":
        return unicodedata.category(ch)[0] in "PS"
    return "\uff00" < ch < "\uffef" and unicodedata.category(ch)[0] in "PS"


class _EmWidths(dict[str, float]):
    """Character to its width in ems, worked out once."""

    def __missing__(self, ch: str) -> float:
        self[ch] = width = _em_of(ch)
        return width


def _em_of(ch: str) -> float:
    category = unicodedata.category(ch)
    if category in ("Mn", "Me", "Cc", "Cf"):
        return 0.0
    kind = unicodedata.east_asian_width(ch)
    if kind in "WF" or ch in _CHINESE_MARKS or is_hanzi(ch):
        return 1.0
    # Signs such as ① ※ ± × are drawn full width in Chinese print; toned vowels, Greek and Cyrillic are not.
    return 1.0 if kind == "A" and category[0] in "NPS" else 0.5


_EM_WIDTHS = _EmWidths()


def em_width(text: str) -> float:
    """Width of `text` in ems as Chinese print sets it: full-width characters 1, Latin and digits 0.5.

    It measures how full a printed line is; for cells of the terminal see `workbench.text.width`.
    """
    return sum(map(_EM_WIDTHS.__getitem__, text))
