"""exchange: characters and references that XML cannot hold, found with their places and taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from workbench.exchange.doctor.faults import Fault
from workbench.exchange.doctor.rules_xml import XML_RULES

_FIVE = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_REFERENCE = re.compile(r"&(?:#(\d{1,9})|#x([0-9A-Fa-f]{1,8})|([A-Za-z_][\w.-]*));")
_INVALID = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BYTES = re.compile("[\udc00-\udcff]+")
# Bytes of another encoding can look, two by two, like a letter of UTF-8.
_AROUND_BYTES = re.compile("[\udc00-\udcff\u0080-\u07ff]+")
_NOT_OF_THE_FIVE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)")
# Punctuation that programs for Windows left as single bytes in files of another encoding.
_WINDOWS = frozenset(range(0x91, 0x98)) | {0x85, 0xA0}


def rough(text: str) -> bool:
    """Whether anything in it may be wrong or need a closer look."""
    return bool("]]>" in text or _INVALID.search(text) or _NOT_OF_THE_FIVE.search(text))


def character_faults(text: str, start: int, encoding: str, *, section: bool = False) -> Iterator[Fault]:
    """What is wrong with the characters of a stretch of text as it stands in the file.

    Args:
        text: the stretch, between two tags or inside one.
        start: its offset in the file.
        encoding: what its bytes should be in, as people call it.
        section: whether it is a CDATA section, where & is a character like others.
    """
    yield from _invalid(text, start, encoding)
    if section:
        return
    at = text.find("]]>")
    while at >= 0:
        yield Fault(XML_RULES["xml.section-end"], start + at)
        at = text.find("]]>", at + 3)
    if "&" in text:
        yield from _references(text, start)


def resolved(text: str) -> str:
    """The text that is meant: references replaced, what XML cannot hold taken out or guessed for certain."""
    text = clean(text)
    return _REFERENCE.sub(_character, text) if "&" in text else text


def clean(text: str) -> str:
    """Without what XML cannot hold; line ends as XML reads them; bytes of another encoding turned round."""
    if _INVALID.search(text):
        text = _INVALID.sub("", _AROUND_BYTES.sub(_turned, text))
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def excerpt(text: str, at: int) -> str:
    """A character in its surroundings, on one line and without tags."""
    before = re.split("[<>\n]", text[max(at - 10, 0) : at])[-1]
    after = re.split("[<>\n]", text[at + 1 : at + 12])[0]
    return f"{before}{text[at]}{after}".strip()


def _invalid(text: str, start: int, encoding: str) -> Iterator[Fault]:
    for found in _INVALID.finditer(text):
        character = found[0]
        if "\udc00" <= character <= "\udcff":
            continue
        at = start + found.start()
        yield Fault(XML_RULES["xml.control"], at, (f"U+{ord(character):04X}",))
    for found in _BYTES.finditer(text):
        shown = " ".join(f"{ord(mark) - 0xDC00:02X}" for mark in found[0][:8])
        fault = Fault(XML_RULES["encoding.bytes"], start + found.start(), (encoding, shown))
        around = next(run for run in _AROUND_BYTES.finditer(text) if run.end() >= found.end())
        fault.lost = f"the bytes {shown}" if "\ufffd" in _turned(around) else ""
        yield fault


def _turned(found: re.Match[str]) -> str:
    """The characters that bytes of another encoding stand for, where that is certain; else U+FFFD."""
    run = found[0]
    if not _BYTES.search(run):
        return run
    if len(run) == 1 and ord(run) - 0xDC00 in _WINDOWS:
        return bytes([ord(run) - 0xDC00]).decode("cp1252")
    return _as_chinese(run) or _BYTES.sub("\ufffd", run)


def _as_chinese(run: str) -> str:
    """Two or more common Chinese characters whose bytes in GB 2312 these are; empty where they are not."""
    try:
        data = run.encode("utf-8", "surrogateescape")
        common = all(0xB0 <= data[at] <= 0xD7 or 0xA1 <= data[at] <= 0xA3 for at in range(0, len(data), 2))
        return data.decode("gb2312") if len(data) >= 4 and common else ""
    except UnicodeError:
        return ""


def _references(text: str, start: int) -> Iterator[Fault]:
    at = text.find("&")
    while at >= 0:
        found = _REFERENCE.match(text, at)
        if found is None:
            yield Fault(XML_RULES["xml.ampersand"], start + at, (excerpt(text, at),))
        elif found[3] and found[3] not in _FIVE:
            yield Fault(XML_RULES["xml.entity"], start + at, (found[0],))
        elif not found[3] and not _numbered(found):
            yield Fault(XML_RULES["xml.control-reference"], start + at, (found[0],))
        at = text.find("&", at + 1)


def _character(found: re.Match[str]) -> str:
    """What a reference stands for; what is none stays as it is written."""
    if found[3]:
        return _FIVE.get(found[3]) or html5.get(f"{found[3]};") or found[0]
    return _numbered(found)


def _numbered(found: re.Match[str]) -> str:
    """The character of a number; empty where XML cannot hold it."""
    number = int(found[1]) if found[1] else int(found[2], 16)
    if number > 0x10FFFF or _INVALID.match(chr(number)):
        return ""
    return chr(number)
