"""tui: Collecting, the collector of cycles looks through everything only while nobody types."""

from __future__ import annotations

import gc
from time import monotonic
from typing import Final

from workbench.tui.screens.part import Part

EVERY: Final = 5.0  # s
RESTS: Final = ((10, 8.0), (100, 1.0), (500, 0.0))
"""How long no key must have come, in s, after so many looks through what is young since the last one through
everything: who never rests leaves a tenth of a megabyte of cycles with each."""
_WHOLE: Final = 1_000_000


class Collecting(Part):
    """Termbases, dictionaries and words fill the memory with what lives to the end.

    A look through all of it takes a tenth of a second, in which no key is answered. So none is begun by
    itself; one is made when the keyboard rests, or when very much has gathered, and what is left then is set
    aside: the next has less to do.
    """

    def start(self) -> None:
        """From now on."""
        gc.set_threshold(*gc.get_threshold()[:2], _WHOLE)
        self.desk.set_interval(EVERY, self._collect_when_resting)

    def _collect_when_resting(self) -> None:
        rested = monotonic() - self.desk.reading.touched
        if any(gc.get_count()[2] >= looks and rested >= rest for looks, rest in RESTS):
            gc.collect()
            if self.desk.app.screen is self.desk:  # a dialog goes again
                gc.freeze()
