"""documents: whether a hyphen at the end of an English line is the word's own or only the line's.

`coordi-` / `nated` is one word, `non-` / `capital` keeps its hyphen. A document mostly says so itself: the
word stands elsewhere in it whole, or with its hyphen. Where it does not, first parts that English joins by a
hyphen decide, and then whether both parts are words of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_BREAK = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)([-‐\u00ad¬])")
_ALWAYS_SOFT = frozenset("\u00ad¬")
_MARKS = frozenset("-‐\u00ad¬")
_BREAKING = 0.2  # share of hyphens at line ends that are surely the line's, where a file breaks its words
_SHORTEST_RELATED = 3  # letters of the second part that a word of the same family must share
# First parts of compounds that keep their hyphen: of adjectives before nouns, prefixes, numerals.
_KEEPING = re.compile(
    "all|anti|best|better|bottom|brand|co|counter|cross|dead|deep|double|east|eighty?|ever|far|fast|fifty|first"
    "|five|follow|forty|four|free|fresh|front|full|fully|good|great|half|hand|hard|heart|high|higher|home|ill|key"
    "|large|last|late|left|less|light|little|long|low|lower|made|man|many|mass|mid|middle|most|much|multi|near|new"
    "|newly|nine|ninety|no|non|north|off|old|on|one|open|part|post|quasi|red|right|round|second|self|semi|seven"
    "|seventy|short|side|single|six|sixty|small|so|socio|soft|south|state|still|strong|ten|third|thirty|three|time"
    "|top|twenty|two|ultra|vice|water|well|west|white|whole|wide|win|work|world|year|young|zero"
)
# Parts that only follow a break inside a word.
_TAIL = re.compile(
    r"(?:t?ions?|[st]ional|[st]ions?|ments?|mental|ness|ing|ings|ed|er|ers|ly|al|als|ally|ity|ities|able|ible|ably|ibly"
    r"|ive|ives|ous|ance|ances|ence|ences|ent|ents|ency|tive|tives|tures?|ture|cial|tial|cian|tic|tics|ical|ism|ist"
    r"|ists|ize[sd]?|izing|ization|ise[sd]?|ising|isation|ate[sd]?|ating|ation|ful|fully|less|est|ary|ory|ure|ures"
    r"|nated|lated|rated|dency|tories|tory|sive|ties|ty|gy|cy|ry|ny|my|dly|bly|cally|ther|ple|ble)"
)


def soft_hyphens(lines: Sequence[str]) -> frozenset[int]:
    """Indexes of lines whose last character is a hyphen that goes when the next line is joined to it.

    Args:
        lines: lines of Latin text without outer spaces, each to be joined to the next.
    """
    broken = [at for at in range(len(lines) - 1) if _parts(lines[at], lines[at + 1])]
    if not broken:
        return frozenset()
    words = _Words(lines)
    judged = {at: words.judge(*parts) for at in broken if (parts := _parts(lines[at], lines[at + 1]))}
    # Where words are broken at all most breaks are sure; else every hyphen at a line's end is the word's own.
    breaks = sum(soft is True for soft in judged.values()) >= _BREAKING * len(judged)
    return frozenset(at for at, soft in judged.items() if soft or (soft is None and breaks))


def _parts(line: str, following: str) -> tuple[str, str, str] | None:
    """The parts of a word broken between two lines, and the mark; None where no small letter goes on."""
    if not line or line[-1] not in _MARKS or not following[:1].islower():
        return None
    before = _last(line)
    after = _HYPHENED.match(following) or _WORD.match(following)
    return (before, after.group().lower(), line[-1]) if before and after else None


def _last(line: str) -> str:
    found = _BREAK.search(line, max(0, len(line) - 60))
    while found and found.end() < len(line):
        found = _BREAK.search(line, found.end())
    return found[1].lower() if found else ""


class _Words:
    """Words of the document and its hyphened words, those at the end of a line left out."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.known: set[str] = set()
        self.hyphened: set[str] = set()
        carried = False
        for line in lines:
            lower = line.lower()
            whole = [found.group() for found in _WORD.finditer(lower) if not (carried and found.start() == 0)]
            carried = lower[-1:] in _MARKS
            self.known.update(whole[:-1] if carried else whole)
            self.hyphened.update(found.group() for found in _HYPHENED.finditer(lower))
        self._ordered = sorted(self.known)

    def judge(self, before: str, after: str, mark: str) -> bool | None:
        """Whether the hyphen between two parts is only the line's; None where nothing tells."""
        if mark in _ALWAYS_SOFT:
            return True
        joined = before + after
        if "-" in joined or f"{before}-{after}" in self.hyphened:
            return False
        if joined in self.known:
            return True
        if len(before) < 2 or _KEEPING.fullmatch(before):
            return False
        if _TAIL.fullmatch(after) or self._begins(before + after[:_SHORTEST_RELATED]):
            return True
        if before in self.known and after in self.known:
            return False
        related = all(
            len(part) > 4 and self._begins(part[: max(4, len(part) - 2)]) for part in (before, after)
        )
        return False if related else None

    def _begins(self, stem: str) -> bool:
        """Whether a word of the document begins with `stem`."""
        near = bisect_left(self._ordered, stem)
        return near < len(self._ordered) and self._ordered[near].startswith(stem)
