"""tests/tui: every field of a concept is edited, faults are said at their field, nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from tests.tui.conftest import Desk, opened
from tests.tui.test_terminology import chosen_line, terminology
from workbench.glossary.bundled import personal_path
from workbench.glossary.table import read_glossary
from workbench.model.terms import Concept, Status, TermKind
from workbench.tui.screens.choose import Choose
from workbench.tui.screens.concept_fields import ClosedField
from workbench.tui.screens.concept_form import ConceptForm
from workbench.tui.screens.concept_rendering import RenderingForm
from workbench.tui.screens.terminology_form import TerminologyForm


async def edited(desk: Desk, query: str) -> ConceptForm:
    """Look a concept up and open its form."""
    await terminology(desk, query)
    await desk.press("enter")
    await desk.press(chosen_line(desk, "edit"))
    form = desk.app.screen
    assert isinstance(form, ConceptForm)
    return form


async def kept(desk: Desk) -> TerminologyForm:
    """Keep what is filled in, and wait until the termbase is read again."""
    await desk.press("ctrl+s")
    form = desk.app.screen
    assert isinstance(form, TerminologyForm), desk.lines()
    await desk.until(lambda: any("Kept " in line for line in desk.lines()))
    return form


def kept_in(path: Path, zh: str) -> Concept:
    return next(one for one in read_glossary(path).concepts if one.zh == zh)


def has(path: Path, zh: str) -> bool:
    return path.exists() and any(one.zh == zh for one in read_glossary(path).concepts)


async def test_a_bundled_concept_that_is_changed_is_kept_in_the_project_whole(
    project: Path,
) -> None:
    async with opened(project) as desk:
        form = await edited(desk, "fsdgn")
        before = desk.session.recogniser().hits("非首都功能")[0].concept
        form.query_one("#risk", Input).value = "says that the capital has core functions"
        await kept(desk)
        after = kept_in(project / "glossary.tsv", "非首都功能")
        assert after.risk == "says that the capital has core functions"
        assert after.renderings == before.renderings and after.id == before.id
        assert any("this project's glossary" in line for line in desk.lines())


async def test_a_new_concept_takes_the_chinese_looked_for_and_its_pinyin_is_filled_in(project: Path) -> None:
    async with opened(project) as desk:
        await terminology(desk, "青川灯会")
        await desk.press("ctrl+n")
        form = desk.app.screen
        assert isinstance(form, ConceptForm)
        await desk.until(lambda: form.typed()["pinyin"] == "qīng chuān dēng huì")
        await desk.press("enter")
        assert isinstance(desk.app.screen, RenderingForm)
        await desk.write("Qingchuan Lantern Fair")
        await desk.press("down", "right")
        await desk.press("ctrl+s")
        form.query_one("#kept", ClosedField).value = "personal"
        await kept(desk)
        concept = kept_in(personal_path(), "青川灯会")
        assert concept.id == "qingchuan-lantern-fair"
        assert [(one.en, one.article) for one in concept.renderings] == [("Qingchuan Lantern Fair", "the")]
        await desk.until(lambda: any("* 青川灯会" in line for line in desk.lines()))


async def test_what_is_wrong_is_said_in_one_sentence_and_the_field_has_the_caret(project: Path) -> None:
    async with opened(project) as desk:
        form = await edited(desk, "fsdgn")
        form.query_one("#zh", Input).value = " "
        await desk.press("ctrl+s")
        assert desk.app.screen is form and form.focused is form.query_one("#zh")
        assert any("The Chinese is empty" in line for line in desk.lines())
        form.query_one("#zh", Input).value = "非首都功能"
        form.query_one("#context", Input).value = "beside:院长"
        await desk.press("ctrl+s")
        assert form.focused is form.query_one("#context")
        form.query_one("#context", Input).value = ""
        form.query_one("#abbreviation_of", Input).value = "无此概念"
        await desk.press("ctrl+s")
        assert form.focused is form.query_one("#abbreviation_of")
        assert any("无此概念 is no other concept" in line for line in desk.lines())


async def test_two_preferred_renderings_are_refused_at_the_second(project: Path) -> None:
    async with opened(project) as desk:
        form = await edited(desk, "fsdgn")
        await desk.press("down", "enter")
        rendering = desk.app.screen
        assert isinstance(rendering, RenderingForm)
        rendering.query_one("#status", ClosedField).value = Status.PREFERRED
        await desk.press("ctrl+s")
        assert desk.app.screen is form
        await desk.press("ctrl+s")
        assert any("Rendering 2: preferred like rendering 1" in line for line in desk.lines())


async def test_a_year_that_is_none_and_an_empty_english_stay_in_the_form(project: Path) -> None:
    async with opened(project) as desk:
        await edited(desk, "fsdgn")
        await desk.press("enter")
        form = desk.app.screen
        assert isinstance(form, RenderingForm)
        form.query_one("#year_from", Input).value = "14"
        await desk.press("ctrl+s")
        assert form.focused is form.query_one("#year_from")
        form.query_one("#year_from", Input).value = "2014"
        form.query_one("#en", Input).value = "the "
        await desk.press("ctrl+s")
        assert desk.app.screen is form and form.focused is form.query_one("#en")


async def test_escape_asks_once_before_it_drops_what_was_typed(project: Path) -> None:
    async with opened(project) as desk:
        form = await edited(desk, "fsdgn")
        await desk.press("escape")
        assert form not in desk.app.screen_stack
        form = await again(desk)
        form.query_one("#zh", Input).focus()
        await desk.press("end", "x", "escape")
        assert desk.app.screen is form
        assert any("Esc again drops" in line for line in desk.lines())
        await desk.press("y", "escape")
        assert desk.app.screen is form
        await desk.press("escape")
        assert isinstance(desk.app.screen, TerminologyForm)


async def again(desk: Desk) -> ConceptForm:
    await desk.press("enter")
    await desk.press(chosen_line(desk, "edit"))
    assert isinstance(desk.app.screen, ConceptForm)
    return desk.app.screen


async def test_renderings_are_put_in_another_order_and_taken_out(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.add_term("甲功能", "function A")
        desk.session.add_term("甲功能", "function B")
        desk.session.add_term("甲功能", "function C")
        await edited(desk, "甲功能")
        before = [one.en for one in kept_in(project / "glossary.tsv", "甲功能").renderings]
        await desk.press("down", "ctrl+down", "delete")
        await kept(desk)
        after = [one.en for one in kept_in(project / "glossary.tsv", "甲功能").renderings]
        assert after == [before[0], before[2]]


async def test_a_concept_that_moves_to_the_personal_glossary_leaves_the_projects(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.add_term("甲功能", "function A")
        form = await edited(desk, "甲功能")
        form.query_one("#kept", ClosedField).focus()
        await desk.press("enter")
        assert isinstance(desk.app.screen, Choose)
        await desk.press("2")
        await kept(desk)
        assert has(personal_path(), "甲功能") and not has(project / "glossary.tsv", "甲功能")


async def test_a_copy_is_a_concept_of_its_own(project: Path) -> None:
    async with opened(project) as desk:
        await terminology(desk, "fsdgn")
        await desk.press("enter")
        await desk.press(chosen_line(desk, "copy"))
        form = desk.app.screen
        assert isinstance(form, ConceptForm)
        form.query_one("#zh", Input).value = "非首都机能"
        form.query_one("#kind", ClosedField).value = TermKind.SETPHRASE
        await kept(desk)
        copy = kept_in(project / "glossary.tsv", "非首都机能")
        original = desk.session.recogniser().hits("非首都功能")[0].concept
        assert copy.id != original.id and copy.renderings == original.renderings
        assert copy.kind is TermKind.SETPHRASE


async def test_the_form_shows_every_field_on_the_smallest_screen(project: Path) -> None:
    async with opened(project, size=(80, 24)) as desk:
        await edited(desk, "fsdgn")
        screen = "\n".join(desk.lines())
        assert all(name in screen for name in ("Chinese", "Other forms", "add a rendering", "Kept in"))
        await desk.press("enter")
        screen = "\n".join(desk.lines())
        assert all(name in screen for name in ("English", "Status", "Note", "Register", "^S done"))
