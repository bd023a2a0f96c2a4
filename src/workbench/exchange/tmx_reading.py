"""exchange: reading TMX, as a stream, from files that other tools wrote and that nobody should trust.

Expat from the standard library; an entity declaration is refused, so no expansion and no file can be
pulled in; a DOCTYPE is accepted and never loaded. What one unit, one tag or the nesting may take is bounded,
so that no file needs more memory than another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from xml.parsers import expat

from workbench.exchange.tmx_encoding import encoding_of, text_parts
from workbench.exchange.tmx_feeding import Feed
from workbench.exchange.tmx_languages import Choice, canonical, choose
from workbench.exchange.tmx_raw import RawUnit, Run
from workbench.exchange.tmx_skipped import LEAVES_UNIT_OUT, Skip, said
from workbench.exchange.tmx_units import Coder, unit_of
from workbench.model.faults import WorkbenchError
from workbench.model.units import TranslationUnit

LONGEST = 1_000_000
_MOST_CHOICES = 1_000


class TmxReader:
    """One file, to be iterated once.

    Args:
        path: the file.
        source: language to read as source, with or without a country; empty for the header's `srclang`
            or the unit's own, where `*all*` is whichever comes first.
        target: likewise; empty for whatever else a unit has.
        targets: "all" gives a unit for every other language that a unit has, and not only for `target`.
        pairs_only: units that lack a text on one of the sides are left out.
        keep_whole: a file that breaks off or is damaged gives the units before that place, and `cut` says
            where; otherwise it raises.
        longest: characters a segment may have. A unit with a longer one is left out.

    Attributes:
        header: attributes of the header; filled when the first unit comes, as are `header_props`,
            `header_notes` and `header_encodings` (attributes of each `ude`, and of its maps).
        skipped: what was left out, by reason.
        doubled: units with more variants than are read.
        cut: what is wrong where reading ended early, in one sentence; empty for a whole file.
    """

    def __init__(
        self,
        path: Path,
        *,
        source: str = "zh",
        target: str = "en",
        targets: Literal["one", "all"] = "one",
        pairs_only: bool = False,
        keep_whole: bool = False,
        longest: int = LONGEST,
    ) -> None:
        self.path = path
        self.skipped: Counter[Skip] = Counter()
        self.doubled = 0
        self.cut = ""
        self._encoding = ""
        self._source, self._target = source, target
        self._every, self._pairs_only, self._keep_whole = targets == "all", pairs_only, keep_whole
        self._longest = longest
        self._units: list[TranslationUnit] = []
        self._choices: dict[tuple[str, ...], Choice] = {}
        self._coder = Coder()
        self._feed = Feed(str(path), self._finish, self._finish_run, longest)

    @property
    def header(self) -> dict[str, str]:
        """Attributes of the header."""
        return self._feed.header.attributes

    @property
    def header_props(self) -> list[tuple[str, str]]:
        """Properties of the header as (type, value)."""
        return self._feed.header.props

    @property
    def header_notes(self) -> list[str]:
        """Notes of the header."""
        return self._feed.header.notes

    @property
    def header_encodings(self) -> list[tuple[dict[str, str], list[dict[str, str]]]]:
        """User-defined encodings: the attributes of each, and those of its maps."""
        return self._feed.header.encodings

    @property
    def passed_over(self) -> int:
        """Units that were left out, for whatever reason."""
        return sum(self.skipped[reason] for reason in LEAVES_UNIT_OUT)

    def said(self) -> str:
        """One sentence on what was left out and why; empty where nothing was."""
        return said(self.skipped, self._source, self._target, self._longest)

    def __iter__(self) -> Iterator[TranslationUnit]:
        """The units in order, source and target found by language.

        Raises:
            WorkbenchError: not TMX, cut off, or not to be trusted; says file, line and what to do.
        """
        parts = self._parts()
        more = True
        while more and not self.cut:
            try:
                more = self._read_on(parts)
            except expat.ExpatError as error:
                self._broken(
                    f"{self.path}, line {error.lineno}: not well-formed XML"
                    f" ({expat.ErrorString(error.code)}); the file may be cut off: get it again from its"
                    " sender.",
                    error,
                )
            except UnicodeError as error:
                self._broken(
                    f"{self.path}, line {self._feed.line}: the bytes here are not in the encoding of the file"
                    f" ({self._encoding}); it is cut off, or save it as UTF-8 and say so in its first line.",
                    error,
                )
            units, self._units = self._units, []
            yield from units

    def _read_on(self, parts: Iterator[str]) -> bool:
        """Read the next part of the file; whether there was one."""
        try:
            text = next(parts, None)
        except UnicodeError:
            self._feed.flush()  # if something is wrong before that place, it is said first
            raise
        if text is None:
            self._feed.close()
            return False
        self._feed.feed(text)
        return True

    def _parts(self) -> Iterator[str]:
        try:
            self._encoding = encoding_of(self.path)
            yield from text_parts(self.path, self._encoding)
        except OSError as error:
            raise WorkbenchError(f"{self.path} cannot be read ({error.strerror}).") from error

    def _broken(self, sentence: str, error: Exception) -> None:
        if not self._keep_whole:
            raise WorkbenchError(sentence) from error
        self.cut = sentence

    # ---- units

    def _finish(self, unit: RawUnit | None) -> None:
        if unit is None:
            self.skipped[Skip.TOO_LONG] += 1
            return
        wanted = self._source or unit.attributes.get("srclang") or self.header.get("srclang", "")
        key = (wanted, *unit.languages)
        choice = self._choices.get(key) or self._choose(key, unit.languages)
        if choice.others:
            self.doubled += 1
            if choice.again:
                self.skipped[Skip.SAME_LANGUAGE] += choice.again
        if choice.source < 0:
            self.skipped[Skip.NO_SOURCE] += 1
        elif choice.targets:
            for target in choice.targets:
                self._add(unit, choice, target)
        elif self._pairs_only:
            self.skipped[Skip.NO_TARGET] += 1
        else:
            self._add(unit, choice, -1)

    def _finish_run(self, run: Run) -> None:
        key = (self._source or self.header.get("srclang", ""), *run.languages)
        choice = self._choices.get(key) or self._choose(key, run.languages)
        if choice.source >= 0 and choice.targets and run.size <= self._longest:
            languages = choice.names[choice.source], choice.names[choice.targets[0]]
            units = self._coder.units(run, choice.source, languages)
            if not self._pairs_only or all(_is_pair(unit) for unit in units):
                self._units += units
                return
        for unit in run.units():
            self._finish(unit)

    def _choose(self, key: tuple[str, ...], codes: tuple[str, ...]) -> Choice:
        if len(self._choices) > _MOST_CHOICES:
            self._choices.clear()
        choice = choose(codes, key[0], self._target, every=self._every)
        self._choices[key] = choice
        return choice

    def _add(self, unit: RawUnit, choice: Choice, target: int) -> None:
        texts = self._coder.texts(unit.texts[choice.source], "" if target < 0 else unit.texts[target])
        if texts is None:
            self.skipped[Skip.TOO_DEEP] += 1
        elif len(texts[0].text) > self._longest or len(texts[1].text) > self._longest:
            self.skipped[Skip.TOO_LONG] += 1
        elif self._pairs_only and not texts[0].text.strip():
            self.skipped[Skip.EMPTY_SOURCE] += 1
        elif self._pairs_only and not texts[1].text.strip():
            self.skipped[Skip.EMPTY_TARGET] += 1
        else:
            names = choice.names
            other = names[target] if target >= 0 else canonical(self._target) or "en"
            self._units.append(unit_of(unit, choice.source, target, texts, (names[choice.source], other)))


def _is_pair(unit: TranslationUnit) -> bool:
    return bool(unit.source.text.strip() and unit.target is not None and unit.target.text.strip())
