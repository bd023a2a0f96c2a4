"""tui: what a terminal sends between the marks of a paste, made safe before Textual reads it as keys.

Textual's parser leaves a bracketed paste at an escape sequence it does not know and gives what follows out
as keys: a coloured line copied from another program would confirm the row at its line end. So escape
sequences inside a paste are dropped first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

_START, _END = "\x1b[200~", "\x1b[201~"
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~])?")


class PasteFilter:
    """Drops escape sequences between the marks of a paste; the input may come in pieces of any size."""

    def __init__(self) -> None:
        self._inside = False
        self._seen = ""  # the end of what went by outside a paste: a start mark may be cut in two
        self._held = ""  # the end of what came inside one: an end mark or a sequence may be cut in two

    def clean(self, data: str) -> str:
        """What may be passed on now; an empty string means the input has ended."""
        if not data:
            rest, self._held = _SEQUENCE.sub("", self._held), ""
            return rest
        out: list[str] = []
        while data:
            data = self._paste(data, out) if self._inside else self._keys(data, out)
        return "".join(out)

    def _keys(self, data: str, out: list[str]) -> str:
        """Pass on what stands outside a paste; gives what is left."""
        together = self._seen + data
        at = together.find(_START)
        if at < 0:
            self._seen = together[-len(_START) + 1 :]
            out.append(data)
            return ""
        taken = at + len(_START) - len(self._seen)
        out.append(data[:taken])
        self._inside, self._seen, self._held = True, "", ""
        return data[taken:]

    def _paste(self, data: str, out: list[str]) -> str:
        """Pass on what stands inside a paste, without its escape sequences; gives what is left."""
        together, self._held = self._held + data, ""
        at = together.find(_END)
        if at >= 0:
            out.append(_SEQUENCE.sub("", together[:at]) + _END)
            self._inside = False
            return together[at + len(_END) :]
        cut = together.rfind("\x1b", -len(_END))
        if cut >= 0 and _END.startswith(together[cut:]):
            together, self._held = together[:cut], together[cut:]
        out.append(_SEQUENCE.sub("", together))
        return ""


class PasteParser(XTermParser):
    """Textual's parser behind the filter."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._filter = PasteFilter()

    def feed(self, data: str) -> Iterable[Message]:
        """The messages in a piece of input."""
        cleaned = self._filter.clean(data)
        if cleaned or not data:
            yield from super().feed(cleaned)


def paste_safe(driver: type[Driver]) -> type[Driver]:
    """The driver of a Unix terminal with the safe parser; any other driver as it is."""
    if driver.__name__ != "LinuxDriver":
        return driver
    from textual.drivers import linux_driver

    class PasteSafeDriver(linux_driver.LinuxDriver):
        """Reads the terminal through the safe parser."""

        def run_input_thread(self) -> None:
            """Wait for input and send it on as messages."""
            # The driver makes its parser in there, by this name.
            vars(linux_driver)["XTermParser"] = PasteParser
            super().run_input_thread()

    return PasteSafeDriver
