"""linear: commands that help to write: figures, names, spelling, terms settled, moving rows, radicals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.told import one_line
from workbench.memory.finding import ConcordanceQuery

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk

SHOWN = 8


def figures(desk: LinearDesk, rest: str) -> None:
    """Say the numbers and dates of the sentence as English; Tab completes them while writing."""
    from workbench.text.english_figures import english_figures

    del rest
    source = desk.segment.source.text[slice(*desk.light.source)]
    found = english_figures(source, desk.session.figure_style)
    if not found:
        desk.say("There is no figure in this sentence.")
    for figure in found:
        desk.say(f"{source[figure.start : figure.end]}: {'; '.join(figure.renderings)}")


def name(desk: LinearDesk, rest: str) -> None:
    """Say a Chinese name as pinyin, surname first."""
    if not rest:
        desk.say("Say which name: /name 李长安.")
        return
    english, remark = desk.session.name_in_english(rest)
    desk.say(" ".join(part for part in (english, remark) if part))


def spelling(desk: LinearDesk, rest: str) -> None:
    """Go to the next misspelt word and say what it may be; with a word, what that may be."""
    desk.session.load_speller()
    if rest:
        desk.say("; ".join(desk.session.spelling_proposals(rest)) or "The dictionary proposes nothing.")
        return
    found = desk.session.next_misspelling(desk.row, desk.caret)
    if found is None:
        desk.say("Every word is in a dictionary, a list of words or the termbase.")
        return
    if found.row != desk.row:
        desk.go(found.row)
    proposals = "; ".join(desk.session.spelling_proposals(found.word))
    desk.say(f"{found.word} is in no dictionary. {'Perhaps: ' + proposals if proposals else ''}".strip())
    desk.caret = found.end


def add_word(desk: LinearDesk, rest: str) -> None:
    """Let a word be known in this project."""
    desk.session.load_speller()
    desk.apply(desk.session.add_word(rest, personal=False))


def concordance(desk: LinearDesk, rest: str) -> None:
    """Say where a text stands in this project, the memories and the reference documents."""
    if not rest:
        desk.say("Say what to look for: /concordance TEXT.")
        return
    groups = [group for group in desk.session.concordance(ConcordanceQuery(rest)) if group.found.hits]
    if not groups:
        desk.say("It is nowhere.")
    for group in groups:
        desk.say(f"{group.name or 'This project'}:")
        for hit in group.found.hits[:SHOWN]:
            desk.say(f"{one_line(hit.unit.source.text)}: {one_line(hit.unit.target.text)}")


def settle(desk: LinearDesk, rest: str) -> None:
    """Settle on a rendering for a term in this project, and change the drafts that have another."""
    zh, sign, en = (part.strip() for part in rest.partition("="))
    concept = next((c for c in desk.session.look_up(zh).concepts if zh in (c.zh, *c.zh_variants)), None)
    if not sign or not en:
        desk.say("Write both sides: /settle 中文 = English.")
    elif concept is None:
        desk.say(f"The termbase does not know {zh}: /addterm adds it.")
    else:
        steps = desk.session.fix_steps(concept, en)
        open_ones = [step for step in steps if step.pieces and not step.locked and not step.settled]
        settled = sum(bool(step.pieces) and step.settled for step in steps)
        desk.apply(desk.session.fix(concept, en, open_ones))
        if settled:
            desk.say(f"{settled} confirmed rows have another rendering and stay as they are.")


def split_sentences(desk: LinearDesk, rest: str) -> None:
    """Make the row one row for each sentence."""
    del rest
    desk.apply(desk.session.split_sentences(desk.row))
    desk.go(desk.row)


def move_up(desk: LinearDesk, rest: str) -> None:
    """Put the row before the one above it."""
    del rest
    desk.apply(desk.session.move_by([desk.row], -1))


def move_down(desk: LinearDesk, rest: str) -> None:
    """Put the row behind the one below it."""
    del rest
    desk.apply(desk.session.move_by([desk.row], 1))


def radicals(desk: LinearDesk, rest: str) -> None:
    """Put hanzi for the radicals that a PDF gave in their place, in this row."""
    del rest
    desk.apply(desk.session.mend_radicals([desk.row]))


def curl(desk: LinearDesk, rest: str) -> None:
    """Make the straight quotes of the row curly."""
    del rest
    desk.apply(desk.session.curl_quotes(desk.row))
