"""linear: commands that change the concept in hand: its fields, its renderings, merging it, taking it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from workbench.linear.concept_commands import in_hand, named
from workbench.linear.concept_told import concept_lines
from workbench.linear.found import numbered, two
from workbench.model.terms import Attestation, Rendering, Status, TermKind
from workbench.project.concept_draft import (
    CONCEPT_FIELDS,
    RENDERING_FIELDS,
    Wrong,
    cells_of_concept,
    cells_of_rendering,
    concept_with,
    new_concept,
    rendering_with,
    wrong_with,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.linear.desk import LinearDesk
    from workbench.model.terms import Concept
    from workbench.project.outcome import Outcome

Value = TypeVar("Value", bound=StrEnum)
_ARTICLES = ("", "the", "a", "an")


def new_term(desk: LinearDesk, rest: str) -> None:
    """Keep a new concept and take it in hand: 中文 = English."""
    zh, en = two(rest, "=")
    if not zh or not en:
        desk.say("Write both sides: /newterm 中文 = English.")
        return
    bare, known = new_concept(zh, en), desk.session.concepts()
    _keep(desk, concept_with(bare, cells_of_concept(bare, known), bare.kind, bare.renderings, known), "")


def copy_term(desk: LinearDesk, rest: str) -> None:
    """A concept like the one in hand, with other Chinese."""
    held = in_hand(desk)
    if held is not None and rest:
        cells = {
            **cells_of_concept(held, desk.session.concepts()),
            "zh": rest,
            "pinyin": "",
            "zh_variants": "",
        }
        fresh = replace(held, id="")
        _keep(desk, concept_with(fresh, cells, held.kind, held.renderings, desk.session.concepts()), "")
    elif held is not None:
        desk.say("Write its Chinese: /copyterm 中文.")


def field(desk: LinearDesk, rest: str) -> None:
    """Change a field of the concept in hand: NAME = VALUE; nothing behind the sign empties it."""
    name, value = two(rest, "=")
    name = name.replace(" ", "_")
    held = in_hand(desk)
    if held is None:
        return
    kind = _valued(TermKind, value) if name == "kind" else held.kind
    if "=" not in rest or name not in (*CONCEPT_FIELDS, "kind") or kind is None:
        names = ", ".join(each.replace("_", " ") for each in (*CONCEPT_FIELDS, "kind"))
        desk.say(f"Write /field NAME = VALUE. Names: {names}. Kinds: {', '.join(TermKind)}.")
        return
    known = desk.session.concepts()
    cells = cells_of_concept(held, known)
    if name != "kind":
        cells[name] = value
    _keep(desk, concept_with(held, cells, kind, held.renderings, known), held.id)


def rendering(desk: LinearDesk, rest: str) -> None:
    """Change a field of a rendering of the concept in hand: NUMBER NAME = VALUE."""
    number, assignment = two(rest, " ")
    name, value = two(assignment, "=")
    held = in_hand(desk)
    if held is None:
        return
    chosen = numbered(held.renderings, number)
    made = None if chosen is None or "=" not in rest else _with_field(chosen, name.replace(" ", "_"), value)
    if made is None:
        names = ", ".join(each.replace("_", " ") for each in (*RENDERING_FIELDS, "article"))
        desk.say(f"Write /rendering NUMBER NAME = VALUE. Names: {names}, status, attestation.")
        desk.say(f"Statuses: {', '.join(Status)}. Attestations: {', '.join(Attestation)}.")
    elif isinstance(made, Wrong):
        desk.say(made.why)
    else:
        _keep_renderings(desk, held, [made if one is chosen else one for one in held.renderings])


def _with_field(chosen: Rendering, name: str, value: str) -> Rendering | Wrong | None:
    """A rendering with one field changed; None where there is no such field or value."""
    article, status, attestation = chosen.article, chosen.status, chosen.attestation
    cells = cells_of_rendering(chosen)
    if name == "status":
        found = _valued(Status, value)
        return None if found is None else replace(chosen, status=found)
    if name == "attestation":
        known = _valued(Attestation, value)
        return None if known is None else replace(chosen, attestation=known)
    if name == "article":
        return replace(chosen, article=value) if value in _ARTICLES else None
    if name not in cells:
        return None
    return rendering_with({**cells, name: value}, article, status, attestation)


def add_rendering(desk: LinearDesk, rest: str) -> None:
    """Give the concept in hand another English, admitted beside the preferred one."""
    held = in_hand(desk)
    if held is not None and rest:
        other = rendering_with(cells_of_rendering(Rendering(rest)), "", Status.ADMITTED, Attestation.PROPOSED)
        if isinstance(other, Wrong):
            desk.say(other.why)
        else:
            _keep_renderings(desk, held, [*held.renderings, other])
    elif held is not None:
        desk.say("Write the English: /addrendering ENGLISH.")


def drop_rendering(desk: LinearDesk, rest: str) -> None:
    """Take a rendering of the concept in hand out."""
    _of_rendering(desk, rest, "/droprendering NUMBER", lambda chosen, each: None if each is chosen else each)


def deprecate(desk: LinearDesk, rest: str) -> None:
    """Say that a rendering of the concept in hand is not to be used: NUMBER WHY."""
    number, why = two(rest, " ")

    def changed(chosen: Rendering, each: Rendering) -> Rendering:
        return replace(each, status=Status.DEPRECATED, note=why or each.note) if each is chosen else each

    _of_rendering(desk, number, "/deprecate NUMBER WHY", changed)


def prefer(desk: LinearDesk, rest: str) -> None:
    """Prefer a rendering of the concept in hand; the one that was preferred is admitted."""

    def changed(chosen: Rendering, each: Rendering) -> Rendering:
        if each is chosen:
            return replace(each, status=Status.PREFERRED)
        return replace(each, status=Status.ADMITTED) if each.status is Status.PREFERRED else each

    _of_rendering(desk, rest, "/prefer NUMBER", changed)


def personal(desk: LinearDesk, rest: str) -> None:
    """Keep the concept in hand in the personal glossary, for all projects."""
    del rest
    held = in_hand(desk)
    if held is not None:
        _kept(desk, held, desk.session.keep_term(held, former=held.id, personal=True))


def merge_terms(desk: LinearDesk, rest: str) -> None:
    """Merge another concept into the one in hand, once asked: its English is admitted beside the other."""
    held, other = in_hand(desk), named(desk, rest)
    if held is None:
        return
    if other is None or other.id == held.id:
        desk.say("Name the other concept: /mergeterm 中文.")
    elif desk.agreed(f"{other.zh} becomes another form of {held.zh}; undo does not part them. So?"):
        _kept(desk, held, desk.session.merge_terms(held, [other]))
    else:
        desk.say("Both stay.")


def drop_term(desk: LinearDesk, rest: str) -> None:
    """Take the concept in hand out of its glossary, once asked."""
    del rest
    held = in_hand(desk)
    if held is None:
        return
    if desk.agreed(f"Take {held.zh} out; undo does not bring it back?"):
        done = desk.session.drop_term(held)
        desk.say_done(done.message)
        desk.found.concept = None if done.done else held
    else:
        desk.say("It stays.")


# ---- what all of them do


def _of_rendering(
    desk: LinearDesk, number: str, usage: str, changed: Callable[[Rendering, Rendering], Rendering | None]
) -> None:
    held = in_hand(desk)
    if held is None:
        return
    chosen = numbered(held.renderings, number)
    if chosen is None:
        desk.say(f"Name a rendering by its number in /concept: {usage}.")
        return
    after = (changed(chosen, each) for each in held.renderings)
    _keep_renderings(desk, held, [each for each in after if each is not None])


def _keep_renderings(desk: LinearDesk, held: Concept, renderings: Sequence[Rendering]) -> None:
    _keep(desk, replace(held, renderings=tuple(renderings)), held.id)


def _keep(desk: LinearDesk, made: Concept, former: str) -> None:
    """Keep a concept, if it is sound, and take it in hand."""
    wrong = wrong_with(made, desk.session.concepts())
    if wrong is not None:
        desk.say(f"{wrong.field.replace('_', ' ')}: {wrong.why}")
        return
    _kept(desk, made, desk.session.keep_term(made, former=former))


def _kept(desk: LinearDesk, made: Concept, done: Outcome) -> None:
    desk.say_done(done.message)
    if done.done:
        now = (one for one in desk.session.concepts() if one.id == made.id)
        desk.found.concept = next(now, None)
        if desk.found.concept is not None:
            desk.tell(concept_lines(desk.found.concept))


def _valued(kinds: type[Value], text: str) -> Value | None:
    return next((value for value in kinds if value.value == text.casefold()), None)
