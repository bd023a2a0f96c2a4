"""tests: F1, the help for where the caret is; what is chosen there is done."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from textual import events

from workbench.project.session import Session
from workbench.tui.screens.dialog_help import DialogHelp, key_and_words, pressed
from workbench.tui.screens.help import Help
from workbench.tui.widgets.bottom_lines import HintLine
from workbench.tui.widgets.choices import ChoiceList

from .conftest import Desk, opened


def first_chapter(desk: Desk) -> list[str]:
    """The title of the first chapter of the help that is open, and its lines."""
    choices = desk.app.screen.query_one(ChoiceList).choices
    end = next(at for at, choice in enumerate(choices) if at and choice.value is None)
    return [choice.text for choice in choices[:end]]


async def test_help_begins_with_where_the_caret_is(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(2))
        await desk.terms_known()
        await desk.press("f1")
        assert isinstance(desk.app.screen, Help)
        english = first_chapter(desk)
        await desk.press("escape", "tab", "f1")
        source = first_chapter(desk)
        await desk.press("escape", "escape", "ctrl+o", "f1")
        terms = first_chapter(desk)
        assert [each[0] for each in (english, source, terms)] == [
            "Here, in the English",
            "Here, on the source side",
            "In the list of terms",
        ]
        assert "Confirm and go on" in english
        assert "Split the row" in source
        assert "inserts it" in terms


async def test_a_dialog_tells_its_keys_and_presses_the_one_chosen(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("ctrl+f", "f1")
        assert isinstance(desk.app.screen, DialogHelp)
        assert any("Keys here: Find" in line for line in desk.lines())
        await desk.write("cancel")
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is desk.screen)


async def test_the_hint_line_has_no_keys_that_do_not_apply(project: Path) -> None:
    async with opened(project) as desk:
        hints = desk.screen.query_one(HintLine)
        assert (hints.hints[0].key, hints.hints[0].word) == ("Enter", "go on")  # nothing to confirm yet
        await desk.write("x")
        await desk.until(lambda: hints.hints[0].word == "confirm")
        await desk.press("f9")
        assert [hint.key for hint in hints.hints] == ["F1", "Esc"]
        await desk.press("escape")
        assert hints.hints[0].key == "Enter"


async def test_where_nothing_may_be_changed_no_hint_says_so(project: Path) -> None:
    with closing(Session.open(project)):
        async with opened(project) as desk:
            await desk.until(lambda: desk.app.screen is not desk.screen)
            await desk.press("escape")
            words = [hint.word for hint in desk.screen.query_one(HintLine).hints]
            assert words[0] == "write here"
            assert "confirm" not in words
            assert "pinyin" in words


async def test_keys_in_words_where_they_are_wanted(project: Path) -> None:
    async with opened(project) as desk:
        assert "^T term" in desk.lines()[-1]
        await desk.press("f9", "0", "k")
        assert "Ctrl+T term" in desk.lines()[-1]
    async with opened(project) as desk:
        assert "Ctrl+T term" in desk.lines()[-1]


def test_what_a_frame_says_is_read_as_keys_and_words() -> None:
    assert key_and_words("^R goes to the row") == ("^R", "goes to the row")
    assert key_and_words("1-9 or Enter choose") == ("1-9 or Enter", "choose")
    assert key_and_words("type to search") == ("", "type to search")
    assert [pressed(keys) for keys in ("^R", "Esc", "Space", "F5", "1-9 or Enter", "")] == [
        "ctrl+r",
        "escape",
        "space",
        "f5",
        "",
        "",
    ]


async def test_keys_in_a_burst_behind_an_answer_go_to_what_is_below(project: Path) -> None:
    async with opened(project) as desk:
        for key, character in (("f9", None), ("0", "0"), ("l", "l")) * 3:
            desk.app.post_message(events.Key(key, character))
        await desk.until(lambda: "focus" in desk.said)
        await desk.until(lambda: desk.app.screen is desk.screen)
        for key, character in (("f9", None), ("b", "b"), ("x", "x"), ("y", "y")):
            desk.app.post_message(events.Key(key, character))
        await desk.until(lambda: desk.screen.pane.target_text == "xy")
