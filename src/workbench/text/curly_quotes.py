"""text: straight quotation marks of English made curly: “policy”, ‘the model’, the county’s, the ’90s."""

from __future__ import annotations

import re

_STRAIGHT = re.compile("[\"']")
_OPENS_AFTER = frozenset(" \t\n\u00a0([{—–-/“‘⟩")
_ELISION = re.compile(r"'(?:\d\ds\b|(?:tis|twas|em|cause|til|n)\b)", re.I)
_FEET_AND_INCHES = re.compile(r"(?<=\d)'(?=\d)")


def curly(text: str) -> str:
    """`text` with " and ' as “ ” ‘ ’; of the same length, and curly ones stay as they are.

    A mark opens at the start and after a space, a bracket, a dash or an opening mark; else it closes, and '
    is an apostrophe. Feet and inches (5'10) stay straight.
    """
    pieces = list(text)
    for match in _STRAIGHT.finditer(text):
        at = match.start()
        if _FEET_AND_INCHES.match(text, at):
            continue
        before = pieces[at - 1] if at else " "
        opens = before in _OPENS_AFTER and not _closes(text, at)
        if match.group() == '"':
            pieces[at] = "“" if opens else "”"
        else:
            pieces[at] = "‘" if opens and not _ELISION.match(text, at) else "’"
    return "".join(pieces)


def _closes(text: str, at: int) -> bool:
    """After a dash: a mark with nothing or a space behind it ends what was broken off."""
    behind = text[at + 1 : at + 2]
    return bool(at) and text[at - 1] in "—–-" and (not behind or behind.isspace())
