"""project: commands about matches: asking the memories, putting matches into rows, and mending units."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model.coded import parse_coded
from workbench.model.faults import WorkbenchError
from workbench.model.matches import Match
from workbench.model.memory_units import MemoryUnit
from workbench.model.segments import Kind, OriginKind, Segment, State
from workbench.project import views
from workbench.project.dictionary_commands import DictionaryCommands
from workbench.project.identity import identity_of
from workbench.project.log_reading import Placed, in_flow, snapshot
from workbench.project.match_figures import to_mend
from workbench.project.opened import rows_said
from workbench.project.outcome import Outcome, refused
from workbench.project.place import RowFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.memory.memory import Memory
    from workbench.project.matching import MatchDesk
    from workbench.project.memories import ProjectMemories
    from workbench.project.pretranslating import Plan
    from workbench.project.proposals import InsertMode, Proposal
    from workbench.project.remembering import Remembering

_FLOW = RowFilter(kinds=frozenset(kind for kind in Kind if kind is not Kind.IGNORED))


class MatchCommands(DictionaryCommands):
    """The memories at the row. What says so may be called in a worker thread."""

    _memories: ProjectMemories | None = None
    _desk: MatchDesk | None = None
    _remembering: Remembering | None = None
    _opening = threading.RLock()

    # ---- in any thread

    def memories(self) -> ProjectMemories:
        """The memories of the project, opened at the first call; in any thread.

        Raises:
            WorkbenchError: `[matching]` of project.toml is wrong.
        """
        from workbench.project.memories import project_memories

        with self._opening:
            if self._memories is None:
                self._memories = project_memories(self.folder, self.config)
            return self._memories

    def match_desk(self) -> MatchDesk:
        """What looks rows up, in any thread; made at the first call.

        Raises:
            WorkbenchError: as `memories`; or a reference document cannot be read.
        """
        from workbench.project.matching import MatchDesk
        from workbench.project.references import open_references

        with self._opening:
            if self._desk is None:
                references = open_references(self.folder, self.config)
                with snapshot(self._store.path) as connection:
                    project = identity_of(connection).project
                self._desk = MatchDesk(
                    self.memories().memories,
                    references=references,
                    project=project,
                    least=self.config.least,
                    lexicon=self.lexicon_at_hand,
                )
            return self._desk

    def catch_up(self) -> frozenset[int]:
        """Let the memory take what was confirmed or withdrawn; in any thread, best after every command.

        Returns:
            Ids of the rows whose units may have changed; matches shown for other rows may be old then.

        Raises:
            WorkbenchError: the memory cannot be written; nothing is lost, the next call tries again.
        """
        return self._remember(lambda remembering: remembering.catch_up())

    def pair_up(self) -> frozenset[int]:
        """Let the aligner pair sentences that no anchor parts; in a worker, when the translator rests."""
        return self._remember(lambda remembering: remembering.pair_up())

    # ---- in the session's thread

    def placed(self, row: int) -> Placed | None:
        """A row and its neighbours, as the desk wants it; None where it is gone."""
        segment = self._there(row)
        if segment is None:
            return None
        beside = (views.neighbour(self._store.connection, _FLOW, row, step) for step in (-1, 1))
        rows = [None if found is None else self._there(found) for found in beside]
        sources = [r.source.text if r and r.document == segment.document else "" for r in rows]
        return Placed(segment, *sources)

    def flow(self) -> list[Placed]:
        """All rows but ignored ones, in order, with their neighbours."""
        return list(in_flow(self._store.every_segment()))

    def rows_ahead(self, row: int, count: int = 3) -> list[Placed]:
        """The next rows that Enter leads to, for looking them up ahead."""
        found: list[Placed] = []
        follow = views.next_open(self._store.connection, self.filter, row)
        while follow is not None and len(found) < count:
            placed = self.placed(follow)
            if placed is not None:
                found.append(placed)
            follow = views.next_open(self._store.connection, self.filter, follow)
        return found

    def insert_match(self, row: int, proposal: Proposal, caret: int, mode: InsertMode) -> Outcome:
        """Put a proposal into a row, as a draft, in one step of undo.

        Args:
            caret: offset in the plain target.
        """
        from workbench.project.proposals import inserted

        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        after, caret = inserted(segment, proposal, caret, mode)
        if after == segment:
            return Outcome(caret=caret, message="Everything of it stands there already.")
        said = "the English of a part" if proposal.score is None else f"a match of {proposal.score} %"
        done = self._edit(f"put {said} into row {self.number(row)}", segment, after)
        return Outcome(done.changed, caret=caret, message=_put_in(segment, after, proposal, mode, said))

    def fill(self, plan: Plan) -> Outcome:
        """Carry a pre-translation out, in one step of undo; rows that changed meanwhile are left alone."""
        if self.read_only:
            return refused("Read-only: another Workbench has this project; take over to write here.")
        current = {row.id: row for row in self.segments([f.before.id for f in plan.fillings])}
        pairs: list[tuple[Segment | None, Segment | None]] = [
            (filling.before, self._stamped(filling.after))
            for filling in plan.fillings
            if current.get(filling.before.id) == filling.before
        ]
        if not pairs:
            return Outcome(message="The memories have nothing for the untranslated rows.")
        rows = tuple(before.id for before, _ in pairs if before is not None)
        said = rows_said(len(pairs))
        self._commit(f"filled {said} from memory", rows[0], pairs)
        return Outcome(rows, message=f"Filled {said} of {plan.waiting} from memory, as drafts.")

    def may_change(self, match: Match) -> Outcome:
        """Whether the unit behind a match can be edited from here; else why not, and the row to go to."""
        memory = self.memories().named(match.memory)
        row = self._own_row(match.unit)
        if row is not None:
            number = self.number(row)
            return Outcome(
                row=row, message=f"This is row {number} of this project: change it here.", done=False
            )
        if memory is None:
            return refused(f"This comes from {match.memory}, which is not changed from here.")
        if memory.read_only:
            return refused(f"The memory {memory.name} is read-only in this project.")
        if match.unit.locked:
            return refused(f"The unit is locked in the memory {memory.name}; F9 4 unlocks it.")
        return Outcome()

    def edit_unit(self, match: Match, target: str) -> Outcome:
        """Give a unit of a memory other English (printed form). A row of this project is changed there.

        Not a step of undo: a memory belongs to all projects.
        """
        unit = match.unit
        refusal = self.may_change(match)
        if not refusal.done:
            return refusal
        text = parse_coded(target, unit.target.codes)
        if not text.text.strip():
            return refused("A unit without English is of no use; delete it instead.")
        return self._mend(
            match, lambda memory: memory.edit(unit.id, text, self.user), "Changed in the memory"
        )

    def delete_unit(self, match: Match) -> Outcome:
        """Take a unit out of its memory; of a row of this project, make that row a draft (with undo)."""
        row = self._own_row(match.unit)
        if row is not None:
            done = self.set_draft(row)
            if not done.done:
                return done
            number = self.number(row)
            return Outcome(done.changed, message=f"Row {number} is a draft again: the memory lets it go.")
        return self._mend(match, lambda memory: memory.delete(match.unit.id), "Deleted from the memory")

    def lock_unit(self, match: Match, locked: bool = True) -> Outcome:
        """Lock a unit of a memory against changes, or unlock it."""
        row = self._own_row(match.unit)
        if row is not None:
            return Outcome(
                row=row, message=f"This is row {self.number(row)} of this project: F9 l locks it.", done=False
            )
        said = "Locked in the memory" if locked else "Unlocked in the memory"
        return self._mend(match, lambda memory: memory.set_locked(match.unit.id, locked), said)

    def set_draft(self, row: int) -> Outcome:
        """Make a confirmed or reviewed row a draft."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        after = replace(segment, state=State.DRAFT) if segment.settled else segment
        return self._edit(f"made row {self.number(row)} a draft", segment, after)

    def close(self) -> None:
        """Close the project, when its memory has what was confirmed; else it has it at the next opening."""
        if self._memories is not None:
            with contextlib.suppress(WorkbenchError):
                self.catch_up()
        super().close()
        with self._opening:
            if self._desk is not None and self._desk.references is not None:
                self._desk.references.close()
            if self._memories is not None:
                self._memories.close()
            self._memories = self._desk = self._remembering = None

    def _remember(self, step: Callable[[Remembering], frozenset[int]]) -> frozenset[int]:
        remembering = self._keeper()
        rows = frozenset[int]() if remembering is None else step(remembering)
        if rows and self._desk is not None:
            self._desk.renew()
        return rows

    def _keeper(self) -> Remembering | None:
        """What keeps the memory up to date; None where none is written, or another process does so."""
        from workbench.project.remembering import Remembering
        from workbench.project.row_units import Owner

        with self._opening:
            written = self.memories().written
            if written is None or self.read_only:
                return None
            if self._remembering is None:
                owner = Owner("", self.config.title, self.languages)
                self._remembering = Remembering(self._store.path, written, owner, self.lexicon)
            return self._remembering

    def _own_row(self, unit: MemoryUnit) -> int | None:
        """The row of this project that a unit comes from, where it is there still."""
        key = unit.key
        if key is None or key.project != identity_of(self._store.connection).project:
            return None
        return key.row if self._there(key.row) is not None else None

    def _mend(self, match: Match, change: Callable[[Memory], object], said: str) -> Outcome:
        memory = self.memories().named(match.memory)
        if memory is None:
            return refused(f"This comes from {match.memory}, which is not changed from here.")
        try:
            change(memory)
        except KeyError:
            return refused("That unit is gone from the memory meanwhile.")
        except WorkbenchError as error:
            return refused(str(error))
        finally:
            self.match_desk().renew()
        return Outcome(message=f"{said} {memory.name}.")


def _put_in(before: Segment, after: Segment, proposal: Proposal, mode: InsertMode, said: str) -> str:
    """What was put in, what went, and what is still wrong in it."""
    message = f"Put in what {said} adds" if mode is mode.DIFFERENCE else f"Put in {said}"
    own = before.origin.kind is not OriginKind.MATCH or before.target.text != before.origin.inserted
    if mode is mode.REPLACE and own and not _stays(before.target.text, after.target.text):
        message += " in the place of your English; ^Z brings that back"
    if before.settled:
        message += f". The row was {before.state} and is a draft now"
    return ". ".join(part for part in (message, to_mend(proposal.figures)) if part) + "."


def _stays(before: str, after: str) -> bool:
    """Whether all of a text is there still, around what was put in."""
    kept, now = before.strip(), after.strip()
    start = next((at for at, (a, b) in enumerate(zip(kept, now, strict=False)) if a != b), len(kept))
    return now.endswith(kept[start:])
