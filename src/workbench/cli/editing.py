"""cli: showing the editor, which `open`, `new`, `demo` and `workbench` alone have in common."""

from __future__ import annotations

import gc
from pathlib import Path


def edit(folder: Path | None, *, demo: bool = False, role: str | None = None) -> None:
    """Show the editor on a project, or the list of projects where `folder` is None.

    The collector of cycles rests until the first paint: what is imported until then lives to the end, and
    looking through it again and again is a tenth of the start. The editor wakes it.

    Raises:
        WorkbenchError: the folder is not a project or cannot be read.
    """
    gc.disable()
    from workbench.tui.app import run

    run(folder, demo=demo, role=role)
