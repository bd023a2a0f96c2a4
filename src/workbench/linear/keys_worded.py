"""linear: a key of the screen that a sentence of the session names is told as the command of a line; pure."""

from __future__ import annotations

import re
from typing import Final

_HERE: Final[dict[str, str]] = {
    "^Z": "/undo",
    "^Y": "/redo",
    "^E again": "/join",
    "F7": "/addterm",
    "F9 4": "/lockunit",
    "F9 l": "/lock",
    "F9 9 q": "/query",
    "F9 j": "/reject WHY",
    "F9 s splits the row at the source caret": "/split TEXT splits it before a text of the Chinese",
    "F9 s splits it at the source caret": "/split TEXT splits it before a text of the Chinese",
    "F9 9 g": "/bookmarks",
    "F9 9 o": "/state reviewed",
    "Enter confirms": "an empty line confirms",
    "Enter sets": "an empty line sets",
}
_KEY = re.compile("|".join(re.escape(key) + r"(?!\w)" for key in sorted(_HERE, key=len, reverse=True)))


def worded(text: str) -> str:
    """The sentence with commands in the place of keys."""
    return _KEY.sub(lambda match: _HERE[match[0]], text)
