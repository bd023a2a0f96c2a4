"""linear: commands for what helps at a row: terms, pinyin, the other script, findings, looking up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.found import numbered
from workbench.linear.told import finding_line, one_line, term_line

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk

SHOWN = 8


def terms(desk: LinearDesk, rest: str) -> None:
    """Say the terms of the sentence, those of the other sentences after them; with a number, all of one."""
    from workbench.linear.concept_told import concept_lines

    desk.session.first_mentions(desk.row)
    offers = desk.session.term_list(desk.segment, desk.segment.target.text, desk.caret)
    one = numbered(offers, rest)
    if one is not None:
        desk.tell(concept_lines(one.hit.concept))
    elif not offers:
        desk.say("The termbase knows no term in this row.")
    else:
        desk.tell(term_line(number, offer) for number, offer in enumerate(offers, 1))


def findings(desk: LinearDesk, rest: str) -> None:
    """Say what the checks find in the row, missing things and misspelt words too."""
    del rest
    desk.session.load_speller()
    found = desk.session.findings(desk.segment, finished=True)
    if not found:
        desk.say("Nothing was found in this row.")
    desk.tell(map(finding_line, found))


def pinyin(desk: LinearDesk, rest: str) -> None:
    """Say the pinyin of the sentence, or of a text."""
    from workbench.annotate.pinyin import pinyin_line

    desk.say(pinyin_line(rest or desk.segment.source.text[slice(*desk.light.source)]))


def script(desk: LinearDesk, rest: str) -> None:
    """Say the Chinese in traditional or in simplified characters; the text stays as it is."""
    from workbench.annotate.script import view

    text = desk.segment.source.text
    if rest.casefold() in ("traditional", "t", ""):
        desk.say(f"Traditional: {one_line(view(text, 'hant'))}")
    else:
        desk.say(f"Simplified: {one_line(view(text, 'hans'))}")


def look_up(desk: LinearDesk, rest: str) -> None:
    """Look a text up in the termbase and the dictionary, and where it stands in the memories."""
    if not rest:
        desk.say("Say what to look up: /lookup TEXT.")
        return
    found = desk.session.look_up(rest)
    desk.found.concepts = found.concepts[:SHOWN]
    for number, concept in enumerate(desk.found.concepts, 1):
        english = "; ".join(rendering.en for rendering in concept.usable)
        risk = f". {one_line(concept.risk)}" if concept.risk else ""
        desk.say(f"Termbase {number}: {concept.zh}: {english}{risk}")
    for entry in found.entries[:SHOWN]:
        desk.say(f"Dictionary: {entry.simplified}, {entry.pinyin}: {'; '.join(entry.glosses)}")
    if not found.concepts and not found.entries:
        desk.say("Neither the termbase nor the dictionary has it.")


def add_term(desk: LinearDesk, rest: str) -> None:
    """Add a term to the project's glossary, or the personal one."""
    personal = rest.startswith("personal ")
    zh, sign, en = (part.strip() for part in rest.removeprefix("personal ").partition("="))
    if not (zh and sign and en):
        desk.say("Write both sides: /addterm 中文 = English, or /addterm personal 中文 = English.")
        return
    desk.apply(desk.session.add_term(zh, en, personal=personal))
