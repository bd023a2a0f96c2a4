"""tui: Work, what the terminology screen works out aside: termbase, hits, what the document has."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from workbench.model.faults import WorkbenchError
from workbench.tui.screens.concept_uses import Use, uses_in
from workbench.tui.screens.terminology_stock import InDocument, Stock, in_document, stock_of

if TYPE_CHECKING:
    from workbench.glossary.candidates import Candidate
    from workbench.model.terms import Concept
    from workbench.project.session import Session
    from workbench.tui.screens.terminology_answer import Chosen

_MANY = 20_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, and on which shelf."""

    query: str
    shelf: str


class Work:
    """Every job runs in a thread; what comes of it is kept here, and the screen is told in its own thread.

    Attributes:
        stock: the termbase; None until it is read.
        document: what of it stands in the project; None until it is known.
        candidates: None until they are asked for and found.
    """

    def __init__(self, screen: Screen[Chosen | None], session: Session, stock: Stock | None) -> None:
        self._screen = screen
        self._session = session
        self.stock = stock
        self.document: InDocument | None = None
        self.candidates: Sequence[Candidate] | None = None
        self._uses: dict[tuple[str, str], Sequence[Use]] = {}

    def read(self, then: Callable[[], None], wrong: Callable[[str], None]) -> None:
        """Read the termbase where it is another one, and then what of it stands in the document.

        Args:
            then: called after either.
            wrong: called with the reason where a glossary cannot be read.
        """

        def work() -> None:
            stock, fresh = self.stock, self._session.recogniser()
            if stock is None or stock.recogniser is not fresh:
                stock = stock_of(self._session)
                if len(stock.concepts) >= _MANY:
                    gc.freeze()  # it has no cycles, and looking for them would stop the screen for a second
            self._screen.call_later(have, stock, None)
            self._screen.call_later(have, stock, in_document(self._session, stock))
            if (
                self._session.term_trouble
            ):  # the terms are those of before; what is wrong is said all the same
                self._screen.call_later(wrong, self._session.term_trouble)

        def have(stock: Stock, document: InDocument | None) -> None:
            changed = stock is not self.stock
            self.stock = stock
            if changed or document is not None:
                self.document = document
            if changed:
                self.candidates = None
                self._uses.clear()
            then()

        self._aside("read", work, wrong)

    def find(self, asked: Asked, then: Callable[[Asked, Sequence[int]], None]) -> None:
        """Find concepts; `then` is given their places."""
        stock, document = self.stock, self.document
        if stock is None:
            return

        def work() -> None:
            here = document.counts if document is not None else None
            self._screen.call_later(then, asked, stock.listed(asked.shelf, asked.query, here))

        self._aside("find", work, lambda _: None)

    def find_candidates(self, then: Callable[[], None]) -> None:
        """Find the strings of the document that no term covers, once."""
        document, stock = self.document, self.stock
        if document is None or stock is None or self.candidates is not None:
            return

        def work() -> None:
            from workbench.annotate.words import words
            from workbench.glossary.candidates import candidates

            ordinary = self._session.lexicon_at_hand() or ()
            found = candidates(document.texts, partial(_spans, stock), cut=words, ordinary=ordinary)
            self._screen.call_later(have, found)

        def have(found: Sequence[Candidate]) -> None:
            self.candidates = found
            then()

        self._aside("candidates", work, lambda _: None)

    def uses(self, concept: Concept) -> Sequence[Use] | None:
        """Where a concept is used, as far as it is known."""
        return self._uses.get((concept.id, concept.zh))

    def find_uses(self, concept: Concept, then: Callable[[], None], wrong: Callable[[str], None]) -> None:
        """Find where a concept is used in the project, once it is known which rows have it."""
        stock, document = self.stock, self.document
        if stock is None or document is None:
            return
        at = stock.place(concept)
        rows = () if at is None else document.rows.get(at, ())

        def work() -> None:
            found = uses_in(self._session.folder, rows, concept, stock.recogniser)
            self._screen.call_later(have, found)

        def have(found: Sequence[Use]) -> None:
            self._uses[concept.id, concept.zh] = found
            then()

        self._aside("uses", work, wrong)

    def _aside(self, group: str, work: Callable[[], None], wrong: Callable[[str], None]) -> None:
        def guarded() -> None:
            try:
                work()
            except WorkbenchError as error:
                self._screen.call_later(wrong, str(error))

        self._screen.run_worker(guarded, thread=True, exclusive=True, group=f"terminology {group}")


def _spans(stock: Stock, text: str) -> list[tuple[int, int]]:
    """Where terms stand in a text."""
    return [(hit.start, hit.end) for hit in stock.recogniser.hits(text)]
