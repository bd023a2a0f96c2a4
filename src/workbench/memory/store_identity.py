"""memory: which life of a memory's file this is, so that an index is never used with another file.

A copy of a file, put elsewhere or carried to another machine, grows on its own: there an id may name another
unit. So the file notes where it is at home, and its index gets a new name when it is written anywhere else.
"""

from __future__ import annotations

import hashlib
import platform
import secrets
from pathlib import Path

from workbench.memory.store import Store


def identity(store: Store) -> str:
    """The name of this life of the file, 32 hexadecimal digits.

    Raises:
        WorkbenchError: it is a new life and the file cannot be written.
    """
    home = _home(store.path)
    life = store.meta("life")
    if store.meta("home") == home:
        return life
    if store.read_only:
        return hashlib.sha256(f"{life} {home}".encode()).hexdigest()[:32]
    life = secrets.token_hex(16)
    with store.transaction():
        store.set_meta("life", life)
        store.set_meta("home", home)
    return life


def _home(path: Path) -> str:
    """Machine, place and number of the file, as a hash: a memory that is given away tells nothing of them."""
    where = f"{platform.node()}\0{path.resolve()}\0{path.stat().st_ino}"
    return hashlib.sha256(where.encode("utf-8", "surrogateescape")).hexdigest()[:32]
