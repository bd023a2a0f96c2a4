"""exchange: the encoding of a table as text, which spreadsheets and clients save in many ways.

A byte order mark decides; then strict UTF-8; then the zero bytes of UTF-16; then GB18030 or Big5, by how many
characters are of the level of their standard that holds the common hanzi.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from workbench.model.faults import WorkbenchError
from workbench.text.characters import is_hanzi

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SAMPLE = 1 << 18
_CHUNK = 1 << 20
_COMMON_LEVEL = {"gb18030": ("gb2312", 0xB0, 0xD7), "big5hkscs": ("big5", 0xA4, 0xC6)}
"""An encoding, the plain standard in it, and the first bytes of its common hanzi."""
_ENOUGH = 0.6


def encoding_of(path: Path) -> str:
    """The encoding of a text file.

    Raises:
        WorkbenchError: it is empty, is no text, or its encoding cannot be told.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    if not sample.strip():
        raise WorkbenchError(f"{path} is empty: there is no table in it.")
    for mark, name in _MARKS.items():
        if sample.startswith(mark):
            return name
    if wide := _wide(sample):
        return wide
    if b"\0" in sample:
        raise WorkbenchError(f"{path} is no text (it holds zero bytes); export the table as CSV or XLSX.")
    wrong = _first_not_utf8(path)
    if not wrong:
        return "utf-8"
    scores = {name: _share_of_common(sample, name) for name in _COMMON_LEVEL}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _ENOUGH:
        raise WorkbenchError(
            f"{path}, line {wrong}: not UTF-8, and neither GB18030 nor Big5; save the table as UTF-8."
        )
    return best


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: the English and the delimiters have their zero bytes on one side."""
    low, high = sample[::2].count(0), sample[1::2].count(0)
    if high > len(sample) // 20 and high > 20 * low:
        return "utf-16-le"
    return "utf-16-be" if low > len(sample) // 20 and low > 20 * high else ""


def _first_not_utf8(path: Path) -> int:
    """The first line that is not UTF-8, 1-based; 0 where all is."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines = 0
    with path.open("rb") as file:
        part = b"\n"
        while part:
            part = file.read(_CHUNK)
            try:
                decoder.decode(part, not part)
            except UnicodeDecodeError as error:
                return lines + 1 + error.object.count(b"\n", 0, error.start)
            lines += part.count(b"\n")
    return 0


def _share_of_common(sample: bytes, encoding: str) -> float:
    """How many of the characters beyond ASCII are common hanzi or marks; little where they cannot be read."""
    beyond = [ch for ch in sample.decode(encoding, "replace") if ch >= "\x80"]
    plain, first, last = _COMMON_LEVEL[encoding]
    good = 0
    for ch in beyond:
        written = ch.encode(plain, "ignore")
        good += bool(written) and (first <= written[0] <= last or not is_hanzi(ch))
    wrong = beyond.count("\ufffd")
    return (good - 5 * max(0, wrong - 1)) / max(1, len(beyond))  # one may be the end of the sample
