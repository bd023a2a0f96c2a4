"""tui: TerminologyForm, the termbase on a whole screen: found, browsed, and one concept in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input

from workbench.model.terms import Concept
from workbench.text.shown import shown
from workbench.tui.screens.concept_details import details, joined
from workbench.tui.screens.concept_uses import use_lines
from workbench.tui.screens.terminology_acts import Acts
from workbench.tui.screens.terminology_answer import Left
from workbench.tui.screens.terminology_candidates import candidate_details, candidate_lines, matching
from workbench.tui.screens.terminology_frame import TerminologyFrame
from workbench.tui.screens.terminology_lines import ConceptLines, QuietList, ShelfLine, shelf_lines
from workbench.tui.screens.terminology_stock import HERE, MARKS, NEW, Shelf
from workbench.tui.screens.terminology_work import Asked, Work
from workbench.tui.widgets.choices import Choice, ChoiceList
from workbench.tui.widgets.panes import TextBlock, TextPane

if TYPE_CHECKING:
    from workbench.glossary.candidates import Candidate
    from workbench.project.session import Session

_PAUSE = 0.12
_REST = 0.3


class TerminologyForm(TerminologyFrame):
    """Looks up while you type; the search itself, and whatever reads the project, runs aside."""

    def __init__(self, session: Session, left: Left, changed: Callable[[], None]) -> None:
        super().__init__(left.text)
        self.session = session
        self.left = left
        self.work = Work(self, session, left.stock)
        self.acts = Acts(self, changed)
        self._timer: Timer | None = None
        self._rest: Timer | None = None
        self._said = ("", False)
        self._count = 0
        self._listed: Asked | None = None
        self._enter_waits = False
        self._new: Sequence[Candidate] = ()

    def on_mount(self) -> None:
        """What is filled in is looked up at once."""
        super().on_mount()
        if self.work.stock is not None:
            self._stocked()
        self._tell_count()
        self.reread()

    # ---- what is known

    def reread(self, concept: Concept | None = None) -> None:
        """Read the termbase where it has changed; then `concept` is under the cursor."""
        if concept is not None:
            self.left.concept = concept
        self.work.read(self._stocked, lambda why: self.tell(why, warn=True))

    def _stocked(self) -> None:
        """The termbase is there, or what of it stands in the document."""
        self.left.stock = self.work.stock
        self._show_shelves()
        self._find()

    # ---- finding

    def on_input_changed(self, message: Input.Changed) -> None:
        """Look up when the fingers rest."""
        if message.value != self.left.text:
            self.left.text = message.value
            self.left.concept = None
            self._said, self._enter_waits = ("", False), False
            if self._timer is not None:
                self._timer.stop()
            self._timer = self.set_timer(_PAUSE, self._find)

    def _find(self) -> None:
        self._timer = None
        if self.left.shelf == NEW:
            self._find_new()
        else:
            self.work.find(Asked(self.left.text, self.left.shelf), self._found)

    def _found(self, asked: Asked, places: Sequence[int]) -> None:
        """Concepts were found: list them, the one that was under the cursor under it again."""
        stock = self.work.stock
        if asked != Asked(self.left.text, self.left.shelf) or stock is None or not self.is_mounted:
            return
        document = self.work.document
        counts = document.counts if asked.shelf == HERE and document is not None else None
        self._list(ConceptLines(stock, places, counts))
        at = stock.place(self.left.concept)
        if at is not None and at in places:
            self.concepts_list.put_cursor(places.index(at))
        self.show_whole()
        if self._enter_waits:
            self._enter_waits = False
            self._enter()

    def _find_new(self) -> None:
        """List the candidates; they are found when first asked for."""
        found = self.work.candidates
        if found is None:
            self._list([Choice(None, "Looking for strings that no term covers …")])
            self.work.find_candidates(self._candidates_found)
        else:
            self._new = matching(found, self.left.text)
            self._list(candidate_lines(self._new))
        self.show_whole()

    def _candidates_found(self) -> None:
        self._show_shelves()
        if self.left.shelf == NEW:
            self._find()

    @property
    def listed(self) -> bool:
        """Whether the list is of what is looked for now."""
        return self._timer is None and self._listed == Asked(self.left.text, self.left.shelf)

    def _list(self, lines: Sequence[Choice]) -> None:
        self._listed = Asked(self.left.text, self.left.shelf)
        self.concepts_list.set_choices(lines)
        self._count = sum(1 for line in lines[:1] if line.value is not None) and len(lines)
        self._tell_count()

    # ---- shelves

    def _show_shelves(self) -> None:
        shelves = self.shelves
        self.query_one(ShelfLine).show(shelves, self.left.shelf)
        column = self.query_one("#shelves", ChoiceList)
        lines = shelf_lines(shelves)
        column.set_choices(lines)
        column.put_cursor(next((at for at, one in enumerate(lines) if one.value == self.left.shelf), 0))

    @property
    def shelves(self) -> list[Shelf]:
        """The shelves with their counts, as far as they are known."""
        work = self.work
        if work.stock is None:
            return []
        here = None if work.document is None else len(work.document.counts)
        new = None if work.candidates is None else len(work.candidates)
        return work.stock.named_shelves(here, new)

    def action_shelf(self, step: int) -> None:
        """The next shelf, round the end."""
        ids = [shelf.id for shelf in self.shelves]
        if ids:
            at = ids.index(self.left.shelf) if self.left.shelf in ids else 0
            self._go_to_shelf(ids[(at + step) % len(ids)])

    def _go_to_shelf(self, shelf: str) -> None:
        self.left.shelf = shelf
        self._said = ("", False)
        self._show_shelves()
        self._find()

    def on_shelf_line_chosen(self, message: ShelfLine.Chosen) -> None:
        """A shelf was clicked in the line."""
        self._go_to_shelf(message.shelf)

    def on_choice_list_moved(self, message: ChoiceList.Moved) -> None:
        """Another concept is under the cursor."""
        if message.choices.id == "concepts":
            self.show_whole()

    def on_quiet_list_clicked(self, message: QuietList.Clicked) -> None:
        """A shelf was clicked in the column."""
        if message.choices.id == "shelves" and isinstance(message.value, str):
            self._go_to_shelf(message.value)

    # ---- the concept in full

    @property
    def concept(self) -> Concept | None:
        """The concept under the cursor."""
        value = self.concepts_list.value
        return value if isinstance(value, Concept) else None

    @property
    def candidate(self) -> Candidate | None:
        """The candidate under the cursor."""
        value = self.concepts_list.value
        return self._new[value] if isinstance(value, int) and value < len(self._new) else None

    def show_whole(self) -> None:
        """Show the concept under the cursor; and soon, where it is used."""
        if not self.is_mounted:
            return
        pane = self.query_one("#concept", TextPane)
        lines = self._whole(max(20, pane.region.width - 5))
        pane.show(joined(lines))
        concept = self.concept
        if concept is not None and concept != self.left.concept:
            pane.scroll_home(animate=False)
            self.left.concept = concept
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self._look_for_uses)

    def _whole(self, width: int) -> list[Content]:
        concept, candidate, stock = self.concept, self.candidate, self.work.stock
        if candidate is not None and self.work.document is not None:
            return candidate_details(candidate, self.work.document.texts, width)
        at = None if stock is None else stock.place(concept)
        if concept is None or stock is None or at is None:
            return [Content("")]
        lines = details(concept, stock.kin(concept), stock.whose(at), width, plain=self.has_class("-plain"))
        return [*lines, *use_lines(self.work.uses(concept), width)]

    def _look_for_uses(self) -> None:
        """The cursor rests on a concept: find where it is used."""
        self._rest = None
        concept = self.concept
        if concept is not None and self.work.uses(concept) is None:
            self.work.find_uses(concept, self.show_whole, lambda why: self.tell(why, warn=True))

    # ---- keys

    def on_input_submitted(self) -> None:
        """Enter: what can be done."""
        self._enter()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """A double click in the list."""
        if message.choices.id == "concepts":
            self._enter()

    def _enter(self) -> None:
        if not self.listed:  # typed faster than it is found
            self._enter_waits = True
        elif self.concept is not None:
            self.acts.offer(self.concept)
        elif self.candidate is not None or self._count == 0:
            self.acts.add()

    def action_new(self) -> None:
        """A new concept, with what was looked for filled in."""
        self.acts.add()

    def action_rows(self) -> None:
        """The rows in which the concept stands."""
        if self.concept is not None:
            self.acts.rows(self.concept)

    # ---- telling

    def tell(self, said: str, *, warn: bool = False) -> None:
        """Say one sentence until something else is looked for."""
        self._said = (said, warn)
        self._tell_count()

    def _tell_count(self) -> None:
        said, warn = self._said
        if said:
            told = Content.styled(shown(said), "$warning" if warn else "bold")
        elif self.work.stock is None:
            told = Content("Reading the termbase …")
        elif self.left.shelf == NEW and self.work.candidates is None:
            told = Content("")
        else:
            told = self._counted()
        self.query_one("#how", TextBlock).show(told)

    def _counted(self) -> Content:
        if not self._count:
            told = "nothing found" if self.left.text.strip() else "none here"
            return Content.styled(told, "bold") + Content("   ^N adds it")
        noun = "candidate" if self.left.shelf == NEW else "concept"
        told = f"{self._count:,} {noun}{'s' * (self._count != 1)}"
        legend = "   ".join(f"{mark} {word}" for mark, word in MARKS.items())
        if self.left.shelf == NEW:
            legend = "Enter makes a term of one"
        return Content.styled(told, "bold") + Content(f"   {legend}")
