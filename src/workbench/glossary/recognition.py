"""glossary: where the concepts of a termbase stand in a Chinese text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

from workbench.model.terms import Concept, TermHit
from workbench.text.fold import fold, fold_mapped

Finder: TypeAlias = Callable[[str], Iterable[tuple[int, int, int]]]
"""Yields (number of the form, start, end) for every place of every form in a text."""

_QUOTES: Final = frozenset("“”‘’「」『』《》〈〉\"'")
_LOWER: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class _Found(NamedTuple):
    """A concept at a place of the shown text; `core` is that place without quotation marks at its ends."""

    start: int
    end: int
    core_start: int
    core_end: int
    order: int
    concept: Concept

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """Leftmost first, then longest, then the earlier concept, then the one that takes the quotes in."""
        return (self.core_start, -self.core_end, self.order, self.start - self.end)


class Recogniser:
    """Finds the headwords and variants of concepts in a text, in one pass however many there are.

    Script, width, radicals and spaces between Chinese characters make no difference (`text.fold`), nor
    does the case of Latin letters; a form that begins or ends with one, or with a digit, matches whole words.
    """

    def __init__(self, concepts: Sequence[Concept]) -> None:
        """Make the index.

        Args:
            concepts: in order of precedence: where two have the same Chinese, the earlier is the hit and the
                later is nested in it. So a project's own terms stand before the bundled ones.
        """
        self._concepts = tuple(concepts)
        owners: dict[str, list[int]] = {}
        for order, concept in enumerate(self._concepts):
            for form in dict.fromkeys((concept.zh, *concept.zh_variants)):
                key = _key(form)
                if key and order not in owners.setdefault(key, []):
                    owners[key].append(order)
        self._owners = tuple(tuple(orders) for orders in owners.values())
        self._keys = tuple(owners)
        self._find = _finder(self._keys)

    def __len__(self) -> int:
        """How many Chinese forms are looked for."""
        return len(self._keys)

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts looked for, in order of precedence."""
        return self._concepts

    def hits(self, text: str) -> tuple[TermHit, ...]:
        """The concepts that stand in a text, leftmost first, the longest at each place.

        What the longest match hides is in its `nested`, all of it, leftmost and longest first. Where two
        matches cross, the left one stands and `every_hit` has the other.

        Args:
            text: the shown text; the offsets of the hits are code points of it, half-open.
        """
        taken: list[tuple[_Found, list[_Found]]] = []
        for found in self._found(text):
            if not taken or found.start >= taken[-1][0].end:
                taken.append((found, []))
            elif found.end <= taken[-1][0].end or found.core_start == taken[-1][0].core_start:
                taken[-1][1].append(found)
        return tuple(_hit(text, found, nested) for found, nested in taken)

    def every_hit(self, text: str) -> tuple[TermHit, ...]:
        """Every place of every concept, also those in or across one another, leftmost and longest first."""
        return tuple(_hit(text, found, ()) for found in self._found(text))

    def _found(self, text: str) -> list[_Found]:
        folded = fold_mapped(text)
        haystack = folded.text.translate(_LOWER)
        found: list[_Found] = []
        for index, start, end in self._find(haystack):
            if not _whole_words(haystack, start, end):
                continue
            first, last = folded.span(start, end)
            core = _core(text, first, last)
            found.extend(_Found(first, last, *core, one, self._concepts[one]) for one in self._owners[index])
        found.sort(key=lambda one: one.rank)
        return found


def _key(form: str) -> str:
    return fold(form).translate(_LOWER).strip()


def _hit(text: str, found: _Found, nested: Iterable[_Found]) -> TermHit:
    """The hit; of what is nested, its own concept and mere quotes around another say nothing new and go."""
    inner: dict[tuple[int, int], TermHit] = {}
    for one in nested:
        if one.order != found.order:
            inner.setdefault((one.core_start, one.order), _hit(text, one, ()))
    term = text[found.start : found.end]
    return TermHit(found.start, found.end, term, found.concept, tuple(inner.values()))


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without quotation marks at its ends; the span itself where nothing else is in it."""
    first, last = start, end
    while first < last and text[first] in _QUOTES:
        first += 1
    while last > first and text[last - 1] in _QUOTES:
        last -= 1
    return (first, last) if first < last else (start, end)


def _whole_words(text: str, start: int, end: int) -> bool:
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    """True where two ASCII letters or digits meet at an offset."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    return left.isascii() and left.isalnum() and right.isascii() and right.isalnum()


def _finder(keys: Sequence[str]) -> Finder:
    """A function that yields (key, start, end) for every place of every key, overlapping ones too."""
    try:
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
    except ImportError:  # no wheel for this machine: slower, same hits
        return slices_finder(keys)
    if not keys:
        return slices_finder(keys)
    automaton = AhoCorasick(
        list(keys), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
    )

    def find(text: str) -> Iterable[tuple[int, int, int]]:
        matches: Iterable[tuple[int, int, int]] = automaton.find_matches_as_indexes(text, overlapping=True)
        return matches

    return find


def slices_finder(keys: Sequence[str]) -> Finder:
    """The finder without an automaton: at each offset, the slices as long as some key that begins so."""
    index = {key: place for place, key in enumerate(keys)}
    lengths: dict[str, set[int]] = {}
    for key in keys:
        lengths.setdefault(key[0], set()).add(len(key))

    def find(text: str) -> Iterable[tuple[int, int, int]]:
        for start, character in enumerate(text):
            for length in lengths.get(character, ()):
                end = start + length
                place = index.get(text[start:end]) if end <= len(text) else None
                if place is not None:
                    yield place, start, end

    return find
