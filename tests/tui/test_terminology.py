"""tests/tui: the termbase on its own screen is searched and browsed, and what is chosen there is done."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from tests.tui.conftest import Desk, opened
from workbench.model.terms import Concept
from workbench.tui.screens.choose import Choose
from workbench.tui.screens.concept_uses import UsesForm
from workbench.tui.screens.editor import EditorScreen
from workbench.tui.screens.term_choosing import TermChoosing
from workbench.tui.screens.terminology_form import TerminologyForm
from workbench.tui.widgets.choices import ChoiceList


async def terminology(desk: Desk, text: str = "") -> TerminologyForm:
    """Open the screen, look a text up, and wait for what is found."""
    await desk.press("f9", "6")
    await desk.until(lambda: isinstance(desk.app.screen, TerminologyForm))
    form = desk.app.screen
    assert isinstance(form, TerminologyForm)
    await desk.until(lambda: form.work.document is not None and form.listed)
    if text:
        await desk.write(text)
        await found(desk, form, text)
    return form


async def found(desk: Desk, form: TerminologyForm, text: str) -> None:
    await desk.until(lambda: form.left.text == text and form.listed)


async def reaches(desk: Desk, form: TerminologyForm, bottom: int) -> None:
    await desk.until(lambda: form.query_one("#concept").region.bottom == bottom)


def headword(form: TerminologyForm) -> str:
    return form.concept.zh if form.concept is not None else ""


def chosen_line(desk: Desk, words: str) -> str:
    """The digit of a line of the menu."""
    assert isinstance(desk.app.screen, Choose)
    choices = desk.app.screen.query_one(ChoiceList).choices
    return next(choice.label for choice in choices if choice.text.startswith(words))


async def test_initials_pinyin_chinese_in_either_script_and_english_find_a_concept(project: Path) -> None:
    async with opened(project) as desk:
        form = await terminology(desk, "fsdgn")
        assert headword(form) == "非首都功能"
        for query in ("feishoudu", "首都功能", "non-capital func"):
            form.query_one(Input).value = ""
            await desk.write(query)
            await found(desk, form, query)
            assert "功能" in headword(form)


async def test_a_concept_is_told_in_full_with_what_to_avoid_and_why(project: Path) -> None:
    async with opened(project) as desk:
        await terminology(desk, "fsdgn")
        screen = "\n".join(desk.lines())
        assert "fēi shǒu dū gōng néng" in screen
        assert "preferred" in screen and "admitted" in screen and "not  " in screen
        await desk.until(lambda: any("used here" in line and "1 ×" in line for line in desk.lines()))


async def test_enter_offers_what_can_be_done_and_a_digit_inserts_the_english(project: Path) -> None:
    async with opened(project) as desk:
        await terminology(desk, "fsdgn")
        await desk.press("enter", "1")
        assert isinstance(desk.app.screen, EditorScreen)
        assert desk.screen.pane.target_text == "Non-capital functions"


async def test_a_click_shows_a_concept_and_leaves_the_keyboard_in_the_search_field(project: Path) -> None:
    async with opened(project) as desk:
        form = await terminology(desk, "jjj")
        before = headword(form)
        await desk.pilot.click("#concepts", offset=(6, 1))
        await desk.until(lambda: headword(form) != before)
        assert desk.app.screen is form and form.focused is form.query_one(Input)
        await desk.pilot.click("#concepts", offset=(6, 2), times=2)
        await desk.until(lambda: isinstance(desk.app.screen, Choose))


async def test_tab_steps_through_what_stands_in_the_document_and_the_domains(project: Path) -> None:
    async with opened(project) as desk:
        form = await terminology(desk)
        everything = len(form.query_one("#concepts", ChoiceList).choices)
        await desk.press("tab")
        await desk.until(lambda: form.listed and "this document]" in "".join(desk.lines()))
        lines = form.query_one("#concepts", ChoiceList).choices
        found = {line.value.zh for line in lines if isinstance(line.value, Concept)}
        assert "非首都功能" in found and len(found) < everything
        await desk.press("shift+tab", "shift+tab")
        await desk.until(lambda: form.listed and form.left.shelf.startswith("domain"))
        assert len(form.query_one("#concepts", ChoiceList).choices) < everything


async def test_the_chosen_shelf_is_in_sight_however_many_there_are(project: Path) -> None:
    async with opened(project, size=(80, 24)) as desk:
        form = await terminology(desk)
        for _ in form.shelves:
            await desk.press("tab")
            name = next(shelf.name for shelf in form.shelves if shelf.id == form.left.shelf)
            line = next(line for line in desk.lines() if f"[{name}]" in line)
            assert line.rstrip("│ ").endswith(("…", *"0123456789", "candidates"))


async def test_where_a_concept_is_used_and_how_it_was_rendered_is_listed_and_enter_goes_there(
    project: Path,
) -> None:
    async with opened(project) as desk:
        desk.session.type(desk.row(2), "Non-capital functions are moved.")
        await terminology(desk, "fsdgn")
        await desk.press("ctrl+r")
        await desk.until(lambda: isinstance(desk.app.screen, UsesForm))
        await desk.until(lambda: any("non-capital functions" in line for line in desk.lines()))
        await desk.press("enter")
        assert desk.screen.row == desk.row(2)
        await desk.pilot.pause()
        assert "Enter comes back to row 1" in desk.said


async def test_settling_on_a_rendering_goes_on_in_the_editor(project: Path) -> None:
    async with opened(project) as desk:
        await terminology(desk, "fsdgn")
        await desk.press("enter")
        await desk.press(chosen_line(desk, "settle"))
        await desk.until(lambda: isinstance(desk.app.screen, Choose))
        assert "非首都功能 in this project" in "\n".join(desk.lines())


async def test_two_concepts_become_one_and_the_other_name_is_a_form_of_it(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.add_term("甲功能", "function A")
        desk.session.add_term("乙功能", "function B")
        form = await terminology(desk, "乙功能")
        await desk.press("enter")
        await desk.press(chosen_line(desk, "merge"))
        assert isinstance(desk.app.screen, TermChoosing)
        await desk.write("甲功能")
        await desk.press("enter")
        await desk.press("1")
        await desk.until(lambda: form.concept is not None and "甲功能" in form.concept.zh_variants)
        assert form.concept is not None
        assert [one.en for one in form.concept.usable] == ["function B", "function A"]


async def test_merging_says_what_is_not_found_and_that_undo_does_not_part_them(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.add_term("甲功能", "function A")
        desk.session.add_term("乙功能", "function B")
        await terminology(desk, "乙功能")
        await desk.press("enter")
        await desk.press(chosen_line(desk, "merge"))
        await desk.write("qqqq")
        await desk.until(lambda: any("No other concept has qqqq." in line for line in desk.lines()))
        await desk.press("ctrl+u")
        await desk.write("甲功能")
        await desk.press("enter")
        await desk.until(lambda: any("not part them again." in line for line in desk.lines()))
        assert not any("No other concept" in line for line in desk.lines())


async def test_further_renderings_leave_the_acts_their_digits(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.add_term("甲功能", "function A")
        form = await terminology(desk, "甲功能")
        await desk.press("enter")
        before = [chosen_line(desk, act) for act in ("edit", "settle", "merge", "take out")]
        await desk.press("escape", "escape")
        desk.session.add_term("甲功能", "function of the first kind")
        form = await terminology(desk, "甲功能")
        assert form.concept is not None and len(form.concept.usable) == 2
        await desk.press("enter")
        assert [chosen_line(desk, act) for act in ("edit", "settle", "merge", "take out")] == before
        assert chosen_line(desk, "insert function of the first kind") == "8"


async def test_a_term_of_ones_own_is_taken_out_once_asked_and_a_bundled_one_is_not(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.add_term("甲功能", "function A")
        form = await terminology(desk, "甲功能")
        assert any("+ 甲功能" in line for line in desk.lines())
        await desk.press("enter")
        await desk.press(chosen_line(desk, "take out"))
        await desk.press("2")
        await desk.until(lambda: form.listed and form.concept is None)
        assert any("Took 甲功能 out" in line for line in desk.lines())
        await desk.press("escape")
        await terminology(desk, "fsdgn")
        await desk.press("enter")
        assert not any("take out" in line for line in desk.lines())


async def test_what_no_term_covers_is_listed_with_its_measure_and_becomes_a_term(tmp_path: Path) -> None:
    from workbench.project.session import Session
    from workbench.tui.screens.concept_form import ConceptForm

    source = tmp_path / "a.txt"
    parts = (
        "今年青川灯会开幕",
        "游客爱看青川灯会",
        "青川灯会办了三届",
        "本地人办起青川灯会",
        "去过青川灯会的人",
    )
    source.write_text("\n".join(f"{part}。" for part in parts) + "\n", "utf-8")
    folder = tmp_path / "a"
    Session.create([source], folder=folder, name="a", reflow="never").close()
    async with opened(folder) as desk:
        form = await terminology(desk)
        await desk.press("tab", "tab", "tab")
        await desk.until(lambda: form.candidate is not None)
        assert form.candidate is not None and form.candidate.text == "青川灯会"
        assert any("青川灯会" in line and "5 ×" in line and "C-value" in line for line in desk.lines())
        await desk.press("enter")
        assert isinstance(desk.app.screen, ConceptForm)
        assert desk.app.screen.typed()["zh"] == "青川灯会"


async def test_the_screen_opens_again_as_it_was_left(project: Path) -> None:
    async with opened(project) as desk:
        await terminology(desk, "jjj")
        await desk.press("down")
        await desk.press("escape")
        assert isinstance(desk.app.screen, EditorScreen)
        await desk.press("f9", "6")
        form = desk.app.screen
        assert isinstance(form, TerminologyForm)
        await desk.until(lambda: form.listed)
        assert form.left.text == "jjj"
        assert form.query_one("#concepts", ChoiceList).cursor == 1


async def test_a_glossary_with_a_fault_is_said_and_mended_while_the_screen_is_open(project: Path) -> None:
    async with opened(project) as desk:
        (project / "glossary.tsv").write_text("zh\ten\nbad row\n", "utf-8")
        await desk.press("f9", "6")
        await desk.until(lambda: any("glossary.tsv:2" in line for line in desk.lines()))


async def test_a_glossary_that_breaks_after_it_was_read_is_said_and_its_terms_stay(project: Path) -> None:
    async with opened(project) as desk:
        assert desk.session.recogniser()
        (project / "glossary.tsv").write_text("zh\ten\nbad row\n", "utf-8")
        await desk.press("f9", "6")
        await desk.until(lambda: any("glossary.tsv:2" in line for line in desk.lines()))
        await desk.write("fsdgn")
        await desk.until(lambda: any("非首都功能  non-capital" in line for line in desk.lines()))


async def test_every_size_shows_list_and_concept(project: Path) -> None:
    async with opened(project, size=(80, 24)) as desk:
        form = await terminology(desk, "fsdgn")
        for size in ((80, 24), (100, 30), (160, 48)):
            await desk.pilot.resize_terminal(*size)
            await reaches(desk, form, size[1] - 1)
            await desk.until(lambda: any("fēi shǒu dū" in line for line in desk.lines()))
            assert any("非首都功能  non-capital" in line for line in desk.lines())
