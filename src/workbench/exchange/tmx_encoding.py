"""exchange: the bytes of a TMX file for expat, which knows no Chinese encoding of its own."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from workbench.model.faults import WorkbenchError

_CHUNK = 1 << 16
# Codecs of Python that are no encoding of files; the work of some grows with the square of the text.
_NO_ENCODINGS = ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_KNOWN_TO_EXPAT = ("utf-8", "iso8859-1", "ascii")
# The bytes say it whatever is declared: UTF-16 that declares UTF-8, or has no mark, occurs.
_STARTS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"<\x00": "utf-16-le",
    b"\x00<": "utf-16-be",
}
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "hz", "big5": "big5hkscs"}


def encoding_of(path: Path) -> str:
    """The encoding to decode with before expat reads, or empty where expat reads the bytes itself.

    Raises:
        WorkbenchError: the file declares an encoding that does not exist.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(1024)
    for start, name in _STARTS.items():
        if head.startswith(start):
            return name
    if head[:2] in (b"\n\0", b"\r\0", b" \0"):
        return "utf-16-le"
    if head[:2] in (b"\0\n", b"\0\r", b"\0 "):
        return "utf-16-be"
    found = _DECLARED.match(head)
    if found is None:
        return ""
    declared = found[1].decode("ascii")
    try:
        name = codecs.lookup(declared).name
        "".encode(name)  # a codec between texts, such as rot13, is no encoding
        if name.replace("_", "-") in _NO_ENCODINGS:
            raise LookupError(name)
    except (LookupError, UnicodeError) as error:
        raise WorkbenchError(
            f"{path} declares the encoding “{declared}”, which is none; save it as UTF-8 and say so there."
        ) from error
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # it could not have been read if it were
    return "" if name in _KNOWN_TO_EXPAT else _WIDER.get(name, name)


def chunks(path: Path, encoding: str) -> Iterator[bytes]:
    """The file in parts: as it is, or as UTF-8 where it had to be decoded.

    Raises:
        WorkbenchError: the bytes are not in the encoding the file declares; what stands before them has
            been given.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        parts = iter(lambda: file.read(_CHUNK), b"")
        if not encoding:
            yield from parts
            return
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            for part in parts:
                yield decoder.decode(part).encode("utf-8")
            yield decoder.decode(b"", True).encode("utf-8")
        except UnicodeError as error:
            yield _before(error, encoding)
            raise WorkbenchError(
                f"{path} is not in the encoding it declares ({encoding}); save it as UTF-8 and say so there."
            ) from error


def _before(error: UnicodeError, encoding: str) -> bytes:
    """What of a part could still be decoded."""
    if not isinstance(error, UnicodeDecodeError):
        return b""
    sound = error.object[: error.start]
    return sound.decode(encoding, "ignore").encode("utf-8", "ignore")
