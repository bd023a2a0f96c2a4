"""exchange: the bytes of a TMX file for expat, which knows no Chinese encoding of its own."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from workbench.model.faults import WorkbenchError

_CHUNK = 1 << 16
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_KNOWN_TO_EXPAT = ("utf-8", "iso8859-1", "ascii")
# The bytes say it whatever is declared: UTF-16 that declares UTF-8, or has no mark, occurs.
_STARTS = {
    codecs.BOM_UTF8: "utf-8",
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
    found = _DECLARED.match(head)
    if found is None:
        return ""
    declared = found[1].decode("ascii")
    try:
        name = codecs.lookup(declared).name
        "".encode(name)  # a codec between texts, such as rot13, is no encoding
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
        WorkbenchError: the bytes are not in the encoding the file declares.
        OSError: it cannot be read.
    """
    decoder = codecs.getincrementaldecoder(encoding)() if encoding else None
    with path.open("rb") as file:
        part = file.read(_CHUNK)
        while part:
            yield part if decoder is None else _as_utf8(decoder, part, False, path, encoding)
            part = file.read(_CHUNK)
    if decoder is not None:
        yield _as_utf8(decoder, b"", True, path, encoding)


def _as_utf8(
    decoder: codecs.IncrementalDecoder, part: bytes, final: bool, path: Path, encoding: str
) -> bytes:
    try:
        return decoder.decode(part, final).encode("utf-8")
    except UnicodeError as error:
        raise WorkbenchError(
            f"{path} is not in the encoding it declares ({encoding}); save it as UTF-8 and say so there."
        ) from error
