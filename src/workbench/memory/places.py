"""memory: where memories live, and which path a name means."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from workbench.memory.schema import SUFFIX
from workbench.model.faults import WorkbenchError

PERSONAL = "personal"
"""The memory that every project writes to unless its settings say otherwise."""

_REFUSED = set('/\\:*?"<>|')


def memories_folder() -> Path:
    """The folder in which memories live, in the user's data; it may not be there yet."""
    from platformdirs import user_data_path

    return user_data_path("workbench", appauthor=False) / "memories"


def index_folder() -> Path:
    """The folder of the indexes, in the user's cache: all of it can be thrown away."""
    from platformdirs import user_cache_path

    return user_cache_path("workbench", appauthor=False) / "memory-index"


def memory_names(folder: Path | None = None) -> list[str]:
    """The names of the memories that are there, in order.

    Args:
        folder: another folder than the user's.
    """
    where = memories_folder() if folder is None else folder
    if not where.is_dir():
        return []
    return sorted(path.name.removesuffix(SUFFIX) for path in where.glob(f"*{SUFFIX}") if path.is_file())


def memory_path(name: str, folder: Path | None = None) -> Path:
    """The path of the memory called `name`; it need not be there.

    Raises:
        WorkbenchError: it is no name: empty, with a path or a control character in it, or too long.
    """
    where = memories_folder() if folder is None else folder
    plain = unicodedata.normalize("NFC", name).removesuffix(SUFFIX)
    is_bare = plain.strip(". ") == plain and not _REFUSED.intersection(plain) and plain.isprintable()
    if not plain or not is_bare or len((plain + SUFFIX + "-wal").encode("utf-8", "replace")) > 255:
        raise WorkbenchError(
            f"{name!r} is no name for a memory; use letters, digits, spaces, - and _, and no path."
        )
    return where / (plain + SUFFIX)
