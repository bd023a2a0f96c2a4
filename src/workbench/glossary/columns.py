"""glossary: the columns of a glossary file, in their order, and the values each may hold."""

from __future__ import annotations

import re
from typing import Final

from workbench.model.terms import Attestation, Status, TermKind

HEADER: Final[tuple[str, ...]] = (
    "concept",
    "zh",
    "zh_variants",
    "pinyin",
    "en",
    "article",
    "short_form",
    "status",
    "attestation",
    "kind",
    "domain",
    "register",
    "authority",
    "year_from",
    "year_to",
    "source_url",
    "checked_on",
    "pos",
    "valency",
    "members",
    "abbreviation_of",
    "first_mention",
    "context",
    "risk",
    "note",
)
"""The columns `glossary export --to tsv` writes; a file may leave out all but `zh` and `en`."""

REQUIRED: Final[tuple[str, ...]] = ("zh", "en")

CONCEPT_COLUMNS: Final[tuple[str, ...]] = (
    "zh",
    "zh_variants",
    "pinyin",
    "kind",
    "domain",
    "members",
    "abbreviation_of",
    "first_mention",
    "context",
    "risk",
)
"""What is said once for a concept, on its first row; a later row leaves it empty or repeats it."""

LIST_SEPARATOR: Final = "|"
"""Stands between the items of `zh_variants` and `members`."""

ARTICLES: Final[tuple[str, ...]] = ("the", "a", "an")

CLOSED_VALUES: Final[dict[str, tuple[str, ...]]] = {
    "status": tuple(str(value) for value in Status),
    "attestation": tuple(str(value) for value in Attestation),
    "kind": tuple(str(value) for value in TermKind),
    "article": ARTICLES,
}
"""Columns that take one of a few values; each may also be empty."""

_LEADING_ARTICLE = re.compile(r"(the|a|an)\s+(?=\S)")


def listed(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds several, without empty ones."""
    return tuple(item for part in cell.split(LIST_SEPARATOR) if (item := part.strip()))


def one_line(text: str) -> str:
    """`text` as a cell can hold it: each run of blanks, tabs and line ends is one space, none at the ends."""
    return " ".join(text.split())


def split_article(en: str) -> tuple[str, str]:
    """Take the article off the front of a rendering.

    Only a lower-case article counts: in `The Governance of China` it belongs to the title.

    Returns:
        The article, empty where there is none, and the rest.
    """
    found = _LEADING_ARTICLE.match(en)
    return (found.group(1), en[found.end() :]) if found else ("", en)
