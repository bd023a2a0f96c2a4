"""glossary: every place of every one of many forms in a text, overlapping ones too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

Finder: TypeAlias = Callable[[str], Iterable[tuple[int, int, int]]]
"""Yields (number of the form, start, end) for every place of every form in a text."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def automaton_finder(forms: Sequence[str]) -> Finder:
    """A finder that takes as long for 100,000 forms as for ten (Aho and Corasick, CACM 18(6), 1975).

    Args:
        forms: none of them empty, none twice.
    """
    if not forms:
        return slices_finder(forms)
    try:
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
    except ImportError:  # no wheel for this machine: slower, same places
        return slices_finder(forms)
    # A tenth of the memory of a full table of states, and as fast as one on Chinese text.
    automaton = AhoCorasick(
        [_without_surrogates(form) for form in forms],
        matchkind=MatchKind.Standard,
        implementation=Implementation.ContiguousNFA,
    )

    def find(text: str) -> Iterable[tuple[int, int, int]]:
        places: Iterable[tuple[int, int, int]]
        try:
            places = automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            places = automaton.find_matches_as_indexes(_without_surrogates(text), overlapping=True)
        return places

    return find


def _without_surrogates(text: str) -> str:
    """`text` with lone surrogates, which are no characters, replaced one for one."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def slices_finder(forms: Sequence[str]) -> Finder:
    """The finder without an automaton: at each offset, the slices as long as some form that begins so."""
    index = {form: number for number, form in enumerate(forms)}
    lengths: dict[str, set[int]] = {}
    for form in forms:
        lengths.setdefault(form[0], set()).add(len(form))

    def find(text: str) -> Iterable[tuple[int, int, int]]:
        for start, character in enumerate(text):
            for length in lengths.get(character, ()):
                end = start + length
                number = index.get(text[start:end]) if end <= len(text) else None
                if number is not None:
                    yield number, start, end

    return find
