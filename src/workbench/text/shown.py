"""text: text made safe for the screen, and for the cell it is pasted into."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = "¦"
"""Stands for a character that has no width and no danger: a zero-width space, a stray joiner, a BOM."""

UNSAFE = "\u2426"
"""Stands for a character that would break the screen: a bidi control, half a surrogate pair, C1."""

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = frozenset("\u0085\u2028\u2029")

_PICTURE = "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_EMOJI = re.compile(
    f"{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]?"
    f"(?:\u200d{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]?)+"
    "|\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
)
"""Joined emoji and the flags of England, Scotland, Wales: the joiners and tags in them are meant."""

_ESCAPE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI, also cut off
    # OSC, DCS, SOS, PM, APC
    "|(?:\x1b[]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)?"
    "|\x1b[ -/]*[0-~]?"  # the short ones
)


class _StandIns(dict[str, str]):
    """Character to the one that is shown in its place; itself where it may be shown."""

    def __missing__(self, ch: str) -> str:
        self[ch] = stand_in = _stand_in(ch)
        return stand_in


def _stand_in(ch: str) -> str:
    if ch == "\n":
        return ch
    if ch == "\t":
        return " "
    if ch < " ":
        return chr(0x2400 + ord(ch))  # ␀ to ␟
    if ch == "\x7f":
        return "\u2421"
    if ch in _LINE_ENDS:
        return "\u2424"
    category = unicodedata.category(ch)
    if category in ("Cc", "Cs") or ch in _BIDI:
        return UNSAFE
    return INVISIBLE if category == "Cf" else ch


_STAND_INS = _StandIns()


def shown(text: str) -> str:
    """`text` as it may stand on the screen, code point for code point, so that offsets are the same in both.

    Controls become their pictures (␛), a tab a space, line separators ␤, bidi controls and lone surrogates ␦,
    other format characters ¦; the joiners and tags inside emoji stay. A newline stays: wrapping breaks there.
    """
    if text.isprintable():
        return text
    safe = "".join(map(_STAND_INS.__getitem__, text))
    if safe != text and ("\u200d" in text or "\U0001f3f4" in text):
        for emoji in _EMOJI.finditer(text):
            safe = safe[: emoji.start()] + emoji.group() + safe[emoji.end() :]
    return safe


def pasted(text: str) -> str:
    r"""What of a pasted `text` may go into a cell.

    Escape sequences go out whole, controls, bidi controls, lone surrogates and format characters one by one;
    every kind of line end becomes \n, a tab a space. Pasting the result again changes nothing.
    """
    if text.isprintable():
        return text
    text = _ESCAPE.sub("", text.replace("\r\n", "\n"))
    marked = re.sub("[\r\x0b\x0c\x85\u2028\u2029]", "\n", text).replace("\t", " ")
    seen = shown(marked)
    return "".join(ch for ch, as_shown in zip(marked, seen, strict=True) if ch == as_shown)
