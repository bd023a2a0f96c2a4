"""exchange: which encoding a file is really in, whatever it says, and its text with every bad byte marked.

A byte that is not in the encoding comes out as U+DC00 plus the byte: half a character, which no file can
hold, so that what finds it knows the byte and the place.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

_CHUNK = 1 << 18
_SAMPLE = 1 << 16
_MARKED = "workbench.marked"
_DECLARED = re.compile(r"""<\?xml[^>]*?encoding\s*=\s*["']([^"'<>]*)["']""", re.I)
# Names that are registered for the Internet; Python knows more, such as utf8 and u8, which others refuse.
_REGISTERED = re.compile(
    r"utf-(?:7|8|16|16le|16be|32|32le|32be)|(?:us-)?ascii|gb2312|gbk|gb18030|hz-gb-2312|big5(?:-hkscs)?"
    r"|iso-8859-\d\d?|iso-2022-\w+|windows-\d+|shift_jis|euc-(?:jp|kr|tw)|koi8-[ru]|macintosh|tis-620|viscii",
    re.I,
)
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_SHOWN = {
    "utf-8": "UTF-8",
    "ascii": "US-ASCII",
    "gb18030": "GBK (GB 18030)",
    "big5hkscs": "Big5",
    "cp1252": "Windows-1252",
    "iso8859-1": "ISO-8859-1",
    "utf-16-le": "UTF-16 (little end first)",
    "utf-16-be": "UTF-16 (big end first)",
}
_GUESSES = ("gb18030", "big5hkscs")
# Lead bytes of the common characters and of the marks, per encoding.
_COMMON = {"gb18030": (0xA1, 0xD7), "big5hkscs": (0xA1, 0xC6)}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How a file is to be read.

    Attributes:
        encoding: the codec that fits its bytes.
        complaints: (check, values) for what the file says wrongly about it.
    """

    encoding: str
    complaints: tuple[tuple[str, tuple[str, ...]], ...] = ()


def shown(encoding: str) -> str:
    """What people call a codec."""
    return _SHOWN.get(encoding, encoding.upper())


def diagnose(path: Path) -> Diagnosis:
    """Compare the mark, the declaration and the bytes. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(1 << 12)
    marked = next((name for mark, name in _MARKS.items() if head.startswith(mark)), "")
    wide = marked or _unmarked_utf16(head)
    declared = _declared(head, wide)
    known = _codec(declared)
    if marked:
        return Diagnosis(marked, _mark_complaint(marked, declared, known))
    if wide:
        said: list[tuple[str, tuple[str, ...]]] = [("encoding.no-mark", (shown(wide),))]
        if declared and not known.startswith("utf-16"):
            said.append(("encoding.declared", (declared, shown(wide))))
        return Diagnosis(wide, tuple(said))
    return _narrow(path, declared, known)


def decoded(path: Path, encoding: str) -> Iterator[str]:
    """The text in parts, without its byte order mark, bad bytes marked. Raises OSError."""
    decoder = codecs.getincrementaldecoder(encoding)(_MARKED)
    with path.open("rb") as file:
        part = file.read(_CHUNK)
        text = decoder.decode(part, not part)
        yield text.removeprefix("\ufeff")
        while part:
            part = file.read(_CHUNK)
            yield decoder.decode(part, not part)


def _unmarked_utf16(head: bytes) -> str:
    """UTF-16 without its mark shows by its zero bytes."""
    start = head.lstrip(b" \r\n\t\x00")[:2]
    if not start.startswith(b"<") or b"\x00" not in head[:64]:
        return ""
    even, odd = head[0:64:2].count(0), head[1:64:2].count(0)
    return "utf-16-le" if odd > even else "utf-16-be"


def _declared(head: bytes, wide: str) -> str:
    found = _DECLARED.search(head.decode(wide or "latin-1", "replace"))
    return found[1] if found else ""


def _codec(declared: str) -> str:
    """The codec of a declared name; empty where there is none."""
    if not _REGISTERED.fullmatch(declared):
        return ""
    try:
        name = codecs.lookup(declared).name
        "".encode(name)  # a codec between texts, such as rot13, is no encoding
    except (LookupError, UnicodeError, ValueError):
        return ""
    return _WIDER.get(name, name)


def _mark_complaint(marked: str, declared: str, known: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    family = marked.removesuffix("-le").removesuffix("-be")
    if not declared or known.startswith(family):
        return ()
    return (("encoding.mark", (declared, shown(marked))),)


def _narrow(path: Path, declared: str, known: str) -> Diagnosis:
    """A file of single bytes: UTF-8, or what was used before it."""
    wanted = known if known and not known.startswith(("utf-16", "utf-32")) else "utf-8"
    real = _fitting(path, wanted)
    said: list[tuple[str, tuple[str, ...]]] = []
    if declared and not known:
        said.append(("encoding.unknown", (declared, shown(real))))
    elif real != (known or "utf-8"):
        check = "encoding.declared" if declared else "encoding.undeclared"
        said.append((check, (declared or "UTF-8", shown(real))))
    elif real not in ("utf-8", "ascii"):
        said.append(("encoding.foreign", (shown(real),)))
    return Diagnosis(real, tuple(said))


def _fitting(path: Path, wanted: str) -> str:
    """The encoding that the bytes are in: the wanted one where it fits."""
    if wanted in ("utf-8", "ascii"):
        if _clean(path, wanted):
            return wanted
        bad, good = _tally(path, "utf-8")
        return "utf-8" if bad * 2 <= good or not bad else _guessed(path, bad, good)
    bad, good = _tally(path, "utf-8")
    if good and not bad:
        return "utf-8"
    if wanted not in _COMMON and _commonness(path, "gb18030") > 0.9:
        return "gb18030"
    return wanted if _clean(path, wanted) or wanted not in _GUESSES else _guessed(path, bad, good, wanted)


def _guessed(path: Path, bad: int, good: int, other: str = "cp1252") -> str:
    best = max(_GUESSES, key=lambda name: _commonness(path, name))
    if _commonness(path, best) > 0.6:
        return best
    return "utf-8" if good >= bad else other


def _clean(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while part := file.read(_CHUNK):
                decoder.decode(part)
            decoder.decode(b"", True)
        except UnicodeError:
            return False
    return True


def _tally(path: Path, encoding: str) -> tuple[int, int]:
    """Bytes that are not in the encoding, and characters beyond ASCII that are."""
    bad = good = 0
    for text in decoded(path, encoding):
        if not text.isascii():
            marks = len(_BAD.findall(text))
            bad += marks
            good += len(_BEYOND.findall(text)) - marks
    return bad, good


_BAD = re.compile("[\udc00-\udcff]")
_BEYOND = re.compile("[^\x00-\x7f]")


def _commonness(path: Path, encoding: str) -> float:
    """How many of the characters beyond ASCII are common in Chinese, of a sample; 0 where there are few."""
    beyond = (c for text in decoded(path, encoding) for c in _BEYOND.findall(text))
    sample = list(islice(beyond, _SAMPLE))
    low, high = _COMMON[encoding]
    common = sum(1 for c in sample if _lead(c, encoding) in range(low, high + 1))
    return common / len(sample) if len(sample) > 3 else 0.0


def _lead(character: str, encoding: str) -> int:
    """The first byte of a character of two bytes; 0 for any other."""
    if "\udc00" <= character <= "\udcff":
        return 0
    data = character.encode(encoding, "replace")
    return data[0] if len(data) == 2 and (encoding != "gb18030" or data[1] > 0xA0) else 0


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(_MARKED, _mark)
