"""lexicon: Dictionary, CC-CEDICT for a reader: the words of a selection, and Chinese for English."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from workbench.lexicon.dictionary_index import DamagedError, fits, opened, remove
from workbench.lexicon.dictionary_queries import DictionaryEntry, looked_up, searched
from workbench.text.characters import is_hanzi

__all__ = ["ATTRIBUTION", "LONGEST_SELECTION", "Dictionary", "DictionaryEntry", "is_ready"]

ATTRIBUTION: Final = "CC-CEDICT, published by MDBG, CC BY-SA 4.0, https://cc-cedict.org/wiki/"
"""To be shown wherever entries are: the licence asks for the name, the licence and a link."""

LONGEST_SELECTION: Final = 200
"""Characters of a selection that are looked at; the rest of a longer one is not."""
_Question = Callable[[sqlite3.Connection], tuple[DictionaryEntry, ...]]


class Dictionary:
    """CC-CEDICT, ready to be asked in any thread. Show `ATTRIBUTION` beside what it says."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._index = opened(folder)

    @classmethod
    def open(cls, folder: Path | None = None) -> Dictionary:
        """The dictionary; the first opening on a machine makes its index, which takes some seconds.

        Args:
            folder: where the index is kept; None for the user's cache.

        Raises:
            WorkbenchError: the dictionary is not installed.
        """
        return cls(_cache() if folder is None else folder)

    def close(self) -> None:
        """Let go of the index."""
        with self._lock:
            self._index.close()

    def look_up(self, text: str) -> tuple[DictionaryEntry, ...]:
        """What the dictionary says of a selection.

        Args:
            text: Chinese in either script, width and spacing as they stand; or English, see `search`. Of a
                long one the first `LONGEST_SELECTION` characters count.

        Returns:
            Entries of every word in it, the longest first, so the whole selection foremost, else from the
            left. Single characters are among them in a short selection, or where no word has them. Of one
            word, entries that have it as it stands come first, then common words before names, and mere
            references to other entries last.
        """
        text = text[:LONGEST_SELECTION]
        if not any(map(is_hanzi, text)):
            return self.search(text)
        return self._asked(lambda index: looked_up(index, text))

    def search(self, english: str, most: int = 50) -> tuple[DictionaryEntry, ...]:
        """Entries in whose glosses all words of an English query stand.

        Args:
            english: words in any order and case; `the`, `of` and the like count only where they are alone.
            most: so many entries at most.

        Returns:
            Glosses that say just this first, then the shorter glosses, then the dictionary's order.
        """
        return self._asked(lambda index: searched(index, english[:LONGEST_SELECTION], most))

    def _asked(self, question: _Question) -> tuple[DictionaryEntry, ...]:
        """An answer from the index; from a new one where this one turns out to be damaged."""
        with self._lock:
            try:
                return question(self._index)
            except (sqlite3.DatabaseError, DamagedError):
                self._index.close()
                remove(self._folder)
                self._index = opened(self._folder)
                return question(self._index)


def is_ready(folder: Path | None = None) -> bool:
    """Whether the index is made, so that opening takes no time; else some seconds' wait is due.

    Raises:
        WorkbenchError: the dictionary is not installed.
    """
    return fits(_cache() if folder is None else folder)


def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("workbench", appauthor=False)
