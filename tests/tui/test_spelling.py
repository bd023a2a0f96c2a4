"""tests/tui: misspelt words are underlined and told, gone through and put right; words are completed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Desk, opened
from workbench.model.segments import State
from workbench.project.completion import Vocabulary
from workbench.project.word_lists import personal_words, read_words
from workbench.tui.keymap import settings_path
from workbench.tui.screens.choose import Choose
from workbench.tui.screens.completing import Completing
from workbench.tui.screens.moved_spans import moved_spans
from workbench.tui.widgets.bottom_lines import HintLine
from workbench.tui.widgets.row_text import MISSPELT


def underlined(desk: Desk) -> list[str]:
    editor = desk.screen.pane.grid.editor
    assert editor is not None
    faces = editor.faces(0, editor.height)
    return [text for face in faces for text, marks in face.target if marks & MISSPELT]


def english(desk: Desk) -> str:
    return desk.screen.pane.target_text


async def misspelt(desk: Desk, number: int, text: str) -> None:
    """A row with this English, its misspelt words found."""
    desk.session.load_speller()
    desk.session.type(desk.row(number), text)
    desk.screen.pane.reload(desk.row(number))
    desk.screen.go(desk.row(number))
    desk.screen.facts.terms_changed()
    await desk.until(lambda: any(one.check == "spelling.word" for one in desk.screen.facts.now.findings))


async def test_a_misspelt_word_is_underlined_told_and_mended_by_number(project: Path) -> None:
    async with opened(project) as desk:
        await misspelt(desk, 3, "The rivver runs.")
        assert underlined(desk) == ["rivver"]
        desk.screen.lower.show_tab("findings")
        await desk.pilot.pause()
        assert any("“rivver” is not in the American dictionary" in line for line in desk.lines())
        desk.screen.pane.set_caret(6)
        await desk.press("f9", "9", "k")
        await desk.until(lambda: isinstance(desk.app.screen, Choose))
        assert any("1 river" in line for line in desk.lines())
        await desk.press("1")
        await desk.until(lambda: english(desk) == "The river runs.")
        await desk.until(lambda: underlined(desk) == [])


async def test_a_word_mended_once_is_mended_in_the_other_rows_where_wanted(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.type(desk.row(4), "Another rivver.")
        desk.session.confirm_and_stay(desk.row(4))
        await misspelt(desk, 3, "The rivver runs.")
        desk.screen.pane.set_caret(6)
        await desk.press("f9", "9", "k")
        await desk.until(lambda: isinstance(desk.app.screen, Choose))
        await desk.press("1")
        await desk.until(lambda: isinstance(desk.app.screen, Choose))
        assert any("“rivver” stands in 1 more row" in line for line in desk.lines())
        await desk.press("2")
        await desk.until(lambda: desk.session.segment(desk.row(4)).target.text == "Another river.")
        assert desk.session.segment(desk.row(4)).state is State.DRAFT


async def test_a_word_may_be_called_right(project: Path) -> None:
    async with opened(project) as desk:
        await misspelt(desk, 3, "The shanshuish view.")
        desk.screen.pane.set_caret(8)
        await desk.press("f9", "9", "k")
        await desk.until(lambda: isinstance(desk.app.screen, Choose))
        at = next(line for line in desk.lines() if "add it to your words" in line)
        await desk.press(at.split("“")[0].split()[-1])
        await desk.until(lambda: underlined(desk) == [])
        assert read_words(personal_words()) == {"shanshuish"}


async def test_going_from_one_misspelt_word_to_the_next(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.type(desk.row(4), "A laek and")
        await misspelt(desk, 3, "The rivver runs.")
        desk.screen.pane.set_caret(0)
        await desk.press("f9", "9", "z")
        await desk.until(lambda: desk.screen.pane.caret == 10)
        await desk.press("f9", "9", "z")
        await desk.until(lambda: desk.screen.row == desk.row(4))
        assert "“laek” in row 4" in desk.said
        await desk.press("f9", "9", "z")
        await desk.until(lambda: desk.screen.row == desk.row(3))


async def test_a_word_still_being_typed_is_not_called_misspelt(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.load_speller()
        desk.screen.go(desk.row(3))
        await desk.write("The rivv")
        await desk.until(lambda: desk.screen.facts.held)
        assert underlined(desk) == []
        await desk.press("home")
        await desk.until(lambda: underlined(desk) == ["rivv"])


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("a laek here", "So a laek here", [(5, 9)]),
        ("a laek here", "a laek herein", [(2, 6)]),
        ("a laek here", "a laeke here", []),
        ("a laek here", "a lake here", []),
        ("a laek here", "a laek, here", [(2, 6)]),
        ("a laek here", "xlaek here", []),
        ("a laek here", "", []),
        ("a laek here", "a laek here", [(2, 6)]),
    ],
)
def test_an_underline_moves_with_its_word_and_goes_when_the_word_changes(
    before: str, after: str, moved: list[tuple[int, int]]
) -> None:
    assert list(moved_spans([(2, 6)], before, after)) == moved


# ---- completion


async def test_a_word_goes_on_faintly_and_right_takes_it(project: Path) -> None:
    async with opened(project) as desk:
        part = desk.screen.part(Completing)
        part._completer.vocabulary = Vocabulary({"governance": 9})
        desk.screen.go(desk.row(6))
        await desk.write("The gov")
        await desk.until(lambda: desk.screen.pane.offered == "ernance")
        hints = desk.screen.query_one(HintLine).hints
        assert (hints[0].key, hints[0].word) == ("Right", "takes …ernance")
        await desk.press("right")
        assert english(desk) == "The governance"
        assert desk.screen.query_one(HintLine).hints[0].key != "Right"


async def test_enter_and_tab_never_take_it_and_deleting_offers_nothing(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.part(Completing)._completer.vocabulary = Vocabulary({"governance": 9})
        desk.screen.go(desk.row(6))
        await desk.write("gove")
        await desk.until(lambda: bool(desk.screen.pane.offered))
        await desk.press("backspace")
        assert desk.screen.pane.offered == ""
        await desk.write("e")
        await desk.press("tab", "tab")
        assert (english(desk), desk.screen.pane.offered) == ("gove", "")
        await desk.press("backspace")
        await desk.write("e")
        await desk.press("enter")
        assert desk.session.segment(desk.row(6)).target.text == "gove"


async def test_terms_of_the_row_are_offered_before_other_words(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.part(Completing)._completer.vocabulary = Vocabulary({"integral": 9, "urbanite": 9})
        desk.screen.go(desk.row(2))
        await desk.until(lambda: bool(desk.screen.terms.offers))
        terms = [one.en for offer in desk.screen.terms.offers for one in offer.renderings]
        first = next(term for term in terms if term[:3].isalpha())
        await desk.write(first[:3])
        begun = [term for term in terms if term.lower().startswith(first[:3].lower())]
        await desk.until(lambda: bool(desk.screen.pane.offered))
        assert first[:3] + desk.screen.pane.offered in {first[:3] + term[3:] for term in begun}


async def test_completion_goes_off_by_the_menu_and_stays_off(project: Path) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text("# mine\n[keys]\nfilter = 'f4'\n", "utf-8")
    async with opened(project) as desk:
        desk.screen.part(Completing)._completer.vocabulary = Vocabulary({"governance": 9})
        await desk.press("f9", "9", "j")
        desk.screen.go(desk.row(6))
        await desk.write("gove")
        assert desk.screen.pane.offered == ""
        kept = settings_path().read_text("utf-8")
        assert kept.startswith("# mine\n[keys]\nfilter = 'f4'\n")
        assert "completion = false" in kept
        assert not Completing(desk.screen).on


async def test_the_hint_stays_while_the_offer_does(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.part(Completing)._completer.vocabulary = Vocabulary({"governance": 9})
        desk.screen.go(desk.row(6))
        await desk.write("gove")
        await desk.terms_known()
        desk.screen.refresh_hints()
        assert desk.screen.query_one(HintLine).hints[0].word == "takes …rnance"
        await desk.press("f2")
        assert desk.screen.query_one(HintLine).hints[0].key != "Right"
