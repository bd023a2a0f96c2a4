"""linear: commands that put something into the English: terms, figures, names, letters, sentence ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.found import numbered
from workbench.linear.letters import ACCENTS, MARKS, letter_named
from workbench.linear.told import one_line

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk


def put_term(desk: LinearDesk, rest: str) -> None:
    """Put the next unused term of the sentence in, or that of the list; again at once, its other English."""
    segment, target = desk.segment, desk.segment.target.text
    desk.session.first_mentions(desk.row)
    if rest:
        offer = numbered(desk.session.term_list(segment, target, desk.caret), rest)
        found = None if offer is None else desk.session.picked_term(segment, offer, target, desk.caret)
    else:
        found = desk.session.next_term(segment, target, desk.caret)
    if found is None:
        desk.say("There is no such term to put in: /terms says which there are.")
    else:
        desk.put(found.start, found.end, found.text, begins=True)


def put_article(desk: LinearDesk, rest: str) -> None:
    """Give the term that was just put in its article, or put the next one in with it."""
    del rest
    found = desk.session.next_term(desk.segment, desk.segment.target.text, desk.caret, article=True)
    if found is None:
        desk.say("There is no term to put in.")
    else:
        desk.put(found.start, found.end, found.text, begins=True)


def put_figure(desk: LinearDesk, rest: str) -> None:
    """Put the next figure in that the English has not; again at once, its next form."""
    del rest
    segment = desk.segment
    hits = desk.session.recogniser().hits(segment.source.text)
    found = desk.session.next_figure(segment, segment.target.text, desk.caret, hits)
    if found is None:
        desk.say("The English has every figure of this row.")
        return
    desk.put(found.start, found.end, found.text, begins=True)
    if found.following:
        desk.say(f"Again: {found.following}.")


def put_name(desk: LinearDesk, rest: str) -> None:
    """Put a Chinese name in as pinyin at the caret; NUMBER chooses another of its readings."""
    chinese, _, number = rest.partition(" ")
    if not chinese:
        desk.say("Say which name: /putname 李长安.")
        return
    english, _ = desk.session.name_in_english(chinese, again=bool(number.strip()))
    if english:
        desk.put_in(english)
    else:
        desk.say(f"{chinese} has no reading.")


def insert(desk: LinearDesk, rest: str) -> None:
    """Put a text in at the caret, or before or behind another text of the English."""
    text, _, place = rest.rpartition("=>") if "=>" in rest else (rest, "", "")
    text, place = text.strip(), place.strip()
    if not text:
        desk.say("Say what to put in: /insert TEXT.")
    elif not place:
        desk.put_in(text)
    else:
        _insert_beside(desk, text, place)


def _insert_beside(desk: LinearDesk, text: str, place: str) -> None:
    word, _, anchor = place.partition(" ")
    found = desk.segment.target.text.find(anchor)
    if word not in ("before", "behind") or not anchor or found < 0:
        desk.say("Say where: /insert TEXT => before WORDS, or => behind WORDS, that stand in the English.")
        return
    desk.caret = found if word == "before" else found + len(anchor)
    desk.put_in(text)


def letters(desk: LinearDesk, rest: str) -> None:
    """Say the names of letters and marks, or put one in at the caret."""
    if rest:
        letter = letter_named(rest.strip("{}"))
        if letter:
            desk.put(desk.caret, desk.caret, letter, begins=True)
        else:
            desk.say(f"No letter or mark is called {one_line(rest)}: /letters says the names.")
        return
    desk.say("A name in braces is put in as the letter, in any line: L{u umlaut} is Lü.")
    desk.say(f"Marks: {', '.join(MARKS)}.")
    desk.say(f"Behind a letter: {', '.join(ACCENTS)}.")


def join(desk: LinearDesk, rest: str) -> None:
    """Say that the English just written holds the next Chinese sentence too."""
    del rest
    desk.apply(desk.session.end_sentence(desk.row, desk.caret))
    desk.tell_sentence()


def end_here(desk: LinearDesk, rest: str) -> None:
    """Say that the sentence ends where a text of the English ends; without one, where all of it ends."""
    english = desk.segment.target.text
    at = english.find(rest) + len(rest) if rest in english else -1
    if at < 0:
        desk.say(f"“{one_line(rest)}” does not stand in the English.")
        return
    desk.caret = at if rest else len(english)
    desk.apply(desk.session.end_sentence(desk.row, desk.caret))
    desk.tell_sentence()
