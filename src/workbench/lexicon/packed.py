"""lexicon: a lexicon as one file, which is mapped and not read: what nobody looks up takes no memory.

Behind a table in JSON (names, places and sizes of the arrays) stand the arrays; the CRC-32 of all of it ends
the file. The numbers are in the byte order of the machine that wrote them: it is a cache and never travels.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from workbench.lexicon.cuts import reach_of
from workbench.lexicon.file_array import CAN_READ_AT, FileArray
from workbench.lexicon.lexicon import Kept, Lexicon
from workbench.lexicon.packed_words import PackedTexts, PackedWords, packed_texts, packed_words

_MAGIC: Final = b"WBlexic1"
_HEAD: Final = struct.Struct("<8sI")  # magic, and bytes of the table
_CHECK: Final = struct.Struct("<I")
_ALIGNED: Final = 8  # bytes
_CHUNK: Final = 1 << 20


class PackDamagedError(Exception):
    """The file is not what was written."""


def packed(lexicon: Lexicon) -> Iterator[bytes]:
    """The bytes of the file, part by part; rows that no headword has any more are left out."""
    rows = np.fromiter(lexicon.rows.values(), np.int64, len(lexicon.rows))
    sizes = lexicon.starts[rows + 1] - lexicon.starts[rows]
    starts = np.concatenate([np.zeros(1, np.int32), np.cumsum(sizes, dtype=np.int32)])
    cells = np.repeat(lexicon.starts[rows] - starts[:-1], sizes) + np.arange(starts[-1])
    arrays = {
        **_named("word", packed_words({word: number for number, word in enumerate(lexicon.rows)})),
        **_named("reach", packed_words(reach_of(lexicon.rows))),
        **_named("token", packed_texts(lexicon.tokens)),
        "starts": starts.astype(np.int32).tobytes(),
        "columns": np.asarray(lexicon.columns)[cells].astype(np.int32).tobytes(),
        "weights": np.asarray(lexicon.weights)[cells].astype(np.float32).tobytes(),
    }
    table: dict[str, Any] = {"longest": lexicon.longest, "arrays": {}}
    end = 0
    for name, data in arrays.items():
        table["arrays"][name] = (end, len(data))
        end += len(data) + -len(data) % _ALIGNED
    head = json.dumps(table).encode()
    head += b" " * (-(_HEAD.size + len(head)) % _ALIGNED)
    check = 0
    padded = (data + b"\0" * (-len(data) % _ALIGNED) for data in arrays.values())
    for part in (_HEAD.pack(_MAGIC, len(head)) + head, *padded):
        check = zlib.crc32(part, check)
        yield part
    yield _CHECK.pack(check)


def _named(prefix: str, buffers: dict[str, bytes]) -> dict[str, bytes]:
    return {f"{prefix} {name}": data for name, data in buffers.items()}


def mapped(path: Path) -> Lexicon:
    """The lexicon of a file.

    Raises:
        PackDamagedError: the file is not whole, or of another form.
        FileNotFoundError: there is none.
    """
    with path.open("rb") as file:
        _checked(file)
        file_map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    whole = memoryview(file_map)
    _, length = _HEAD.unpack(whole[: _HEAD.size])
    table = json.loads(bytes(whole[_HEAD.size : _HEAD.size + length]))
    body = whole[_HEAD.size + length :]
    arrays = {name: body[start : start + size] for name, (start, size) in table["arrays"].items()}

    def buffers(prefix: str) -> dict[str, memoryview]:
        own = f"{prefix} "
        return {name.removeprefix(own): data for name, data in arrays.items() if name.startswith(own)}

    def cells(name: str, kind: str) -> NDArray[Any] | FileArray:
        start, size = table["arrays"][name]
        if CAN_READ_AT:
            return FileArray(path, kind, _HEAD.size + length + start, size // np.dtype(kind).itemsize)
        return np.frombuffer(arrays[name], kind)

    return Lexicon(
        rows=PackedWords(buffers("word")),
        tokens=PackedTexts(buffers("token")),
        starts=np.frombuffer(arrays["starts"], np.int32),
        columns=cells("columns", "i4"),
        weights=cells("weights", "f4"),
        longest=table["longest"],
        known_reach=PackedWords(buffers("reach")),
        kept=Kept(path, partial(_let_go, file_map)),
    )


def in_memory(path: Path) -> Lexicon:
    """The same with its headwords in memory, for work that looks up very many; raises what `mapped` does."""
    lexicon = mapped(path)
    return replace(lexicon, rows=dict(lexicon.rows), known_reach=dict(lexicon.reach), kept=None)


def _let_go(file_map: mmap.mmap) -> None:
    if hasattr(mmap, "MADV_DONTNEED"):
        file_map.madvise(mmap.MADV_DONTNEED)


def _checked(file: Any) -> None:
    """Read the file once through, which maps nothing, and compare its checksum."""
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size or not head.startswith(_MAGIC):
        raise PackDamagedError
    check, behind = zlib.crc32(head), b""
    while chunk := file.read(_CHUNK):
        chunk = behind + chunk
        check, behind = zlib.crc32(chunk[: -_CHECK.size], check), chunk[-_CHECK.size :]
    if len(behind) < _CHECK.size or _CHECK.unpack(behind)[0] != check:
        raise PackDamagedError
