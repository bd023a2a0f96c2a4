"""project: statistics, how much there is, how far it is and how much of it is new."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind
from workbench.project.analysis import Analysis
from workbench.project.counts import DEFINITIONS, Amounts, of_rows, together
from workbench.project.identity import identity_of
from workbench.project.intake import Intake, freeze_analysis, intake_of
from workbench.project.opened import OpenedProject
from workbench.project.stored import StoredDocument

_COUNTED = ("hanzi", "characters", "characters_with_spaces", "words", "words_without_marks")


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of a project; ignored rows are left out.

    Attributes:
        rows: how many rows; `by_state` and `by_kind` part them.
        documents: how much each document is, by its name, in order.
        repeated: rows whose source stood before, script and width apart.
        intake: what was counted when the project was made; None where that is not known.
    """

    rows: int
    by_state: dict[str, int]
    by_kind: dict[str, int]
    documents: Mapping[str, Amounts]
    repeated: Amounts
    intake: Intake | None = None
    analysis: Analysis | None = field(default=None)

    @property
    def total(self) -> Amounts:
        """All documents together."""
        return together(self.documents.values())

    @property
    def delta(self) -> dict[str, int] | None:
        """How much more the source is than at intake, by count (rows too); None where that is not known."""
        if self.intake is None:
            return None
        now, then = self.total, self.intake.total
        more = {name: getattr(now, name) - getattr(then, name) for name in _COUNTED}
        return {"rows": now.units - then.units, **more}

    def plain(self) -> dict[str, Any]:
        """As an object for JSON; see docs/formats.md."""
        total = self.total
        return {
            "rows": self.rows,
            "by_state": self.by_state,
            "by_kind": self.by_kind,
            "hanzi": total.hanzi,
            "characters": total.characters,
            "asian_and_words": total.words,
            "target_words": total.target_words,
            "repeated_rows": self.repeated.units,
            "repeated_hanzi": self.repeated.hanzi,
            "characters_with_spaces": total.characters_with_spaces,
            "words": total.words,
            "words_without_marks": total.words_without_marks,
            "definitions": dict(DEFINITIONS),
            "documents": [
                {"document": name, "rows": counted.units, **_counts(counted)}
                for name, counted in self.documents.items()
            ],
            "intake": None if self.intake is None else _plain_intake(self.intake),
            "delta": self.delta,
            "analysis": None if self.analysis is None else self.analysis.plain(),
        }


def statistics(project: OpenedProject, analysis: Analysis | None = None) -> Statistics:
    """Count a project.

    Args:
        analysis: what it was compared with, where it was.
    """
    from workbench.text.fold import fold

    names = document_names(project)
    rows = [segment for segment in project.every_segment() if segment.kind is not Kind.IGNORED]
    documents = {name: Amounts() for name in names.values()}
    seen: set[str] = set()
    repeated = Amounts()
    for segment in rows:
        counted = of_rows([segment])
        documents[names.get(segment.document, "?")] += counted
        key = fold(segment.source.text)
        if key in seen:
            repeated += counted
        seen.add(key)
    return Statistics(
        rows=len(rows),
        by_state=dict(Counter(str(segment.state) for segment in rows)),
        by_kind=dict(Counter(str(segment.kind) for segment in rows)),
        documents=documents,
        repeated=repeated,
        intake=intake_of(project.store),
        analysis=analysis,
    )


def document_names(project: OpenedProject) -> dict[int, str]:
    """Names of the documents by id, as `names_of`."""
    return names_of(project.store.documents())


def names_of(documents: Iterable[StoredDocument]) -> dict[int, str]:
    """Names of documents by id, in order; of two with one name the second has its number behind it."""
    names: dict[int, str] = {}
    for document in documents:
        taken = document.name in names.values()
        names[document.id] = f"{document.name} ({document.id})" if taken else document.name
    return names


def analyse(
    project: OpenedProject, progress: Callable[[int, int], None] = lambda _done, _of: None
) -> tuple[Analysis, tuple[str, ...]]:
    """Compare a project with its memories, which are only read.

    Returns:
        The analysis, and what was wrong with a memory that was left out, in sentences.

    Raises:
        WorkbenchError: `[matching]` of project.toml is wrong, or a memory cannot be read.
    """
    from workbench.project.comparing import analysed
    from workbench.project.memories import project_memories

    opened = project_memories(project.folder, project.config, read_only=True, penalties=False)
    try:
        found = analysed(
            project.every_segment(),
            document_names(project),
            opened.memories,
            project=identity_of(project.store.connection).project,
            progress=progress,
        )
    finally:
        opened.close()
    return found, opened.said


def freeze_first(folder: Path, analysis: Analysis) -> bool:
    """Keep an analysis as that of the intake, where none is kept and no editor has the project open."""
    with contextlib.suppress(WorkbenchError):  # a full disk: it is kept the next time
        project = OpenedProject.open(folder)
        try:
            if not project.read_only:
                freeze_analysis(project.store, analysis.plain())
                return True
        finally:
            project.close()
    return False


def _counts(counted: Amounts) -> dict[str, int]:
    plain = counted.plain()
    return {name: plain[name] for name in (*_COUNTED, "target_words")}


def _plain_intake(intake: Intake) -> dict[str, Any]:
    total = intake.total
    plain = total.plain()
    counts = {name: plain[name] for name in _COUNTED}
    return {"at": intake.at, "rows": total.units, **counts, "analysis": intake.analysis}
