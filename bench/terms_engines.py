"""bench: what finds 100,000 terms in a text: our automaton, pyahocorasick, slices and a regex alternation.

Each is a finder as `glossary.finders` knows them: the folded forms become a function that gives (number of
the form, start, end) for every place in a folded text. A regex gives the longest form at each place only, and
goes on behind it; so it has less to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module

from workbench.glossary.finders import Finder, automaton_finder, slices_finder

OURS = "ahocorasick-rs, as the program uses it"
PYAHOCORASICK, SLICES, REGEX = "pyahocorasick", "slices, pure Python", "regex alternation"


def pyahocorasick_finder(forms: Sequence[str]) -> Finder:
    """pyahocorasick, every place of every form.

    Raises:
        ImportError: it is not installed.
    """
    ahocorasick = import_module("ahocorasick")  # it comes without types
    automaton = ahocorasick.Automaton()
    for number, form in enumerate(forms):
        automaton.add_word(form, (number, len(form)))
    automaton.make_automaton()

    def find(text: str) -> Iterable[tuple[int, int, int]]:
        return [(number, last + 1 - length, last + 1) for last, (number, length) in automaton.iter(text)]

    return find


def regex_finder(forms: Sequence[str]) -> Finder:
    """The forms as alternatives of one regular expression, the longest first."""
    numbers = {form: number for number, form in enumerate(forms)}
    pattern = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))

    def find(text: str) -> Iterable[tuple[int, int, int]]:
        return [(numbers[found.group()], found.start(), found.end()) for found in pattern.finditer(text)]

    return find


MAKERS: Mapping[str, Callable[[Sequence[str]], Finder]] = {
    OURS: automaton_finder,
    PYAHOCORASICK: pyahocorasick_finder,
    SLICES: slices_finder,
    REGEX: regex_finder,
}
