"""exchange: all text of a TMX file goes to expat, but units of the usual shape are not read from events.

Units that `tmx_shapes` can cut out are given to expat without listening to their elements, in one run: it
vouches that they are well-formed, and only then they count. Before a run the parser has to stand between two
units, with no comment, instruction or CDATA open. Everything else is read from events.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.parsers import expat

from workbench.exchange.tmx_events import Events
from workbench.exchange.tmx_raw import Header, RawUnit, Run
from workbench.exchange.tmx_shapes import UNIT, Shapes
from workbench.model.faults import WorkbenchError

_LONGEST_TAG = 1 << 22  # bytes of a tag or comment, which expat has to keep in one piece
_MOST_HELD = 1 << 17  # characters that wait for the end of their unit
_END = "</tu>"


class Feed:
    """The parser of one file.

    Args:
        where: the file, for what is said of it.
        finish: takes each unit in order, or None for one that has more than is read of any.
        finish_run: takes many at once, in their place among the others.
        longest: characters a segment may have.

    Every method raises expat's error where the text is not well-formed, after `finish` had the units before
    that place, and WorkbenchError where it is not TMX or not to be trusted.
    """

    def __init__(
        self,
        where: str,
        finish: Callable[[RawUnit | None], None],
        finish_run: Callable[[Run], None],
        longest: int,
    ) -> None:
        self._where, self._finish, self._finish_run = where, finish, finish_run
        self._events = Events(where, finish, longest)
        self._parser = self._events.parser()
        self._shapes = Shapes()
        self._rest = ""
        self._fed = 0

    @property
    def header(self) -> Header:
        """The header, as far as it was read."""
        return self._events.header

    @property
    def line(self) -> int:
        """The line that was read last, 1-based."""
        return self._parser.CurrentLineNumber

    def feed(self, text: str) -> None:
        """Read on. What may be the first half of a unit waits for the other."""
        rest = self._rest + text if self._rest else text
        self._rest = ""
        at = 0
        while at < len(rest):
            usual = self._between_units()
            if usual:
                after = self._run(rest, at)
                if after > at:
                    at = after
                    continue
            end = rest.find(_END, at)
            if end < 0 and usual and len(rest) - at < _MOST_HELD:
                break
            stop = len(rest) if end < 0 else end + len(_END)
            self._parse(rest[at:stop].encode())
            at = stop
        self._rest = rest[at:]

    def flush(self) -> None:
        """Read what still waits: no more comes of it."""
        rest, self._rest = self._rest, ""
        self._parse(rest.encode())

    def close(self) -> None:
        """The text ends here."""
        self.flush()
        self._parser.Parse(b"", True)

    def _between_units(self) -> bool:
        # An open comment or instruction has been fed and is not yet an event: the parser stands before it.
        return self._events.between_units and self._parser.CurrentByteIndex == self._fed

    def _run(self, text: str, at: int) -> int:
        """Read the units of the usual shape from `at` on; where the first other thing begins."""
        stop = text.rfind(_END) + len(_END)
        run = self._shapes.run(text, at, stop) if stop > at else None
        if run is not None:
            self._vouch(text, at, stop, run)
            self._finish_run(run)
            return stop
        units: list[RawUnit] = []
        stop = at
        while found := UNIT.match(text, stop):
            unit = self._shapes.unit(found)
            if unit is None:
                break
            units.append(unit)
            stop = found.end()
        if units:
            self._vouch(text, at, stop, units)
        for unit in units:
            self._finish(unit)
        return stop

    def _vouch(self, text: str, at: int, stop: int, units: Run | Sequence[RawUnit]) -> None:
        """Let the parser say whether a part of the text, which holds these units, is well-formed.

        Where it is not, the units before that place are given, and the parser's error is raised.
        """
        data = text[at:stop].encode()
        self._events.ignore(self._parser)
        try:
            self._parser.Parse(data, False)
        except expat.ExpatError:
            sound = at + len(data[: self._parser.ErrorByteIndex - self._fed].decode("utf-8", "ignore"))
            for unit in units.units() if isinstance(units, Run) else units:
                ended = UNIT.match(text, at)
                at = ended.end() if ended else sound + 1
                if at > sound:
                    break
                self._finish(unit)
            raise
        self._events.listen(self._parser)
        self._fed += len(data)

    def _parse(self, data: bytes) -> None:
        self._parser.Parse(data, False)
        self._fed += len(data)
        self._events.hold(len(data))
        if self._fed - self._parser.CurrentByteIndex > _LONGEST_TAG:
            raise WorkbenchError(
                f"{self._where}, line {self.line}: a tag or comment of more than {_LONGEST_TAG >> 20} MB,"
                " which can hide an attack; ask for a file without it."
            )
