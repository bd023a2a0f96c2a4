"""tui: Finding, the last search: its list of hits, and going from one to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.project.search import FindHit, FindQuery

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen
    from workbench.tui.screens.find import Found


class Finding:
    """Remembers what was found."""

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._query = FindQuery("")
        self._hits: tuple[FindHit, ...] = ()
        self._at = 0

    @property
    def active(self) -> bool:
        """Whether there are hits to go through."""
        return bool(self._hits)

    def ask(self) -> None:
        """Ask what to find; what is selected is filled in."""
        from workbench.tui.screens.find import FindForm

        chosen = self._desk.pane.selected_text()
        query = self._query
        if chosen and "\n" not in chosen:
            query = replace(query, text=chosen, regex=False)
        self._desk.ask(FindForm(query, self._desk.session.find, self._desk.row), self._found)

    def step(self, step: int) -> None:
        """Jump to the next hit, round the end."""
        if not self._query.text:
            self.ask()
            return
        self._hits = tuple(self._desk.session.find(self._query))
        if not self._hits:
            self._desk.say(f"“{self._query.text}” is not there any more.")
            return
        self._jump((self._at + step) % len(self._hits))

    def forget(self) -> None:
        """Offer the next hit no longer."""
        self._hits = ()

    def _found(self, found: Found | None) -> None:
        if found is not None:
            self._query, self._hits = found.query, found.hits
            self._jump(found.at)

    def _jump(self, at: int) -> None:
        self._at = at
        hit = self._hits[at]
        self._desk.jump(hit.row, hit.start if hit.side == "target" else None)
        if hit.side == "source":
            self._desk.pane.point_in_source(hit.start, hit.end)
        self._desk.say(f"“{self._query.text}”: {at + 1} of {len(self._hits):,}, row {hit.number}.")
        self._desk.refresh_hints()
