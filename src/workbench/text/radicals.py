"""text: radicals and compatibility ideographs that a PDF gave in the place of hanzi, and the hanzi they show.

A font draws the radical ⼈ (U+2F08) and the hanzi 人 (U+4EBA) with one glyph, and a PDF may give back either.
They look the same, so that a reader is not warned; a search in another program or a client's font is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from workbench.text.fold_table import FOLD_TABLE

RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民"
    "⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼"
    "⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青"
    "⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟"
)
"""CJK radicals supplement: each sign and the hanzi it stands for in text from a PDF; NFKC knows two."""

KANGXI = (0x2F00, 0x2FD5)
SUPPLEMENT = (0x2E80, 0x2EF3)
COMPATIBILITY = ((0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
"""First and last code points of the blocks (Unicode 16, Blocks.txt)."""

PATTERN = "".join(f"{chr(first)}-{chr(last)}" for first, last in (KANGXI, SUPPLEMENT, *COMPATIBILITY))
"""The blocks as the inside of a class of characters, for a regular expression or a GLOB."""

_IN_BLOCKS = re.compile(f"[{PATTERN}]")
_SHOWN = {"⾭": "青"}
"""NFKC has the old form 靑, which no font of today draws here."""
_DOOR = "⼾"
"""NFKC has 戶; beside simplified characters the glyph is that of 户."""


@dataclass(frozen=True, slots=True)
class Radical:
    """A radical in a text: its offset in code points, the sign itself, and the hanzi it stands for."""

    offset: int
    sign: str
    hanzi: str


def radicals_in(text: str) -> tuple[Radical, ...]:
    """The radicals and compatibility ideographs of a text that stand for one hanzi each, in order."""
    found = [(m.start(), m.group()) for m in _IN_BLOCKS.finditer(text) if _hanzi(m.group()) != m.group()]
    if not found:
        return ()
    door = "戶" if _DOOR in text and _is_traditional(text) else "户"
    return tuple(Radical(at, sign, door if sign == _DOOR else _hanzi(sign)) for at, sign in found)


def without_radicals(text: str) -> str:
    """The text with hanzi for its radicals; as long as before, and the same to whoever reads it."""
    signs = list(text)
    for radical in radicals_in(text):
        signs[radical.offset] = radical.hanzi
    return "".join(signs)


def _hanzi(sign: str) -> str:
    """What a sign of these blocks stands for; itself where that is no single character."""
    hanzi = _SHOWN.get(sign) or _OF_SUPPLEMENT.get(sign) or unicodedata.normalize("NFKC", sign)
    return hanzi if len(hanzi) == 1 else sign


def _is_traditional(text: str) -> bool:
    """Whether a character of the text, radicals apart, has a simplified form."""
    return any(ord(sign) in FOLD_TABLE for sign in _IN_BLOCKS.sub("", text))


_OF_SUPPLEMENT = dict(zip(RADICALS[::2], RADICALS[1::2], strict=True))
