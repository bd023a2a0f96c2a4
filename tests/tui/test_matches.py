"""tests/tui: what the memories have is listed at the row, put in by one key, and mended where it is wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.tui.conftest import Desk, opened
from workbench.model.segments import OriginKind, State
from workbench.project.match_offers import OfferKind
from workbench.project.session import Session
from workbench.tui.commands.table import BY_ID
from workbench.tui.screens.choose import Choose
from workbench.tui.screens.write import Write
from workbench.tui.widgets.match_layout import MatchEntry, Run, entry_lines

LINES = (
    "疏解北京非首都功能是京津冀协同发展的牛鼻子。十年来，三地坚持问题导向，办成了一批实事。",
    "疏解北京非首都功能是京津冀协同发展的关键环节。十年来，三地坚持问题导向，办成了一批大事。"
    "展望未来，仍有不少难题需要破解，必须付出更大努力。",
    "全县新增就业1.2万人，城镇登记失业率保持在较低水平。",
    "全县新增就业1.5万人，城镇登记失业率保持在较低水平。",
    "今后还要久久为功。",
)
FIRST = "Relieving Beijing of non-capital functions is the key link in coordinated development."
SECOND = "Over the past decade, the three localities have got practical things done."
JOBS = "The county created 12,000 new jobs, and registered urban unemployment stayed low."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two rows whose sentences are alike, two that differ in a figure, one alone."""
    source = tmp_path / "jobs.txt"
    source.write_text("\n".join(LINES) + "\n", "utf-8")
    folder = tmp_path / "jobs"
    session = Session.create([source], folder=folder, name="jobs", reflow="never")
    rows = [segment.id for segment in session.every_segment()]
    session.type(rows[0], f"{FIRST} {SECOND}")
    session.end_sentence(rows[0], len(FIRST))
    session.end_sentence(rows[0], len(FIRST) + 1 + len(SECOND))
    session.confirm(rows[0])
    session.type(rows[2], JOBS)
    session.confirm(rows[2])
    session.close()
    return folder


@pytest.fixture
async def desk(project: Path) -> AsyncIterator[Desk]:
    """The editor on it, the memory caught up."""
    async with opened(project) as desk:
        await desk.until(lambda: desk.session.memories().written is not None)
        desk.session.catch_up()
        yield desk


async def at_row(desk: Desk, number: int, wanted: OfferKind) -> None:
    """Go to a row and wait until its matches are listed."""
    desk.screen.go(desk.row(number))
    desk.screen.matches.changed()
    await desk.until(lambda: any(offer.kind is wanted for offer in desk.screen.matches.offers))


def run(desk: Desk, command: str) -> None:
    """Run a command of the menu."""
    desk.screen.run_command(BY_ID[command])


async def test_a_sentence_inside_a_row_finds_its_like_and_one_key_puts_it_in(desk: Desk) -> None:
    await at_row(desk, 2, OfferKind.SENTENCE)
    await desk.press("ctrl+d")
    segment = desk.screen.segment
    assert segment.target.text.strip() == FIRST
    assert segment.state is State.DRAFT
    assert segment.origin.kind is OriginKind.MATCH
    assert segment.anchors[0].target_end == len(FIRST)


async def test_the_key_pressed_again_fills_the_next_sentence(desk: Desk) -> None:
    await at_row(desk, 2, OfferKind.SENTENCE)
    await desk.press("ctrl+d")
    await desk.until(lambda: desk.screen.lighting.sentence[0] > 0)
    await desk.press("ctrl+d")
    assert desk.screen.segment.target.text.strip() == f"{FIRST} {SECOND}"


async def test_where_only_a_figure_differs_it_is_put_right(desk: Desk) -> None:
    await at_row(desk, 4, OfferKind.ROW)
    assert desk.screen.matches.offers[0].match is not None
    assert desk.screen.matches.offers[0].match.similarity == 99
    await desk.press("ctrl+d")
    assert desk.screen.segment.target.text == JOBS.replace("12,000", "15,000")


async def test_typed_words_stay_where_only_the_rest_is_put_in(desk: Desk) -> None:
    await at_row(desk, 4, OfferKind.ROW)
    desk.screen.pane.insert("The county created")
    await desk.pilot.pause()
    run(desk, "complete-match")
    await desk.pilot.pause()
    assert desk.screen.segment.target.text == JOBS.replace("12,000", "15,000")


async def test_undo_takes_a_match_back(desk: Desk) -> None:
    await at_row(desk, 4, OfferKind.ROW)
    await desk.press("ctrl+d")
    await desk.press("ctrl+z")
    assert desk.screen.segment.target.text == ""


