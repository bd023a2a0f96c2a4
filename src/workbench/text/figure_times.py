"""text: times of day of Chinese in English: 9:30 a.m., 3 p.m., noon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.figure_dates import number
from workbench.text.figure_forms import SourceFigure, figure
from workbench.text.figure_numerals import RANGE

_HOUR = r"(?:2[0-4]|1\d|0?\d|二十[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八九])"
_MINUTE = r"(?:[0-5]?\d|[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九])"
_CLOCK = re.compile(
    r"(?P<part>上午|早上|清晨|凌晨|早晨|早|下午|傍晚|晚上|晚间|午后|夜间|深夜|晚|中午|正午)?"
    rf"(?<![\d.:一二三四五六七八九十])(?:(?P<h>{_HOUR})(?P<sign>时(?![代期间候刻而常效空速段尚])|点)"
    rf"(?:(?P<m>{_MINUTE})分(?![钟之])|(?P<half>半)|(?P<sharp>整|许|钟))?"
    r"|(?P<h24>2[0-4]|1\d|0?\d):(?P<m24>[0-5]\d)(?![\d:]))"
)
_MORNING = frozenset(["上午", "早上", "清晨", "凌晨", "早晨", "早"])
_BETWEEN = re.compile(RANGE)
_OPEN = re.compile(rf"[前后开起]|{RANGE}\d{{1,2}}[点时]")


def times(folded: str) -> Iterator[SourceFigure]:
    """Times of day of a folded text, in order; the second of 下午3时至5时 is of the same half of the day."""
    part, end, before = "", -1, False
    for match in _CLOCK.finditer(folded):
        follows = bool(_BETWEEN.fullmatch(folded, end, match.start()))
        part, end = match["part"] or (part if follows else ""), match.end()
        before = _is_clock(match, part) or (before and follows)
        if before:
            yield figure(match.start(), match.end(), *_forms(match, part))


def _is_clock(match: re.Match[str], part: str) -> bool:
    if match["h24"] or part or match["m"]:
        return True
    if match["sign"] == "点":
        said = match["sharp"] or match["half"]
        return bool(said) or (match["h"].isascii() and bool(_OPEN.match(match.string, match.end())))
    return match["h"].isdecimal() and match["h"].isascii()


def _forms(match: re.Match[str], part: str) -> list[str]:
    hour = number((match["h24"] or match["h"]).replace("两", "二"))
    minute = 30 if match["half"] else number((match["m24"] or match["m"] or "0").lstrip("零") or "0")
    clock = f"{hour}:{minute:02d}"
    afternoon = hour >= 12 if not part else part not in _MORNING
    if part in ("深夜", "夜间", "晚上", "晚") and hour in (12, 0, 24):
        hour, afternoon = 0, False
    elif part in ("中午", "正午") and hour in (10, 11):
        afternoon = False
    if not minute and hour in (0, 24):
        return ["midnight", clock]
    if not minute and hour == 12:
        return ["noon", clock]
    shown = hour % 12 or 12
    said = f"{shown}:{minute:02d}" if minute else str(shown)
    half = "p.m." if afternoon and hour != 24 else "a.m."
    return [f"{said} {half}", clock if hour >= 12 or not afternoon else f"{hour + 12}:{minute:02d}"]
