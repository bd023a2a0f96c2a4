"""project: commands about terms: recognising them in a row, inserting them, and adding new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.segments import Segment
from workbench.project.dictionary import project_concepts
from workbench.project.light import light
from workbench.project.opened import OpenedProject
from workbench.project.outcome import Outcome, refused

if TYPE_CHECKING:
    from workbench.glossary.recognition import Recogniser
    from workbench.project.offers import TermInsertion, TermOffer


class TermCommands(OpenedProject):
    """The termbase at the row."""

    _recogniser: Recogniser | None = None
    _inserted: tuple[int, TermInsertion] | None = None

    def recogniser(self) -> Recogniser:
        """What finds terms in Chinese; loaded at the first call, which may come from a worker thread.

        A project's own terms stand before the personal ones, and those before the bundled ones.

        Raises:
            WorkbenchError: a glossary file is wrong; says where.
        """
        if self._recogniser is None:
            from workbench.glossary.recognition import Recogniser

            self._recogniser = Recogniser(tuple(project_concepts(self.folder, self.config)))
        return self._recogniser

    def term_list(self, segment: Segment, target: str, caret: int) -> list[TermOffer]:
        """The terms of a row with the caret at an offset of the plain target, current sentence first."""
        from workbench.project.offers import term_offers

        sentence = light(segment, target, segment.anchors, caret).source
        return term_offers(self.recogniser().hits(segment.source.text), target, sentence)

    def next_term(self, segment: Segment, target: str, caret: int) -> TermInsertion | None:
        """What the term key puts in: the next unused term, or pressed again at once, its alternative."""
        from workbench.project.offers import alternative, next_insertion

        found: TermInsertion | None = None
        if self._inserted is not None and self._inserted[0] == segment.id:
            found = alternative(self._inserted[1], target, caret)
        if found is None:
            found = next_insertion(self.term_list(segment, target, caret), target, caret)
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

    def add_term(self, zh: str, en: str, *, article: str = "", note: str = "") -> Outcome:
        """Add a term to the project's own glossary. Raises WorkbenchError for an empty side."""
        from workbench.glossary.adding import append_rendering
        from workbench.glossary.bundled import project_path

        if self.read_only:
            return refused("Read-only: another Workbench has this project.")
        append_rendering(project_path(self.folder), zh, en, article=article, note=note)
        self._recogniser = None
        return Outcome(message=f"Added {zh.strip()} = {en.strip()} to the project's glossary.")
