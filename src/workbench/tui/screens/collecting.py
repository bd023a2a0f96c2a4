"""tui: Collecting, the collector of cycles looks through everything only while nobody types."""

from __future__ import annotations

import gc
from time import monotonic
from typing import Final

from workbench.tui.screens.part import Part

EVERY: Final = 5.0  # s
REST: Final = 8.0  # s without a key
_WHOLE: Final = 1_000_000
_WORTH_IT: Final = 10  # looks through what is young since the last one through everything


class Collecting(Part):
    """Termbases, dictionaries and words fill the memory with what lives to the end.

    A look through all of it takes a tenth of a second, in which no key is answered. So none is begun by
    itself; one is made when the keyboard rests, and what is left then is set aside: the next has less to do.
    """

    def start(self) -> None:
        """From now on."""
        gc.set_threshold(*gc.get_threshold()[:2], _WHOLE)
        self.desk.set_interval(EVERY, self._collect_when_resting)

    def _collect_when_resting(self) -> None:
        if monotonic() - self.desk.reading.touched > REST and gc.get_count()[2] >= _WORTH_IT:
            gc.collect()
            gc.freeze()
