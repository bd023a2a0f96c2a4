"""project: the look-up command: what the termbase and the dictionary say of a selection."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from workbench.project.mention_commands import MentionCommands

if TYPE_CHECKING:
    from workbench.lexicon.dictionary import Dictionary
    from workbench.project.looking_up import LookedUp


class LookUpCommands(MentionCommands):
    """Looking a word up; in any thread."""

    _dictionary: Dictionary | None = None
    _dictionary_opening = threading.Lock()

    def look_up(self, text: str) -> LookedUp:
        """What termbase and dictionary say; the first call on a machine makes the dictionary's index.

        Raises:
            WorkbenchError: no terms can be read, or the dictionary is not installed.
        """
        from workbench.project.looking_up import LookedUp, concepts_for

        if not text.strip():
            return LookedUp(text)
        concepts, exact = concepts_for(text, self.recogniser())
        return LookedUp(text, tuple(concepts), self._open_dictionary().look_up(text.strip()), exact)

    def _open_dictionary(self) -> Dictionary:
        from workbench.lexicon.dictionary import Dictionary

        with self._dictionary_opening:
            if self._dictionary is None:
                self._dictionary = Dictionary.open()
            return self._dictionary
