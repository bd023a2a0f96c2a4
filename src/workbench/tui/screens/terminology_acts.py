"""tui: Acts, what can be done with a concept of the terminology screen, each through its own dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from workbench.glossary.lookup import has_hanzi
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Concept
from workbench.project.concept_draft import new_concept
from workbench.project.termbase_commands import READ_ONLY
from workbench.tui.screens.choose import Choose, Option
from workbench.tui.screens.concept_words import STATUSES
from workbench.tui.screens.dialog import Dialog
from workbench.tui.screens.terminology_answer import Chosen
from workbench.tui.screens.terminology_stock import DOMAIN, Mark

if TYPE_CHECKING:
    from workbench.project.outcome import Outcome
    from workbench.tui.screens.terminology_form import TerminologyForm

Answer = TypeVar("Answer")
Act = Callable[[], None]
_OFFERED: Final = 3  # renderings in the menu, so that nine digits are enough


class Acts:
    """Every change goes through the session; the screen then reads the termbase again."""

    def __init__(self, form: TerminologyForm, changed: Callable[[], None]) -> None:
        self._form = form
        self._changed = changed

    def offer(self, concept: Concept) -> None:
        """Ask what to do with a concept; further renderings come last, so that the acts keep their digits."""
        inserting = [
            Option(partial(self._insert, concept, at), f"insert {one.en}", STATUSES[one.status] * (at > 0))
            for at, one in enumerate(concept.usable[:_OFFERED])
        ]
        options = [
            *inserting[:1],
            Option(partial(self.edit, concept), "edit", "all its fields"),
            Option(partial(self._settle, concept), "settle on a rendering", "for this project, row by row"),
            Option(partial(self.rows, concept), "where it is used", "rows and renderings"),
            Option(partial(self._merge, concept), "merge with another", "one concept of two"),
            Option(partial(self._copy, concept), "copy as new", "for a concept like it"),
        ]
        if self._owner(concept) is not None:
            options.append(Option(partial(self._drop, concept), "take out", "of its glossary"))
        options += inserting[1:]
        self._ask(Choose(concept.zh, options), _do_chosen)

    # ---- in the editor

    def _insert(self, concept: Concept, at: int) -> None:
        self._form.dismiss(Chosen(concept, insert=at))

    def _settle(self, concept: Concept) -> None:
        if self._may_write():
            self._form.dismiss(Chosen(concept, settle=True))

    def rows(self, concept: Concept) -> None:
        """List the rows in which a concept stands; Enter goes to one."""
        from workbench.tui.screens.concept_uses import UsesForm

        uses = self._form.work.uses(concept)
        if uses is None:
            self._form.tell(f"Looking for {concept.zh} in the rows …")
            self._form.work.find_uses(
                concept, partial(self._rows_found, concept), partial(self._form.tell, warn=True)
            )
        elif uses:
            self._ask(UsesForm(concept.zh, uses), partial(self._row_chosen, concept))
        else:
            self._form.tell(f"{concept.zh} stands in no row of this project.")

    def _rows_found(self, concept: Concept) -> None:
        self._form.tell("")
        self._form.show_whole()
        if self._form.is_current and self._form.concept == concept:
            self.rows(concept)

    def _row_chosen(self, concept: Concept, row: int | None) -> None:
        if row is not None:
            self._form.dismiss(Chosen(concept, row=row))

    # ---- changing

    def add(self) -> None:
        """A new concept, filled in with the candidate under the cursor or with what was looked for."""
        form = self._form
        text, shelf = form.left.text.strip(), form.left.shelf
        domain = shelf.removeprefix(DOMAIN) if shelf.startswith(DOMAIN) else ""
        if form.candidate is not None:
            self._open(new_concept(form.candidate.text))
        elif has_hanzi(text):
            self._open(new_concept(text, domain=domain))
        elif text.islower() and " " not in text:  # as likely pinyin as a word of English
            self._open(new_concept(domain=domain))
        else:
            self._open(new_concept(en=text, domain=domain))

    def edit(self, concept: Concept) -> None:
        """All fields of a concept, as its glossary has it."""
        self._as_written(concept, self._open)

    def _copy(self, concept: Concept) -> None:
        self._as_written(concept, lambda written: self._open(replace(written, id="")))

    def _open(self, concept: Concept) -> None:
        from workbench.tui.screens.concept_form import ConceptForm

        if not self._may_write():
            return
        known = self._form.work.stock.concepts if self._form.work.stock is not None else ()
        personal = self._owner(concept) is Mark.PERSONAL
        form = ConceptForm(concept, known, partial(self._keep, concept), personal=personal)
        self._ask(form, self._kept)

    def _keep(self, was: Concept, now: Concept, personal: bool) -> tuple[Concept, Outcome]:
        """Keep a concept as it was edited."""
        return now, self._form.session.keep_term(now, former=was.id, personal=personal)

    def _kept(self, kept: tuple[Concept, Outcome] | None) -> None:
        if kept is not None:
            self._done(kept[1], kept[0])

    def _merge(self, concept: Concept) -> None:
        from workbench.tui.screens.term_choosing import TermChoosing

        stock = self._form.work.stock
        if stock is not None and self._may_write():
            form = TermChoosing(f"Merge {concept.zh} with", stock, concept)
            self._ask(form, partial(self._merge_chosen, concept))

    def _merge_chosen(self, concept: Concept, other: Concept | None) -> None:
        if other is None:
            return
        options = [
            Option((concept, other), f"keep {concept.zh}", f"{other.zh} becomes another form of it"),
            Option((other, concept), f"keep {other.zh}", f"{concept.zh} becomes another form of it"),
        ]
        text = (
            "The English of the one that is kept stays preferred; that of the other is admitted beside it. "
            "Undo does not part them again."
        )
        self._ask(Choose(f"{concept.zh} and {other.zh}", options, text=text), self._merge_sure)

    def _merge_sure(self, pair: tuple[Concept, Concept] | None) -> None:
        if pair is not None:
            self._do(lambda: self._form.session.merge_terms(pair[0], [pair[1]]), pair[0])

    def _drop(self, concept: Concept) -> None:
        if not self._may_write():
            return
        options = [Option(False, "keep it"), Option(True, "take it out", "undo does not bring it back")]
        english = concept.usable[0].en if concept.usable else ""
        title = f"Take {concept.zh} out"
        self._ask(Choose(title, options, start=False, text=english), partial(self._drop_sure, concept))

    def _drop_sure(self, concept: Concept, sure: bool | None) -> None:
        if sure:
            self._do(lambda: self._form.session.drop_term(concept), concept)

    # ---- what all of them do

    def _do(self, act: Callable[[], Outcome], concept: Concept) -> None:
        try:
            self._done(act(), concept)
        except WorkbenchError as error:
            self._form.tell(str(error), warn=True)

    def _done(self, outcome: Outcome, concept: Concept) -> None:
        self._form.tell(outcome.message, warn=not outcome.done)
        if outcome.done:
            self._form.reread(concept)
            self._changed()

    def _ask(self, dialog: Dialog[Answer], then: Callable[[Answer | None], None]) -> None:
        self._form.app.push_screen(dialog, then)

    def _may_write(self) -> bool:
        if self._form.session.read_only:
            self._form.tell(READ_ONLY, warn=True)
        return not self._form.session.read_only

    def _owner(self, concept: Concept) -> Mark | None:
        stock = self._form.work.stock
        at = None if stock is None else stock.place(concept)
        return None if stock is None or at is None else stock.owners.get(at)

    def _as_written(self, concept: Concept, then: Callable[[Concept], None]) -> None:
        """Go on with the concept as its glossary has it, without what the project has settled on."""
        try:
            written = self._form.session.as_written(concept)
        except WorkbenchError as error:
            self._form.tell(str(error), warn=True)
            return
        then(written)


def _do_chosen(act: Act | None) -> None:
    """Do what was chosen in the menu."""
    if act is not None:
        act()
