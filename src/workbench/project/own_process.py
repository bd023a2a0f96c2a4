"""project: work in a process of its own, which gives all its memory back and takes no time from the keys."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Final

from workbench.model.faults import WorkbenchError

_NICER: Final = 19  # than the process that asks


class OwnProcess:
    """Runs functions of Workbench in other processes, and ends those that run when nobody waits any more."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closed = False

    def run(self, function: str, *arguments: str) -> bool:
        """Call a function and wait for its end; in any thread but that of the screen.

        Args:
            function: module and name, `workbench.project.dictionary:keep`.
            arguments: what it is given.

        Returns:
            Whether it came to its end without an error; False also where no process can be started.

        Raises:
            WorkbenchError: `close` was called, before or meanwhile.
        """
        module, name = function.split(":")
        code = f"import sys; from {module} import {name} as work; work(*sys.argv[1:])"
        nothing = subprocess.DEVNULL
        with self._lock:
            self._must_be_open()
            try:
                process = subprocess.Popen(
                    (sys.executable, "-c", code, *arguments), stdin=nothing, stdout=nothing, stderr=nothing
                )
            except OSError:
                return False
            self._running.add(process)
        ended = process.wait() == 0
        with self._lock:
            self._running.discard(process)
            self._must_be_open()
        return ended

    def close(self) -> None:
        """End what still runs; nothing is started any more."""
        with self._lock:
            self._closed = True
            for process in self._running:
                process.terminate()

    def _must_be_open(self) -> None:
        if self._closed:
            raise WorkbenchError("The project is closed; open it again.")


def be_nice() -> None:
    """Let the process that asked, and all others, go first."""
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_NICER)
