"""exchange: the text of a TMX file, in whatever encoding its bytes show or its first line declares."""

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
    """The encoding to decode with, as its bytes show it, else as it declares it, else UTF-8.

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
        return "utf-8"
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
    return _WIDER.get(name, name)


def text_parts(path: Path, encoding: str) -> Iterator[str]:
    """The text of a file in parts. `encoding` is what `encoding_of` found.

    Raises:
        UnicodeError: the bytes are in another encoding, or the file ends in the middle of a character. All
            text before them has been given.
        OSError: it cannot be read.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while part := file.read(_CHUNK):
                yield decoder.decode(part)
            yield decoder.decode(b"", True)
        except UnicodeDecodeError as error:
            # The bytes before it are sound, unless the encoding has modes, which have to begin anew.
            yield error.object[: error.start].decode(encoding, "ignore")
            raise
