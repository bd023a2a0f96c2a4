"""project: commands that settle on a rendering for this project, and bring the rows in line with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically
from workbench.project.config import FILE_NAME, read_config
from workbench.project.opened import rows_said
from workbench.project.outcome import Outcome, refused
from workbench.project.stopping import Progress, told, unheard
from workbench.project.termbase_commands import READ_ONLY, TermbaseCommands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.terms import Concept
    from workbench.project.fixing import FixStep


class FixingCommands(TermbaseCommands):
    """`[terms]` of project.toml, and what hangs on it."""

    def fix_steps(self, concept: Concept, en: str, progress: Progress = unheard) -> list[FixStep]:
        """The rows concerned where the project settles on `en`; in any thread.

        Raises:
            WorkbenchError: a glossary cannot be read.
            StopError: `progress` did.
        """
        from workbench.glossary.columns import split_article
        from workbench.project.fixing import fix_steps
        from workbench.project.log_reading import snapshot
        from workbench.project.stored import every_segment_of

        _, bare = split_article(en)
        recogniser = self.recogniser()
        with snapshot(self._store.path) as connection:
            total = int(connection.execute("SELECT count(*) FROM rows").fetchone()[0])
            rows = enumerate(told(every_segment_of(connection), progress, total), 1)
            return fix_steps(rows, self.as_written(concept), bare, recogniser)

    def fix(self, concept: Concept, en: str, steps: Sequence[FixStep]) -> Outcome:
        """Settle on `en` for a concept, and change the English of these rows, in one step of undo.

        A row that has changed since it was listed, or is locked, is left as it is, and said.

        Raises:
            WorkbenchError: `en` is empty, or project.toml cannot be written.
        """
        self.settle_on(concept, en)
        return self.fix_rows(concept, en, steps)

    def settle_on(self, concept: Concept, en: str) -> None:
        """Write in project.toml what the English of a concept is; nothing where it cannot be changed here.

        Raises:
            WorkbenchError: `en` is empty, or project.toml cannot be written.
        """
        from workbench.glossary.columns import one_line

        if not one_line(en):
            raise WorkbenchError(
                f"{self.folder / FILE_NAME}: the English of {concept.zh} is empty; write it."
            )
        if not self.read_only:
            self._write_term(concept.zh, one_line(en))

    def fix_rows(self, concept: Concept, en: str, steps: Sequence[FixStep]) -> Outcome:
        """The part of `fix` that changes rows, and says what both do."""
        from workbench.glossary.columns import one_line
        from workbench.project.fixing import fixed_row

        if self.read_only:
            return refused(READ_ONLY)
        en = one_line(en)
        pairs, left = [], 0
        for step in steps:
            segment = self._there(step.row)
            if segment is None or segment.lock or segment.target.text != step.english:
                left += 1
            elif step.pieces:
                pairs.append((segment, self._stamped(fixed_row(segment, step.pieces))))
        said = f"This project writes {en} for {concept.zh} now."
        if pairs:
            label = f"{concept.zh} = {en} in {rows_said(len(pairs))} (it stays settled)"
            self._commit(label, pairs[0][0].id, list(pairs))
            said += f" {rows_said(len(pairs)).capitalize()} changed; ^Z takes that back."
        if left:
            said += f" {rows_said(left).capitalize()} left: locked, or changed meanwhile."
        return Outcome(tuple(before.id for before, _ in pairs), message=said)

    def unfix(self, concept: Concept) -> Outcome:
        """Take the settled rendering of a concept out of project.toml. Raises WorkbenchError."""
        if self.read_only:
            return refused(READ_ONLY)
        named = [zh for zh in self.config.terms if zh in (concept.zh, *concept.zh_variants)]
        if not named:
            return refused(f"This project has not settled on a rendering for {concept.zh}.")
        for zh in named:
            self._write_term(zh, None)
        return Outcome(message=f"{concept.zh} is as the glossaries have it again.")

    def _write_term(self, zh: str, en: str | None) -> None:
        """Set or take out one line of `[terms]`, comments kept."""
        import tomlkit

        path = self.folder / FILE_NAME
        read_config(self.folder)  # says what is wrong with it, if something is
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
        terms = document.setdefault("terms", tomlkit.table())
        if en is None:
            terms.pop(zh, None)
        else:
            terms[zh] = en
        write_atomically(path, tomlkit.dumps(document))
        self.config = replace(self.config, terms=read_config(self.folder).terms)
