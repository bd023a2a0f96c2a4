"""project: Analysis, what of a project is new: rows and sentences by bands of likeness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.project.bands import NAMES
from workbench.project.counts import Amounts, together


def no_bands() -> dict[str, Amounts]:
    """Nothing in any band."""
    return dict.fromkeys(NAMES, Amounts())


@dataclass(frozen=True, slots=True)
class DocumentAnalysis:
    """A document by bands; every band is there, in their order.

    Attributes:
        rows: its rows.
        sentences: their sentences, each for itself.
        inside: sentences that stood before, in rows that did not: repetitions below the row.
        alike: rows that are like an earlier row of the project and no more like anything in the memories, by
            the band of that likeness: translated in order, they get a match that is not there yet.
    """

    name: str
    rows: Mapping[str, Amounts] = field(default_factory=no_bands)
    sentences: Mapping[str, Amounts] = field(default_factory=no_bands)
    inside: Amounts = field(default_factory=Amounts)
    alike: Mapping[str, Amounts] = field(default_factory=no_bands)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A project by bands.

    Attributes:
        at: when it was compared, UTC, ISO 8601.
        memories: names of those it was compared with, in order.
        documents: in order.
    """

    at: str
    memories: tuple[str, ...]
    documents: tuple[DocumentAnalysis, ...]

    @property
    def total(self) -> DocumentAnalysis:
        """All documents together."""
        return DocumentAnalysis(
            "",
            _sum(document.rows for document in self.documents),
            _sum(document.sentences for document in self.documents),
            together(document.inside for document in self.documents),
            _sum(document.alike for document in self.documents),
        )

    def plain(self) -> dict[str, Any]:
        """As an object for JSON: `rows` and `sentences` by band, in total and by document."""
        documents = [{"document": document.name, **_plain(document)} for document in self.documents]
        named = {"at": self.at, "memories": list(self.memories)}
        return {**named, "total": _plain(self.total), "documents": documents}


def _sum(parts: Iterable[Mapping[str, Amounts]]) -> dict[str, Amounts]:
    total = no_bands()
    for part in parts:
        for name, counted in part.items():
            total[name] += counted
    return total


def _plain(document: DocumentAnalysis) -> dict[str, Any]:
    return {
        "rows": _plain_bands(document.rows),
        "sentences": _plain_bands(document.sentences),
        "repeated_sentences_in_other_rows": document.inside.plain(),
        "rows_like_an_earlier_row": _plain_bands(document.alike),
    }


def _plain_bands(bands: Mapping[str, Amounts]) -> dict[str, dict[str, int]]:
    return {name: counted.plain() for name, counted in bands.items()}
