"""glossary: names of one family that follow one another in a paragraph: 新疆生产建设兵团, then 兵团.

What was said in full may go by less afterwards, and so may an office whose body was said: `its office`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from workbench.glossary.english_forms import places_of
from workbench.glossary.expansions import forms_of
from workbench.model.terms import TermHit, TermKind

_MARKS: Final = "“”‘’「」『』《》〈〉"


def goes_on_in_short(hit: TermHit, said: Iterable[TermHit]) -> bool:
    """Whether a term is the end of a longer name that the paragraph had before; it need not be said again.

    Args:
        hit: a term of the Chinese.
        said: the terms before it which the English has.
    """
    term = hit.term.strip(_MARKS)
    return any(
        one.start < hit.start
        and one.concept.kind is hit.concept.kind
        and _is_less_of(term, one.term.strip(_MARKS))
        for one in said
    )


def is_kin_of(hit: TermHit, said: Iterable[TermHit]) -> bool:
    """Whether a name before holds this one or is the body whose this is, so that a head noun will do.

    Args:
        hit: a term of the Chinese.
        said: the terms before it which the English has.
    """
    return any(one.start < hit.start and _are_kin(hit, one) for one in said)


def _is_less_of(short: str, long: str) -> bool:
    return len(short) < len(long) and long.endswith(short) and not long.removesuffix(short).endswith("副")


def _are_kin(hit: TermHit, other: TermHit) -> bool:
    ours, theirs = hit.term.strip(_MARKS), other.term.strip(_MARKS)
    if (ours in theirs and f"副{ours}" not in theirs) or ours.startswith(theirs):
        return True
    if hit.concept.kind is not TermKind.INSTITUTION:
        return False
    return _named_in(hit, other) or (other.concept.kind is TermKind.INSTITUTION and _named_in(other, hit))


def _named_in(part: TermHit, whole: TermHit) -> bool:
    """Whether a rendering of one name has one of the other in it."""
    parts = [form for form in forms_of(part.concept) if " " in form or form.isupper()]
    return any(places_of(form, longer) for form in parts for longer in forms_of(whole.concept))
