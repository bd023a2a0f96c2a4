"""project: commands on the termbase: adding, changing, merging and taking out concepts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.project.outcome import Outcome, refused
from workbench.project.term_commands import TermCommands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.terms import Concept

READ_ONLY = "Read-only: another Workbench has this project."


@dataclass(frozen=True, slots=True)
class GlossarySource:
    """One glossary of the project: its file, how many concepts it has, and whether it is written to here."""

    name: str
    path: Path
    count: int
    written: bool


class TermbaseCommands(TermCommands):
    """Concepts are kept in the project's own glossary, or the personal one; no other file is changed.

    A concept of another glossary that is changed here is copied: the copy takes its place.
    """

    def concepts(self) -> tuple[Concept, ...]:
        """All concepts that count here, in their precedence; those the project has settled on first."""
        return self.recogniser().concepts

    def glossary_sources(self) -> list[GlossarySource]:
        """The glossaries in their order."""
        glossaries = self.glossaries()
        self.recogniser()  # they are read now; of a broken one, what was read of it before
        written = {self._own, self._personal}
        names = {self._own: "this project", self._personal: "personal"}
        return [
            GlossarySource(names.get(path, path.stem), path, len(glossaries.of(path)), path in written)
            for path in glossaries.paths
        ]

    def add_term(
        self, zh: str, en: str, *, article: str = "", note: str = "", personal: bool = False
    ) -> Outcome:
        """Add a rendering, preferred to those that another glossary has for this Chinese.

        Args:
            personal: keep it in the personal glossary, for all projects.

        Raises:
            WorkbenchError: a side is empty, or the file cannot be written.
        """
        from workbench.glossary.adding import append_rendering
        from workbench.glossary.columns import one_line, split_article
        from workbench.glossary.editing import keep_concept, preferring
        from workbench.model.terms import Attestation, Rendering

        if self.read_only:
            return refused(READ_ONLY)
        path, name = self._place(personal)
        known = self._known(one_line(zh))
        if known is None or self.owner_of(known) == path or not one_line(en):
            append_rendering(path, zh, en, article=article, note=note)
        else:
            front, bare = split_article(one_line(en))
            rendering = Rendering(
                bare, article=article or front, attestation=Attestation.PROPOSED, note=one_line(note)
            )
            keep_concept(path, preferring(known, rendering))
        return Outcome(message=f"Added {zh.strip()} = {en.strip()} to {name}.")

    def keep_term(self, concept: Concept, *, former: str = "", personal: bool | None = None) -> Outcome:
        """Keep a concept as it was edited.

        Args:
            former: its id before.
            personal: for all projects; None keeps it where it is, or in the project's glossary where it is in
                one that is not written to. What moves to the personal glossary leaves the project's.

        Raises:
            WorkbenchError: a side is empty, or the file cannot be written.
        """
        from workbench.glossary.editing import drop_concept, keep_concept

        if self.read_only:
            return refused(READ_ONLY)
        owner = self._owner_of(former or concept.id) if former or concept.id else None
        path, name = self._place(owner == self._personal if personal is None else personal)
        keep_concept(path, replace(concept, fixed=False), former=former)
        if owner == self._own and path != owner:
            drop_concept(owner, former or concept.id)
        return Outcome(message=f"Kept {concept.zh} in {name}.")

    def drop_term(self, concept: Concept) -> Outcome:
        """Take a concept out of the project's or the personal glossary. Raises WorkbenchError."""
        from workbench.glossary.editing import drop_concept

        if self.read_only:
            return refused(READ_ONLY)
        owner = self.owner_of(concept)
        if owner is None or owner not in (self._own, self._personal):
            where = "project.toml" if owner is None else f"{owner.name}"
            return refused(f"{concept.zh} is of {where}, which is not changed here; edit it and keep a copy.")
        drop_concept(owner, concept.id)
        below = self._known(concept.zh)
        now = f" {below.usable[0].en} stands again." if below is not None and below.usable else ""
        return Outcome(message=f"Took {concept.zh} out.{now}")

    def merge_terms(self, kept: Concept, others: Sequence[Concept]) -> Outcome:
        """Make one concept of several, in the glossary that is written to. Raises WorkbenchError."""
        from workbench.glossary.editing import drop_concept, keep_concept, merged

        if self.read_only:
            return refused(READ_ONLY)
        path = self._own if self.owner_of(kept) != self._personal else self._personal
        plain = self.as_written(kept)
        keep_concept(path, merged(plain, [self.as_written(other) for other in others]))
        for other in others:
            if self.owner_of(other) == path:
                drop_concept(path, other.id)
        names = ", ".join(other.zh for other in others)
        return Outcome(message=f"{names} and {kept.zh} are one concept now.")

    def owner_of(self, concept: Concept) -> Path | None:
        """The glossary file that a concept counts from; None where project.toml alone has it."""
        glossaries = self.glossaries()
        glossaries.concepts()  # as they are now
        for path in glossaries.paths:
            if any(one.id == concept.id and one.zh == concept.zh for one in glossaries.of(path)):
                return path
        return None

    def is_personal(self, concept: Concept) -> bool:
        """Whether a concept is kept in the personal glossary."""
        return self.owner_of(concept) == self._personal

    def _owner_of(self, concept: str) -> Path | None:
        """The first glossary file that has a concept of this id."""
        glossaries = self.glossaries()
        glossaries.concepts()
        have = (path for path in glossaries.paths if any(one.id == concept for one in glossaries.of(path)))
        return next(have, None)

    def _known(self, zh: str) -> Concept | None:
        """The concept of this Chinese that counts first, as its glossary has it."""
        concepts = self.glossaries().concepts()
        return next((one for one in concepts if zh == one.zh or zh in one.zh_variants), None)

    def as_written(self, concept: Concept) -> Concept:
        """The concept as its glossary has it, without what the project has settled on."""
        glossaries = self.glossaries().concepts()
        found = (one for one in glossaries if one.id == concept.id and one.zh == concept.zh)
        return next(found, concept)

    @property
    def _own(self) -> Path:
        from workbench.glossary.bundled import project_path

        return project_path(self.folder)

    @property
    def _personal(self) -> Path:
        from workbench.glossary.bundled import personal_path

        return personal_path()

    def _place(self, personal: bool) -> tuple[Path, str]:
        if personal:
            return self._personal, "the personal glossary"
        return self._own, "the project's glossary"
