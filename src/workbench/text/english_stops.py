"""text: the ends of English sentences, with the abbreviations that only look like them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from workbench.text.enclosures import CLOSERS, Enclosure, enclosures

_CANDIDATE = re.compile(r"[.!?…。！？]+|\n")
_FOOTNOTE = re.compile(r"\[\^?\w{1,8}\]")
_TOKEN_BEFORE = re.compile(r"[^\s(\[{“‘\"'—–/-]+$")
_WHAT_FOLLOWS = re.compile(r"[\s\"'“‘(\[{*_]*(?P<word>\w*)")
_LETTERS_WITH_POINTS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[IVXLivxl]{1,6})\)?")
_NUMBER_FOLLOWS = re.compile(r"\s*[\d§\[(]|\s*[IVXLC]+\b")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_LONGEST_ASIDE = 300
"""Brackets around more than this hold sentences of their own, also within a sentence."""

_BEFORE_NAMES = _words(
    "Mr Mrs Ms Messrs Mme Dr Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Sen Rep Gov Pres Amb Rev Hon Fr St "
    "Mt Ft Supt Insp Asst Assoc vs cf viz approx ca incl excl esp"
)
"""Abbreviations that never end a sentence."""

_BEFORE_NUMBERS = _words(
    "no nos art arts fig figs eq sec secs sect ch chap vol vols p pp para paras pt pts cl app reg ser "
    "iss est jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Abbreviations, and the word no, that do not end a sentence where a number follows; in small letters."""

_SHORT_FORMS = _words("Inc Ltd Co Corp Bros Jr Sr Ph.D Dept Univ Govt Natl Intl al Ave Blvd Rd")
"""Abbreviations that end a sentence where what follows can only begin one."""

_BEGINNERS = _words(
    "The A An In On At It Its This That These Those He She We They You I But And Or So However Moreover "
    "Furthermore Meanwhile As By For From To With When While If After Before Since Although Though "
    "There Here His Her Our Their My Your Not What Who Why How Where Which During Under Over Both Each "
    "Every All Some Many Most Such Then Thus Therefore Nor Yet Only Once Today Now Between Through "
    "According Despite Because Until Unless"
)
"""Words that, with a capital after an abbreviation, begin a sentence and not a name."""


def english_ends(text: str) -> Iterator[int]:
    """Offsets after the last mark of each sentence of `text`, in order, without what follows the last one."""
    coming = deque(enclosures(text))
    around: list[Enclosure] = []
    start = 0
    for match in _CANDIDATE.finditer(text):
        while coming and coming[0].start < match.start():
            around.append(coming.popleft())
        around = [pair for pair in around if pair.end > match.start()]
        end = _end_at(text, start, match, around)
        if end is not None and end > start:
            yield end
            start = end


def _end_at(text: str, start: int, match: re.Match[str], around: list[Enclosure]) -> int | None:
    """The end of the sentence from `start`, with all that closes there, if the marks of `match` end it."""
    marks = match.group()
    if marks == "\n":
        return match.start()
    end = _after_closers(text, match.end())
    if end < len(text) and not text[end].isspace():
        return None
    if not text[end:].strip():
        return end
    if _inside_an_aside(text, start, end, around) or not _can_begin(text, end):
        return None
    if marks == "." and not _stop_ends(text, start, match.start(), end):
        return None
    return end


def _after_closers(text: str, end: int) -> int:
    """The offset after the closing marks, ends of italics and footnote calls at `end`."""
    while end < len(text):
        footnote = _FOOTNOTE.match(text, end)
        if footnote:
            end = footnote.end()
        elif text[end] in CLOSERS or text[end] in "*_»":
            end += 1
        else:
            break
    return end


def _inside_an_aside(text: str, start: int, end: int, around: list[Enclosure]) -> bool:
    """True inside brackets that opened within the sentence from `start` and are still open at `end`."""
    return any(
        not pair.is_quote
        and pair.end >= end
        and pair.end - pair.start <= _LONGEST_ASIDE
        and bool(text[start : pair.start].strip())
        for pair in around
    )


def _can_begin(text: str, end: int) -> bool:
    """False where what follows at `end` cannot begin a sentence: a small letter, or a mark."""
    rest = _WHAT_FOLLOWS.match(text, end)
    place = rest.start("word") if rest else end
    return place < len(text) and not text[place].islower() and text[place] not in ".,;:!?)]}…"


def _stop_ends(text: str, start: int, stop: int, end: int) -> bool:
    """True where the full stop at `stop` ends a sentence, False where it belongs to the word before."""
    found = _TOKEN_BEFORE.search(text, max(start, stop - 40), stop)
    token = found.group() if found else ""
    if _ENUMERATOR.fullmatch(text[start:stop].strip()):
        return False  # the number of a list item
    if token in _BEFORE_NAMES or token in ("e.g", "i.e"):
        return False
    if token.lower() in _BEFORE_NUMBERS:
        return not _NUMBER_FOLLOWS.match(text, end)
    initial = len(token) == 1 and token.isupper()
    if initial or token in _SHORT_FORMS or _LETTERS_WITH_POINTS.fullmatch(token):
        following = _WHAT_FOLLOWS.match(text, end)
        return following is not None and following["word"] in _BEGINNERS
    return True
