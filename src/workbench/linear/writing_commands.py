"""linear: commands that help to write: figures, names, spelling, quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.found import two

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk


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
    """Let a word be known in this project, or in all of this person's."""
    desk.session.load_speller()
    word, everywhere = rest.removesuffix(" everywhere"), rest.endswith(" everywhere")
    desk.apply(desk.session.add_word(word.strip(), personal=everywhere))


def curl(desk: LinearDesk, rest: str) -> None:
    """Make the straight quotes of the row curly."""
    del rest
    desk.apply(desk.session.curl_quotes(desk.row))


def respell(desk: LinearDesk, rest: str) -> None:
    """Write another word in the place of a misspelt one, here and, once asked, in the other rows."""
    word, by = two(rest, "=>")
    if not word or not by:
        desk.say("Write both: /respell WORD => OTHER.")
        return
    rows = desk.session.rows_with_word(word)
    if desk.row in rows:
        desk.apply(desk.session.respell(word, by, [desk.row]))
    others = [row for row in rows if row != desk.row]
    if not rows:
        desk.say(f"“{word}” stands in no row.")
    elif others and desk.agreed(f"“{word}” stands in {len(others)} other rows. There too?"):
        desk.apply(desk.session.respell(word, by, others))
