"""exchange: how far a unit of XLIFF is, and how it was made, in the words that Workbench uses.

XLIFF 1.2 says it by `state`, `state-qualifier` and `approved`; Trados (sdlxliff) by `conf` and `origin`,
memoQ (mqxliff) by `status`, each in a namespace of its own; XLIFF 2 by `state`.
"""

from __future__ import annotations

from collections.abc import Mapping

DRAFT, CONFIRMED, REVIEWED = "draft", "confirmed", "reviewed"
MACHINE, MATCH, REPETITION = "machine", "match", "repetition"

_SAID = {
    DRAFT: (
        *("new", "needs-translation", "needs-adaptation", "needs-l10n", "initial"),
        *("needs-review-translation", "needs-review-adaptation", "needs-review-l10n"),
    ),
    CONFIRMED: ("translated",),
    REVIEWED: ("signed-off", "reviewed", "final"),
}
_SAID_BY_TRADOS = {
    DRAFT: ("draft", "rejectedtranslation", "rejectedsignoff"),
    CONFIRMED: ("translated",),
    REVIEWED: ("approvedtranslation", "approvedsignoff"),
}
_SAID_BY_MEMOQ = {
    DRAFT: (
        *("notstarted", "partiallyedited", "pretranslated", "machinetranslated", "assembledfromfragments"),
        "rejected",
    ),
    CONFIRMED: ("manuallyconfirmed", "translatorconfirmed", "confirmed"),
    REVIEWED: ("reviewer1confirmed", "proofread"),
}
_MADE_BY = {
    MACHINE: ("mt", "nmt", "amt"),
    MATCH: ("tm", "document-match", "perfectmatch"),
    REPETITION: ("auto-propagated",),
}


def state_of(state: str, *, qualifier: str = "", approved: str = "") -> str:
    """draft, confirmed or reviewed by the attributes of the standard; empty where they say nothing.

    Args:
        state: of `target`, in XLIFF 2 of `segment`.
        qualifier: `state-qualifier`; a rejected translation is a draft.
        approved: of `trans-unit`.
    """
    if qualifier.startswith("rejected"):
        return DRAFT
    if approved.strip().lower() == "yes":
        return REVIEWED
    return _meant(_SAID, state)


def state_of_tool(attributes: Mapping[str, str]) -> str:
    """Likewise by what Trados (`conf`) or memoQ (`status`) says in its own attributes."""
    said = _meant(_SAID_BY_TRADOS, attributes.get("conf", ""))
    return said or _meant(_SAID_BY_MEMOQ, attributes.get("status", ""))


def origin_of(qualifier: str) -> str:
    """machine or match by `state-qualifier`, in XLIFF 2 `subState`; empty where it says nothing."""
    qualifier = qualifier.strip().lower()
    if "mt" in qualifier.replace(":", "-").split("-"):
        return MACHINE
    return (
        MATCH
        if qualifier.endswith(("-match", "-tm")) or "-tm-" in qualifier or qualifier[:3] == "tm-"
        else ""
    )


def origin_of_tool(attributes: Mapping[str, str]) -> str:
    """machine, match with its per cent, or repetition by what Trados says; empty where it says nothing."""
    made = _meant(_MADE_BY, attributes.get("origin", ""))
    percent = attributes.get("percent", "")
    scored = made == MATCH and percent.isascii() and percent.isdecimal() and int(percent) <= 102
    return f"{made} {int(percent)}" if scored else made


def _meant(said: Mapping[str, tuple[str, ...]], word: str) -> str:
    """What a word of a file stands for; empty where it is none of those known."""
    word = word.strip().lower()
    return next((meaning for meaning, words in said.items() if word in words), "")
