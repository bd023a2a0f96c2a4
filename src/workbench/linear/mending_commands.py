"""linear: commands on the beads of an alignment and their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.linear.found import numbered, two
from workbench.linear.mending_desk import NAMES
from workbench.linear.mending_going import next_open
from workbench.linear.told import one_line
from workbench.project.mending_again import whole_gap
from workbench.project.mending_beads import SOURCE, TARGET, Mark, Side
from workbench.project.pairs import SURE

if TYPE_CHECKING:
    from workbench.linear.mending_desk import MendingDesk
    from workbench.project.mending_sentences import Sentence

_SIDES: dict[str, Side] = {"zh": SOURCE, "chinese": SOURCE, "en": TARGET, "english": TARGET}


# ---- what a bead is


def say_bead(desk: MendingDesk, rest: str) -> None:
    """Say the bead again."""
    del rest
    desk.tell_bead()


def around(desk: MendingDesk, rest: str) -> None:
    """Say the beads before and behind, in the order of the texts."""
    del rest
    desk.tell_neighbour(-1)
    desk.tell_neighbour(1)


def right(desk: MendingDesk, rest: str) -> None:
    """The bead is right; on to the next one that nobody has called right."""
    del rest
    if not _confirm(desk):
        return
    place = next_open(desk, lambda index: desk.mending.beads.mark(index) is not Mark.RIGHT, around=False)
    if place is None:
        desk.say(desk.left)
    else:
        desk.go(place)


def right_stay(desk: MendingDesk, rest: str) -> None:
    """The bead is right; one stays."""
    del rest
    _confirm(desk)


def _confirm(desk: MendingDesk) -> bool:
    index = desk.index
    outcome = desk.mending.confirm(desk.place)
    desk.apply_quietly(outcome)
    if outcome.again:
        desk.align_beside(index)
    return outcome.done


def not_sure(desk: MendingDesk, rest: str) -> None:
    """The bead is not sure to be right."""
    del rest
    desk.apply(desk.mending.reopen(desk.place))


def sure_right(desk: MendingDesk, rest: str) -> None:
    """All beads that the aligner is sure of are right."""
    del rest
    desk.apply_quietly(desk.mending.confirm_sure(SURE))
    desk.say(desk.left)


def omit(desk: MendingDesk, rest: str) -> None:
    """The two sides have nothing to do with each other, or what is there has no partner."""
    del rest
    desk.apply(desk.mending.omit(desk.place))


def merge(desk: MendingDesk, rest: str) -> None:
    """One bead of this and the next."""
    del rest
    desk.apply(desk.mending.merge(desk.place))


# ---- sentences of a bead


def split(desk: MendingDesk, rest: str) -> None:
    """Two beads, the second from a sentence of one side on."""
    chosen = _sentence(desk, rest, "/split zh NUMBER", default=2)
    if chosen is not None:
        side, sentence = chosen
        desk.apply(desk.mending.split(desk.place, side, sentence.start))


def move_up(desk: MendingDesk, rest: str) -> None:
    """The sentences of a side up to a number go to the bead before."""
    chosen = _sentence(desk, rest, "/up zh NUMBER", default=1)
    if chosen is not None:
        side, sentence = chosen
        desk.apply(desk.mending.move(desk.place, side, sentence.end, -1))


def move_down(desk: MendingDesk, rest: str) -> None:
    """The sentences of a side from a number on go to the next bead."""
    chosen = _sentence(desk, rest, "/down zh NUMBER", default=0)
    if chosen is not None:
        side, sentence = chosen
        desk.apply(desk.mending.move(desk.place, side, sentence.start, 1))


def cut(desk: MendingDesk, rest: str) -> None:
    """Two sentences of one, the second beginning with a text: SIDE TEXT."""
    word, text = two(rest, " ")
    side = _SIDES.get(word.casefold())
    if side is None or not text:
        desk.say("Say the side and with what the second sentence begins: /cut zh TEXT, or /cut en TEXT.")
        return
    for sentence in desk.sentences(side):
        at = sentence.text.find(text)
        if at > 0:
            desk.apply(desk.mending.cut_sentence(desk.place, side, sentence.start, at))
            return
    desk.say(f"“{one_line(text)}” stands inside no sentence of the {NAMES[side]}.")


def _sentence(desk: MendingDesk, rest: str, usage: str, *, default: int) -> tuple[Side, Sentence] | None:
    """A side and a sentence of it, by its number; the `default`th, 0 for the last. What is wrong is said."""
    word, number = two(rest, " ")
    side = _SIDES.get(word.casefold())
    if side is None:
        desk.say(f"Say the side, zh or en, and the number of a sentence: {usage}.")
        return None
    sentences = desk.sentences(side)
    chosen = numbered(sentences, number or str(default or len(sentences)))
    if chosen is None:
        desk.say(f"The {NAMES[side]} of this bead has {len(sentences) or 'no'} sentences.")
        return None
    return side, chosen


def align_again(desk: MendingDesk, rest: str) -> None:
    """What lies between the right beads around is aligned again."""
    del rest
    gap = whole_gap(desk.mending.beads, desk.index)
    if gap is None:
        desk.say("This bead is right, and stays; go to one between right ones.")
    elif len(gap.beads) == 1:
        desk.say("Both neighbours are right: there is nothing else to be found between them.")
    else:
        desk.align_again([gap], silent=False)
        desk.tell_bead()


def undo(desk: MendingDesk, rest: str) -> None:
    """Take the last step back."""
    del rest
    desk.apply(desk.mending.undo())


def redo(desk: MendingDesk, rest: str) -> None:
    """Repeat what undo took back."""
    del rest
    desk.apply(desk.mending.redo())
