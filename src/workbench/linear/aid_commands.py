"""linear: commands for what helps at a row: terms, matches, pinyin, findings, looking up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.told import finding_line, match_line, one_line, term_line
from workbench.project.match_offers import MatchOffer, match_offers
from workbench.project.proposals import InsertMode

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk

SHOWN = 8


def terms(desk: LinearDesk, rest: str) -> None:
    """Say the terms of the sentence, those of the other sentences after them."""
    del rest
    offers = desk.session.term_list(desk.segment, desk.segment.target.text, desk.caret)
    if not offers:
        desk.say("The termbase knows no term in this row.")
    for number, offer in enumerate(offers, 1):
        desk.say(term_line(number, offer))


def matches(desk: LinearDesk, rest: str) -> None:
    """Say the matches of the row and of the sentence."""
    del rest
    offers = offered(desk)
    if not offers:
        desk.say("The memories have nothing for this row.")
    for number, offer in enumerate(offers, 1):
        desk.say(match_line(number, offer))


def use(desk: LinearDesk, rest: str) -> None:
    """Put a match in: of the row for the whole of it, of the sentence for that one."""
    offers = offered(desk)
    number = int(rest) if rest.isascii() and rest.isdecimal() else 1
    if not 1 <= number <= len(offers):
        desk.say(f"There is no match {rest or 1}.")
        return
    chosen = offers[number - 1]
    mode = InsertMode.REPLACE if chosen.proposal.score is not None else InsertMode.INSERT
    desk.apply(desk.session.insert_match(desk.row, chosen.proposal, desk.caret, mode))
    desk.say(f"English: {one_line(desk.segment.target.text)}")


def offered(desk: LinearDesk) -> list[MatchOffer]:
    """The matches of the row, in the order of the list."""
    placed = desk.session.placed(desk.row)
    if placed is None:
        return []
    desk.session.catch_up()
    found = desk.session.match_desk().row_matches(placed.segment, placed.before, placed.after)
    return match_offers(found, desk.light.source, (), desk.segment.target.text)


def findings(desk: LinearDesk, rest: str) -> None:
    """Say what the checks find in the row, missing things too."""
    del rest
    found = desk.session.findings(desk.segment, finished=True)
    if not found:
        desk.say("Nothing was found in this row.")
    desk.tell(map(finding_line, found))


def pinyin(desk: LinearDesk, rest: str) -> None:
    """Say the pinyin of the sentence, or of a text."""
    from workbench.annotate.pinyin import pinyin_line

    desk.say(pinyin_line(rest or desk.segment.source.text[slice(*desk.light.source)]))


def look_up(desk: LinearDesk, rest: str) -> None:
    """Look a text up in the termbase and the dictionary, and where it stands in the memories."""
    if not rest:
        desk.say("Say what to look up: /lookup TEXT.")
        return
    found = desk.session.look_up(rest)
    for concept in found.concepts[:SHOWN]:
        english = "; ".join(rendering.en for rendering in concept.usable)
        risk = f". {one_line(concept.risk)}" if concept.risk else ""
        desk.say(f"Termbase: {concept.zh}: {english}{risk}")
    for entry in found.entries[:SHOWN]:
        desk.say(f"Dictionary: {entry.simplified}, {entry.pinyin}: {'; '.join(entry.glosses)}")
    if not found.concepts and not found.entries:
        desk.say("Neither the termbase nor the dictionary has it.")


def add_term(desk: LinearDesk, rest: str) -> None:
    """Add a term to the project's glossary."""
    zh, sign, en = (part.strip() for part in rest.partition("="))
    if not (zh and sign and en):
        desk.say("Write both sides: /addterm 中文 = English.")
        return
    desk.apply(desk.session.add_term(zh, en))
