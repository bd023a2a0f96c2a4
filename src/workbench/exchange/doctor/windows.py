"""exchange: a text that streams by, in windows that end between units, and lines and columns in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_LEAST = 1 << 17
_LIMIT = 1 << 23  # what has no end in sight after so many characters is taken as it comes
_UNIT_END = "</tu>"
_OPEN_AND_CLOSE = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))


class Window:
    """A stretch of the text.

    Attributes:
        start: offset of its first character in the file.
        text: the characters.
    """

    def __init__(self, start: int, text: str, line: int = 1, column: int = 1) -> None:
        self.start, self.text = start, text
        self._first = self._last = (0, line, column)
        self._returns = "\r" in text

    @property
    def end(self) -> int:
        """Offset of the character after the last one."""
        return self.start + len(self.text)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset in this window; quick where offsets come in order."""
        to = min(max(offset - self.start, 0), len(self.text))
        at, line, column = self._last if to >= self._last[0] else self._first
        breaks = self._breaks(at, to)
        if breaks:
            column = to - max(self.text.rfind("\n", at, to), self._last_return(at, to))
        else:
            column += to - at
        self._last = (to, line + breaks, column)
        return line + breaks, column

    def _breaks(self, at: int, to: int) -> int:
        count = self.text.count("\n", at, to)
        if self._returns:  # a lone carriage return ends a line too
            count += self.text.count("\r", at, to) - self.text.count("\r\n", at, min(to + 1, len(self.text)))
        return count

    def _last_return(self, at: int, to: int) -> int:
        found = self.text.rfind("\r", at, to) if self._returns else -1
        return -1 if self.text[found : found + 2] == "\r\n" else found


def windows(parts: Iterable[str]) -> Iterator[Window]:
    """The text in windows: each but the last ends after a unit, else before a tag."""
    rest: list[str] = []
    held = wanted = 0
    last = Window(0, "")
    for part in parts:
        rest.append(part)
        held += len(part)
        if held < max(_LEAST, wanted):
            continue
        text = "".join(rest)
        cut = _cut(text)
        if not cut:
            rest, wanted = [text], held * 2
            continue
        last = _after(last, text[:cut])
        yield last
        rest, held, wanted = [text[cut:]], held - cut, 0
    yield _after(last, "".join(rest))


def _after(window: Window, text: str) -> Window:
    return Window(window.end, text, *window.place(window.end))


def _cut(text: str) -> int:
    """Where a window may end: no tag, comment or section is parted. 0 where more must be read."""
    if len(text) >= _LIMIT:
        return text.rfind("<") if text.rfind("<") > 0 else len(text)
    end = len(text)
    for opening, closing in _OPEN_AND_CLOSE:
        at = text.rfind(opening, 0, end)
        if at >= 0 and text.find(closing, at, end) < 0:
            end = at
    cut = text.rfind(_UNIT_END, 0, end)
    return cut + len(_UNIT_END) if cut >= 0 else max(text.rfind("<", 0, end), 0)
