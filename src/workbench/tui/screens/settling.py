"""tui: Settling, the way to a rendering that holds for this project: which term, English, rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.screens.ask import Ask
from workbench.tui.screens.choose import Choose, Option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.terms import Concept
    from workbench.project.fixing import FixStep
    from workbench.project.outcome import Outcome
    from workbench.project.session import Session
    from workbench.tui.screens.editor import EditorScreen


@dataclass(frozen=True, slots=True)
class _Choice:
    """An English to settle on; empty to type another, None to settle on nothing."""

    en: str | None


class Settling:
    """Asks one thing after the other; nothing is changed before the last answer."""

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk

    def start(self) -> None:
        """Ask which term of the row; the one that is selected is meant without asking."""
        desk = self._desk
        if desk.session.read_only:
            desk.may_type()
            return
        desk.facts.settle_now()
        concepts = [offer.hit.concept for offer in desk.terms.offers]
        selected = desk.pane.selected_text().strip() if desk.pane.side == "source" else ""
        meant = [one for one in concepts if selected and selected in (one.zh, *one.zh_variants)]
        if not concepts:
            desk.say("The termbase knows no term in this row; F7 adds one.")
        elif len(meant or concepts) == 1:
            self.choose_english((meant or concepts)[0])
        else:
            options = [
                Option(one, one.zh, one.usable[0].en + (" (settled)" if one.fixed else ""))
                for one in concepts
            ]
            desk.ask(Choose("Settle on a rendering of which term?", options), self._chosen)

    def _chosen(self, concept: Concept | None) -> None:
        if concept is not None:
            self.choose_english(concept)

    def choose_english(self, concept: Concept) -> None:
        """Ask which English this project writes for a concept."""
        options = [
            Option(_Choice(one.en), one.en, "" if one.usable else f"not: {one.note}")
            for one in concept.renderings
        ]
        options.append(Option(_Choice(""), "another", "type it"))
        if concept.fixed:
            options.append(Option(_Choice(None), "none: as the glossaries have it"))
        self._desk.ask(
            Choose(f"{concept.zh} in this project", options), partial(self._english_chosen, concept)
        )

    def _english_chosen(self, concept: Concept, choice: _Choice | None) -> None:
        if choice is None:
            return
        if choice.en is None:
            self._desk.apply(self._desk.session.unfix(concept))
            self._desk.facts.terms_changed()
        elif choice.en:
            self._look(concept, choice.en)
        else:
            self._desk.ask(Ask(f"English of {concept.zh}", "without the or a"), partial(self._typed, concept))

    def _typed(self, concept: Concept, en: str | None) -> None:
        if en and en.strip():
            self._look(concept, en.strip())

    def _look(self, concept: Concept, en: str) -> None:
        """Find the rows concerned, aside: a long project is read whole."""
        from workbench.tui.screens.long_work import LongWork

        work = partial(self._desk.session.fix_steps, concept, en)
        self._desk.part(LongWork).run(
            f"Looking for {concept.zh}", work, partial(self._show, concept, en), quick=False
        )

    def _show(self, concept: Concept, en: str, steps: Sequence[FixStep]) -> None:
        from workbench.tui.screens.fix_form import FixForm

        self._desk.say("")
        self._desk.ask(FixForm(concept.zh, en, steps), partial(self._done, concept, en))

    def _done(self, concept: Concept, en: str, steps: tuple[FixStep, ...] | None) -> None:
        if steps is None:
            return
        from workbench.tui.screens.long_steps import LongSteps

        desk = self._desk

        def fixed(outcome: Outcome) -> None:
            desk.apply(outcome)
            if outcome.done:
                desk.session.settle_on(concept, en)
                desk.facts.terms_changed()

        def fix(session: Session) -> Outcome:
            return session.fix_rows(concept, en, steps)

        desk.part(LongSteps).do(f"Writing {en}", fix, len(steps), fixed)
