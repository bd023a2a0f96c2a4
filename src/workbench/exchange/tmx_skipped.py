"""exchange: what reading a TMX file leaves out, by reason, and in words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Skip(StrEnum):
    """Why something of a file is not read; units, where nothing else is said."""

    NO_SOURCE = "no source"
    NO_TARGET = "no target"
    EMPTY_SOURCE = "empty source"
    EMPTY_TARGET = "empty target"
    SAME_LANGUAGE = "same language"
    """Variants of a unit that has another one of the same language."""
    TOO_LONG = "too long"
    TOO_DEEP = "too deep"


LEAVES_UNIT_OUT = frozenset(Skip) - {Skip.SAME_LANGUAGE}
_WORDS = {
    Skip.NO_SOURCE: ("unit without a text in {source}", "units without a text in {source}"),
    Skip.NO_TARGET: ("unit without a text in {target}", "units without a text in {target}"),
    Skip.EMPTY_SOURCE: ("unit whose source is empty", "units whose source is empty"),
    Skip.EMPTY_TARGET: ("unit whose translation is empty", "units whose translation is empty"),
    Skip.SAME_LANGUAGE: (
        "further text of a language that stands twice in its unit",
        "further texts of a language that stands twice in its unit",
    ),
    Skip.TOO_LONG: (
        "unit longer than {longest:,} characters",
        "units longer than {longest:,} characters",
    ),
    Skip.TOO_DEEP: ("unit with codes nested too deep", "units with codes nested too deep"),
}


def said(skipped: Mapping[Skip, int], source: str, target: str, longest: int) -> str:
    """One sentence that says what was left out and why; empty where nothing was.

    Args:
        skipped: how many by reason.
        source: language that was read as source; empty for the header's.
        target: likewise; empty for any other.
        longest: how many characters a segment may have.
    """
    names = {
        "source": source or "the source language",
        "target": target or "another language",
        "longest": longest,
    }
    parts = [
        f"{skipped[reason]:,} {words[skipped[reason] != 1].format(**names)}"
        for reason, words in _WORDS.items()
        if skipped.get(reason)
    ]
    return f"Left out: {', '.join(parts)}." if parts else ""
