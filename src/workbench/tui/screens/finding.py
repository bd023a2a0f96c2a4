"""tui: Finding, the last search: its list of hits, going from one to the next, and replacing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workbench.project.search import FindHit, FindQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.project.replacing import Replacement
    from workbench.tui.screens.editor import EditorScreen
    from workbench.tui.screens.find import Found
    from workbench.tui.screens.replace_form import ReplaceForm


class Finding:
    """Remembers what was found."""

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._query = FindQuery("")
        self._template = ""
        self._hits: tuple[FindHit, ...] = ()
        self._at = 0

    @property
    def active(self) -> bool:
        """Whether there are hits to go through."""
        return bool(self._hits)

    def ask(self) -> None:
        """Ask what to find; what is selected is filled in."""
        from workbench.tui.screens.find import FindForm
        from workbench.tui.screens.long_work import FEW_ROWS

        desk = self._desk
        form = FindForm(
            self._filled_in(),
            desk.session.find,
            desk.row,
            filtered=bool(desk.session.filter),
            few=desk.view.total <= FEW_ROWS,
        )
        desk.ask(form, self._found)

    def step(self, step: int) -> None:
        """Jump to the next hit, round the end."""
        if not self._query.text:
            self.ask()
            return
        from workbench.tui.screens.long_work import LongWork

        work = partial(self._desk.session.find, self._query)
        self._desk.part(LongWork).run("Finding", work, partial(self._found_again, step))

    def forget(self) -> None:
        """Offer the next hit no longer."""
        self._hits = ()

    def ask_to_replace(self, query: FindQuery | None = None) -> None:
        """Ask what to replace with what; without a query, what is selected is filled in."""
        from workbench.tui.screens.long_work import FEW_ROWS
        from workbench.tui.screens.replace_form import ReplaceForm

        desk = self._desk
        if desk.session.read_only:
            desk.may_type()
            return
        form = ReplaceForm(
            query or self._filled_in(),
            self._template,
            desk.session.replacements,
            desk.row,
            filtered=bool(desk.session.filter),
            few=desk.view.total <= FEW_ROWS,
        )
        desk.ask(form, partial(self._chosen, form))

    def _chosen(self, form: ReplaceForm, chosen: Sequence[Replacement] | None) -> None:
        self._query = replace(form.query_asked, side=self._query.side)
        self._template = form.template
        if chosen:
            from workbench.tui.screens.long_steps import LongSteps

            rows = len({one.row for one in chosen})
            self._desk.part(LongSteps).do("Replacing", lambda session: session.replace(chosen), rows)

    def _filled_in(self) -> FindQuery:
        """The query of the last time, with what is selected now."""
        chosen = self._desk.pane.selected_text()
        if chosen and "\n" not in chosen:
            return replace(self._query, text=chosen, regex=False)
        return self._query

    def _found(self, found: Found | None) -> None:
        if found is None:
            return
        self._query, self._hits = found.query, found.hits
        if found.to_replace:
            self.ask_to_replace(found.query)
        else:
            self._jump(found.at)

    def _found_again(self, step: int, hits: Sequence[FindHit]) -> None:
        self._hits = tuple(hits)
        if not hits:
            self._desk.say(f"“{self._query.text}” is not there any more.")
            return
        self._jump((self._at + step) % len(hits))

    def _jump(self, at: int) -> None:
        self._at = at
        hit = self._hits[at]
        self._desk.jump(hit.row, hit.start if hit.side == "target" else None)
        if hit.side == "source":
            self._desk.pane.point_in_source(hit.start, hit.end)
        self._desk.say(f"“{self._query.text}”: {at + 1} of {len(self._hits):,}, row {hit.number}.")
        self._desk.refresh_hints()
