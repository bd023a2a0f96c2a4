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

from workbench.exchange.tmx_encoding import chunks, encoding_of
from workbench.exchange.tmx_events import Events, Header
from workbench.exchange.tmx_languages import Choice, canonical, choose
from workbench.exchange.tmx_skipped import LEAVES_UNIT_OUT, Skip, said
from workbench.exchange.tmx_units import coded_texts, unit_of
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.units import TranslationUnit

LONGEST = 1_000_000
_MOST_CHOICES = 1_000
_LONGEST_TAG = 1 << 22  # bytes of a tag or comment, which expat has to keep in one piece


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
        self._fed = 0
        self._source, self._target = source, target
        self._every, self._pairs_only, self._keep_whole = targets == "all", pairs_only, keep_whole
        self._longest = longest
        self._units: list[TranslationUnit] = []
        self._choices: dict[tuple[str, ...], Choice] = {}
        self._events = Events(str(path), self._finish, longest)

    @property
    def header(self) -> dict[str, str]:
        """Attributes of the header."""
        return self._head.attributes

    @property
    def header_props(self) -> list[tuple[str, str]]:
        """Properties of the header as (type, value)."""
        return self._head.props

    @property
    def header_notes(self) -> list[str]:
        """Notes of the header."""
        return self._head.notes

    @property
    def header_encodings(self) -> list[tuple[dict[str, str], list[dict[str, str]]]]:
        """User-defined encodings: the attributes of each, and those of its maps."""
        return self._head.encodings

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
        try:
            encoding = encoding_of(self.path)
            parser = self._events.parser("utf-8" if encoding else None)
            parts = chunks(self.path, encoding)
            while not self.cut:
                more = self._feed(parser, parts)
                units, self._units = self._units, []
                yield from units
                if not more:
                    break
        except OSError as error:
            raise WorkbenchError(f"{self.path} cannot be read ({error.strerror}).") from error

    # ---- parts of the file

    @property
    def _head(self) -> Header:
        return self._events.header

    def _feed(self, parser: expat.XMLParserType, parts: Iterator[bytes]) -> bool:
        """Read the next part of the file; whether there was one."""
        try:
            part = next(parts, b"")
        except WorkbenchError as error:
            self._broken(str(error), error)
            return False
        try:
            parser.Parse(part, not part)
        except expat.ExpatError as error:
            self._broken(
                f"{self.path}, line {error.lineno}: not well-formed XML"
                f" ({expat.ErrorString(error.code)}); the file may be cut off: get it again from its sender.",
                error,
            )
            return False
        except (LookupError, ValueError) as error:
            # A declaration so long that it was not seen before: expat asks Python for the encoding.
            raise WorkbenchError(
                f"{self.path} declares an encoding that is none; save it as UTF-8 and say so there."
            ) from error
        self._hold(parser, len(part))
        return bool(part)

    def _broken(self, sentence: str, error: Exception) -> None:
        if not self._keep_whole:
            raise WorkbenchError(sentence) from error
        self.cut = sentence

    def _hold(self, parser: expat.XMLParserType, size: int) -> None:
        self._fed += size
        self._events.hold(size)
        if self._fed - parser.CurrentByteIndex > _LONGEST_TAG:
            raise WorkbenchError(
                f"{self.path}, line {parser.CurrentLineNumber}: a tag or comment of more than"
                f" {_LONGEST_TAG >> 20} MB, which can hide an attack; ask for a file without it."
            )

    # ---- units

    def _finish(self) -> None:
        events = self._events
        if events.too_long:
            self.skipped[Skip.TOO_LONG] += 1
            return
        codes = tuple(events.languages)
        key = codes if self._source else (self._wanted(), *codes)
        choice = self._choices.get(key)
        if choice is None:
            choice = self._choose(key, codes)
        if choice.others:
            self.doubled += 1
            self.skipped[Skip.SAME_LANGUAGE] += choice.again
        if choice.source < 0:
            self.skipped[Skip.NO_SOURCE] += 1
        elif choice.targets:
            for target in choice.targets:
                self._add(choice, target)
        elif self._pairs_only:
            self.skipped[Skip.NO_TARGET] += 1
        else:
            self._add(choice, -1)

    def _wanted(self) -> str:
        return self._events.unit.get("srclang") or self.header.get("srclang", "")

    def _choose(self, key: tuple[str, ...], codes: tuple[str, ...]) -> Choice:
        if len(self._choices) > _MOST_CHOICES:
            self._choices.clear()
        choice = choose(codes, self._source or key[0], self._target, every=self._every)
        self._choices[key] = choice
        return choice

    def _add(self, choice: Choice, target: int) -> None:
        events = self._events
        raw = [events.texts[choice.source]]
        if target >= 0:
            raw.append(events.texts[target])
        texts = coded_texts(raw)
        if texts is None:
            self.skipped[Skip.TOO_DEEP] += 1
            return
        reason = self._unfit(texts)
        if reason is not None:
            self.skipped[reason] += 1
            return
        names = choice.names
        languages = (names[choice.source], names[target] if target >= 0 else canonical(self._target) or "en")
        self._units.append(unit_of(events, choice.source, target, texts, languages))

    def _unfit(self, texts: list[CodedText]) -> Skip | None:
        for text in texts:
            if len(text.text) > self._longest:
                return Skip.TOO_LONG
        if self._pairs_only:
            if not texts[0].text.strip():
                return Skip.EMPTY_SOURCE
            if not texts[-1].text.strip():
                return Skip.EMPTY_TARGET
        return None
