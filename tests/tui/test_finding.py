"""tests: filters by form and by text, the next of a kind, bookmarks, kept filters, find and replace."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model.segments import Kind, State
from workbench.project.filter_text import parse_filter
from workbench.project.row_filter import Field
from workbench.project.sought import Sought
from workbench.project.stopping import Progress
from workbench.tui.screens.ask import Ask
from workbench.tui.screens.filter_lines import Mark, chapters, is_marked, marked
from workbench.tui.screens.find import FindForm
from workbench.tui.screens.long_work import LongWork, how_far
from workbench.tui.screens.replace_form import ReplaceForm
from workbench.tui.screens.row_filter import FilterForm
from workbench.tui.widgets.choices import ChoiceList

from .conftest import Desk, opened


def choices_of(desk: Desk) -> ChoiceList:
    return desk.app.screen.query_one(ChoiceList)


async def test_a_filter_is_typed_in_the_form_and_stands_in_the_header(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f4")
        await desk.write("河流")
        form = desk.app.screen
        assert isinstance(form, FilterForm)
        assert any("河流" in line for line in desk.lines())
        await desk.press("space")
        await desk.write("-/大城市/")
        await desk.press("enter")
        assert list(desk.screen.view.numbers) == [3, 5]
        assert "[河流 -/大城市/]" in desk.lines()[0]
        assert desk.said == "Only 河流 · -/大城市/: 2 of 6 rows."


async def test_marks_show_in_the_text_and_the_text_in_the_marks(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f4", "down", "space", "right", "right", "space")
        form = desk.app.screen
        assert isinstance(form, FilterForm)
        assert form._filter.text == "state:draft is:bookmarked"
        assert any("state:draft is:bookmarked" in line for line in desk.lines())
        await desk.press("tab", "ctrl+u")
        await desk.write("kind:heading")
        assert any("[x] heading" in line for line in desk.lines())
        assert not any("[x] draft" in line for line in desk.lines())


async def test_what_is_wrong_with_a_filter_is_told_and_it_stays_open(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f4")
        await desk.write("state:done")
        await desk.press("enter")
        assert isinstance(desk.app.screen, FilterForm)
        assert any("there are untranslated, draft" in line for line in desk.lines())


async def test_f11_goes_on_with_what_was_chosen(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.set_note(desk.row(3), "which river?")
        desk.session.set_note(desk.row(5), "again")
        await desk.press("f9", "9", "n", "5")
        assert desk.screen.number == 3
        assert desk.said == "Row 3: note. F11 goes on."
        await desk.press("f11")
        assert desk.screen.number == 5
        await desk.press("f11")
        assert desk.said == "Row 3: note, from the top. F11 goes on."
        assert desk.session.sought is Sought.NOTE


async def test_the_next_finding_is_looked_for_aside(project: Path) -> None:
    async with opened(project) as desk:
        row = desk.row(4)
        desk.session.type(row, "The county added 120,000 jobs.")
        desk.session.confirm_and_stay(row)
        await desk.press("f9", "9", "n", "4")
        await desk.until(lambda: desk.screen.number == 4)
        assert "finding" in desk.said


async def test_bookmarks_are_listed_jumped_to_and_thrown_away(project: Path) -> None:
    async with opened(project, (160, 45)) as desk:
        desk.screen.go(desk.row(4))
        await desk.press("f9", "9", "m")
        assert desk.said == "Bookmark at row 4, 1 in all: F9 9 g lists them."
        await desk.until(lambda: any("bookmarked" in line for line in desk.lines()))
        desk.session.toggle_bookmark(desk.row(6))
        desk.screen.go(desk.row(1))
        await desk.press("f9", "9", "g", "enter")
        assert desk.screen.number == 4
        await desk.press("f9", "9", "g", "ctrl+d")
        assert [choice.label for choice in choices_of(desk).choices] == ["6"]
        await desk.press("ctrl+d")
        assert desk.app.screen is desk.screen
        assert desk.session.bookmarks() == []
        await desk.press("f9", "9", "g")
        assert "no bookmark yet" in desk.said


async def test_a_filter_is_kept_under_a_name_and_shown_again(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f9", "9", "v")
        assert "No filter is kept yet" in desk.said
        await desk.press("f4")
        await desk.write("河流")
        await desk.press("enter", "f9", "9", "v", "enter")
        assert isinstance(desk.app.screen, Ask)
        await desk.write("rivers")
        await desk.press("enter")
        assert 'rivers = "河流"' in (project / "project.toml").read_text("utf-8")
        await desk.press("f4", "backspace", "f9", "9", "v", "enter")
        assert list(desk.screen.view.numbers) == [3, 5]
        await desk.press("f4")
        assert any("rivers" in line for line in desk.lines())


async def test_places_are_replaced_one_by_one_or_left(project: Path) -> None:
    async with opened(project) as desk:
        for number in (3, 5):
            desk.session.type(desk.row(number), "The river is clean. The river is green.")
        desk.session.confirm_and_stay(desk.row(3))
        await desk.press("f9", "9", "f")
        assert isinstance(desk.app.screen, ReplaceForm)
        await desk.write("(river) is")
        await desk.press("ctrl+r", "enter")
        await desk.write("\\1 was")
        await desk.press("enter")
        await desk.until(lambda: len(choices_of(desk).choices) == 4)
        assert any("4 of 4 places in 2 rows; 1 confirmed becomes a draft" in line for line in desk.lines())
        assert any("[-river is-]{+river was+}" in line for line in desk.lines())
        choices_of(desk).put_cursor(0)
        await desk.press("space", "enter")
        assert desk.said == "Replaced 3 places in 2 rows; 1 confirmed became a draft. ^Z takes that back."
        assert desk.session.segment(desk.row(3)).target.text == "The river is clean. The river was green."
        assert desk.session.segment(desk.row(3)).state is State.DRAFT
        await desk.press("ctrl+z")
        assert desk.session.segment(desk.row(3)).state is State.CONFIRMED


async def test_from_find_on_to_replace_with_what_was_typed(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.type(desk.row(3), "River")
        await desk.press("ctrl+f")
        await desk.write("river")
        await desk.press("ctrl+o", "ctrl+e")
        form = desk.app.screen
        assert isinstance(form, ReplaceForm)
        assert (form.query_asked.text, form.query_asked.words) == ("river", True)
        await desk.write("Stream")
        await desk.until(lambda: len(choices_of(desk).choices) == 1)
        await desk.press("enter", "ctrl+a", "enter")
        assert desk.session.segment(desk.row(3)).target.text == "River"


async def test_what_was_looked_for_in_the_chinese_is_not_what_to_replace(project: Path) -> None:
    async with opened(project) as desk:
        desk.session.type(desk.row(3), "River")
        await desk.press("ctrl+f")
        await desk.write("河流")
        await desk.press("enter")
        await desk.press("f9", "9", "f")
        form = desk.app.screen
        assert isinstance(form, ReplaceForm)
        assert form.query_asked.text == ""
        await desk.write("(Riv)er")
        await desk.press("enter")
        await desk.write("\\1al")
        await desk.until(lambda: any("nothing to replace" in line for line in desk.lines()))
        await desk.press("enter")
        assert any("^R reads it as a pattern" in line for line in desk.lines())


async def test_a_template_without_its_group_is_told(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f9", "9", "f")
        await desk.write("river")
        await desk.press("ctrl+r", "enter")
        await desk.write("\\3")
        await desk.until(lambda: any("cannot be put in" in line for line in desk.lines()))


async def test_find_looks_through_the_rows_shown_where_asked(project: Path) -> None:
    async with opened(project) as desk:
        await desk.press("f4")
        await desk.write("水质")
        await desk.press("enter", "ctrl+f")
        assert isinstance(desk.app.screen, FindForm)
        await desk.write("三地")
        await desk.until(lambda: len(choices_of(desk).choices) == 3)
        await desk.press("ctrl+l")
        await desk.until(lambda: len(choices_of(desk).choices) == 2)
        assert any("rows shown" in line for line in desk.lines())


async def test_long_work_is_told_and_escape_stops_it(project: Path) -> None:
    async with opened(project) as desk:
        done: list[str] = []
        going = True

        def work(progress: Progress) -> str:
            import time

            while going:
                progress(1, 10)
                time.sleep(0.01)
            return "late"

        long_work = desk.screen.part(LongWork)
        long_work.run("Counting", work, done.append, quick=False)
        await desk.until(lambda: desk.said.startswith("Counting: 1 of 10"))
        await desk.press("escape")
        assert desk.said == "Counting: stopped."
        assert not long_work.stop()
        going = False
        await desk.pilot.pause(0.1)
        assert done == []


def test_how_far_and_how_long_still() -> None:
    assert how_far("Filtering", 0, 100, 3.0) == "Filtering: 0 of 100. Esc stops it."
    assert how_far("Filtering", 25, 1000, 2.0) == "Filtering: 25 of 1,000, 1:18 left. Esc stops it."


def test_a_mark_is_a_value_of_its_condition() -> None:
    found = marked(parse_filter("term:水 is:locked"), Mark(Field.IS, "bookmarked"))
    assert found.text == "term:水 is:bookmarked,locked"
    assert is_marked(found, Mark(Field.IS, "locked"))
    assert marked(marked(found, Mark(Field.IS, "locked")), Mark(Field.IS, "bookmarked")).text == "term:水"
    assert marked(parse_filter(""), Mark(Field.KIND, "heading")).kinds == {Kind.HEADING}


@pytest.mark.parametrize("text", ["-is:locked", "note:river", "-note:any"])
def test_a_mark_leaves_conditions_alone_that_are_none_of_the_lines(text: str) -> None:
    for mark in (Mark(Field.IS, "locked"), Mark(Field.NOTE, "any")):
        before = parse_filter(text)
        after = marked(before, mark)
        assert before.others[0] in after.others
        assert marked(after, mark) == before


def test_every_line_of_the_form_is_a_filter_that_is_read_again() -> None:
    for _, marks in chapters(["a.txt", "b.txt"]):
        for mark, _ in marks:
            found = marked(parse_filter(""), mark)
            assert parse_filter(found.text) == found
    assert not any(title == "Document" for title, _ in chapters(["a.txt"]))