async def test_a_digit_in_the_list_puts_that_match_in(desk: Desk) -> None:
    await at_row(desk, 4, OfferKind.ROW)
    await desk.press("f12", "1")
    assert desk.screen.segment.target.text == JOBS.replace("12,000", "15,000")
    assert desk.screen.pane.has_focus


async def test_a_row_without_matches_says_so(desk: Desk) -> None:
    desk.screen.go(desk.row(5))
    await desk.press("ctrl+d")
    assert "nothing for this row" in desk.said


async def test_what_is_confirmed_is_matched_in_the_next_row(desk: Desk) -> None:
    last = desk.row(5)
    desk.screen.go(last)
    desk.screen.pane.insert("We must keep at it.")
    await desk.press("ctrl+k")
    await desk.until(
        lambda: any(u.source.text == LINES[4] for m in desk.session.memories().memories for u in m.units())
    )
    assert desk.session.segment(last).state is State.CONFIRMED


async def test_a_unit_that_is_a_row_of_this_project_is_changed_in_that_row(desk: Desk) -> None:
    await at_row(desk, 4, OfferKind.ROW)
    run(desk, "edit-unit")
    await desk.until(lambda: desk.screen.row == desk.row(3))
    assert "change it here" in desk.said
    await desk.press("enter")
    assert desk.screen.row == desk.row(4)


async def test_a_locked_unit_says_so_before_anything_is_typed(project: Path) -> None:
    source = project.parent / "next.txt"
    source.write_text(LINES[3] + "\n", "utf-8")
    Session.create([source], folder=project.parent / "next", name="next", reflow="never").close()
    async with opened(project) as desk:
        desk.session.catch_up()
    async with opened(project.parent / "next") as desk:
        await at_row(desk, 1, OfferKind.ROW)
        run(desk, "edit-unit")
        await desk.until(lambda: isinstance(desk.app.screen, Write))
        await desk.until(lambda: any(LINES[2] in line for line in desk.lines()))
        await desk.press("escape")
        run(desk, "lock-unit")
        await desk.until(lambda: any(o.match and o.match.unit.locked for o in desk.screen.matches.offers))
        for command in ("edit-unit", "delete-unit"):
            desk.screen.say("")
            run(desk, command)
            assert "F9 4 unlocks it" in desk.said
            assert desk.app.screen is desk.screen


async def test_deleting_a_unit_is_asked_first(desk: Desk) -> None:
    await at_row(desk, 4, OfferKind.ROW)
    run(desk, "delete-unit")
    await desk.until(lambda: isinstance(desk.app.screen, Choose))
    await desk.press("escape")
    assert desk.session.segment(desk.row(3)).state is State.CONFIRMED


async def test_of_a_row_that_is_begun_the_key_fills_the_lit_sentence_and_nothing_typed_goes(
    project: Path,
) -> None:
    source = project.parent / "again.txt"
    source.write_text(LINES[0].replace("牛鼻子", "关键所在") + "\n", "utf-8")
    Session.create([source], folder=project.parent / "again", name="again", reflow="never").close()
    async with opened(project) as desk:
        desk.session.catch_up()
    async with opened(project.parent / "again") as desk:
        await at_row(desk, 1, OfferKind.ROW)
        assert desk.screen.matches.offers[0].whole
        desk.screen.pane.insert("Relief is the key.")
        await desk.press("ctrl+e")
        await desk.until(lambda: desk.screen.matches.offers[0].kind is OfferKind.SENTENCE)
        await desk.press("ctrl+d")
        assert desk.screen.segment.target.text.strip() == f"Relief is the key. {SECOND}"


async def test_the_key_pressed_again_puts_in_no_piece_and_says_that_there_is_no_other(desk: Desk) -> None:
    await at_row(desk, 4, OfferKind.ROW)
    await desk.press("ctrl+d")
    done = desk.screen.segment
    await desk.press("ctrl+d")
    assert desk.screen.segment == done
    assert "no other" in desk.said


async def test_english_with_figures_of_another_text_says_which_to_mend(project: Path) -> None:
    source = project.parent / "plan.txt"
    source.write_text("全县新增就业9.6万人，女性3万人，城镇登记失业率保持在较低水平。\n", "utf-8")
    Session.create([source], folder=project.parent / "plan", name="plan", reflow="never").close()
    async with opened(project) as desk:
        desk.session.catch_up()
    async with opened(project.parent / "plan") as desk:
        await at_row(desk, 1, OfferKind.ROW)
        await desk.press("ctrl+d")
        assert "12,000" in desk.screen.segment.target.text
        await desk.pilot.pause()
        assert "Figures to put right: 9.6万, 3万" in desk.said


async def test_after_a_command_on_the_list_what_is_typed_goes_into_the_english(desk: Desk) -> None:
    await at_row(desk, 4, OfferKind.ROW)
    await desk.press("f12")
    assert desk.screen.lower.matches.has_focus
    run(desk, "insert-match")
    await desk.pilot.pause()
    await desk.press("x")
    assert desk.screen.segment.target.text.endswith("x")


