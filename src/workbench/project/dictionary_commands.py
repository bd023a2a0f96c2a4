"""project: the dictionary with the project's terms, loaded once for all that asks for it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.project.opened import OpenedProject

if TYPE_CHECKING:
    from workbench.lexicon.lexicon import Lexicon
    from workbench.project.own_process import OwnProcess


class DictionaryCommands(OpenedProject):
    """The dictionary; in any thread."""

    _lexicon: Lexicon | None = None
    _loading = threading.Lock()
    _apart: OwnProcess | None = None

    @property
    def lexicon_is_there(self) -> bool:
        """Whether `lexicon` takes no time."""
        return self._lexicon is not None

    def lexicon(self) -> Lexicon:
        """The dictionary with the project's terms as they were at the first call.

        Where it was not made with these terms before, a process of its own does so, which takes seconds.

        Raises:
            WorkbenchError: a glossary is wrong, or the dictionary is not installed.
        """
        from workbench.project.dictionary import project_lexicon

        with self._loading:
            if self._lexicon is None:
                self._lexicon = project_lexicon(self.folder, self.config, self._own_process())
            return self._lexicon

    def lexicon_at_hand(self) -> Lexicon | None:
        """The dictionary, unless its index is still to be made, or a glossary is wrong."""
        from workbench.lexicon.index import is_made

        try:
            return self.lexicon() if self._lexicon is not None or is_made() else None
        except WorkbenchError:  # said where terms are shown; here it only makes something better
            return None

    def put_away(self) -> None:
        """Give back the memory of what was looked up; in any thread."""
        lexicon = self._lexicon
        if lexicon is not None and lexicon.kept is not None:
            lexicon.kept.let_go()

    def close(self) -> None:
        """Close the project; what is being made for it aside is given up."""
        self._own_process().close()
        super().close()

    def _own_process(self) -> OwnProcess:
        from workbench.project.own_process import OwnProcess

        if self._apart is None:
            self._apart = OwnProcess()
        return self._apart
