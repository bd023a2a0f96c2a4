"""glossary: where the concepts of a termbase stand in a Chinese text."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import cached_property

from workbench.glossary.crossing import Found, uncrossed
from workbench.glossary.finders import Finder, automaton_finder
from workbench.glossary.forms import ANYWHERE, forms_of
from workbench.glossary.formulas import Formulas
from workbench.glossary.quoted import across_marks
from workbench.glossary.surroundings import Cut, Surroundings
from workbench.model.terms import Concept, TermHit
from workbench.text.fold import Folded


class Recogniser:
    """Finds the headwords and variants of concepts in a text, in one pass however many there are.

    Script, width, radicals and spaces between Chinese characters make no difference (`text.fold`), nor
    does the case of Latin letters; a form that begins or ends with one, or with a digit, matches whole words.
    A concept with a context (`glossary.contexts`) is found where its context allows it; a form of two hanzi
    is not found where the cut into words takes it apart (代表 in 现代｜表示).
    """

    def __init__(
        self,
        concepts: Sequence[Concept],
        cut: Cut | None = None,
        *,
        finder: Callable[[Sequence[str]], Finder] = automaton_finder,
    ) -> None:
        """Make the index.

        Args:
            concepts: in order of precedence: where two have the same Chinese, the earlier is the hit and the
                later is nested in it. So a project's own terms stand before the bundled ones.
            cut: how a text is cut into words, best one that makes up no words of its own; it is only asked
                for a text in which it matters. None: no place is refused for its words.
            finder: makes what finds the places of all forms.
        """
        self._concepts = tuple(concepts)
        self._cut = cut
        forms, faulty = forms_of(self._concepts)
        self._faulty = tuple(faulty)
        self._sole = array("i", [form.sole_meaning for form in forms])
        # Of a form with one meaning no more is kept than that: there are tens of thousands.
        self._manifold = {number: form for number, form in enumerate(forms) if form.sole_meaning < 0}
        self._guarded = {
            number: form.contexts[0]
            for number, form in enumerate(forms)
            if form.sole_meaning >= 0 and form.contexts[0] is not ANYWHERE
        }
        self._short = frozenset(number for number, form in enumerate(forms) if form.is_short)
        self._whole = frozenset(number for number, context in self._guarded.items() if context.word)
        self._find = finder([form.key for form in forms])

    def __len__(self) -> int:
        """How many Chinese forms are looked for."""
        return len(self._sole)

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts looked for, in order of precedence."""
        return self._concepts

    @property
    def faulty_contexts(self) -> tuple[tuple[Concept, str], ...]:
        """Concepts whose context cannot be read, and why; they are found wherever their Chinese stands."""
        return self._faulty

    def hits(self, text: str) -> tuple[TermHit, ...]:
        """The concepts that stand in a text, in order, the longest at each place.

        What the longest match hides is in its `nested`, all of it, leftmost and longest first. Where two
        matches cross, the longer one stands, of two as long the left one, and `every_hit` has the other.

        Args:
            text: the shown text; the offsets of the hits are code points of it, half-open.
        """
        folded, found = self._found(text)
        starts, ends, concepts = folded.starts, folded.ends, self._concepts
        taken: list[tuple[int, int, int]] = []
        nested: dict[int, dict[tuple[int, int], TermHit]] = {}  # by the place in `taken`
        top_core = top = stop = -1
        for core, _, order, _, start, end in uncrossed(found):
            first, last = starts[start], ends[end - 1]
            if first >= stop:
                top_core, top, stop = core, order, last
                taken.append((first, last, order))
            # Its own concept, or another one's quotation marks, inside a hit say nothing new.
            elif (last <= stop or core == top_core) and order != top:
                inner = nested.setdefault(len(taken) - 1, {})
                if (core, order) not in inner:
                    inner[core, order] = TermHit(first, last, text[first:last], concepts[order])
        return tuple(
            [
                TermHit(
                    first,
                    last,
                    text[first:last],
                    concepts[order],
                    tuple(nested[place].values()) if place in nested else (),
                )
                for place, (first, last, order) in enumerate(taken)
            ]
        )

    def every_hit(self, text: str) -> tuple[TermHit, ...]:
        """Every place of every concept, also those in or across one another, leftmost and longest first."""
        folded, found = self._found(text)
        places = ((folded.starts[one[4]], folded.ends[one[5] - 1], one[2]) for one in found)
        return tuple(
            TermHit(first, last, text[first:last], self._concepts[order]) for first, last, order in places
        )

    def formulas_of(self, concept: Concept) -> tuple[Concept, ...]:
        """The concepts that name this one among their members."""
        return self._formulas.naming(concept)

    def members_of(self, concept: Concept) -> tuple[tuple[str, Concept | None], ...]:
        """The Chinese names of a formula's members, in order, and their concepts where there are such."""
        return self._formulas.members(concept)

    @cached_property
    def _formulas(self) -> Formulas:
        return Formulas(self._concepts)

    def _found(self, text: str) -> tuple[Folded, list[Found]]:
        around = Surroundings(text, self._cut)
        places = [*self._find(around.text), *across_marks(around.text, self._find)]
        places = self._within_words(around, places)
        sole, guarded = self._sole, self._guarded
        found: list[Found] = []
        for number, start, end in places:
            order = sole[number]
            if order >= 0:
                if number not in guarded or guarded[number].allows_in(around, start, end):
                    found.append((start, -end, order, start - end, start, end))
                continue
            form = self._manifold[number]
            first, last = start + form.quotes_before, end - form.quotes_after
            meanings = form.meanings(around, first, last)
            found += [(first, -last, owner, start - end, start, end) for owner in meanings]
        found.sort()
        return around.folded, found

    def _within_words(
        self, around: Surroundings, places: list[tuple[int, int, int]]
    ) -> list[tuple[int, int, int]]:
        """Places without those where two hanzi belong to two neighbouring words."""
        if self._cut is None:
            return places
        short, whole = self._short, self._whole
        around.look(
            [(start, end) for number, start, end in places if number in short],
            [(start, end) for number, start, end in places if number in whole],
        )
        return [place for place in places if place[0] not in short or not around.crosses(place[1:])]
