"""tui: what the closed values of a concept are called in words: domains, kinds, statuses, attestations."""

from __future__ import annotations

from typing import Final

from workbench.model.terms import Attestation, Rendering, Status, TermKind

DOMAINS: Final[dict[str, str]] = {
    "party": "the Party",
    "ideology": "ideology",
    "governance": "government",
    "law": "law and supervision",
    "economy": "economy",
    "finance": "finance",
    "industry": "industry",
    "trade": "trade",
    "agriculture": "rural affairs",
    "environment": "ecology",
    "scitech": "science and technology",
    "transport": "transport",
    "region": "regions and places",
    "urban": "cities",
    "society": "society",
    "education": "education",
    "health": "health",
    "culture": "culture",
    "media": "media",
    "defence": "defence",
    "foreign": "foreign affairs",
    "hmt": "Hong Kong, Macao, Taiwan",
    "people": "people in office",
    "history": "history",
    "rhetoric": "set phrases and rhetoric",
    "statistics": "statistics",
    "units": "units and plan periods",
}
"""Domains of the bundled glossary, in the order they are listed; others are called what they are."""

KINDS: Final[dict[TermKind, str]] = {
    TermKind.TERM: "term",
    TermKind.SETPHRASE: "set phrase",
    TermKind.FORMULA: "formula",
    TermKind.INSTITUTION: "institution",
    TermKind.TITLE: "office or title",
    TermKind.PERSON: "person",
    TermKind.PLACE: "place",
    TermKind.DOCUMENT: "document",
}

STATUSES: Final[dict[Status, str]] = {
    Status.PREFERRED: "preferred",
    Status.ADMITTED: "admitted",
    Status.DEPRECATED: "not",
    Status.SUPERSEDED: "no longer",
}

ATTESTATIONS: Final[dict[Attestation, str]] = {
    Attestation.OFFICIAL: "official",
    Attestation.ESTABLISHED: "in established use",
    Attestation.PROPOSED: "proposed, nowhere published",
}


def domain_words(domain: str) -> str:
    """A domain in words; empty for none."""
    return DOMAINS.get(domain, domain)


def years(rendering: Rendering) -> str:
    """The years of a rendering: 2014–2018, from 2014, to 2018; empty where none is known."""
    first, last = rendering.year_from, rendering.year_to
    if first is not None and last is not None:
        return str(first) if first == last else f"{first}–{last}"
    if first is not None:
        return f"from {first}"
    return "" if last is None else f"to {last}"


def grounds(rendering: Rendering) -> str:
    """How a rendering is known, by whom and when, in words."""
    register = f"{rendering.register} register" if rendering.register else ""
    parts = (ATTESTATIONS[rendering.attestation], rendering.authority, years(rendering), register)
    return " · ".join(part for part in parts if part)
