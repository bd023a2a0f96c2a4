"""exchange: text, attributes, properties and moments as TMX writes them, and moments read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from workbench.exchange.tmx_languages import ANY, plain

RAW = "-raw"
RAW_SOURCE = "x-source-raw"
RAW_TARGET = "x-target-raw"
RAW_NOTE = "x-note-raw"
"""Properties that hold as JSON what XML cannot: the source, the target and the note with all characters."""
SEGTYPES = ("block", "paragraph", "sentence", "phrase")
UNIT_ATTRIBUTES = ("o-encoding", "datatype", "creationtool", "creationtoolversion", "o-tmf")
"""What else the DTD lets a unit and a variant say of themselves, beside what `TranslationUnit` has."""
_INVALID = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TMX_DATES = re.compile("(?:[0-9]{8}T[0-9]{6}Z)*+")
_DIGITS = tuple(
    zip((0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18), (*range(8), *range(9, 15)), strict=True)
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_MARKUP = re.compile("[&<>\r]")


def valid(text: str) -> str:
    """`text` with what XML cannot hold replaced by U+FFFD, one for one."""
    return text if text.isprintable() else _INVALID.sub("\ufffd", text)


def holds(text: str) -> bool:
    """Whether XML can hold every character of `text`."""
    if text.isascii():
        data = text.encode()
        return len(data.translate(None, _CONTROLS)) == len(data)
    # No control character, half of a pair or unassigned one is printable; the test is many times faster.
    return text.isprintable() or _INVALID.search(text) is None


def content(text: str) -> str:
    """Escaped for element content; a carriage return would not survive reading unless written so."""
    if text.isprintable():
        if "&" in text or "<" in text or ">" in text:
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text
    text = _INVALID.sub("\ufffd", text)
    return escape(text, {"\r": "&#13;"}) if _MARKUP.search(text) else text


def is_plain(value: str) -> bool:
    """Whether an attribute can hold it as it is: letters and digits alone."""
    return value.isascii() and value.isalnum()


@lru_cache(maxsize=4096)
def quoted(value: str) -> str:
    """An attribute's value; names, languages and people come again and again."""
    return f'"{value}"' if is_plain(value) else quoteattr(valid(value))


def attributes(values: Iterable[tuple[str, str]]) -> str:
    """Attributes as they stand behind an element's name; those without a value are left out."""
    return "".join(f" {name}={quoted(value)}" for name, value in values if value)


@lru_cache(maxsize=64)
def segtype_attribute(segtype: str, usual: str) -> str:
    """How a unit is segmented, where it is not as its file says."""
    return f' segtype="{segtype}"' if segtype in SEGTYPES and segtype != usual else ""


@lru_cache(maxsize=256)
def source_attribute(language: str, usual: str) -> str:
    """The source language of a unit, where it is not the one of its file."""
    return "" if plain(usual) in (plain(language), ANY) else f" srclang={quoted(language)}"


@lru_cache(maxsize=256)
def variant_start(language: str) -> str:
    """The beginning of a variant that says no more than its language, up to its text."""
    return f"<tuv xml:lang={quoted(language)}><seg>"


def prop(name: str, value: str) -> str:
    """A property."""
    return f"<prop type={quoted(name)}>{content(value)}</prop>"


def note(text: str) -> str:
    """A note."""
    return f"<note>{content(text)}</note>"


@lru_cache(maxsize=1024)
def tmx_date(iso: str) -> str:
    """YYYYMMDDThhmmssZ of an ISO 8601 moment in UTC; empty of an empty one."""
    return iso.replace("-", "").replace(":", "")


def iso_date(tmx: str) -> str:
    """The inverse of `tmx_date`; what is not a TMX date comes back as it is."""
    if len(tmx) != 16 or tmx[8] != "T" or tmx[15] != "Z" or not tmx.isascii():
        return tmx
    day, time = tmx[:8], tmx[9:15]
    if not (day.isdigit() and time.isdigit()):
        return tmx
    return f"{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}Z"


def iso_dates(column: Sequence[str]) -> list[str]:
    """`iso_date` of many at once, character by character down the column."""
    joined = "".join(column)
    if set(map(len, column)) != {16} or not _TMX_DATES.fullmatch(joined):
        return [iso_date(each) for each in column] if joined else list(column)
    digits = joined.encode("ascii")
    dates = bytearray(b"0000-00-00T00:00:00Z" * len(column))
    for to, place in _DIGITS:
        dates[to::20] = digits[place::16]
    text = dates.decode("ascii")
    return [text[at : at + 20] for at in range(0, len(text), 20)]
