"""tests/tui: terms at the row: listed with what to avoid, inserted as the caret needs, settled row by row."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from tests.tui.conftest import opened
from workbench.tui.screens.concept_form import ConceptForm
from workbench.tui.screens.fix_form import FixForm
from workbench.tui.screens.term_form import TermForm


async def test_what_to_avoid_is_said_with_its_reason_while_one_picks(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(2))
        await desk.press("ctrl+o")
        await desk.until(lambda: any("疏解北京非首都功能" in line for line in desk.lines()))
        await desk.press("down")
        await desk.pilot.pause()
        assert any("inside longer terms" in line for line in desk.lines())
        inside = next(o for o in desk.screen.terms.offers if o.hit.term == "非首都功能")
        assert inside.inside == "疏解北京非首都功能"
        desk.screen.terms.looked_at(desk.screen.terms.offers.index(inside))
        await desk.until(lambda: "not non-capital-city functions:" in desk.said)


async def test_a_term_gets_its_article_when_it_is_asked_for(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(3))
        await desk.press("f9", "8")
        await desk.pilot.pause()
        assert desk.screen.pane.target_text.startswith("The ")


async def test_an_inserted_term_is_a_step_of_undo_of_its_own(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(3))
        await desk.until(lambda: bool(desk.screen.terms.offers))
        await desk.write("We ")
        await desk.press("ctrl+t")
        await desk.until(lambda: len(desk.screen.pane.target_text) > 3)
        with_term = desk.screen.pane.target_text
        await desk.write(" too")
        await desk.press("ctrl+z")
        assert desk.screen.pane.target_text == with_term
        await desk.press("ctrl+z")
        assert desk.screen.pane.target_text == "We "


async def test_settling_asks_which_rows_and_changes_those_taken(project: Path) -> None:
    async with opened(project) as desk:
        row = desk.row(2)
        desk.session.type(row, "Moving functions nonessential to Beijing's role as the capital takes time.")
        desk.session.add_term("非首都功能", "non-capital functions")
        desk.screen.go(row)
        await desk.until(lambda: bool(desk.screen.terms.offers))
        await desk.press("f9", "7")
        await desk.pilot.pause()
        lines = desk.lines()
        at = next(line for line in lines if " 非首都功能 " in line and "疏解" not in line)
        await desk.press(at.split("非首都功能")[0].split()[-1])
        await desk.pilot.pause()
        await desk.press("1")
        await desk.until(lambda: isinstance(desk.app.screen, FixForm))
        assert any("1 of 1 rows will change" in line for line in desk.lines())
        await desk.press("enter")
        await desk.until(lambda: "non-capital functions" in desk.session.segment(row).target.text)
        assert desk.session.config.terms == {"非首都功能": "non-capital functions"}
        await desk.press("ctrl+z")
        await desk.until(lambda: "nonessential" in desk.session.segment(row).target.text)


async def test_a_row_is_left_with_the_space_bar(project: Path) -> None:
    async with opened(project) as desk:
        row = desk.row(2)
        desk.session.type(row, "Moving functions nonessential to Beijing's role as the capital takes time.")
        concept = next(one for one in desk.session.concepts() if one.zh == "非首都功能")
        steps = desk.session.fix_steps(concept, "non-capital functions")
        taken: list[object] = []
        desk.app.push_screen(FixForm("非首都功能", "non-capital functions", steps), taken.append)
        await desk.pilot.pause()
        assert any("[x]" in line for line in desk.lines())
        await desk.press("space")
        assert any("[ ]" in line for line in desk.lines())
        await desk.press("enter")
        assert taken == [()]


async def test_the_form_says_what_is_known_of_the_chinese(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f7")
        assert isinstance(desk.app.screen, TermForm)
        await desk.write("非首都功能")
        await desk.until(lambda: any("before what is known: non-capital" in x for x in desk.lines()))


async def test_a_known_term_is_edited_whole_without_leaving_the_row(project: Path) -> None:
    async with opened(project) as desk:
        desk.screen.go(desk.row(2))
        await desk.press("f7")
        await desk.write("非首都功能")
        await desk.until(lambda: any("^E edits all of it" in line for line in desk.lines()))
        await desk.press("ctrl+e")
        await desk.until(lambda: isinstance(desk.app.screen, ConceptForm))
        assert any("Edit 非首都功能" in line for line in desk.lines())
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.screen)
        assert desk.screen.number == 2


async def test_english_that_was_typed_is_not_dropped_for_editing_what_is_known_before_it_is_said(
    project: Path,
) -> None:
    async with opened(project) as desk:
        await desk.press("f7")
        await desk.write("非首都功能")
        await desk.until(lambda: any("^E edits all of it" in line for line in desk.lines()))
        await desk.press("tab")
        await desk.write("roles")
        await desk.press("ctrl+e")
        form = desk.app.screen
        assert isinstance(form, TermForm)
        assert any("^E again drops it" in line for line in desk.lines())
        await desk.write("s")
        assert form.query_one("#english", Input).value == "roless"
        assert any("^E edits all of it" in line for line in desk.lines())
        await desk.press("ctrl+e", "ctrl+e")
        await desk.until(lambda: isinstance(desk.app.screen, ConceptForm))


async def test_what_was_typed_stays_where_the_glossary_has_a_fault(project: Path) -> None:
    async with opened(project) as desk:
        (project / "glossary.tsv").write_text("zh\ten\nragged\n", encoding="utf-8")
        await desk.press("f7")
        await desk.write("水质")
        await desk.press("tab")
        await desk.write("water quality")
        await desk.press("enter")
        await desk.until(lambda: any("water quality" in line for line in desk.lines()))
        assert isinstance(desk.app.screen, TermForm)
        (project / "glossary.tsv").write_text("zh\ten\n", encoding="utf-8")
        await desk.press("enter")
        await desk.until(lambda: "Added 水质 = water quality" in desk.said)
