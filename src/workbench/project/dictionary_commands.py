"""project: the dictionary with the project's terms, loaded once for all that asks for it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.project.dictionary import project_lexicon
from workbench.project.opened import OpenedProject

if TYPE_CHECKING:
    from workbench.lexicon.lexicon import Lexicon


class DictionaryCommands(OpenedProject):
    """The dictionary; in any thread."""

    _lexicon: Lexicon | None = None
    _loading = threading.Lock()

    def lexicon(self) -> Lexicon:
        """The dictionary with the project's terms as they were at the first call, which takes a second.

        Raises:
            WorkbenchError: a glossary is wrong, or the dictionary is not installed.
        """
        with self._loading:
            if self._lexicon is None:
                self._lexicon = project_lexicon(self.folder, self.config)
            return self._lexicon

    def lexicon_at_hand(self) -> Lexicon | None:
        """The dictionary, unless it is still to be made, cannot be used or a glossary is wrong."""
        from workbench.lexicon.index import is_made

        try:
            return self.lexicon() if self._lexicon is not None or is_made() else None
        except WorkbenchError:  # said where terms are shown; here it only makes something better
            return None
