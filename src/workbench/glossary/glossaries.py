"""glossary: several glossary files read as one termbase, and read again when one of them changes."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench.glossary.surroundings import match_key
from workbench.glossary.table import read_glossary
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept

_LARGE = 1 << 18
"""Bytes of a file that is worth keeping beside the projects that read it."""
Stamp = tuple[int, int] | None
"""When a file was written (nanoseconds) and how long it is; None where it is not there."""


class Glossaries:
    """Glossary files in their order, which is their precedence. Usable from several threads.

    Attributes:
        paths: the files; one that is not there counts as empty until it is made.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self.paths = tuple(dict.fromkeys(paths))
        self._read: dict[Path, tuple[Stamp, tuple[Concept, ...]]] = {}
        self._combined: tuple[Concept, ...] | None = None
        self._lock = threading.Lock()

    def concepts(self) -> tuple[Concept, ...]:
        """The concepts of all files as they are now, `combined`; only what changed is read.

        Returns:
            The same object as before where nothing changed.

        Raises:
            WorkbenchError: a file cannot be read or has a fault; what was read of it before is kept, and it
                is tried again when it changes.
        """
        with self._lock:
            wrong = [error for path in self.paths if (error := self._fresh(path))]
            if wrong:
                raise wrong[0]
            if self._combined is None:
                self._combined = combined([self._read[path][1] for path in self.paths])
            return self._combined

    def of(self, path: Path) -> tuple[Concept, ...]:
        """The concepts of one file as it was last read."""
        return self._read[path][1] if path in self._read else ()

    def _fresh(self, path: Path) -> WorkbenchError | None:
        stamp = _stamp(path)
        known = self._read.get(path)
        if known is not None and known[0] == stamp:
            return None
        try:
            self._read[path] = (stamp, _concepts(path.resolve(), stamp))
            self._combined = None
        except WorkbenchError as error:
            return error
        return None


def combined(glossaries: Sequence[Sequence[Concept]]) -> tuple[Concept, ...]:
    """The concepts of several glossaries, those of the earlier ones first.

    A concept is left out where an earlier glossary has it changed (the same id, and a Chinese form in
    common), or has made it a variant of another concept. Other homographs stand beside one another.
    """
    some = [concepts for concepts in glossaries if concepts]
    if len(some) < 2:
        return tuple(some[0]) if some else ()
    taken: list[Concept] = []
    changed: dict[str, frozenset[str]] = {}
    variants: set[str] = set()
    for concepts in glossaries:
        kept = [one for one in concepts if not _replaced(one, changed, variants)]
        taken.extend(kept)
        changed.update((one.id, _forms(one)) for one in kept if one.id not in changed)
        variants.update(match_key(form) for one in kept for form in one.zh_variants)
    return tuple(taken)


def _replaced(concept: Concept, changed: dict[str, frozenset[str]], variants: set[str]) -> bool:
    known = changed.get(concept.id)
    return (known is not None and bool(known & _forms(concept))) or match_key(concept.zh) in variants


def _forms(concept: Concept) -> frozenset[str]:
    return frozenset(match_key(form) for form in (concept.zh, *concept.zh_variants))


_AT_HAND: dict[Path, tuple[Stamp, tuple[Concept, ...]]] = {}
"""Large files as they were last read: every project open in this process has the same."""
_READING = threading.Lock()
"""Held while a large file is read: a second thread that wants it waits, and does not read it too."""


def _concepts(path: Path, stamp: Stamp) -> tuple[Concept, ...]:
    """The concepts of a file as it was at a moment."""
    if stamp is None or stamp[1] < _LARGE:
        return read_glossary(path).concepts if stamp else ()
    with _READING:
        known = _AT_HAND.get(path)
        if known is None or known[0] != stamp:
            known = _AT_HAND[path] = (stamp, read_glossary(path).concepts)
        return known[1]


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
