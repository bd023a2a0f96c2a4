"""tests: translating in the editor: typing, sentences, terms, confirming, repetitions, undo."""

from __future__ import annotations

from pathlib import Path

from workbench.model.segments import State

from .conftest import opened


async def test_typing_goes_into_the_row_and_is_durable_within_a_second(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("A clear river")
        row = desk.row(1)
        await desk.until(lambda: desk.session.segment(row).target.text == "A clear river", 1.0)
        assert desk.session.segment(row).state is State.DRAFT


async def test_enter_confirms_and_goes_on_and_fills_the_repetition(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(3))
        await desk.write("Clean rivers.")
        await desk.press("enter")
        assert desk.session.segment(desk.row(3)).state is State.CONFIRMED
        assert desk.screen.number == 4
        other = desk.session.segment(desk.row(5))
        assert (other.target.text, other.state) == ("Clean rivers.", State.DRAFT)
        assert "row 5" in desk.said
        assert sum("Clean rivers." in line for line in desk.lines()) == 2


async def test_one_undo_takes_back_the_confirmation_with_its_repetition_and_says_so(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(3))
        await desk.write("Clean rivers.")
        await desk.press("enter", "ctrl+z")
        assert desk.session.segment(desk.row(3)).state is State.DRAFT
        assert desk.session.segment(desk.row(5)).target.text == ""
        assert desk.screen.number == 3
        assert desk.said.startswith("Undone:")
        await desk.press("ctrl+y")
        assert desk.session.segment(desk.row(5)).target.text == "Clean rivers."


async def test_undo_works_after_a_restart(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("Water")
        await desk.press("enter")
    async with opened(project) as desk:
        await desk.press("ctrl+z", "ctrl+z")
        assert desk.session.segment(desk.row(1)).target.text == ""
        assert desk.screen.number == 1
        assert desk.screen.pane.target_text == ""


async def test_enter_on_an_empty_row_only_goes_on(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("enter")
        assert desk.screen.number == 2
        assert desk.session.segment(desk.row(1)).state is State.UNTRANSLATED


async def test_another_key_confirms_and_stays(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("River")
        await desk.press("ctrl+k")
        assert desk.session.segment(desk.row(1)).state is State.CONFIRMED
        assert desk.screen.number == 1


async def test_the_sentence_key_ties_the_sentence_and_lights_the_next(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(2))
        await desk.terms_known()
        first = desk.screen.lighting.sentence
        await desk.write("It is the key.")
        assert desk.screen.lighting.sentence == first
        await desk.press("ctrl+e")
        segment = desk.session.segment(desk.row(2))
        assert [anchor.source_end for anchor in segment.anchors] == [first[1]]
        assert desk.screen.lighting.sentence[0] == first[1]
        assert desk.screen.pane.target_text == "It is the key. "
        assert desk.screen.pane.caret == len("It is the key. ")


async def test_terms_are_listed_current_sentence_first_and_inserted_in_turn(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(2))
        await desk.terms_known()
        choices = desk.screen.lower.terms.choices
        offers = desk.screen.terms._offers
        assert [choice.text for choice in choices[:2]] == [offer.hit.term for offer in offers[:2]]
        assert offers[0].current
        assert not offers[-1].current
        await desk.press("ctrl+t")
        assert desk.screen.pane.target_text.lower() == offers[0].renderings[0].en.lower()
        await desk.until(lambda: desk.screen.lower.terms.choices[0].quiet, 2.0)


async def test_the_term_key_again_gives_the_next_rendering(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(2))
        await desk.terms_known()
        offer = next(offer for offer in desk.screen.terms._offers if len(offer.renderings) > 1)
        for _ in range(desk.screen.terms._offers.index(offer)):
            await desk.press("ctrl+t")
            await desk.write(" and ")
        before = desk.screen.pane.target_text
        await desk.press("ctrl+t", "ctrl+t")
        added = desk.screen.pane.target_text[len(before) :].strip()
        assert added.lower() == offer.renderings[1].en.lower()


async def test_a_number_picks_a_term(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(2))
        await desk.terms_known()
        wanted = desk.screen.terms._offers[1]
        await desk.write("The")
        await desk.press("ctrl+o", "2")
        if len(desk.screen.terms) >= 20:
            await desk.press("enter")
        assert desk.screen.pane.target_text == f"The {wanted.renderings[0].en}"
        assert desk.screen.pane.side == "target"


async def test_escape_leaves_the_list_of_terms_and_inserts_nothing(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(2))
        await desk.terms_known()
        await desk.press("ctrl+o", "ctrl+g")
        await desk.write("x")
        assert desk.screen.pane.target_text == "x"


async def test_a_locked_row_says_who_locked_it_and_takes_no_key(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.toggle_lock(desk.row(4), "figures from the client")
        desk.screen.go(desk.row(4))
        await desk.write("x")
        assert desk.screen.pane.target_text == ""
        assert "locked by" in desk.said
        assert "figures from the client" in desk.said


async def test_a_newline_in_a_paste_never_confirms(project: Path) -> None:
    from textual import events

    async with opened(project) as desk:
        desk.app.post_message(events.Paste("One\nTwo\x1b[2J\n"))
        await desk.pilot.pause(0.1)
        assert desk.screen.number == 1
        assert desk.screen.pane.target_text.startswith("One\nTwo")
        assert "\x1b" not in desk.screen.pane.target_text


async def test_the_caret_lands_where_the_row_was_left(project: Path) -> None:
    async with opened(project) as desk:
        await desk.write("Clear water")
        await desk.press("ctrl+left")
        caret = desk.screen.pane.caret
        await desk.press("ctrl+down", "ctrl+up")
        assert desk.screen.number == 1
        assert desk.screen.pane.caret == caret


async def test_a_finding_stands_in_its_pane_and_never_blocks(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(4))
        await desk.write("The county created 120,000 new jobs.")
        await desk.until(lambda: bool(desk.screen.facts.now.findings), 5.0)
        await desk.press("enter")
        assert desk.session.segment(desk.row(4)).state is State.CONFIRMED


async def test_very_many_repetitions_are_filled_behind_the_confirmation(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.fills_at_once = 0
        desk.screen.go(desk.row(3))
        await desk.write("Clean rivers.")
        await desk.press("enter")
        assert desk.screen.number == 4
        await desk.until(lambda: desk.session.segment(desk.row(5)).target.text == "Clean rivers.")
        assert "row 5" in desk.said
