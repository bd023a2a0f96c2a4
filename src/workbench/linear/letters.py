"""linear: letters and marks by name, {u umlaut}, {opening quote}, for keyboards and pipes without; pure."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MARKS: Final[dict[str, str]] = {
    "opening quote": "“",
    "closing quote": "”",
    "opening single quote": "‘",
    "closing single quote": "’",
    "apostrophe": "’",
    "en dash": "–",
    "em dash": "—",
    "ellipsis": "…",
    "middle dot": "·",
    "times": "×",
    "degree": "°",
}
ACCENTS: Final[dict[str, str]] = {
    "acute": "\u0301",
    "grave": "\u0300",
    "circumflex": "\u0302",
    "macron": "\u0304",
    "umlaut": "\u0308",
    "tilde": "\u0303",
    "caron": "\u030c",
    "breve": "\u0306",
    "ring": "\u030a",
    "cedilla": "\u0327",
}
"""What stands behind a letter in its name, and the accent that is put on it."""

_IN_BRACES = re.compile(r"\{([A-Za-z][A-Za-z ]+)\}")


def letter_named(name: str) -> str:
    """The mark or letter of a name, such as "em dash" or "e acute"; empty where there is none.

    The names of the Unicode standard do too, for whatever has no short one here.
    """
    words = name.strip()
    letter, _, accent = words.partition(" ")
    if words.casefold() in MARKS:
        return MARKS[words.casefold()]
    if len(letter) == 1 and accent.casefold() in ACCENTS:
        made = unicodedata.normalize("NFC", letter + ACCENTS[accent.casefold()])
        return made if len(made) == 1 else ""
    try:
        found = unicodedata.lookup(words.upper())
    except KeyError:
        return ""
    return found if found.isprintable() and len(found) == 1 else ""


def with_letters(line: str) -> str:
    """A line with what stands in braces put in; braces that name nothing stay as they are."""
    return _IN_BRACES.sub(lambda match: letter_named(match[1]) or match[0], line)


def letter_completions(before: str, begun: str) -> list[str]:
    """How the name of a letter goes on that was begun in braces.

    Args:
        before: the line up to the word that is completed.
        begun: that word, with the brace where it begins the name.

    Returns:
        What may take the place of the word, the closing brace with it; empty outside of braces.
    """
    start = f"{before}{begun}".rfind("{")
    name = f"{before}{begun}"[start + 1 :]
    if start < 0 or "}" in name:
        return []
    named = [*MARKS, *(f"{name[:1]} {accent}" for accent in ACCENTS if letter_named(f"{name[:1]} {accent}"))]
    done = len(name) - len(begun.removeprefix("{"))
    brace = "{" if begun.startswith("{") else ""
    return [f"{brace}{each[done:]}}}" for each in named if each.startswith(name)]
