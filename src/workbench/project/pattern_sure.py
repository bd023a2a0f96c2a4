"""project: texts in which a regular expression is found for sure, as SQLite can tell them by itself.

Most matches are plain ones: where `reser\\w+oirs` is found, a few letters of ASCII stand in its middle. GLOB
finds these without Python, in several threads at a time; only the other rows have to be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from typing import Final

from workbench.project.pattern_chains import MOST_CHAINS
from workbench.project.pattern_reading import MANY, AnyOne, Group, OneOf, Part, Sign, Times, Ways, read
from workbench.project.pattern_sql import without_case

_MIDDLE_TIMES: Final = 8
"""So many lengths of a repetition in the middle are asked for; longer ones are read."""

_LONGEST: Final = 200
_LONGEST_GLOB: Final = 2_000  # signs; SQLite refuses those of more than 50,000 bytes
_ANY_MORE: Final = "*"
_HANZI: Final = "一-龥"
_NEVER: Final = "\0\ufffd"
"""SQLite ends a text at the one, and takes others for the other."""
_CASELESS: Final = ("09", ("\u3000", "\u9fff"))
_INSIDE: Final = {"\\d": "0-9", "\\w": f"0-9A-Z_a-z{_HANZI}", "\\s": " \t", "\\S": f"!-,.-Z_a-z{_HANZI}"}
"""Some of the characters of a category, as a set of GLOB has them."""


def sure_pattern(column: str, pattern: str, *, case: bool) -> tuple[str, list[str]] | None:
    """A condition of SQL that only such rows pass in whose column a regular expression is found.

    Args:
        pattern: one that Python takes, without flags.
        case: capitals count.

    Returns:
        The condition and its values; None where there is none, or it would take longer than reading.
    """
    globs = _globs(pattern, case)
    if not globs:
        return None
    small = not case and any(
        letter.isascii() and letter.isalpha() for glob in globs for letter in _outside(glob)
    )
    asked = f"lower({column}) GLOB ?" if small else f"{column} GLOB ?"
    sure = " OR ".join([asked] * len(globs))
    if any(_ANY_MORE in glob[1:-1] for glob in globs):
        sure = f"({sure}) AND instr({column}, char(10)) = 0"  # a point is any character but this
    return f"({sure})", list(globs)


@lru_cache(maxsize=32)
def _globs(pattern: str, case: bool) -> tuple[str, ...]:
    """What is asked with GLOB, of which each is enough; `case` or of a text in small letters of ASCII."""
    ways = read(pattern)
    if ways is None:
        return ()
    found = dict.fromkeys("".join(signs) for signs in islice(_of_ways(ways, case), MOST_CHAINS))
    # One that begins with a set is tried at each place of the text, which is slower than reading it.
    return tuple(f"*{signs}*" for signs in found if _begins_plainly(signs) and len(signs) <= _LONGEST_GLOB)


def _begins_plainly(signs: str) -> bool:
    return bool(signs) and (signs[0] != "[" or signs[2:3] == "]")


def _outside(glob: str) -> Iterator[str]:
    """The characters of a GLOB outside its sets."""
    inside = False
    for sign in glob:
        if sign in "[]":
            inside = sign == "["
        elif not inside:
            yield sign


def _of_ways(ways: Ways, case: bool) -> Iterator[tuple[str, ...]]:
    for way in ways:
        parts = list(way)
        last = len(parts) - 1
        choices = [_of_part(part, case, at in (0, last)) for at, part in enumerate(parts)]
        for chosen in product(*choices):
            yield tuple(sign for signs in chosen for sign in signs)


def _of_part(part: Part, case: bool, at_end: bool) -> list[tuple[str, ...]]:
    """Some of what a part is in a text; none where nothing is sure. `at_end` of the whole pattern's way."""
    match part:
        case Sign(character):
            signs = _sign(character if case else _small(character))
            return [(signs,)] if signs else []
        case AnyOne():
            return [("[^\n]",)]
        case OneOf():
            within = _set(part, case)
            return [(within,)] if within else []
        case Group() if not part.looks_around:
            return list(islice(_of_ways(part.ways, case), MOST_CHAINS))
        case Times(AnyOne(), least, most, _) if most == MANY and not at_end:
            return [("[^\n]",) * least + (_ANY_MORE,)] if least <= _LONGEST else []
        case Times(repeated, least, most, _):
            times = (
                range(least, least + 1) if at_end else range(least, min(most, least + _MIDDLE_TIMES - 1) + 1)
            )
            return _repeated(_of_part(repeated, case, at_end=False), times)
        case _:
            return []


def _repeated(once: list[tuple[str, ...]], times: range) -> list[tuple[str, ...]]:
    """So many times one behind the other, each the same: that is enough to be sure."""
    none: list[tuple[str, ...]] = [()] if 0 in times else []
    counted = (signs * count for count in times if count for signs in once if len(signs) * count <= _LONGEST)
    return [*none, *counted]


def _small(character: str) -> str:
    return character.lower() if character.isascii() else character


def _sign(character: str) -> str:
    """A character as GLOB writes it; empty where it cannot."""
    if character in _NEVER or "\ud800" <= character <= "\udfff":
        return ""
    return f"[{character}]" if character in "*?[" else character


def _set(one_of: OneOf, case: bool) -> str:
    """A set as GLOB writes it: none but characters of it, small letters where case does not count."""
    if any(
        sign in f"]^-[{_NEVER}" or "\ud800" <= sign <= "\udfff" for ends in one_of.ranges for sign in ends
    ):
        return ""
    ranges = "".join(f"{first}-{last}" for first, last in one_of.ranges)
    if one_of.negated:
        told = not one_of.categories and (case or all(map(_told_without_case, one_of.ranges)))
        return f"[^{ranges}]" if told else ""
    if not case:  # the text may be in small letters
        ranges += "".join(
            f"{first.lower()}-{last.lower()}" for first, last in one_of.ranges if "A" <= first <= last <= "Z"
        )
    known = [_INSIDE[category] for category in one_of.categories if category in _INSIDE]
    return f"[{ranges}{''.join(known)}]" if ranges or known else ""


def _told_without_case(ends: tuple[str, str]) -> bool:
    """Whether no character of a range has a capital or a small letter beside itself."""
    first, last = ends
    return (first == last and without_case(first)) or any(
        low <= first and last <= high for low, high in _CASELESS
    )
