"""project: what was counted when the project was made, kept so that a later state can be set against it.

Kept in project.db and in the header of project.tmx. The counts are taken with the rows; what memories gave is
added once, by whoever first compares the project with them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.model.segments import Kind
from workbench.project.counts import Amounts, amounts_of, of_rows, together
from workbench.project.operations import now
from workbench.project.store import Store

INTAKE, INTAKE_PROP = "intake", "x-workbench-intake"


@dataclass(frozen=True, slots=True)
class Intake:
    """What a project was when it was made.

    Attributes:
        at: when it was counted, UTC, ISO 8601.
        documents: the source of each document by its id, ignored rows left out.
        analysis: what memories gave for it then, as `analysis` writes it; None where it was not compared.
    """

    at: str
    documents: Mapping[int, Amounts]
    analysis: Mapping[str, Any] | None = None

    @property
    def total(self) -> Amounts:
        """All documents together."""
        return together(self.documents.values())


def freeze(store: Store) -> None:
    """Count the rows of a new project and keep that."""
    parted: dict[int, Amounts] = {document.id: Amounts() for document in store.documents()}
    for segment in store.every_segment():
        if segment.kind is not Kind.IGNORED:
            parted[segment.document] = parted.get(segment.document, Amounts()) + of_rows([segment])
    _keep(store, Intake(now(), parted))


def freeze_analysis(store: Store, analysis: Mapping[str, Any]) -> None:
    """Keep what memories gave at intake, where nothing is kept yet; of no effect later."""
    kept = intake_of(store)
    if kept is not None and kept.analysis is None:
        _keep(store, Intake(kept.at, kept.documents, analysis))


def intake_of(store: Store) -> Intake | None:
    """What was kept; None in a project of an older version, or where the header was changed by hand."""
    try:
        plain = json.loads(store.meta(INTAKE) or "null")
        if plain is None:
            return None
        documents = {int(number): amounts_of(counted) for number, counted in plain["documents"].items()}
        analysis = plain.get("analysis")
        if not isinstance(analysis, dict | None):
            return None
        return Intake(str(plain["at"]), documents, analysis)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _keep(store: Store, intake: Intake) -> None:
    plain = {
        "at": intake.at,
        "documents": {str(number): counted.plain() for number, counted in intake.documents.items()},
        "analysis": intake.analysis,
    }
    store.set_meta(INTAKE, json.dumps(plain, ensure_ascii=False, separators=(",", ":")))
