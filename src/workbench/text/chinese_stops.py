"""text: the ends of Chinese sentences.

What ends a sentence is mostly a matter of the quotes and brackets around and behind a mark. A quote is
*speech* where it opens a sentence or follows a colon, a comma or a verb of saying: there every 。！？ inside
ends a sentence. Otherwise it is a phrase within its sentence (破解“钱从哪里来？”的难题), and only a 。 inside
can end that: GB/T 15834—2011 puts one there only where the quote is a whole sentence.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from workbench.text.characters import is_hanzi
from workbench.text.enclosures import CLOSERS, Enclosure, enclosures

_STRONG = frozenset("。｡")
_STOPS = frozenset("。｡！？!?")
_CANDIDATE = re.compile(r"[。｡！？!?…⋯]+|；|\.+|．|\n")
_FOOTNOTE = re.compile(r"[\[［][\^＾]?\w{1,4}[\]］]")

_GOES_ON = re.compile(
    r"[，、；：。！？,;:…—]"
    r"|[的等之是]|[和与及或](?=[“‘「《])"
    r"|这[一句个种样些条段番]|为(?:题|主题)|以及"
)
"""What shows after a closed quote that its sentence is not over."""

_ATTRIBUTION = re.compile(
    r"[^，。；！？：“”\n]{0,12}(?:说|道|问|答|喊|表示|介绍|指出|强调|感慨|坦言)[。！？\n]"
)
"""Who said it, after a quote that began the sentence: “……。”村民李某说。"""

_SAYING = re.compile(r"(?:说|道|称|问|答|曰|写|讲|喊|指出|强调|表示|认为|提出|要求|宣布|写道|坦言)$")

_LONGEST_ASIDE = 200
"""Brackets around more than this are no aside but a passage with sentences of its own."""

_FEWEST_BEFORE_DOTS = 4
"""After fewer characters …… is a hesitation, not an end."""


def chinese_ends(text: str) -> Iterator[int]:
    """Offsets after the last mark of each sentence of `text`, in order, without what follows the last one."""
    coming = deque(enclosures(text))
    around: list[Enclosure] = []
    start = 0
    for match in _CANDIDATE.finditer(text):
        while coming and coming[0].start < match.start():
            around.append(coming.popleft())
        around = [pair for pair in around if pair.end > match.start()]
        if match.start() < start:
            continue
        end = _end_at(text, start, match, around)
        if end is not None:
            yield end
            start = end


def _end_at(text: str, start: int, match: re.Match[str], around: list[Enclosure]) -> int | None:
    """The end of the sentence from `start`, with all that closes there, if it ends with the marks of `match`.

    `around` are the quotes and brackets that the marks stand in, the outermost first.
    """
    marks = match.group()
    if marks == "\n":
        return match.start()
    if not _can_end(text, start, match):
        return None
    end = _after_closers(text, match.end())
    if end < len(text) and text[end] in _STOPS:
        return None  # ”。 : the mark behind the quote decides
    still_around = [pair for pair in around if pair.end >= end]
    closed = [pair for pair in around if pair.end < end]
    if any(not pair.is_quote and pair.end - pair.start <= _LONGEST_ASIDE for pair in still_around):
        return None
    if marks == "；":
        return end if not around and end == match.end() else None
    if closed:
        return end if _closes_sentence(text, start, end, marks, closed) else None
    if _STRONG.isdisjoint(marks) and not all(_is_speech(text, start, pair) for pair in still_around):
        return None
    if _STOPS.isdisjoint(marks) and marks[0] in "…⋯." and (still_around or not _dots_end(text, start, match)):
        return None
    return end


def _can_end(text: str, start: int, match: re.Match[str]) -> bool:
    """False for a mark that is part of a number, a name or an address."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    marks = match.group()
    if marks in (".", "．"):
        return _point_ends(text, start, match, after)
    if marks[0] == ".":
        return len(marks) >= 3
    if marks in ("!", "?"):
        return not (after.isascii() and after.isalnum()) and after not in ("=", "&", "/")
    return not (before.isdigit() and after.isdigit())


def _point_ends(text: str, start: int, match: re.Match[str], after: str) -> bool:
    """True where a Western full stop stands for 。: behind hanzi, not after the number of a heading."""
    before = text[start : match.start()].strip()
    if not before or not is_hanzi(before[-1]) or all(ch in "一二三四五六七八九十" for ch in before):
        return False
    return not after or after.isspace() or after in CLOSERS or (match.group() == "．" and is_hanzi(after))


def _after_closers(text: str, end: int) -> int:
    """The offset after the closing marks and footnote calls at `end`."""
    while end < len(text):
        footnote = _FOOTNOTE.match(text, end)
        if footnote:
            end = footnote.end()
        elif text[end] in CLOSERS and not (text[end] in "\"'" and _opens(text, end)):
            end += 1
        else:
            break
    return end


def _opens(text: str, place: int) -> bool:
    """True where a straight quote is an opening one: an even number of its like stands before it."""
    return text.count(text[place], 0, place) % 2 == 0


def _closes_sentence(text: str, start: int, end: int, marks: str, closed: list[Enclosure]) -> bool:
    """True where a sentence is over with the quotes or brackets that close right behind its `marks`."""
    if _GOES_ON.match(text, end):
        return False
    outermost = closed[0]
    begins = not text[start : outermost.start].strip()
    if outermost.is_quote and begins and _ATTRIBUTION.match(text, end):
        return False
    if not _STRONG.isdisjoint(marks) or end == len(text):
        return True
    if outermost.is_quote:
        return _is_speech(text, start, outermost)
    return begins and outermost.opening not in "《〈"


def _is_speech(text: str, start: int, pair: Enclosure) -> bool:
    """True for a quote that is what somebody says, not a phrase within the sentence that began at `start`."""
    if not pair.is_quote:
        return False
    before = text[start : pair.start].rstrip()
    if not before:  # it begins the sentence, or a sentence has ended in it already
        return True
    return before[-1] in "：:，,。！？；—“「" or bool(_SAYING.search(before[-2:]))


def _dots_end(text: str, start: int, match: re.Match[str]) -> bool:
    """True where …… ends a statement, False where it stands for something left out."""
    before = text[start : match.start()].strip()
    if len(before) < _FEWEST_BEFORE_DOTS or not is_hanzi(before[-1]):
        return False
    return not _GOES_ON.match(text, match.end())
