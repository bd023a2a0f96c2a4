"""cli: showing the editor, which `open`, `new`, `demo` and `workbench` alone have in common."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.project.session import Session


def edit(folder: Path | None, *, demo: bool = False, role: str | None = None) -> None:
    """Show the editor on a project, or the list of projects where `folder` is None.

    The collector of cycles rests until the first paint: what is imported until then lives to the end, and
    looking through it again and again is a tenth of the start. The editor wakes it.

    Raises:
        WorkbenchError: the folder is not a project or cannot be read.
    """
    gc.disable()
    from workbench.tui.app import run

    run(folder, demo=demo, role=role, opening=_opened)


def _opened(folder: Path) -> Session:
    """The project; who waits until its database is made again is told how far that is."""
    from workbench.project.schema import FILE_NAME
    from workbench.project.session import Session

    if (folder / FILE_NAME).is_file():
        return Session.open(folder)
    from workbench.cli.waiting import waiting

    with waiting() as say:
        say(f"Making {FILE_NAME} again")
        return Session.open(
            folder, progress=lambda done, of: say(f"Making {FILE_NAME} again: row {done:,} of {of:,}")
        )
