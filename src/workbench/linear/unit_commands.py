"""linear: commands on matches and the units of the memories behind them: telling, using, mending them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.found import number_of, numbered
from workbench.linear.told import match_line, one_line
from workbench.memory.finding import ConcordanceQuery
from workbench.model.coded import print_coded
from workbench.model.matches import Match, MatchKind
from workbench.project.match_figures import other_figures, to_mend
from workbench.project.match_offers import MatchOffer, match_offers
from workbench.project.proposals import InsertMode

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk
    from workbench.model.memory_units import MemoryUnit

SHOWN = 8


def matches(desk: LinearDesk, rest: str) -> None:
    """Say the matches of the row and of the sentence; with a number, all of one."""
    offers = offered(desk)
    one = numbered(offers, rest) if rest else None
    if rest and one is None:
        desk.say(f"There is no match {rest}.")
    elif one is not None:
        _tell_match(desk, one)
    elif not offers:
        desk.say("The memories have nothing for this row.")
    else:
        desk.tell(match_line(number, offer) for number, offer in enumerate(offers, 1))


def _tell_match(desk: LinearDesk, offer: MatchOffer) -> None:
    """A match in full: what it is of, where from, and how its score comes about."""
    desk.say(f"English: {one_line(offer.proposal.target.text)}")
    if offer.match is not None:
        desk.say(f"Its Chinese: {one_line(offer.match.unit.source.text)}")
        desk.say(f"Score: {offer.match.formula}.")
        wrong = to_mend(other_figures(offer.match))
        if wrong:
            desk.say(f"{wrong}.")
    elif offer.assembled is not None:
        count = len(offer.assembled.parts)
        desk.say(f"Put together from {offer.assembled.covered} of {count} sentences.")
    elif offer.refrain is not None:
        desk.say(f"It recurs at {len(offer.refrain.refrain.places)} places of this project.")
    unit = offer.match.unit if offer.match is not None else offer.unit
    if unit is not None:
        desk.say(_about(unit, offer.memory))


def _about(unit: MemoryUnit, memory: str) -> str:
    parts = [memory, unit.place, unit.changed_by, unit.changed or unit.created, unit.state.value]
    return f"From {', '.join(part for part in (*parts, 'locked' if unit.locked else '') if part)}."


def use(desk: LinearDesk, rest: str) -> None:
    """Put a match in: of the row for the whole of it, of the sentence for that one."""
    _put_in(desk, rest, InsertMode.REPLACE)


def use_here(desk: LinearDesk, rest: str) -> None:
    """Put a match in at the caret; what is there stays."""
    _put_in(desk, rest, InsertMode.INSERT)


def use_rest(desk: LinearDesk, rest: str) -> None:
    """Keep every word that is there and put in only what the match has beyond them."""
    _put_in(desk, rest, InsertMode.DIFFERENCE)


def _put_in(desk: LinearDesk, rest: str, mode: InsertMode) -> None:
    chosen = numbered(offered(desk), rest or "1")
    if chosen is None:
        desk.say(f"There is no match {rest or 1}.")
        return
    if chosen.proposal.score is None and mode is InsertMode.REPLACE:
        mode = InsertMode.INSERT  # a part never takes the place of the whole
    desk.apply(desk.session.insert_match(desk.row, chosen.proposal, desk.caret, mode))
    desk.say(f"English: {one_line(desk.segment.target.text)}")


def offered(desk: LinearDesk) -> list[MatchOffer]:
    """The matches of the row, in the order of the list; their units can be named by the same numbers."""
    placed = desk.session.placed(desk.row)
    if placed is None:
        return []
    desk.session.catch_up()
    found = desk.session.match_desk().row_matches(placed.segment, placed.before, placed.after)
    offers = match_offers(
        found, desk.light.source, desk.session.refrain_offers(desk.row), desk.segment.target.text
    )
    desk.found.units = [_unit_of(offer) for offer in offers]
    return offers


def _unit_of(offer: MatchOffer) -> tuple[str, MemoryUnit] | None:
    unit = offer.match.unit if offer.match is not None else offer.unit
    return None if unit is None else (offer.memory, unit)


def concordance(desk: LinearDesk, rest: str) -> None:
    """Say where a text stands in this project, the memories and the reference documents, by number."""
    exact = rest.startswith("exactly ")
    text = rest.removeprefix("exactly ").strip()
    if not text:
        desk.say("Say what to look for: /concordance TEXT, or /concordance exactly TEXT.")
        return
    desk.session.catch_up()
    groups = [g for g in desk.session.concordance(ConcordanceQuery(text, exact)) if g.found.hits]
    units: list[tuple[str, MemoryUnit] | None] = []
    if not groups:
        desk.say("It is nowhere.")
    for group in groups:
        desk.say(f"{group.name or 'This project'}:")
        for hit in group.found.hits[:SHOWN]:
            units.append((hit.memory, hit.unit))
            row = desk.session.number(hit.unit.key.row) if not hit.memory and hit.unit.key else 0
            where = f"Row {row}. " if row else ""
            desk.say(
                f"{len(units)}. {where}{one_line(hit.unit.source.text)}: {one_line(hit.unit.target.text)}"
            )
        more = len(group.found.hits) - SHOWN + group.found.more
        if more > 0:
            desk.say(f"And {more} more.")
    desk.found.units = units


def unit(desk: LinearDesk, rest: str) -> None:
    """Say all of a unit of the last list; one that is a row of this project is gone to."""
    found = _chosen(desk, rest)
    if found is None:
        return
    desk.say(f"Chinese: {one_line(found.unit.source.text)}")
    desk.say(f"English: {one_line(found.unit.target.text)}")
    if found.memory:
        desk.say(_about(found.unit, found.memory))
    elif found.unit.key is not None and desk.session.number(found.unit.key.row):
        desk.session.jump(found.unit.key.row, desk.row)
        desk.go(found.unit.key.row)


def insert_unit(desk: LinearDesk, rest: str) -> None:
    """Put the English of a unit of the last list in at the caret."""
    found = _chosen(desk, rest)
    if found is not None and found.unit.target.text:
        desk.put_in(found.unit.target.text)


def edit_unit(desk: LinearDesk, rest: str) -> None:
    """Mend the English of a unit of the last list, in its memory: NUMBER, then it is asked for."""
    found = _chosen(desk, rest)
    if found is None:
        return
    refusal = desk.session.may_change(found)
    if not refusal.done:
        desk.say_done(refusal.message)
        return
    after = desk.ask(f"English of the unit in {found.memory}: ", print_coded(found.unit.target))
    if after is not None:
        desk.apply(desk.session.edit_unit(found, after))
        desk.found.units = ()


def lock_unit(desk: LinearDesk, rest: str) -> None:
    """Lock a unit of the last list, or unlock it."""
    found = _chosen(desk, rest)
    if found is not None:
        desk.say_done(desk.session.lock_unit(found, not found.unit.locked).message)
        desk.found.units = ()


def delete_unit(desk: LinearDesk, rest: str) -> None:
    """Take a unit of the last list out of its memory, once asked; a row of this project becomes a draft."""
    found = _chosen(desk, rest)
    if found is None:
        return
    refusal = desk.session.may_change(found)
    if not refusal.done and refusal.row is None:
        desk.say_done(refusal.message)
        return
    desk.say(f"{one_line(found.unit.source.text)}: {one_line(found.unit.target.text)}")
    after = "undo brings it back" if refusal.row is not None else "undo does not bring it back"
    if desk.agreed(f"Delete it; {after}?"):
        desk.apply(desk.session.delete_unit(found))
        desk.found.units = ()
    else:
        desk.say("It stays.")


def _chosen(desk: LinearDesk, rest: str) -> Match | None:
    """A unit of the last list by its number, as the session wants it; what is missing is said."""
    if not desk.found.units:
        offered(desk)
    chosen = numbered(desk.found.units, rest if number_of(rest) else "1")
    if chosen is None:
        desk.say("Name a unit by its number in /matches or /concordance.")
        return None
    memory, unit = chosen
    # Told as equal: how like this row it is counts for nothing where the unit itself is meant.
    return Match(unit, memory, MatchKind.EXACT, 100, (), 0, 1, (), unit.target)
