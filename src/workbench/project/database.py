"""project: Database, a database of ours that is written in transactions and keeps settings."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from workbench.model.faults import WorkbenchError
from workbench.project.stored import meta_of


class Database:
    """What the store of a project and that of an alignment have in common.

    Attributes:
        path: of the file.
        connection: to it.
    """

    _mend: ClassVar[str] = "free the disk and try again"

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    def close(self) -> None:
        """Close the database; the store is of no use after it."""
        self.connection.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside, or nothing.

        Raises:
            WorkbenchError: the disk is full, the database cannot be written, or may not be now.
        """
        self._refuse_where_not_ours()
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            self._refuse_where_stale()
            yield
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise WorkbenchError(f"{self.path} could not be written ({error}); {self._mend}.") from error
        except BaseException:
            self._roll_back()
            raise

    def meta(self, key: str) -> str:
        """A setting; empty where it was never set."""
        return meta_of(self.connection, key)

    def set_meta(self, key: str, value: str) -> None:
        """Keep a setting. Raises WorkbenchError where the disk is full, or it may not be written now."""
        self._refuse_where_not_ours()
        try:
            self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
        except sqlite3.Error as error:
            raise WorkbenchError(f"{self.path} could not be written ({error}); free the disk.") from error

    def _roll_back(self) -> None:
        self._forget()
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def _forget(self) -> None:
        """What was read before may be old."""

    def _refuse_where_not_ours(self) -> None:
        """Raises WorkbenchError where somebody else may write now."""

    def _refuse_where_stale(self) -> None:
        """Raises WorkbenchError where somebody else has written; inside a transaction."""