async def test_what_is_typed_in_the_list_goes_into_the_english(desk: Desk) -> None:
    await at_row(desk, 4, OfferKind.ROW)
    await desk.press("f12", "W", "e")
    assert desk.screen.segment.target.text == "We"


async def test_undo_in_another_row_takes_the_keys_there_from_the_list(desk: Desk) -> None:
    await at_row(desk, 4, OfferKind.ROW)
    await desk.press("ctrl+d")
    await at_row(desk, 2, OfferKind.SENTENCE)
    await desk.press("f12", "ctrl+z")
    assert desk.screen.row == desk.row(4)
    assert desk.screen.pane.has_focus


async def test_a_gap_in_what_was_put_together_is_a_finding_at_once(desk: Desk) -> None:
    await at_row(desk, 2, OfferKind.ASSEMBLED)
    whole = [offer.kind for offer in desk.screen.matches.offers].index(OfferKind.ASSEMBLED)
    await desk.press("f12", str(whole + 1))
    await desk.until(lambda: bool(desk.screen.facts.now.findings))
    assert desk.screen.facts.now.findings[0].check == "gaps.sentence"


def test_an_entry_gives_up_where_it_is_from_before_its_english() -> None:
    entry = MatchEntry(
        0,
        "1",
        "86 %",
        (Run("推动高质量发展，" * 20, "source"),),
        (Run("Growth. " * 40, "target"),),
        "personal",
    )
    texts = [
        "".join(run.text for run in line) for line in entry_lines(entry, 60, chosen=True, lead=8, most=5)
    ]
    assert len(texts) == 5
    assert [("推动" in text, "Growth" in text, "personal" in text) for text in texts] == [
        (True, False, False),
        *[(False, True, False)] * 3,
        (False, False, True),
    ]
    low = ["".join(run.text for run in line) for line in entry_lines(entry, 60, chosen=True, lead=8, most=1)]
    assert ["Growth" in text for text in low] == [False, True, True]


async def test_the_second_match_is_seen_beside_the_first(desk: Desk) -> None:
    await at_row(desk, 2, OfferKind.ASSEMBLED)
    desk.screen.lower.show_tab("matches")
    await desk.pilot.pause()
    await desk.until(lambda: any(line.startswith(" 2 ") for line in desk.lines()))
    assert any(line.startswith(" 1 ") for line in desk.lines())


async def test_where_one_pane_has_room_a_good_match_shows_itself_until_another_is_asked_for(
    desk: Desk,
) -> None:
    lower = desk.screen.lower
    lower.show_tab("terms")
    await at_row(desk, 4, OfferKind.ROW)
    await desk.until(lambda: lower.matches.display)
    await desk.press("f6")
    assert not lower.matches.display
    assert lower.terms.display
    await at_row(desk, 2, OfferKind.SENTENCE)
    await desk.until(lambda: lower.matches.display)
    desk.screen.go(desk.row(5))
    await desk.until(lambda: lower.terms.display)


async def test_a_row_found_whole_and_by_its_sentences_is_listed_once_and_brings_its_sentence_ends(
    project: Path,
) -> None:
    source = project.parent / "same.txt"
    source.write_text(LINES[0] + "\n", "utf-8")
    Session.create([source], folder=project.parent / "same", name="same", reflow="never").close()
    async with opened(project) as desk:
        desk.session.catch_up()
    async with opened(project.parent / "same") as desk:
        await at_row(desk, 1, OfferKind.ROW)
        assert [offer.kind for offer in desk.screen.matches.offers if offer.whole] == [OfferKind.ROW]
        await desk.press("ctrl+d")
        ends = [anchor.target_end for anchor in desk.screen.segment.anchors]
        assert ends == [len(FIRST), len(FIRST) + 1 + len(SECOND)]


async def test_while_one_chooses_the_last_line_has_the_keys_of_the_list(desk: Desk) -> None:
    await at_row(desk, 4, OfferKind.ROW)
    await desk.press("f12")
    await desk.until(lambda: "F9 3 edit unit" in desk.lines()[-1])
    assert "Enter go on" not in desk.lines()[-1]
    await desk.press("escape")
    await desk.until(lambda: "Enter go on" in desk.lines()[-1])
    assert "F9 3 edit unit" not in desk.lines()[-1]


async def test_matches_are_shown_where_there_are_no_terms_to_show(desk: Desk) -> None:
    lower = desk.screen.lower
    await at_row(desk, 4, OfferKind.ROW)
    lower.told["terms"] = ""
    lower.lift_matches(True)
    lower.lift_matches(False)
    assert lower.matches.display
    lower.show_tab("terms")
    assert lower.terms.display
