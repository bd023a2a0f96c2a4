"""project: commands about the terms of a row: recognising them, offering them, and inserting them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment
from workbench.project.dictionary import named_are_there, project_glossaries
from workbench.project.light import light
from workbench.project.opened import OpenedProject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.glossary.glossaries import Glossaries
    from workbench.glossary.recognition import Recogniser
    from workbench.model.terms import Concept
    from workbench.project.offers import TermInsertion, TermOffer


class TermCommands(OpenedProject):
    """The termbase at the row.

    Attributes:
        term_trouble: what is wrong with a glossary file since it was last read; empty where nothing is.
        mentioned_first: a row, and the ids of the concepts it is the first to mention, as far as is known.
    """

    term_trouble = ""
    mentioned_first: tuple[int, frozenset[str]] = (0, frozenset())
    _glossaries: Glossaries | None = None
    _recogniser: Recogniser | None = None
    _made_of: tuple[tuple[Concept, ...], Mapping[str, str]] = ((), {})
    _reading = threading.RLock()
    _inserted: tuple[int, TermInsertion] | None = None

    def glossaries(self) -> Glossaries:
        """The glossary files of the project in their precedence; in any thread.

        Raises:
            WorkbenchError: project.toml names a file that is not there or lies outside the folder.
        """
        with self._reading:
            if self._glossaries is None:
                glossaries = project_glossaries(self.folder, self.config)
                named_are_there(self.folder, self.config)
                self._glossaries = glossaries
            return self._glossaries

    def recogniser(self) -> Recogniser:
        """What finds terms in Chinese, made again when a glossary file has changed; in any thread.

        Where a file has a fault since it was last read, the terms stay as they were; `term_trouble` says so.

        Raises:
            WorkbenchError: a glossary file is wrong and no terms were read yet; says where.
        """
        with self._reading:
            try:
                made_of = self.glossaries().concepts(), self.config.terms
                self.term_trouble = ""
            except WorkbenchError as error:
                if self._recogniser is None:
                    raise
                self.term_trouble = str(error)
                return self._recogniser
            if self._recogniser is None or not _same(made_of, self._made_of):
                self._recogniser = _recogniser(*made_of)
                self._made_of = made_of
            return self._recogniser

    def term_list(self, segment: Segment, target: str, caret: int) -> list[TermOffer]:
        """The terms of a row with the caret at an offset of the plain target, current sentence first."""
        from workbench.project.offers import term_offers

        sentence = light(segment, target, segment.anchors, caret).source
        row, first = self.mentioned_first
        hits = self.recogniser().hits(segment.source.text)
        return term_offers(hits, target, sentence, first if row == segment.id else frozenset())

    def next_term(
        self, segment: Segment, target: str, caret: int, *, article: bool = False
    ) -> TermInsertion | None:
        """What the term key puts in: the next unused term, or pressed again at once, its alternative.

        With `article`, the term that was just put in gets its article, or the next one comes with it.
        """
        from workbench.project.offers import alternative, next_insertion, with_its_article

        found: TermInsertion | None = None
        if self._inserted is not None and self._inserted[0] == segment.id:
            again = with_its_article if article else alternative
            found = again(self._inserted[1], target, caret)
        if found is None:
            found = next_insertion(self.term_list(segment, target, caret), target, caret, article=article)
        self._inserted = None if found is None else (segment.id, found)
        return found

    def picked_term(
        self, segment: Segment, offer: TermOffer, target: str, caret: int
    ) -> TermInsertion | None:
        """What picking a term from the list puts in; None where it has no rendering to use."""
        from workbench.project.offers import insertion

        if not offer.renderings:
            return None
        found = insertion(offer.hit, offer.renderings, 0, target, caret, caret)
        self._inserted = (segment.id, found)
        return found


def _same(
    one: tuple[tuple[Concept, ...], Mapping[str, str]], other: tuple[tuple[Concept, ...], Mapping[str, str]]
) -> bool:
    """The very same concepts, which is told without comparing them, and the same settled renderings."""
    return one[0] is other[0] and one[1] == other[1]


def _recogniser(concepts: tuple[Concept, ...], terms: Mapping[str, str]) -> Recogniser:
    from workbench.glossary.fixing import with_fixed
    from workbench.project.term_checks import recogniser_of

    return recogniser_of(with_fixed(concepts, terms))
