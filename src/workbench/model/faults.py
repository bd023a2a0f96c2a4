"""model: WorkbenchError, the one sentence a person gets for bad input, naming file, place and mend."""

from __future__ import annotations


class WorkbenchError(Exception):
    """Bad input or a state the user can mend.

    `str(error)` is one sentence for a person. The command line prints it on standard error and exits 2;
    the editor shows it in its message line. Nothing has been changed on disk when it is raised.
    """
