"""project: what SQLite is asked of a regular expression: rows that it rules out, or all there is to say.

GLOB compares characters, LIKE regards a capital of ASCII and its small letter as one. What cannot be asked
with them for sure is left out.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Final

from workbench.project.pattern_chains import Between, Chain, chains_of
from workbench.project.pattern_reading import read

ASCII_BESIDES: Final = {"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"}
"""The letters outside ASCII (İ, ı, ſ, K) that are, without regard to case, equal to one of ASCII."""

_TWO_FACED = frozenset("iksIKS")
_GAPS = (Between.GAP, Between.MORE)


def narrowing_pattern(column: str, pattern: str, *, case: bool) -> tuple[str, list[str]]:
    """A condition of SQL that every row passes in whose column a regular expression is found.

    Args:
        pattern: one that Python takes, without flags.
        case: capitals count.

    Returns:
        The condition and its values; "1" and none where nothing is sure.
    """
    asked = _needed(pattern, case)
    return (f"({' OR '.join([_asks(column, case)] * len(asked))})", list(asked)) if asked else ("1", [])


def whole_pattern(column: str, pattern: str, *, case: bool) -> tuple[str, list[str]] | None:
    """A condition of SQL that those rows pass, and no others, in whose column an expression is found.

    There is one for an expression that means a text, or one of a few, such as `reservoirs?|dams`. For the
    arguments see `narrowing_pattern`; None where the texts have to be read.
    """
    ways = read(pattern)
    texts = [_only_text(chain) for chain in chains_of(ways)] if ways is not None else [""]
    if not all(texts):
        return None
    parts: list[str] = []
    values: list[str] = []
    for text in dict.fromkeys(texts):
        exact, weak = (_wildcards(tuple(text), case=case, besides=besides) for besides in (False, True))
        if not exact:
            return None
        asks = _asks(column, case)
        parts.append(asks)
        values.append(exact)
        if not case and weak != exact:
            plain = column
            for beside, letter in ASCII_BESIDES.items():
                plain = f"replace({plain}, '{beside}', '{letter}')"
            parts.append(f"({asks} AND {_asks(plain, case)})" if weak else _asks(plain, case))
            values += [weak, exact] if weak else [exact]
    return f"({' OR '.join(parts)})", values


def without_case(character: str) -> bool:
    """Whether a character has neither a capital nor a small letter beside itself."""
    return character.lower() == character.upper() == character.casefold() == character


def _asks(column: str, case: bool) -> str:
    return f"{column} GLOB ?" if case else f"{column} LIKE ? ESCAPE '\\'"


@lru_cache(maxsize=32)
def _needed(pattern: str, case: bool) -> tuple[str, ...]:
    """What is asked with GLOB or LIKE, of which a row with a match has one; empty where nothing is sure."""
    ways = read(pattern)
    if ways is None:
        return ()
    asked = [_wildcards(chain, case=case) for chain in chains_of(ways)]
    return tuple(dict.fromkeys(asked)) if all(asked) else ()


def _only_text(chain: Chain) -> str:
    """The text that a chain is, without what its ends may have besides; empty where it is more than that."""
    links = list(chain)
    while links and links[-1] is Between.GAP:
        links.pop()
    while links and links[0] is Between.GAP:
        links.pop(0)
    texts = [link for link in links if isinstance(link, str)]
    return "".join(texts) if len(texts) == len(links) and all(map(_sign_of_all, texts)) else ""


def _sign_of_all(character: str) -> bool:
    """Whether LIKE can ask for a character, the letters with two faces put aside."""
    return bool(_sign(character, case=False, besides=False))


def _wildcards(chain: Chain, *, case: bool, besides: bool = True) -> str:
    """A chain as GLOB (`case`) or LIKE writes it; empty where it asks for less than is worth the while."""
    gap, one = ("*", "?") if case else ("%", "_")
    written: list[str] = []
    known: list[str] = []
    for gaps, links in groupby((link for link in chain if link is not Between.EDGE), _GAPS.__contains__):
        if gaps:
            continue
        signs = [_sign(link, case=case, besides=besides) for link in links]
        while signs and not signs[-1]:
            signs.pop()
        while signs and not signs[0]:
            signs.pop(0)
        known += filter(None, signs)
        if signs:
            written.append("".join(sign or one for sign in signs))
    if not known or (len(known) == 1 and besides and known[0].isascii() and known[0].isalpha()):
        return ""
    return f"{gap}{gap.join(written)}{gap}"


def _sign(link: str | Between, *, case: bool, besides: bool) -> str:
    """How GLOB or LIKE writes a character; empty for one that may be any.

    Args:
        besides: texts may have ASCII_BESIDES.
    """
    if not isinstance(link, str) or link == "\0" or "\ud800" <= link <= "\udfff":
        return ""
    if case:
        return f"[{link}]" if link in "*?[" else link
    if (besides and link in _TWO_FACED) or (not link.isascii() and not without_case(link)):
        return ""
    return f"\\{link}" if link in "%_\\" else link
