"""text: the case of English: lower, Sentence, Title and UPPER case, with acronyms and names as they are.

Title case is that of headlines by The Chicago Manual of Style (18th edition, 8.160): the first and the last
word and all words of weight are capitals; articles, the conjunctions and, but, for, nor, or, so, yet, and
prepositions of up to four letters are not.
"""

from __future__ import annotations

import re
from enum import StrEnum

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_CODE = re.compile(r"⟨/?\d{1,6}/?⟩")
_BEGINS_TITLE = re.compile(r"(?:^|[.!?…:]|\n)[\s\"“‘'(\[]*$")
_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?…]\s|\n)[\s\"“‘'(\[]*$")
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an the and but for nor or so yet as at by down from in into like near of off on onto out over past"
        " per plus than to up upon via with",
    )
)
_NAMES = {
    name.lower(): name
    for name in re.findall(
        r"\w+",
        "January February April June July August September October November December Monday Tuesday"
        " Wednesday Thursday Friday Saturday Sunday China Chinese Beijing Tianjin Hebei Shanghai Yangtze"
        " Marxism Marxist English American British European Asian African Asia Africa Europe Taiwan Macao",
    )
}
"""Words that are names wherever they stand."""


class Case(StrEnum):
    """The ways to write a text, in the order in which they take turns."""

    LOWER = "lower case"
    SENTENCE = "Sentence case"
    TITLE = "Title Case"
    UPPER = "UPPER CASE"


def recased(text: str, case: Case) -> str:
    """`text` in a case, of the same words; codes in their printed form (⟨1⟩) stay.

    Words with two capitals (GDP, COVID, iPhone) stay as they are, unless all of the text is in capitals.
    """
    if case is Case.UPPER:
        return text.upper()
    shouted = text.isupper() and len(_WORD.findall(text)) > 1
    plain = shouted or _is_title(text)
    words = list(_WORD.finditer(text))
    last = words[-1].start() if words else -1

    def one(match: re.Match[str]) -> str:
        word: str = match.group()
        if sum(map(str.isupper, word)) > 1 and not shouted:
            return word
        stem = _stem(word)
        low = word.lower() if plain or case is not Case.SENTENCE else word
        low = _NAMES[stem] + low[len(stem) :] if stem in _NAMES else low
        if case is Case.TITLE:
            return _in_title(low, match, text, is_last=match.start() == last)
        before = _CODE.sub("", text[: match.start()])
        begins = case is Case.SENTENCE and _BEGINS_SENTENCE.search(before) is not None
        return low[0].upper() + low[1:] if begins else low

    return _WORD.sub(one, text)


def next_case(text: str, first: str | None = None) -> tuple[str, Case]:
    """A text in the case that follows the one it is in, and which; cases that change nothing are passed over.

    Args:
        first: what the text was before the cases took turns, whose names a lower case cannot give back.
    """
    first = text if first is None else first
    turn = list(Case)
    now = next((case for case in reversed(turn) if recased(first, case) == text), Case.UPPER)
    at = turn.index(now) + 1
    for case in (*turn[at:], *turn[:at]):
        if (made := recased(first, case)) != text:
            return made, case
    return text, now


def _stem(word: str) -> str:
    """The word without 's."""
    return re.split("[’']", word.lower())[0]


def _is_title(text: str) -> bool:
    """Most of its words behind the first that carry weight begin with a capital."""
    words = [word for word in _WORD.findall(text)[1:] if word.lower() not in _SMALL]
    capitals = [word for word in words if word[:1].isupper()]
    return len(capitals) * 2 > len(words)


def _in_title(low: str, match: re.Match[str], text: str, *, is_last: bool) -> str:
    """A word of a headline; of a compound each part, but for small words in its middle: Up-to-Date."""
    before, after = text[: match.start()], text[match.end() :]
    begins = _BEGINS_TITLE.search(_CODE.sub("", before)) is not None
    in_middle = before.endswith("-") or re.match(r"-\w", after)
    small = low in _SMALL and not (begins or is_last) and not (in_middle and not before.endswith("-"))
    if before and (before[-1].isdigit() or before[-1] in "’'"):
        return low
    return low if small else low[0].upper() + low[1:]
