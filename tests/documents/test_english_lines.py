"""tests: paragraphs of hard-wrapped English with blank lines between them."""

from __future__ import annotations

from textwrap import wrap

import pytest

from workbench.documents.reading import read_document
from workbench.documents.reflow import reflow
from workbench.model.segments import Kind

PARAGRAPHS = [
    "The county did not rush to spread its projects thin. Officials from transport, water and farming went "
    "from village to village for three months and drew up a register of all 1,268 kilometres of rural road.",
    '"Good heavens!" the old driver said. "How could that be? The road was only a path when I was young, and '
    'we carried everything on our backs." He shook his head.',
    "Roads carry more than goods. A mobile clinic stops in each village twice a month, and a library shelf "
    "stands beside the bus stop so that children can borrow books while they wait. Nobody walks for a day.",
    "Some problems remain. A number of mountain roads are narrow and easily washed out, and the money for "
    "their upkeep falls short of what is needed every year. The county plans a fund of its own.",
]


def texts(lines: list[str]) -> list[str]:
    return [paragraph.text for paragraph in reflow(lines)]


def blocks(paragraphs: list[str], width: int) -> list[str]:
    return [line for text in paragraphs for line in [*wrap(text, width), ""]]


@pytest.mark.parametrize("width", [56, 60, 64, 68, 72, 76, 80])
def test_blank_lines_part_paragraphs_and_ragged_lines_do_not(width: int) -> None:
    assert texts(blocks(PARAGRAPHS, width)) == PARAGRAPHS


@pytest.mark.parametrize("width", [60, 72])
def test_a_blank_line_inside_a_sentence_is_layout(width: int) -> None:
    lines = blocks(PARAGRAPHS, width)
    lines.insert(2, "")
    assert lines[3][0].islower()
    assert texts(lines) == PARAGRAPHS


def test_headings_stand_by_themselves() -> None:
    lines = [
        "THE ROAD TO SHIMEN",
        "",
        *blocks(PARAGRAPHS[:2], 70),
        "A Bridge in the Rain",
        "",
        *blocks(PARAGRAPHS[2:], 70),
    ]
    found = reflow(lines)
    assert [one.text for one in found] == [
        "THE ROAD TO SHIMEN",
        *PARAGRAPHS[:2],
        "A Bridge in the Rain",
        *PARAGRAPHS[2:],
    ]
    assert [one.kind for one in found if one.kind is not Kind.PARAGRAPH] == [Kind.TITLE, Kind.HEADING]


def test_items_without_blank_lines_are_parted() -> None:
    items = [
        "(a) to mend every road that leads to a school, before the rains of the coming year begin in May;",
        "(b) to build the bridge at Shimen, for which the money has been set aside since the autumn; and",
        "(c) to pay those who keep the roads.",
    ]
    lines = [*blocks(PARAGRAPHS, 66), *(line for item in items for line in wrap(item, 66))]
    assert texts(lines) == [*PARAGRAPHS, *items]


def test_clauses_counted_inside_a_sentence_are_not() -> None:
    text = "The county will do two things in the coming year, which are: (1) to mend roads, and (2) to build."
    lines = [*blocks(PARAGRAPHS, 61), *wrap(text, 61)]
    assert any(line.startswith("(1)") for line in lines)
    assert texts(lines) == [*PARAGRAPHS, text]


def test_an_address_and_a_poem_keep_their_lines() -> None:
    address = ["Lin He", "Roads Office of Yunling County", "Shimen Street 7"]
    poem = ["The road goes up,", "the road goes down,", "and no one asks", "who made it."]
    lines = [*blocks(PARAGRAPHS, 72), *address, "", *poem]
    assert texts(lines) == [*PARAGRAPHS, *address, *poem]


def test_first_lines_set_in_begin_paragraphs_too() -> None:
    lines = [line for text in PARAGRAPHS for line in wrap(text, 66, initial_indent="    ")]
    assert texts(lines) == PARAGRAPHS


def test_a_dash_of_two_hyphens_stays_close_to_its_words() -> None:
    lines = [
        *blocks(PARAGRAPHS, 66),
        "They still admired the bridge, and said that it was a wonder--",
        "but nobody crossed it.",
    ]
    assert texts(lines)[-1].endswith("a wonder--but nobody crossed it.")


@pytest.mark.parametrize("width", [60, 72])
def test_page_ends_leave_no_trace(width: int) -> None:
    paragraphs = PARAGRAPHS * 6
    lines: list[str] = []
    for at, line in enumerate(blocks(paragraphs, width)):
        lines += ["", f"- {at // 20} -", ""] if at and at % 20 == 0 else []
        lines.append(line)
    document = read_document(None, data="\n".join(lines).encode(), name="a", furniture="drop")
    found = [one.text for one in document.paragraphs]
    # Where a page ends with a sentence, nothing says whether the paragraph does.
    assert len(found) <= len(paragraphs) + 2
    assert sum(text in PARAGRAPHS for text in found) >= len(paragraphs) - 2
