"""project: what is in a file goes into a memory: TMX, XLIFF and tables, told apart by their ending."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workbench.model.faults import WorkbenchError
from workbench.project.memory_file_units import Intake

if TYPE_CHECKING:
    from workbench.exchange.tmx_reading import TmxReader
    from workbench.memory.memory import Added, Duplicates, Memory
    from workbench.model.units import TranslationUnit

XLIFF = (".xliff", ".xlf", ".sdlxliff", ".mqxliff", ".mxliff")
TABLES = (".tsv", ".csv", ".xlsx", ".xlsm", ".txt", ".tab")
ENDINGS = (".tmx", *XLIFF, *TABLES)


class Reader(Protocol):
    """One file of units, to be iterated once."""

    def __iter__(self) -> Iterator[TranslationUnit]: ...


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file.

    Attributes:
        name: of the file.
        read: units in it.
        added: what the memory did with them.
        skipped: units that did not come so far, by reason.
        cut: what is wrong with the rest of the file, in one sentence; empty where all of it was read.
    """

    name: str
    read: int
    added: Added
    skipped: Mapping[str, int] = field(default_factory=dict)
    cut: str = ""

    def sentence(self) -> str:
        """The counts for a person, in one sentence."""
        done = self.added
        counts = {
            "added": done.added,
            "replaced": done.replaced,
            "there already": done.same,
            "older than what is there": done.kept,
            "not taken since what is there is locked": done.skipped_locked,
        }
        said = [f"{count:,} {what}" for what, count in counts.items() if count] or ["nothing added"]
        left = [f"{count:,} {reason}" for reason, count in sorted(self.skipped.items(), key=_most)]
        out = f"; left out: {', '.join(left)}" if left else ""
        return f"{self.name}: {', '.join(said)}{out}."


def import_file(
    memory: Memory,
    path: Path,
    *,
    source: str = "zh",
    target: str = "en",
    duplicates: Duplicates | None = None,
    progress: Callable[[int], None] | None = None,
    place: str = "",
) -> Imported:
    """Put the units of a file into a memory.

    A file that is damaged gives the units before that place; `cut` says what is wrong.

    Args:
        source: language to read as source, with or without a country.
        target: likewise.
        duplicates: which of two units of one source stays; the newest by default.
        progress: told how many units are safe so far.
        place: what the units are in, where they do not say; the file's name by default.

    Raises:
        WorkbenchError: no unit can be read from the file, or the memory cannot be written.
    """
    from workbench.memory.memory import Duplicates as Rule

    file = _File(path, source, target)
    intake = Intake(place or path.name)
    rule = duplicates or Rule.NEWEST
    added = memory.add_many(intake.units(file.units()), duplicates=rule, progress=progress)
    return Imported(place or path.name, intake.read, added, file.skipped() + intake.skipped, file.cut)


def check_file(path: Path) -> None:
    """Raise WorkbenchError for a file that is not there or whose ending says nothing."""
    if path.is_dir():
        raise WorkbenchError(f"{path} is a folder; name the files in it.")
    if not path.exists():
        raise WorkbenchError(f"{path} does not exist; check the path.")
    if path.suffix.lower() not in ENDINGS:
        raise WorkbenchError(
            f"{path} is none of the files that can be read; they end in {', '.join(ENDINGS[:-1])}"
            f" or {ENDINGS[-1]}."
        )


class _File:
    """The units of a file, up to where it is damaged."""

    def __init__(self, path: Path, source: str, target: str) -> None:
        self.cut = ""
        self._path = path
        self._languages = source, target
        self._tmx: TmxReader | None = None
        self._reader, self._counted = self._opened()

    def units(self) -> Iterator[TranslationUnit]:
        """The units in order. Raises WorkbenchError where there is not even one before the damage."""
        any_read = False
        try:
            for unit in self._reader:
                any_read = True
                yield unit
        except WorkbenchError as error:
            if not any_read:
                raise
            self.cut = str(error)
        if self._tmx is not None and self._tmx.cut:
            if not any_read:
                raise WorkbenchError(self._tmx.cut)
            self.cut = self._tmx.cut

    def skipped(self) -> Counter[str]:
        """What the reader left out, by reason; complete when all have been read."""
        if self._tmx is None:
            return self._counted
        from workbench.exchange.tmx_skipped import Skip

        source, target = self._languages
        words = {
            Skip.NO_SOURCE: f"without a text in {source or 'the source language'}",
            Skip.NO_TARGET: "not translated",
            Skip.EMPTY_SOURCE: "without a source",
            Skip.EMPTY_TARGET: "not translated",
            Skip.SAME_LANGUAGE: f"second texts in {source or 'one language'} or {target or 'another'}",
            Skip.TOO_LONG: "too long",
            Skip.TOO_DEEP: "with codes nested too deep",
        }
        return Counter({words[reason]: count for reason, count in self._tmx.skipped.items()})

    def _opened(self) -> tuple[Reader, Counter[str]]:
        check_file(self._path)
        source, target = self._languages
        ending = self._path.suffix.lower()
        if ending == ".tmx":
            from workbench.exchange.tmx_reading import TmxReader

            self._tmx = TmxReader(self._path, source=source, target=target, keep_whole=True)
            return self._tmx, Counter()
        if ending in XLIFF:
            from workbench.exchange.xliff import XliffReader

            xliff = XliffReader(self._path, source=source, target=target)
            return xliff, xliff.skipped
        from workbench.exchange.sheets import SheetReader

        named = {"zh": "zh-CN"}.get(source, source)
        sheet = SheetReader(self._path, source=named, target=target)
        return sheet, sheet.skipped


def _most(count: tuple[str, int]) -> tuple[int, str]:
    return -count[1], count[0]
