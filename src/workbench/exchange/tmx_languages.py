"""exchange: which variants of a TMX unit are its source and its targets, however their codes are written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

ANY = "*all*"
"""What `srclang` says where any of the languages may be the source."""
# Three letters (ISO 639-2 and -3) and Windows' own, where BCP 47 has two.
_SAME = {"zho": "zh", "chi": "zh", "cmn": "zh", "chs": "zh-cn", "cht": "zh-tw", "eng": "en", "enu": "en-us"}


class Choice(NamedTuple):
    """Which variants of a unit are read.

    Attributes:
        source: index of the source; -1 where the unit has none.
        targets: indexes of the targets.
        others: whether the unit has variants beside these.
        again: variants that are not read because another one of their language is.
        names: the languages of all variants, written as BCP 47 recommends.
    """

    source: int
    targets: tuple[int, ...]
    others: bool
    again: int
    names: tuple[str, ...]


@lru_cache(maxsize=512)
def plain(code: str) -> str:
    """A language code for comparing: case, underscores and the manner of old codes do not matter."""
    whole = code.strip().lower().replace("_", "-")
    language, hyphen, rest = whole.partition("-")
    return _SAME.get(language, language) + hyphen + rest


@lru_cache(maxsize=512)
def canonical(code: str) -> str:
    """A language code as BCP 47 recommends to write it: zh-Hans-CN."""
    first, *rest = code.strip().replace("_", "-").split("-")
    cased = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest]
    return "-".join([first.lower(), *cased])


def choose(codes: Sequence[str], source: str, target: str, *, every: bool) -> Choice:
    """The source and targets of a unit.

    A variant in exactly the language that is wanted counts first, then one in the language alone, then
    one of any country.

    Args:
        codes: the languages of its variants as the file has them.
        source: the language wanted; `ANY` for whichever comes first, empty for none.
        target: likewise; empty for whichever comes first.
        every: all other languages are targets, `target` does not matter.
    """
    found = [plain(code) for code in codes]
    names = tuple(canonical(code) for code in codes)
    at = 0 if plain(source) == ANY and found else _best(found, plain(source), -1)
    if at < 0:
        return Choice(-1, (), False, 0, names)
    rest = [n for n in range(len(found)) if n != at]
    if every:
        firsts = dict.fromkeys(found[n] for n in rest if found[n] != found[at])
        targets = tuple(next(n for n in rest if found[n] == code) for code in firsts)
    elif target:
        best = _best(found, plain(target), at)
        targets = () if best < 0 else (best,)
    else:
        targets = tuple(([n for n in rest if found[n] != found[at]] or rest)[:1])
    read = {at, *targets}
    unread = [n for n in rest if n not in read]
    kinds = found if every else [_language(code) for code in found]
    taken = {kinds[n] for n in read}
    same = sum(kinds[n] in taken for n in unread)
    return Choice(at, targets, bool(unread), same, names)


def _best(found: Sequence[str], wanted: str, but: int) -> int:
    """The index of the variant nearest to a language; -1 where none is of it."""
    language = _language(wanted)
    near = [n for n, code in enumerate(found) if n != but and language and _language(code) == language]
    ranked = sorted(near, key=lambda n: (found[n] != wanted, found[n] != language))  # stable: the first one
    return ranked[0] if ranked else -1


def _language(code: str) -> str:
    return code.partition("-")[0]
