"""linear: commands on the termbase: finding concepts, one in hand, where it is used, settling, candidates."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workbench.linear.concept_told import concept_line, concept_lines
from workbench.linear.found import numbered, two
from workbench.linear.told import counted, one_line

if TYPE_CHECKING:
    from workbench.linear.desk import LinearDesk
    from workbench.model.terms import Concept
    from workbench.project.fixing import FixStep

SHOWN = 20
_DOMAIN, _OWN = "domain", "own"


def concepts(desk: LinearDesk, rest: str) -> None:
    """Say the concepts that answer to Chinese, pinyin or English, those of a domain, or the project's own."""
    from workbench.glossary.lookup import lookup

    known = desk.session.concepts()
    word, name = two(rest, " ")
    if word == _DOMAIN:
        found = [one for one in known if one.domain == name]
    elif rest == _OWN:
        written = {source.path for source in desk.session.glossary_sources() if source.written}
        found = [one for one in known if one.fixed or desk.session.owner_of(one) in written]
    elif rest:
        found = lookup(known, rest)
    else:
        _tell_domains(desk, known)
        return
    desk.found.concepts = found[:SHOWN]
    desk.say(f"{counted(len(found), 'concept')}." if found else "The termbase has none of that.")
    desk.tell(concept_line(number, one) for number, one in enumerate(desk.found.concepts, 1))


def _tell_domains(desk: LinearDesk, known: tuple[Concept, ...]) -> None:
    desk.say(f"{len(known)} concepts. /concepts TEXT finds some, /concepts own those kept here.")
    counts = Counter(one.domain for one in known if one.domain)
    desk.say(
        f"/concepts domain NAME: {', '.join(f'{name} {count}' for name, count in counts.most_common())}."
    )
    for source in desk.session.glossary_sources():
        desk.say(f"Glossary {source.name}: {source.count}{', written to here' if source.written else ''}.")


def concept(desk: LinearDesk, rest: str) -> None:
    """Take a concept in hand, by its number in the last list or its Chinese, and say all of it."""
    found = named(desk, rest) if rest else desk.found.concept
    if found is None:
        desk.say("Name a concept by its Chinese, or its number in /concepts or /lookup: /concept 中文.")
        return
    desk.found.concept = found
    desk.tell(concept_lines(found))


def named(desk: LinearDesk, rest: str) -> Concept | None:
    """The concept of the last list with a number, or of the termbase with this Chinese; None for none."""
    one = numbered(desk.found.concepts, rest)
    known = desk.session.concepts() if one is None else ()
    return one or next((each for each in known if rest in (each.zh, *each.zh_variants)), None)


def in_hand(desk: LinearDesk) -> Concept | None:
    """The concept in hand as its glossary has it; None where there is none, which is said."""
    if desk.found.concept is None:
        desk.say("No concept is in hand: /concept 中文 takes one.")
        return None
    return desk.session.as_written(desk.found.concept)


def uses(desk: LinearDesk, rest: str) -> None:
    """Say in which rows the concept in hand stands, and how it was rendered there."""
    from workbench.project.term_use import uses_of

    if rest:
        concept(desk, rest)
    held = desk.found.concept
    if held is None:
        in_hand(desk)
        return
    numbered_rows = enumerate(desk.session.every_segment(), 1)
    found = list(uses_of(held, numbered_rows, desk.session.recogniser()))
    rows = len({use.row for use in found})
    desk.say(f"{held.zh} stands {counted(len(found), 'time')} in {counted(rows, 'row')}.")
    for use in found[:SHOWN]:
        other = (
            "no English yet" if not desk.session.segment(use.row).target.text.strip() else "in other words"
        )
        how = use.rendering or (f"within {use.inside}" if use.inside else other)
        desk.say(f"Row {use.number}: {one_line(how)}")
    if len(found) > SHOWN:
        desk.say(f"And {len(found) - SHOWN} more.")


def candidates(desk: LinearDesk, rest: str) -> None:
    """Say strings of the document that no term covers, the likeliest terms first."""
    from workbench.annotate.words import words
    from workbench.glossary.candidates import candidates as found_in

    recogniser = desk.session.recogniser()
    texts = [segment.source.text for segment in desk.session.every_segment()]

    def known(text: str) -> list[tuple[int, int]]:
        return [(hit.start, hit.end) for hit in recogniser.hits(text)]

    ordinary = desk.session.lexicon_at_hand() or ()
    found = [one for one in found_in(texts, known, cut=words, ordinary=ordinary) if rest in one.text]
    if not found:
        desk.say("No string that recurs is without a term.")
    for one in found[:SHOWN]:
        desk.say(f"{one.text}: {counted(one.count, 'time')}")


def settle(desk: LinearDesk, rest: str) -> None:
    """Settle on a rendering for a term in this project, and change the rows that have another."""
    zh, en = two(rest, "=")
    found = named(desk, zh) if zh else None
    if not zh:
        desk.say("Write both sides: /settle 中文 = English; /settle 中文 lets the glossaries say it again.")
    elif found is None:
        desk.say(f"The termbase does not know {zh}: /addterm adds it.")
    elif not en:
        desk.apply(desk.session.unfix(found))
    else:
        steps = [step for step in desk.session.fix_steps(found, en) if step.pieces and not step.locked]
        desk.apply(desk.session.fix(found, en, _to_change(desk, steps)))


def _to_change(desk: LinearDesk, steps: list[FixStep]) -> list[FixStep]:
    """The rows to change: drafts at once, confirmed ones on the translator's word."""
    open_ones = [step for step in steps if not step.settled]
    settled = [step for step in steps if step.settled]
    if not settled:
        return open_ones
    desk.say(f"{len(settled)} confirmed rows have another rendering; changed, they become drafts.")
    answer = (desk.ask("all, each or none: ") or "none").strip().casefold()
    if answer in ("all", "a"):
        return steps
    if answer in ("each", "e"):
        return open_ones + [step for step in settled if _wanted(desk, step)]
    return open_ones


def _wanted(desk: LinearDesk, step: FixStep) -> bool:
    desk.say(f"Row {step.number}: {one_line(step.after)}")
    return desk.agreed("So?")
